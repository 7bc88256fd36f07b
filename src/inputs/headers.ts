import { NO_SECRETS } from '../text/emptied.js';

/** What `tracking-headers` says. */
export interface HeadersReading {
  /** Names as written. */
  readonly headers: Readonly<Record<string, string>>;
  readonly problems: readonly string[];
}

const NAME = /^[\w!#$%&'*+.^`|~-]+$/;
/** Visible ASCII with spaces and tabs in between: what a field value may hold (RFC 9110, 5.5). */
const VALUE = /^[\x20-\x7e\t]+$/;

/** Names that say how a request is sent, or what the action itself has to say. */
const TAKEN = new Set([
  ...['accept', 'accept-encoding', 'connection', 'content-length', 'content-type', 'expect', 'host'],
  ...['keep-alive', 'proxy-authorization', 'te', 'trailer', 'transfer-encoding', 'upgrade'],
  'x-mlflow-workspace',
]);

/** Reads `Name: value`, one a line. Values are secrets: no problem quotes one. */
export function readHeaders(text: string): HeadersReading {
  const headers: Record<string, string> = {};
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const [index, line] of linesOf(text).entries()) {
    if (line.trim() === '') continue;
    const { name, value } = partsOf(line) ?? { name: '', value: '' };
    const problem = problemOf(name, value, seen);
    if (problem !== null) problems.push(`line ${index + 1} of \`tracking-headers\` ${problem}`);
    else headers[name] = value;
    seen.add(name.toLowerCase());
  }
  return { headers, problems };
}

/** What must never be printed of this text, right or wrong: each value, and what follows a scheme such as `Bearer`. */
export function headerSecrets(text: string): readonly string[] {
  const values = linesOf(text).map((line) => partsOf(line)?.value ?? line.trim());
  return values
    .flatMap((value) => [value, value.slice(value.indexOf(' ') + 1).trim()])
    .filter((value) => value !== '');
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n?|\n/);
}

/** Null where there is no colon. */
function partsOf(line: string): { readonly name: string; readonly value: string } | null {
  const colon = line.indexOf(':');
  if (colon < 0) return null;
  return { name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() };
}

function problemOf(name: string, value: string, seen: ReadonlySet<string>): string | null {
  if (!NAME.test(name)) return 'is not `Name: value`';
  if (value === '') return `has no value. ${NO_SECRETS}`;
  if (!VALUE.test(value)) return 'has a value with a character that no header can carry';
  if (TAKEN.has(name.toLowerCase())) return 'names a header that the action sets itself: leave it out';
  return seen.has(name.toLowerCase()) ? 'names a header a second time: keep one' : null;
}
