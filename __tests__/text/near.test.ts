import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nearest } from '../../src/text/near.js';

describe('nearest', () => {
  it.each([
    ['acuracy', ['loss', 'accuracy'], ['accuracy']],
    ['reqiure', ['advisory', 'require'], ['require']],
    ['prod', ['baseline', 'production'], ['production']],
    ['Production', ['production'], ['production']],
    ['churn-model', ['churn_model', 'churn', 'fraud'], ['churn_model', 'churn']],
    ['champion', ['production', 'baseline'], []],
    ['', ['a', ''], ['']],
    ['x', [], []],
    ['ab', ['ba'], ['ba']],
    ['a'.repeat(200), ['a'.repeat(199)], []],
    ['a'.repeat(200), ['A'.repeat(200)], ['A'.repeat(200)]],
  ])('%s among %j: %j', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toEqual(expected);
  });

  it('gives the nearest first, and no more than asked for', () => {
    expect(nearest('model', ['modal-x', 'models', 'model', 'nodel'], 2)).toEqual(['model', 'models']);
  });

  it('only ever gives candidates, and always the word itself when it is one', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (word, others) => {
        const candidates = [...others, word];
        const near = nearest(word, candidates, candidates.length);
        expect(near).toContain(word);
        expect(near.every((one) => candidates.includes(one))).toBe(true);
      }),
    );
  });
});
