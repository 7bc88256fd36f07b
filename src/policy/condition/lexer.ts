import { isAscii } from '../../text/characters.js';

export type TokenKind = 'op' | 'number' | 'percent' | 'plus' | 'minus' | 'and' | 'word' | 'other' | 'end';

/** One piece of a condition. `start` and `end` are offsets into it. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const OF_ASCII = patterns('A-Za-z', '0-9');

/** Splits a condition into tokens; the last one is always `end`. Never throws. */
export function tokenize(condition: string): Token[] {
  const tokens: Token[] = [];
  const shapes = isAscii(condition) ? OF_ASCII : patterns('\\p{L}', '\\p{N}');
  const space = /\s*/y;
  let at = 0;
  for (;;) {
    space.lastIndex = at;
    at += space.exec(condition)?.[0].length ?? 0;
    const token = next(condition, at, shapes);
    tokens.push(token);
    if (token.kind === 'end') return tokens;
    at = token.end;
  }
}

/**
 * First match wins. Runs of signs that look like a comparison, and numbers with something stuck to them, are
 * kept whole, so that an error can name all of what was written.
 */
function patterns(letter: string, digit: string): readonly (readonly [TokenKind, RegExp])[] {
  const inWord = `[${letter}${digit}_]`;
  const inNumber = `[${letter}${digit}_.,]`;
  return [
    ['op', /(?:>=|<=|>|<)(?![<>=!~])/y],
    ['other', /[<>=!~≥≤≧≦⩾⩽≠]+/y],
    ['number', new RegExp(`(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?(?!${inNumber})`, 'uy')],
    ['other', new RegExp(`[\\d.]${inNumber}*`, 'uy')],
    ['percent', /%/y],
    ['plus', /\+/y],
    ['minus', /-/y],
    ['and', new RegExp(`and(?!${inWord})`, 'uy')],
    ['word', new RegExp(`[${letter}_]${inWord}*`, 'uy')],
    ['other', /&+|\|+|\*+|./suy],
  ];
}

function next(condition: string, start: number, shapes: typeof OF_ASCII): Token {
  for (const [kind, pattern] of shapes) {
    pattern.lastIndex = start;
    const text = pattern.exec(condition)?.[0];
    if (text !== undefined) return { kind, text, start, end: start + text.length };
  }
  return { kind: 'end', text: '', start, end: start };
}
