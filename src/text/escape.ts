import { isAscii, isEveryday } from './characters.js';
import { cleanAndCut, DEFAULT_MAX } from './clean.js';

const BREAK = '\u200B';

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
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
}

const PLAIN_SIGN = /[,'…·⏎\u2190-\u2193\u2200-\u22FF]/;
const DIGIT = /[0-9]/;

function isWord(character: string): boolean {
  return isAscii(character) ? /[0-9A-Za-z]/.test(character) : /[\p{L}\p{N}]/u.test(character);
}

function isLetterButW(character: string): boolean {
  return isAscii(character) ? /[a-vx-z]/i.test(character) : /\p{L}/u.test(character);
}

function isMark(character: string): boolean {
  return !isAscii(character) && /\p{M}/u.test(character);
}

/** Whether a character means nothing to Markdown where it stands. */
function harmless(character: string, before: string, after: string): boolean {
  switch (character) {
    case ' ':
      return before !== ' ';
    case '/':
      return isWord(before) && isWord(after);
    case '-':
      return isWord(before) && isWord(after);
    case '.':
      // Never `1.` (a list) nor `www.` (a link, even alone): only inside a number, or at the end of a sentence.
      return DIGIT.test(before) ? DIGIT.test(after) : isLetterButW(before) && /^ ?$/.test(after);
    default:
      return PLAIN_SIGN.test(character) || isWord(character) || isMark(character);
  }
}

/**
 * Entities alone do not stop links: GFM looks for e-mail addresses, and GitHub for mentions, after decoding
 * them. A `<wbr>` cuts the text where such a link would have to pass.
 */
function encode(text: string): string {
  const characters = Array.from(text);
  return characters
    .map((character, at) => {
      if (harmless(character, characters[at - 1] ?? '', characters[at + 1] ?? '')) return character;
      const entity = `&#${String(character.codePointAt(0))};`;
      return character === '@' || character === ':' ? `${entity}<wbr>` : entity;
    })
    .join('');
}

/** What GitHub makes a link, a mention, an emoji or a formula of, even from entities, unless it is code. */
const LINKISH = /[@#$]|:.|www\.|(?<![0-9a-z])gh-\d|(?<![0-9a-z.])[0-9a-f]{7,40}(?![0-9a-z])/iu;
const TOKEN = /^(["'([{<“‘«]*)(.*?)(["')\]}>,.;:!?”’»…]*)$/u;

/**
 * Untrusted text as GitHub Markdown that shows exactly this text: no tag, link, image, mention, reference or
 * formatting can form. A word that GitHub would link (`@team`, `#12`, a URL, a commit) is shown as code.
 */
export function forMarkdown(text: string, max: number = DEFAULT_MAX): string {
  return cleanAndCut(text, max)
    .split(/( +)/)
    .map((token) => {
      const [, lead = '', core = '', trail = ''] = TOKEN.exec(token) ?? [];
      return LINKISH.test(core)
        ? `${encode(lead)}<code>${encode(core)}</code>${encode(trail)}`
        : encode(token);
    })
    .join('');
}

/** Untrusted text as inline code of GitHub Markdown, shown exactly. Empty text is an empty element. */
export function code(text: string, max: number = DEFAULT_MAX): string {
  return `<code>${encode(cleanAndCut(text, max))}</code>`;
}

/**
 * A sentence that may quote untrusted text, as GitHub Markdown: what it puts between backticks becomes code, the
 * rest is shown as `forMarkdown` does.
 */
export function prose(text: string, max: number = DEFAULT_MAX): string {
  return cleanAndCut(text, max)
    .split(/(`[^`]+`)/)
    .map((part) => (/^`.+`$/.test(part) ? code(part.slice(1, -1), max) : forMarkdown(part, max)))
    .join('');
}

/** Lines of untrusted text as one preformatted block of GitHub Markdown. */
export function preformatted(lines: readonly string[], max: number = DEFAULT_MAX): string {
  return `<pre>${lines.map((line) => encode(cleanAndCut(line, max))).join('\n')}</pre>`;
}
