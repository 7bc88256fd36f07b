export type TokenKind = 'op' | 'number' | 'percent' | 'plus' | 'minus' | 'and' | 'word' | 'other' | 'end';

/** One piece of a condition. `start` and `end` are offsets into it. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * First match wins. Runs of signs that look like a comparison, and numbers with something stuck to them, are
 * kept whole, so that an error can name all of what was written.
 */
const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['op', /(?:>=|<=|>|<)(?![<>=!~])/y],
  ['other', /[<>=!~≥≤≧≦⩾⩽≠]+/y],
  ['number', /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?(?![\p{L}\p{N}_.,])/uy],
  ['other', /[\d.][\p{L}\p{N}_.,]*/uy],
  ['percent', /%/y],
  ['plus', /\+/y],
  ['minus', /-/y],
  ['and', /and(?![\p{L}\p{N}_])/uy],
  ['word', /[\p{L}_][\p{L}\p{N}_]*/uy],
  ['other', /&+|\|+|\*+|./suy],
];

function next(condition: string, start: number): Token {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = start;
    const text = pattern.exec(condition)?.[0];
    if (text !== undefined) {
      return { kind, text, start, end: start + text.length };
    }
  }
  return { kind: 'end', text: '', start, end: start };
}

/** Splits a condition into tokens; the last one is always `end`. Never throws. */
export function tokenize(condition: string): Token[] {
  const tokens: Token[] = [];
  const space = /\s*/y;
  let at = 0;
  for (;;) {
    space.lastIndex = at;
    at += space.exec(condition)?.[0].length ?? 0;
    const token = next(condition, at);
    tokens.push(token);
    if (token.kind === 'end') {
      return tokens;
    }
    at = token.end;
  }
}
