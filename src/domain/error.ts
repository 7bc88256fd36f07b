import type { ErrorCode, Reason } from './reason.js';

/**
 * A failure that ends a run as `error`: a closed code, a sentence and a remedy. The message may quote
 * registry text; whoever prints it escapes it.
 */
export class PromotionError extends Error {
  readonly code: ErrorCode;
  readonly remedy: string;
  /** All that is wrong, where one run found several things; otherwise this error alone. */
  readonly reasons: readonly Reason[];
  /** It may be over in a moment, so that asking again can help: a server that restarts, a gateway that waits for it. */
  readonly passing: boolean;
  /** Of a write: it certainly never left the process. */
  readonly unsent: boolean;

  constructor(
    code: ErrorCode,
    message: string,
    remedy: string,
    options?: ErrorOptions & { reasons?: readonly Reason[]; passing?: boolean; unsent?: boolean },
  ) {
    super(message, options);
    this.name = 'PromotionError';
    this.code = code;
    this.remedy = remedy;
    this.reasons = options?.reasons ?? [{ code, message, remedy }];
    this.passing = options?.passing ?? false;
    this.unsent = options?.unsent ?? false;
  }
}

/** One error that holds everything that is wrong; its own words are those of the first. Never without one. */
export function errorOf(reasons: readonly Reason[]): PromotionError {
  const [first] = reasons;
  const { code, message, remedy } = first as Reason & { code: ErrorCode };
  return new PromotionError(code, message, remedy, { reasons });
}
