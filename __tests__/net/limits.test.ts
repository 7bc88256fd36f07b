import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseJson } from '../../src/net/limits.js';

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('parseJson', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 20 }), fc.constantFrom(undefined, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('stops at a depth of 64', () => {
    expect(parseJson(nested(64))).toBeDefined();
    expect(parseJson(nested(65))).toBeUndefined();
    expect(parseJson(nested(1_000_000))).toBeUndefined();
    expect(parseJson('{"a":'.repeat(100_000))).toBeUndefined();
  });

  it('does not count brackets in strings', () => {
    const brackets = '['.repeat(100);
    for (const text of [brackets, `\\${brackets}`, `"${brackets}`, `\\"${brackets}`, `${brackets}\\\\`]) {
      expect(parseJson(JSON.stringify([text]))).toEqual([text]);
    }
  });

  it.each(['', '<html>', '{"a":1', '"open', '"open\\', '{"a":NaN}'])('%j is not JSON', (text) => {
    expect(parseJson(text)).toBeUndefined();
  });
});
