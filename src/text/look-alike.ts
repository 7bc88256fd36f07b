import { isAscii } from './characters.js';

/** Signs that take no room: soft hyphen, zero width and direction marks, word joiner, byte order mark. */
const UNSEEN = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;

/**
 * A text as plain keys would write it: composed, narrow forms for wide ones, plain blanks for others (Unicode NFKC,
 * UAX #15), without signs that take no room.
 */
export function plainForm(text: string): string {
  if (isAscii(text)) return text;
  return text.normalize('NFKC').replace(UNSEEN, '').replace(/\s/g, ' ').trim();
}

/** Goes on after a list of near names: one of them looks like the asked one and is not. Empty when none does. */
export function lookAlikeHint(asked: string, names: readonly string[]): string {
  const twin = names.find((name) => name !== asked && plainForm(name) === plainForm(asked));
  if (twin === undefined) return '';
  const [here, there] = firstDifference(asked, twin);
  return ` One of them only looks the same: it has ${there} where this name has ${here}.`;
}

function firstDifference(a: string, b: string): readonly [string, string] {
  const [left, right] = [Array.from(a), Array.from(b)];
  const at = left.findIndex((character, index) => character !== right[index]);
  const place = at < 0 ? left.length : at;
  return [codePoint(left[place]), codePoint(right[place])];
}

function codePoint(character: string | undefined): string {
  const code = character?.codePointAt(0);
  return code === undefined ? 'nothing more' : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
