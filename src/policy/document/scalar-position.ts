import type { Scalar } from 'yaml';

/** Length of a double-quoted escape by its letter, backslash included; all others are two characters. */
const ESCAPE_LENGTH: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

/**
 * For every character of a string scalar, and for its end, the offset in the source where it was written:
 * quotes, escapes, folded lines and the indentation of blocks are followed (YAML 1.2.2, chapters 7 and 8).
 */
export function sourceOffsets(text: string, scalar: Scalar<string>): number[] {
  const [start = 0, end = text.length] = scalar.range ?? [];
  const offsets: number[] = [];
  let at = contentStart(text, scalar, start);
  for (const character of scalar.value) {
    if (!/\s/.test(character)) at = skip(text, at, end, scalar.type === 'QUOTE_DOUBLE');
    offsets.push(...Array.from({ length: character.length }, () => at));
    at = Math.min(at + width(text, scalar, at, character), end);
  }
  offsets.push(at);
  return offsets;
}

/** Where the content begins: after the quote, or after the header line of a block. */
function contentStart(text: string, scalar: Scalar, start: number): number {
  if (scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE') return start + 1;
  if (scalar.type === 'BLOCK_FOLDED' || scalar.type === 'BLOCK_LITERAL') {
    const line = /^[^\r\n]*(?:\r\n|\n|\r)?/.exec(text.slice(start));
    return start + (line?.[0].length ?? 0);
  }
  return start;
}

/** Skips what the value does not show: indentation, and escaped line breaks. */
function skip(text: string, at: number, end: number, escapes: boolean): number {
  const space = escapes ? /(?:\s|\\\r?\n)+/y : /\s+/y;
  space.lastIndex = at;
  return Math.min(at + (space.exec(text)?.[0].length ?? 0), end);
}

/** How many characters of source one character of the value took. */
function width(text: string, scalar: Scalar, at: number, character: string): number {
  if (scalar.type === 'QUOTE_DOUBLE' && text[at] === '\\') return ESCAPE_LENGTH[text[at + 1] ?? ''] ?? 2;
  return scalar.type === 'QUOTE_SINGLE' && character === "'" ? 2 : character.length;
}
