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

/** Names that mean something to JavaScript itself. */
const DANGEROUS = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', 'length'];

/**
 * Anything UTF-16 can hold, lone surrogates too, the short range of everyday characters often. fast-check's own
 * `unit: 'binary'` builds a map of all code points in every test file that uses it, which takes most of a second.
 */
export function anyText(maxLength = 10): fc.Arbitrary<string> {
  const unit = fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0x10ffff }));
  const text = fc.array(unit, { maxLength }).map((points) => String.fromCodePoint(...points));
  return fc.oneof({ weight: 20, arbitrary: text }, { weight: 1, arbitrary: fc.constantFrom(...DANGEROUS) });
}

/** Text made to break out: known tricks, their pieces, and anything UTF-16 can hold. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...fragments) },
      { weight: 1, arbitrary: anyText(6) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) },
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
