import { isEveryday } from './characters.js';

/** The longest fragment of untrusted text anything prints, unless the caller says otherwise. */
export const DEFAULT_MAX = 200;

/** A run of white space, in one piece: looking for a line break with space around it is quadratic in a run without. */
const BLANK = /[\s\u0085]+/gu;
/** Anything that ends a line somewhere: in a terminal, a log viewer, Markdown or JavaScript. */
const LINE_BREAK = /[\n\r\v\f\u0085\u2028\u2029]/u;
const SPACES = /[\t\p{Zs}]/gu;
/**
 * Characters that show nothing or change how their neighbours show: controls, bidi marks and overrides,
 * zero-width and filler characters, non-characters. The emoji selector U+FE0F stays: it is everywhere and harmless.
 */
const INVISIBLE =
  /(?!\uFE0F)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

/**
 * Untrusted text as one line of visible characters: NFC, lone surrogates replaced, a line break shown as `⏎`,
 * every invisible character shown as `\u{…}`.
 */
export function clean(text: string): string {
  if (isEveryday(text)) return text;
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(BLANK, (run) => (LINE_BREAK.test(run) ? ' ⏎ ' : run))
    .replace(SPACES, ' ')
    .replace(INVISIBLE, shown);
}

/** `clean`, and at most `max` characters (code points), the last one `…` when something was cut off. */
export function cleanAndCut(text: string, max: number): string {
  // Composing shortens a text at most threefold, so eight times as much is enough to judge by.
  const head = text.slice(0, max * 8);
  const characters = Array.from(clean(head));
  const whole = head.length === text.length && characters.length <= max;
  return whole ? characters.join('') : `${characters.slice(0, max - 1).join('')}…`;
}

/**
 * The lines of a text that brings its own line breaks (a sentence with an excerpt under it), each still untrusted,
 * at most `most` of them.
 */
export function linesOf(text: string, most: number): readonly string[] {
  const lines = text.split(/\r\n|[\n\r]/).filter((line) => line.trim() !== '');
  return lines.length > most ? [...lines.slice(0, most - 1), '…'] : lines;
}

function shown(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
