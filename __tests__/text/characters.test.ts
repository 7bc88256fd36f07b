import { describe, expect, it } from '@jest/globals';
import { isAscii, isEveryday } from '../../src/text/characters.js';

const ALL = Array.from({ length: 0x1_1000 }, (_, code) => String.fromCodePoint(code));
/** What a text may not hold that is to be left as it is, or counted as one cell a character. */
const SPECIAL = /[\p{C}\p{M}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u;

describe('everyday characters', () => {
  const everyday = ALL.filter(isEveryday);

  it('show themselves: none is invisible, a mark, a break, or a space but the plain one', () => {
    expect(everyday.length).toBeGreaterThan(400);
    expect(everyday.filter((character) => SPECIAL.test(character))).toEqual([]);
    expect(everyday.filter((character) => /\s/u.test(character))).toEqual([' ']);
  });

  it('are composed, alone and after one another', () => {
    const pairs = everyday.flatMap((one) => ['A', 'e', '=', '≥', 'ö'].map((before) => before + one));
    expect([...everyday, ...pairs].filter((text) => text.normalize('NFC') !== text)).toEqual([]);
  });

  it.each(['a\nb', '\u001B[31m', 'a\u200Bb', '\u00AD', '\u2028', 'e\u0301', '模型', '🚀', '\uD800'])(
    '%j is not made of them',
    (text) => {
      expect(isEveryday(text)).toBe(false);
    },
  );
});

describe('ASCII', () => {
  it('is what its name says', () => {
    expect(ALL.filter(isAscii)).toEqual(ALL.slice(0, 128));
    expect([isAscii('loss\n'), isAscii('lößt'), isAscii('a🚀'), isAscii('')]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('has no other letters and digits than those that are looked for in it', () => {
    const ascii = ALL.slice(0, 128);
    const found = (pattern: RegExp) => ascii.filter((character) => pattern.test(character));
    expect(found(/\p{L}/u)).toEqual(found(/[A-Za-z]/));
    expect(found(/\p{N}/u)).toEqual(found(/[0-9]/));
    expect(found(/\p{M}/u)).toEqual([]);
    expect([found(/\p{Lu}/u), found(/\p{Ll}/u)]).toEqual([found(/[A-Z]/), found(/[a-z]/)]);
  });
});
