import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { PolicyText } from '../../src/domain/policy.js';
import { proposedChanges } from '../../src/policy/in-force.js';
import { GOOD, PATH, policyOf, thresholds } from './file/texts.js';

function file(text: string | null): PolicyText | null {
  if (text === null) return null;
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { text, file: { path: PATH, place: 'ref', ref: 'x', commit: 'c', sha256 } };
}

/** In short: what it does, and what is said of it. */
function changes(before: string | null, after: string | null): readonly string[] {
  return proposedChanges(file(before), file(after)).map(
    ({ code, message }) =>
      `${code.replace('policy-', '')}: ${message.replace(/^.*?model-promotion\.yml: /, '')}`,
  );
}

const gate = (...lines: readonly string[]) => policyOf(thresholds(...lines));
const WHERE = 'Production of "churn"';

describe('what a pull request does to a policy', () => {
  it.each([
    [
      'accuracy: ">= 0.9"',
      'accuracy: ">= 0.8"',
      'would-loosen',
      'from "accuracy" >= 0.9 (line 7) to "accuracy" >= 0.8 (line 7)',
    ],
    [
      'accuracy: ">= 0.8"',
      'accuracy: ">= 0.9"',
      'would-tighten',
      'from "accuracy" >= 0.8 (line 7) to "accuracy" >= 0.9 (line 7)',
    ],
    [
      'loss: "<= production"',
      'loss: "<= production + 5%"',
      'would-loosen',
      'from "loss" <= production (line 7) to "loss" <= production + 5% (line 7)',
    ],
    [
      'a: ">= 0.9 and >= production"',
      'a: ">= 0.9"',
      'may-loosen',
      'from "a" >= 0.9 and >= production (line 7) to "a" >= 0.9 (line 7)',
    ],
    [
      'a: ">= production + 1%"',
      'a: ">= production + 0.01"',
      'may-loosen',
      'from "a" >= production + 1% (line 7) to "a" >= production + 0.01 (line 7)',
    ],
    ['a: ">= 0.9"', 'a: { advisory: ">= 0.9" }', 'would-loosen', 'no longer asks for "a" >= 0.9 (line 7)'],
  ])('%s to %s: %s', (before, after, code, what) => {
    expect(changes(gate(before), gate(after))).toEqual([`${code}: ${WHERE}, ${what}.`]);
  });

  it.each([
    [['tags: { r: [a, b] }'], ['tags: { r: [a, b, c] }'], 'would-loosen'],
    [['tags: { r: [a, b] }'], ['tags: { r: a }'], 'would-tighten'],
    [['tags: { r: a, s: b }'], ['tags: { r: a }'], 'would-loosen'],
    [['lineage: [run]'], ['lineage: [run, commit]'], 'would-tighten'],
    [['lineage: [run, commit]'], ['lineage: [run]'], 'would-loosen'],
    [['from: Staging', 'soak: 24h'], ['from: Staging', 'soak: 1h'], 'may-loosen'],
    [['from: Staging'], ['from: "@challenger"'], 'may-loosen'],
    [['first-promotion: block'], ['first-promotion: rubber-stamp'], 'would-loosen'],
    [[], ['first-promotion: block'], 'would-tighten'],
    [['first-promotion: rubber-stamp'], [], 'would-tighten'],
    [['max-age: 7d'], ['max-age: 8d'], 'would-loosen'],
    [['max-age: 7d'], [], 'would-loosen'],
    [[], ['max-age: 7d'], 'would-tighten'],
    [[], ['inputs-may: [thresholds]'], 'would-loosen'],
    [['inputs-may: [thresholds, baseline]'], ['inputs-may: [baseline]'], 'would-tighten'],
  ])('%j to %j: %s', (before, after, code) => {
    const text = (lines: readonly string[]) => policyOf([...lines, ...thresholds('a: ">= 1"')]);
    expect(changes(text(before), text(after)).map((change) => change.split(':')[0])).toEqual([code]);
  });

  it('is nothing where only words, order or places differ', () => {
    expect(changes(GOOD, GOOD)).toEqual([]);
    expect(changes(GOOD, `# reviewed\n${GOOD}`)).toEqual([]);
    expect(changes(gate('a: ">= 1"', 'b: ">= 2"'), gate('b: ">= 2"', 'a: ">=  1"'))).toEqual([]);
  });

  it('is told of every model and target, loosened ones first', () => {
    const two = (a: string, b: string) =>
      `version: 1\nmodels:\n  one: { targets: { Production: { thresholds: { m: "${a}" } }, "@c": { thresholds: { m: ">= 5" } } } }\n  two: { targets: { Staging: { thresholds: { m: "${b}" } } } }`;
    expect(changes(two('>= 1', '>= 2'), two('>= 2', '>= 1')).map((text) => text.slice(0, 36))).toEqual([
      'would-loosen: Staging of "two", from',
      'would-tighten: Production of "one", ',
    ]);
  });

  it('knows the pattern that a model falls under', () => {
    const models = (...lines: readonly string[]) =>
      `version: 1\nmodels:\n${lines.map((line) => `  ${line}`).join('\n')}`;
    const all = '"*": { targets: { Production: { thresholds: { m: ">= 1" } } } }';
    const own = 'churn: { targets: { Production: { thresholds: { m: ">= 2" } } } }';
    expect(changes(models(all, own), models(all))).toEqual([
      'would-loosen: Production of "churn", from "m" >= 2 (line 4) to "m" >= 1 (line 3).',
    ]);
    expect(changes(models(own), models(own, all))).toEqual([
      'would-tighten: Production of "*" gets rules of its own.',
    ]);
    expect(changes(models(all, own), models(own))).toEqual([
      'would-tighten: Production of "*" has no rules any more, and is refused.',
    ]);
  });

  it('is told of a file that comes, goes or cannot be read', () => {
    expect(changes(null, GOOD)).toEqual(['would-tighten: it adds the file.']);
    expect(changes(GOOD, null)).toEqual(['would-loosen: it removes the file, and inputs alone decide.']);
    expect(changes(null, null)).toEqual([]);
    expect(changes(GOOD, 'version: 2')[0]).toContain('would-break: ');
  });
});
