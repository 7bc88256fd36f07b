import { describe, expect, it } from '@jest/globals';
import type { TargetRules } from '../../src/policy/file/document.js';
import { readPolicyFile } from '../../src/policy/file/read.js';
import { PATH, policyOf, thresholds } from './file/texts.js';

function read(...lines: readonly string[]): TargetRules | readonly (string | undefined)[] {
  const found = readPolicyFile(policyOf(lines), PATH);
  if (!found.ok) return found.problems.map(({ message }) => message.split('\n')[0]);
  const target = found.document.models[0]?.targets[0];
  if (target === undefined) throw new TypeError('no target was read');
  return target;
}

describe('sign-off of a policy file', () => {
  it.each([
    ['{ tag: signed_off, roles: [ethics, business] }', ['ethics', 'business']],
    ['{ tag: signed_off, roles: [1, true] }', ['1', 'true']],
  ])('%s', (text, roles) => {
    expect(read(`sign-off: ${text}`)).toMatchObject({
      gates: [{ kind: 'sign-off', name: 'sign-off', tag: 'signed_off', roles, writtenAt: { line: 6 } }],
    });
  });

  it.each([
    'signed_off',
    '{ tag: signed_off }',
    '{ roles: [a] }',
    '{ tag: signed_off, roles: [] }',
    '{ tag: signed_off, roles: ethics }',
    '{ tag: signed_off, roles: [a, a] }',
    '{ tag: signed_off, roles: [a, [b]] }',
    '{ tag: "", roles: [a] }',
    '{ tag: x, roles: [a], by: b }',
  ])('refuses %s', (text) => {
    expect(read(`sign-off: ${text}`)).toContainEqual(expect.stringContaining(`${PATH}, line 6`));
  });
});

describe('lineage of a policy file', () => {
  it('is a gate for each part', () => {
    expect(read('lineage: [commit, dataset]', 'tags: { a: b }')).toMatchObject({
      gates: [{ kind: 'tag' }, { kind: 'lineage', part: 'commit' }, { kind: 'lineage', part: 'dataset' }],
    });
  });

  it.each(['commit', '[]', '[commits]', '[commit, commit]', '[{ a: b }]', '{ commit: true }', ''])(
    'refuses %j',
    (text) => {
      expect(read(`lineage: ${text}`)).toContainEqual(expect.stringContaining(`${PATH}, line 6`));
    },
  );
});

describe('max-age of a policy file', () => {
  it('holds for every threshold', () => {
    expect(read('max-age: 30d', ...thresholds('a: ">= 1"'))).toMatchObject({
      maxAge: { value: { text: '30d', ms: 2_592_000_000 }, writtenAt: { line: 6 } },
    });
    expect(read(...thresholds('a: ">= 1"'))).toMatchObject({ maxAge: null });
  });

  it.each(['30', '0d', 'month', '', '[30d]'])('refuses %j', (text) => {
    expect(read(`max-age: ${text}`)).toContainEqual(expect.stringContaining('no length of time'));
  });
});
