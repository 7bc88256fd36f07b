/** What a store is used for. */
export type Part = 'registry' | 'tracking';

/** A store as the connection names it. */
export interface NamedStore {
  readonly uri: string;
  /** Both, when one address serves for both. */
  readonly parts: readonly Part[];
}

/** The word for a store: which of two, or just `store` when there is one. */
export function nounOf({ parts }: NamedStore): string {
  const [part, more] = parts;
  return part === undefined || more !== undefined ? 'store' : `${part} store`;
}

/** The input that names a store. One address for both may come from either input. */
export function settingOf({ parts }: NamedStore): string {
  const [part, more] = parts;
  return part === undefined || more !== undefined
    ? '`tracking-uri` (or `registry-uri`, where only that is set)'
    : `\`${part}-uri\``;
}
