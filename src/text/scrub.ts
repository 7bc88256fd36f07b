/** Takes known secrets out of a text. */
export type Scrub = (text: string) => string;

/** A shorter secret would blank out half of every text: the runner's own advice is not to mask those. */
export const SHORTEST_SECRET = 4;
/** A shorter one is taken out only where it stands alone: as a part of words it would be a word, not a secret. */
const SHORTEST_ANYWHERE = 6;
/** Of a longer one each piece is looked for by itself, because an expression grows with what it looks for. */
const PIECE = 64;

/**
 * A scrubber for these secrets in whatever dress a server may send them back: as they are and in other letter case, each
 * character as URLs (percent, also twice), HTML (names, decimal, hex), JSON, Python and quoted-printable write it, mixed
 * at will, and the whole in hex or in base64 of either alphabet, also inside of a longer text that was encoded. What it
 * finds becomes `***`.
 */
export function createScrub(secrets: readonly string[]): Scrub {
  const known = [...new Set(secrets)].filter((secret) => secret.length >= SHORTEST_SECRET);
  // Longest first, so that no part of one stays because another was found in it.
  const looks = known
    .sort((a, b) => b.length - a.length)
    .flatMap(piecesOf)
    .map(lookFor);
  return (text) => looks.reduce((clean, look) => look(clean), text);
}

/** What any dress of a character has in it, but for its own case, hex and base64 of the whole, and a form's `+`. */
const DRESSED = /%[\da-f]{2}|\\|&[#a-z]|=[\da-f]{2}|\+/i;
/** Characters of a secret that are looked for before the whole expression is made, which takes far longer. */
const FIRST = 4;

function lookFor(secret: string): Scrub {
  const head = Array.from(secret.toWellFormed()).slice(0, FIRST);
  const hex = ['', ' ', ':', '-'].map((between) => bytesOf(head.join('')).join(between));
  const plain = [head.join('').toLowerCase(), ...hex];
  const base64 = inBase64(secret);
  const begins = once(() => new RegExp(head.map(spellings).join(''), 'i'));
  const whole = once(() => spelled(secret));
  return (text) => {
    const lower = text.toLowerCase();
    const clean = text.replace(base64, '***');
    const maybe = plain.some((start) => lower.includes(start)) || (DRESSED.test(text) && begins().test(text));
    return maybe ? clean.replace(whole(), '***') : clean;
  };
}

function once<T>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}

function piecesOf(secret: string): string[] {
  if (secret.length <= 2 * PIECE) return [secret];
  const count = Math.floor(secret.length / PIECE);
  return Array.from({ length: count }, (_, at) =>
    secret.slice(at * PIECE, at === count - 1 ? undefined : (at + 1) * PIECE),
  );
}

/** Every expression here is a row of short alternatives without repetition: it takes no longer than the text is long. */
function spelled(secret: string): RegExp {
  const characters = Array.from(secret.toWellFormed()).map(spellings).join('');
  const alone = secret.length < SHORTEST_ANYWHERE;
  const plain = alone ? `(?<![A-Za-z0-9_])${characters}(?![A-Za-z0-9_])` : characters;
  const hex = bytesOf(secret).join('[ :-]?');
  return new RegExp(`${plain}|${hex}`, 'gi');
}

/** HTML's names; each other character is written by its number. */
const NAMED: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
};
const ESCAPED: Readonly<Record<string, string>> = { '\n': 'n', '\r': 'r', '\t': 't' };

/** How one character may be written. */
function spellings(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  const hex = point.toString(16);
  const bytes = bytesOf(character);
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  const ways = [
    ...[`%(?:25){0,3}`, String.raw`\\{1,2}x`, '='].map((before) =>
      bytes.map((byte) => `${before}${byte}`).join(''),
    ),
    units.map((unit) => String.raw`\\{1,2}u${unit.toString(16).padStart(4, '0')}`).join(''),
    `&(?:amp;){0,3}#(?:x0{0,6}${hex}|0{0,6}${point});?`,
  ];
  if (point > 0x7f && point < 0x100) ways.push(String.raw`\\{1,2}x${hex}`);
  if (point > 0xffff) ways.push(String.raw`\\{1,2}U${hex.padStart(8, '0')}`);
  const named = NAMED[character];
  if (named !== undefined) ways.push(`&(?:amp;){0,3}${named};`);
  const escaped = ESCAPED[character];
  if (escaped !== undefined) ways.push(String.raw`\\{1,2}${escaped}`);
  if (character === ' ') ways.push('[+]');
  // Last, because `=`, `%`, `&` and a backslash begin the other ways. A quote or a backslash may have any of its own before
  // it, by how often it was quoted.
  const literal = units.map((unit) => String.raw`\u${unit.toString(16).padStart(4, '0')}`).join('');
  ways.push(`${/['"\\/]/.test(character) ? String.raw`\\{0,4}` : ''}${literal}`);
  return `(?:${ways.join('|')})`;
}

const SHARED = '[A-Za-z0-9+/_-]?';

/**
 * What base64 makes of a secret depends on where it stands in the bytes that are encoded: three ways. The characters that
 * it shares with what is beside it are taken with it.
 */
function inBase64(secret: string): RegExp {
  const bytes = Buffer.from(secret);
  const ways = [0, 1, 2].map((before) => {
    const all = Buffer.concat([Buffer.alloc(before), bytes]);
    const shared = before === 0 ? 0 : before + 1;
    const own = all.toString('base64').slice(shared, Math.floor((all.length * 8) / 6));
    const either = own.replaceAll('+', '[+-]').replaceAll('/', '[/_]');
    const after = (all.length * 8) % 6 === 0 ? '' : SHARED;
    return `${shared === 0 ? '' : SHARED}${either}${after}={0,2}`;
  });
  return new RegExp(ways.join('|'), 'g');
}

function bytesOf(text: string): string[] {
  return Array.from(Buffer.from(text), (byte) => byte.toString(16).padStart(2, '0'));
}
