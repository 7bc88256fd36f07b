import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseJson } from '../../src/net/limits.js';

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('parseJson', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 20 }), fc.constantFrom(undefined, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(parseJson(text)).toEqual({ value: JSON.parse(text) as unknown });
      }),
    );
  });

  it('stops at a depth of 64', () => {
    expect(parseJson(nested(64))).toHaveProperty('value');
    for (const text of [nested(65), ` \n${nested(65)}`, nested(1_000_000), '{"a":'.repeat(100_000)]) {
      expect(parseJson(text)).toEqual({ problem: 'too-deep' });
    }
  });

  it('does not take a page with many brackets for deep JSON', () => {
    for (const text of [`<script>${'{'.repeat(100)}`, `"a" ${nested(100)}`]) {
      expect(parseJson(text)).toEqual({ problem: 'not-json' });
    }
  });

  it('does not count brackets in strings', () => {
    const brackets = '['.repeat(100);
    for (const text of [brackets, `\\${brackets}`, `"${brackets}`, `\\"${brackets}`, `${brackets}\\\\`]) {
      expect(parseJson(JSON.stringify([text]))).toEqual({ value: [text] });
    }
  });

  it.each(['', '<html>', '{"a":1', '"open', '"open\\', '{"a":NaN}'])('%j is not JSON', (text) => {
    expect(parseJson(text)).toEqual({ problem: 'not-json' });
  });
});
