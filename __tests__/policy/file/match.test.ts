import { describe, expect, it } from '@jest/globals';
import { fits, rulesFor } from '../../../src/policy/file/match.js';
import { readPolicyFile } from '../../../src/policy/file/read.js';
import { PATH } from './texts.js';
import { thresholdGatesOf } from '../../harness/thresholds.js';

/** A policy whose models ask of Production what their own place in the list is. */
function match(names: readonly string[], model: string, target = 'Production'): unknown {
  const models = names.map(
    (name, at) => `  ${JSON.stringify(name)}: { targets: { Production: { thresholds: { m: ">= ${at}" } } } }`,
  );
  const read = readPolicyFile(`version: 1\nmodels:\n${models.join('\n')}`, PATH);
  if (!read.ok) throw new TypeError(JSON.stringify(read.problems));
  const found = rulesFor(read.document, model, target);
  return found.ok
    ? thresholdGatesOf(found.rules.gates)
        .map((gate) => gate.condition)
        .join()
    : found.reason;
}

describe('rulesFor', () => {
  it.each([
    [['*', 'fraud-*', 'fraud-detector'], '>= 2'],
    [['fraud-detector', '*'], '>= 0'],
    [['*', 'fraud-*'], '>= 1'],
    [['*detector', 'f*'], '>= 0'],
    [['fraud-detecto', 'fraud-*'], '>= 1'],
  ])('of %j takes the most exact name', (names, condition) => {
    expect(match(names, 'fraud-detector')).toBe(condition);
  });

  it('takes a name with a star for what it is', () => {
    expect(match(['a*', '*'], 'a*')).toBe('>= 0');
  });

  it('does not choose between patterns that are equally exact', () => {
    expect(match(['fraud-*', '*-model'], 'fraud-model')).toMatchObject({
      code: 'policy-invalid',
      message: expect.stringContaining('"fraud-*" (line 3), "*-model" (line 4)'),
    });
  });

  it('never takes what is not named for "no rules"', () => {
    expect(match(['churn', 'fraud-*'], 'chrun')).toMatchObject({
      code: 'not-in-policy',
      message: `The policy ${PATH} has no rules for model "chrun". Did you mean "churn"? It has "churn", "fraud-*".`,
    });
    expect(match(['churn'], 'churn', '@champion')).toMatchObject({
      code: 'not-in-policy',
      message: `The policy ${PATH} has no rules for @champion of "churn" (line 3). It has Production.`,
    });
  });
});

describe('fits', () => {
  it.each([
    ['*', '', true],
    ['a*', 'a', true],
    ['a*a', 'a', false],
    ['a*a', 'aa', true],
    ['a*b*c', 'aXbYc', true],
    ['a*b*c', 'aXcYb', false],
    ['*ab*ab', 'ab', false],
    ['*ab*ab', 'abab', true],
    ['a**b', 'ab', true],
    ['a', 'b', false],
    ['a.c', 'abc', false],
  ])('%s and %j: %j', (pattern, name, expected) => {
    expect(fits(pattern, name)).toBe(expected);
  });

  it('takes time in line with the text', () => {
    expect(fits(`${'a*'.repeat(50_000)}b`, 'a'.repeat(100_000))).toBe(false);
  });
});
