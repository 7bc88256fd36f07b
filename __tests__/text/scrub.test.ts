import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createScrub } from '../../src/text/scrub.js';
import { DRESSES } from './dresses.js';

const SECRETS = [
  'p&ss"w<o>rd\'x',
  'plain-canary',
  'a\\b\nc, two',
  'ä/ö+ü é',
  'pass 😀 word',
  'hunter2',
  'tok/en+==',
  '%41%42cd',
];

describe.each(SECRETS)('the secret %j', (secret) => {
  const scrub = createScrub([secret]);

  it.each(Object.entries(DRESSES))('is found %s', (_name, dress) => {
    const worn = dress(secret);
    const clean = scrub(`before ${worn} after`);
    expect(clean).toContain('***');
    expect(clean).not.toContain(worn);
    expect(clean).toMatch(/^before .* after$/s);
    // What is left of base64 is what was encoded beside it.
    if (!/before|inside/.test(_name)) expect(clean).toMatch(/^before \*{3}=* after$/s);
  });

  it('is found with every character in a dress of its own', () => {
    const names = [
      'as it is',
      'as JSON, each character',
      'as HTML, by number',
      'as a URL, each character',
      'as quoted-printable',
    ];
    const mixed = Array.from(secret).map(
      (character, at) => DRESSES[names[at % names.length] ?? '']?.(character) ?? '',
    );
    expect(scrub(`x ${mixed.join('')} y`)).toBe('x *** y');
  });
});

describe('createScrub', () => {
  it('leaves nothing of a secret in base64, whatever stands beside it', () => {
    const text = fc.string({ unit: 'binary', minLength: 0, maxLength: 8 });
    const secrets = fc.string({ unit: 'grapheme-ascii', minLength: 8, maxLength: 24 });
    fc.assert(
      fc.property(text, secrets, text, (before, secret, after) => {
        const clean = createScrub([secret])(Buffer.from(before + secret + after).toString('base64'));
        const [head = '', tail = ''] = clean.split('***');
        // At most the bits that a neighbour shares.
        expect(clean).toContain('***');
        expect(Buffer.from(head, 'base64').length).toBeLessThanOrEqual(Buffer.from(before).length + 1);
        expect(tail.length).toBeLessThanOrEqual(Math.ceil(((Buffer.from(after).length + 2) * 8) / 6) + 2);
      }),
    );
  });

  it('takes the longer secret first', () => {
    expect(createScrub(['abcd', 'abcdefgh'])('x abcdefgh abcd')).toBe('x *** ***');
  });

  it('leaves alone what is too short to be told from a word', () => {
    expect(createScrub(['x', '1', 'abc', ''])('example 1: abc')).toBe('example 1: abc');
    expect(createScrub(['user'])('users and superuser, and user')).toBe('users and superuser, and ***');
    expect(createScrub(['s3cr3t'])('xs3cr3tx')).toBe('x***x');
  });

  it('finds every piece of a long one', () => {
    const secret = createHash('shake256', { outputLength: 750 }).update('x').digest('hex');
    const scrub = createScrub([secret]);
    for (const dress of Object.values(DRESSES)) {
      const clean = scrub(dress(secret));
      expect(clean.replace(/[*=]/g, '').length).toBeLessThan(120);
    }
  });

  it('takes no text that has nothing of it', () => {
    const text = 'Version 3 of churn was promoted: 0.97 ≥ 0.9 &amp; %41 \\u0041 =41';
    expect(createScrub(SECRETS)(text)).toBe(text);
  });
});
