import { PromotionError } from '../../../domain/error.js';
import { quote } from '../../../text/quote.js';

/** The input that names a store. The address may come from either. */
export const SETTING = '`tracking-uri` (or `registry-uri`, where only that is set)';

/** Where a store was looked for. */
export interface Place {
  readonly uri: string;
  /** Absolute. */
  readonly path: string;
  /** What may have been meant; asked for only when it is missing. */
  readonly hints: () => readonly string[];
}

/** The store is not there; it is never created. */
export function missingStore({ uri, path, hints }: Place, cause: unknown): PromotionError {
  const usual = `Check ${SETTING}: a relative path starts at the workspace, and the file must be written or restored before this step. It is never created here.`;
  return new PromotionError(
    'store-missing',
    `There is no store at "${uri}". It was looked for as ${quote(path)}.`,
    [...hints(), usual].join(' '),
    { cause },
  );
}
