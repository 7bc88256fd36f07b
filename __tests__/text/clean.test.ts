import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clean, cleanAndCut, linesOf } from '../../src/text/clean.js';
import { hostileText } from './arbitraries.js';

describe('clean', () => {
  it.each([
    ['plain name-1.0', 'plain name-1.0'],
    ['a\nb', 'a ⏎ b'],
    ['a  \r\n\r\n  b', 'a ⏎ b'],
    ['a\u2028b\u0085c', 'a ⏎ b ⏎ c'],
    ['a\tb\u00a0c', 'a b c'],
    ['\u001b[31mred', '\\u{1b}[31mred'],
    ['\u202edetomorp', '\\u{202e}detomorp'],
    ['pro\u200bd', 'pro\\u{200b}d'],
    ['\ud800', '\ufffd'],
    ['e\u0301', 'é'],
    ['ok ✔\ufe0f', 'ok ✔\ufe0f'],
  ])('shows %j as %j', (text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  it('leaves one line of visible, well-formed text, and nothing to clean again', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const cleaned = clean(text);
        expect(cleaned).not.toMatch(
          /(?!\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u,
        );
        expect(clean(cleaned)).toBe(cleaned);
      }),
    );
  });
});

describe('cleanAndCut', () => {
  it.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['🚀🚀🚀', 2, '🚀…'],
    ['x'.repeat(100_000), 5, 'xxxx…'],
    // Composes to fewer characters than asked for, and was still longer than what was looked at.
    ['e' + '\u0301'.repeat(100), 3, 'é\u0301…'],
  ])('cuts %j to %i characters', (text, max, expected) => {
    expect(cleanAndCut(text, max)).toBe(expected);
  });
});

describe('linesOf', () => {
  it('splits at any line break, drops empty lines, keeps indentation', () => {
    expect(linesOf('a\n\n  b\r\nc', 10)).toEqual(['a', '  b', 'c']);
  });

  it('keeps at most as many as asked for', () => {
    expect(linesOf('a\nb\nc\nd', 3)).toEqual(['a', 'b', '…']);
  });
});
