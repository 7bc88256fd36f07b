import fc from 'fast-check';
import { HOSTILE } from './hostile.js';

const fragments = [
  ...HOSTILE,
  ...[
    '#',
    '##',
    '##[',
    '[',
    ']',
    ':',
    '::',
    '@',
    'a@b.example',
    'www.',
    'http',
    '://',
    'GH-',
    '1e69f48d2b',
    '1.',
  ],
  ...[
    '`',
    '``',
    '*',
    '_',
    '~~',
    '<',
    '>',
    '</code>',
    '<!--',
    '&',
    '&#64;',
    '&amp',
    '|',
    '\\',
    '\\|',
    '$',
    '!',
    '(',
  ],
  ...[
    '\n',
    '\r',
    '\u0085',
    '\u2028',
    '\t',
    ' ',
    '  ',
    '    ',
    '\u00a0',
    '\u3000',
    '\u200b',
    '\u202e',
    '\ufeff',
  ],
  ...[
    '\ud800',
    '\udc00',
    '\ufe0f',
    '\u00ad',
    'e\u0301',
    'set-output',
    'error',
    'x',
    '7',
    '-',
    '+',
    '=',
    '.',
    '/',
  ],
];

/**
 * Any character that Unicode has room for, halves of pairs among them. fast-check's own `binary` unit numbers all
 * 1.1 million of them in a table for each string that is made of it.
 */
const character = fc.integer({ min: 0, max: 0x10ffff }).map(
  (point) => String.fromCodePoint(point),
  (text) => {
    const [only = '', ...more] = Array.from(String(text));
    if (only === '' || more.length > 0) throw new TypeError('This is not one character.');
    return only.codePointAt(0) ?? 0;
  },
);

/** Anything a string can hold. */
export function anyText(constraints: fc.StringSharedConstraints = {}): fc.Arbitrary<string> {
  return fc.string({ ...constraints, unit: character });
}

/** Text made to break out: known tricks, their pieces, and anything UTF-16 can hold. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...fragments) },
      { weight: 1, arbitrary: anyText({ maxLength: 6 }) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) },
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
