// How a server may send a secret back. Loaded by unit and end-to-end tests alike.

type Dress = (secret: string) => string;

const bytes = (text: string): string[] =>
  Array.from(Buffer.from(text), (byte) => byte.toString(16).padStart(2, '0'));
const each =
  (write: (character: string) => string): Dress =>
  (secret) =>
    Array.from(secret).map(write).join('');
const point = (character: string): number => character.codePointAt(0) ?? 0;
const json = (secret: string): string => JSON.stringify(secret).slice(1, -1);
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const html = (secret: string): string =>
  secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Python's `repr` without its quotes, as in `KeyError('…')`. */
const python = (secret: string): string => {
  const quoted = secret.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
  return quoted.includes("'") && !quoted.includes('"') ? quoted : quoted.replaceAll("'", "\\'");
};

/** Every one is found, whatever the secret. */
export const DRESSES: Readonly<Record<string, Dress>> = {
  'as it is': (secret) => secret,
  'in upper case': (secret) => secret.toUpperCase(),
  'in lower case': (secret) => secret.toLowerCase(),
  'as a URL has it': (secret) => encodeURIComponent(secret),
  'as a URL in lower case': (secret) =>
    encodeURIComponent(secret).replace(/%[0-9A-F]{2}/g, (found) => found.toLowerCase()),
  'as a URL, each character': (secret) =>
    bytes(secret)
      .map((byte) => `%${byte}`)
      .join(''),
  'as a URL, twice': (secret) => encodeURIComponent(encodeURIComponent(secret)),
  'as a form has it': (secret) => new URLSearchParams({ a: secret }).toString().slice(2),
  'as JSON': json,
  'as JSON, each character': each((character) =>
    Array.from(
      { length: character.length },
      (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  ),
  'as JSON, twice': (secret) => json(json(secret)),
  'as HTML, by name': (secret) => html(secret).replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
  'as HTML, by number': each((character) => `&#${point(character)};`),
  'as HTML, by number in hex': each((character) => `&#X${point(character).toString(16).toUpperCase()};`),
  'as HTML, by number with zeros': each((character) => `&#${String(point(character)).padStart(7, '0')};`),
  'as Python has it': python,
  'as Python’s bytes': (secret) =>
    bytes(secret)
      .map((byte) => `\\x${byte}`)
      .join(''),
  'as quoted-printable': (secret) =>
    bytes(secret)
      .map((byte) => `=${byte.toUpperCase()}`)
      .join(''),
  'in hex': (secret) => bytes(secret).join(''),
  'in hex, in capitals': (secret) => bytes(secret).join('').toUpperCase(),
  'in hex with colons': (secret) => bytes(secret).join(':'),
  'in base64': base64,
  'in base64 for URLs': (secret) => Buffer.from(secret).toString('base64url'),
  'in base64 with a name before it': (secret) => base64(`user:${secret}`),
  'in base64 with one letter before it': (secret) => base64(`x${secret}`),
  'in base64 inside of more': (secret) => base64(`{"p":"${secret}","q":1}`),
};
