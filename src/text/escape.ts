import { isAscii, isEveryday, onUse } from './characters.js';
import { cleanAndCut, DEFAULT_MAX } from './clean.js';
import { withoutTrailing } from './ends.js';

const BREAK = '\u200B';
const CONTROLS = onUse(String.raw`[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+`, 'gu');
const LETTER_OR_NUMBER = onUse(String.raw`[\p{L}\p{N}]`, 'u');
const MARK = onUse(String.raw`\p{M}`, 'u');

/**
 * Untrusted text as a fragment of one log line. The runner takes `##[command]` anywhere in a line and
 * `::command::` at its start (`ActionCommand.cs`), so neither can form, not even where two fragments meet.
 * The caller still starts the line with a visible character of its own.
 */
export function forLog(text: string, max: number = DEFAULT_MAX): string {
  return cleanAndCut(text, max)
    .replace(/#(?=#|$)/gu, `#${BREAK}`)
    .replace(/^(\s*):(?=:|$)/u, `$1:${BREAK}`);
}

/** Untrusted text as the value of a step output: one line, nothing invisible, not cut. */
export function forOutput(text: string): string {
  if (isEveryday(text)) return text.trim();
  return text.toWellFormed().replace(CONTROLS(), ' ').trim();
}

/** What no output can hold without becoming another text for somebody: a control character, half of a pair. */
const UNWRITABLE = onUse(String.raw`[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]`, 'u');

/** The first character of a name that no output can hold, as `U+000A`; null when there is none. */
export function unwritable(name: string): string | null {
  if (isEveryday(name)) return null;
  const point = UNWRITABLE().exec(name)?.[0].codePointAt(0);
  return point === undefined ? null : `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A name as the value of a step output: exactly as it is, or not at all. */
export function nameForOutput(name: string): string {
  return unwritable(name) === null ? name : '';
}

/**
 * Untrusted text as inline code of GitHub Markdown, shown exactly: nothing in it is read as anything else. Never empty:
 * no text at all is shown as a space.
 */
export function code(text: string, max: number = DEFAULT_MAX): string {
  const shown = cleanAndCut(text, max) || ' ';
  const fence = fenceFor(shown);
  const room = losesItsEnds(shown) ? ' ' : '';
  return `${fence}${room}${shown}${room}${fence}`;
}

/** What GitHub makes a link, a mention, an emoji or a formula of, even from entities, unless it is code. */
const LINKISH = /[@#$]|:.|www\.|(?<![0-9a-z])gh-\d|(?<![0-9a-z.])[0-9a-f]{7,40}(?![0-9a-z])/iu;
/** A time such as `00:44`: one colon alone names no emoji and no scheme. */
const CLOCK = /^[^:]*[0-9]:[0-9][^:]*$/u;
/** A sign of arithmetic: alone between spaces it is one, at the start of a line it may begin a list or a quotation. */
const SIGN = /^[=+<>-]$/;
const LEAD = /^["'([{<“‘«]*/;
const TRAIL = '"\')]}>,.;:!?”’»…';

/**
 * Untrusted text as GitHub Markdown that shows exactly this text: no tag, link, image, mention, reference or
 * formatting can form. A word that GitHub would link (`@team`, `#12`, a URL, a commit) is shown as code.
 */
export function forMarkdown(text: string, max: number = DEFAULT_MAX): string {
  const tokens = cleanAndCut(text, max).split(/( +)/);
  const firstWord = tokens.findIndex(hasWord);
  const pieces = tokens.map((token, at) => {
    const begun = firstWord >= 0 && at > firstWord;
    if (begun && SIGN.test(token) && at + 1 < tokens.length) return token;
    const lead = LEAD.exec(token)?.[0] ?? '';
    const core = withoutTrailing(token.slice(lead.length), TRAIL);
    const trail = token.slice(lead.length + core.length);
    return LINKISH.test(CLOCK.test(token) ? core.replace(':', '') : core)
      ? `${encode(lead, begun)}${code(core, max)}${encode(trail, begun)}`
      : encode(token, begun);
  });
  return pieces.join('');
}

/**
 * A sentence that may quote untrusted text, as GitHub Markdown: what it puts between backticks becomes code, the
 * rest is shown as `forMarkdown` does.
 */
export function prose(text: string, max: number = DEFAULT_MAX): string {
  const pieces = cleanAndCut(text, max)
    .split(/(`[^`]+`)/)
    .map((part) => (/^`.+`$/.test(part) ? code(part.slice(1, -1), max) : forMarkdown(part, max)));
  return joined(pieces);
}

/** Lines of untrusted text as one preformatted block of GitHub Markdown. */
export function preformatted(lines: readonly string[], max: number = DEFAULT_MAX): string {
  return `<pre>${lines.map((line) => encode(cleanAndCut(line, max), false)).join('\n')}</pre>`;
}

/** Longer than the address of any page, in characters. */
const ADDRESS_MAX = 2_000;
/** A host with any other character could end the link that it stands in. */
const HOST = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d+)?$/;

/**
 * A piece of GitHub Markdown as a link. It stays as it is where the address is none of http or https, has credentials,
 * or a host that is no plain name. In the rest of the address everything but plain characters is percent-encoded.
 */
export function linked(markdown: string, address: string | null): string {
  if (address === null || !URL.canParse(address)) return markdown;
  const { protocol, username, password, host, pathname, search, hash } = new URL(address);
  const known = protocol === 'https:' || protocol === 'http:';
  if (!known || username !== '' || password !== '' || !HOST.test(host)) return markdown;
  const rest = `${pathname}${search}${hash}`
    .replace(/[^\w\-.~:/?#=%+,@&]/g, percent)
    .replaceAll('&', '&amp;');
  const target = `${protocol}//${host}${rest}`;
  return target.length > ADDRESS_MAX ? markdown : `[${markdown}](${target})`;
}

/** Pieces of GitHub Markdown one after the other. Where two would become one code they are kept apart. */
export function joined(pieces: readonly string[]): string {
  return pieces.reduce((text, piece) => {
    const touching = text.endsWith('`') && piece.startsWith('`');
    return `${text}${touching ? '<wbr>' : ''}${piece}`;
  }, '');
}

/** A piece of GitHub Markdown as a table cell: only code can still hold a `|`. */
export function inCell(markdown: string): string {
  return markdown.replaceAll('|', '\\|');
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** A backtick at an end would join the fence; of space at both ends GitHub takes one each, unless there is nothing else. */
function losesItsEnds(text: string): boolean {
  const padded = text.startsWith(' ') && text.endsWith(' ') && /[^ ]/.test(text);
  return padded || text.startsWith('`') || text.endsWith('`');
}

/**
 * Code ends at a run of backticks as long as the one it began with, so the shortest length that the text does not have
 * will do: a parser may give up on very long ones (cmark: 80).
 */
function fenceFor(text: string): string {
  const runs = new Set(text.match(/`+/g));
  let fence = '`';
  while (runs.has(fence)) fence += '`';
  return fence;
}

/** Signs that mean nothing to Markdown, common symbols and emoji among them. */
const PLAIN_SIGN = /[,'"…·⏎%;!?(–—\u2190-\u2193\u2200-\u22FF\u2600-\u27BF\u2B00-\u2BFF\u{1F300}-\u{1FAFF}]/u;
const DIGIT = /[0-9]/;
/** Most of what is written: nothing in it means anything to Markdown. */
const WORD = /^[0-9A-Za-z]*$/;

/**
 * A token of text with everything that means something to Markdown as an entity. `begun`: a word stands before it on
 * the same line. Entities alone do not stop links: GFM looks for e-mail addresses, and GitHub for mentions, after
 * decoding them. A `<wbr>` cuts the text where such a link would have to pass.
 */
function encode(text: string, begun: boolean): string {
  if (WORD.test(text)) return text;
  const characters = Array.from(text);
  return characters
    .map((character, at) => {
      const neighbours = { before: characters[at - 1] ?? '', after: characters[at + 1] ?? '', begun };
      if (harmless(character, neighbours)) return character;
      const entity = `&#${String(character.codePointAt(0))};`;
      return character === '@' || character === ':' ? `${entity}<wbr>` : entity;
    })
    .join('');
}

interface Neighbours {
  /** Empty at the ends of a token. */
  readonly before: string;
  readonly after: string;
  readonly begun: boolean;
}

function hasWord(text: string): boolean {
  return isAscii(text) ? /[0-9A-Za-z]/.test(text) : LETTER_OR_NUMBER().test(text);
}

function isMark(character: string): boolean {
  return !isAscii(character) && MARK().test(character);
}

/** Whether a character means nothing to Markdown where it stands. */
function harmless(character: string, around: Neighbours): boolean {
  return (
    HARMLESS.get(character)?.(around) ??
    (PLAIN_SIGN.test(character) || hasWord(character) || isMark(character))
  );
}

const HARMLESS = new Map<string, (around: Neighbours) => boolean>([
  [' ', ({ before }) => before !== ' '],
  ['/', betweenWords],
  ['_', betweenWords],
  ['-', beforeWord],
  ['+', beforeWord],
  // Never `1)`, which is a list.
  [')', ({ before, begun }) => begun || !DIGIT.test(before)],
  [':', harmlessColon],
  ['.', harmlessDot],
  // Shows the sign before it as an emoji.
  ['\uFE0F', () => true],
]);

function betweenWords({ before, after }: Neighbours): boolean {
  return hasWord(before) && hasWord(after);
}

function beforeWord({ before, after }: Neighbours): boolean {
  return (before === '' || hasWord(before)) && hasWord(after);
}

/** Only where a word ends, or in a time. */
function harmlessColon({ before, after }: Neighbours): boolean {
  if (/^ ?$/.test(after)) return before === '' || hasWord(before);
  return DIGIT.test(before) && DIGIT.test(after);
}

/** Never `1.` (a list) nor `www.` (a link, even alone): only inside a number, or where a sentence ends. */
function harmlessDot({ before, after, begun }: Neighbours): boolean {
  const ends = /^ ?$/.test(after);
  if (DIGIT.test(before)) return DIGIT.test(after) || (begun && ends);
  return ends && !/[w.]/i.test(before);
}
