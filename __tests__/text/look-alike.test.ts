import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseCondition } from '../../src/policy/condition/parser.js';
import { readThresholds } from '../../src/policy/read.js';
import { lookAlikeHint, plainForm } from '../../src/text/look-alike.js';
import { nearest } from '../../src/text/near.js';
import { anyText } from './arbitraries.js';

describe('names that look the same', () => {
  it.each([
    ['composed and not', 'pr\u00E9cision', 'pre\u0301cision', 'U+00E9', 'U+0065'],
    ['a no-break space', 'log\u00A0loss', 'log loss', 'U+00A0', 'U+0020'],
    ['full width', 'ａｕｃ', 'auc', 'U+FF41', 'U+0061'],
    ['a narrow no-break space', 'log\u202Floss', 'log loss', 'U+202F', 'U+0020'],
    ['a zero width space', 'auc\u200B', 'auc', 'U+200B', 'nothing more'],
    ['a soft hyphen', 'au\u00ADc', 'auc', 'U+00AD', 'U+0063'],
    ['a byte order mark', '\uFEFFauc', 'auc', 'U+FEFF', 'U+0061'],
    ['a ligature', 'ﬁt', 'fit', 'U+FB01', 'U+0066'],
  ])('are near, and told apart by their first difference: %s', (_, asked, name, here, there) => {
    expect(nearest(asked, ['other', name])).toEqual([name]);
    expect(nearest(name, ['other', asked])).toEqual([asked]);
    expect(lookAlikeHint(asked, [name])).toBe(
      ` One of them only looks the same: it has ${there} where this name has ${here}.`,
    );
  });

  it.each([
    ['auc', ['auk', 'AUC', 'auc']],
    ['auc', []],
  ])('are no others: %s, %j', (asked, names) => {
    expect(lookAlikeHint(asked, names)).toBe('');
  });

  it('plainForm is the same for what it gave, and does nothing to plain text', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(plainForm(plainForm(text))).toBe(plainForm(text));
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(plainForm(text)).toBe(text);
      }),
    );
  });
});

describe('a condition that looks right', () => {
  it.each([
    ['＞＝ 0.9', '>= 0.9'],
    ['>= ０.９', '>= 0.9'],
    ['>= 0．9', '>= 0.9'],
    ['>=\u200B0.9', '>=0.9'],
    ['>= ｐroduction ＋ 5％', '>= production + 5%'],
  ])('%s is offered as %s', (written, plain) => {
    const read = parseCondition(written);
    expect(read.ok ? [] : read.mistakes.map(({ remedy }) => remedy)).toEqual([`Write "${plain}".`]);
    expect(readThresholds(`m: "${plain}"`)).toMatchObject({ ok: true });
  });

  it('is not offered where it would be refused too', () => {
    const read = parseCondition('＝＝ 0.9');
    expect(read.ok ? [] : read.mistakes[0]?.remedy).not.toContain('"== 0.9"');
  });
});
