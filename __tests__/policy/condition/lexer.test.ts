import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tokenize } from '../../../src/policy/condition/lexer.js';

const piece = fc.constantFrom(
  '>=',
  '<',
  '0.9',
  '1e-3',
  '5k',
  '.',
  'and',
  'andy',
  'production',
  '_a',
  '+',
  '%',
  ' ',
  '&&',
);

describe('tokenize', () => {
  it('reads ASCII as it reads it beside other letters', () => {
    const text = fc.oneof(
      fc.array(piece).map((pieces) => pieces.join('')),
      fc.string(),
    );
    fc.assert(
      fc.property(text, (condition) => {
        const alone = tokenize(condition).slice(0, -1);
        expect(tokenize(`${condition} é`).slice(0, -2)).toEqual(alone);
      }),
    );
  });

  it.each(['précision', 'モデル', 'é1'])('takes %s for a word', (word) => {
    expect(tokenize(word).map(({ kind }) => kind)).toEqual(['word', 'end']);
  });
});
