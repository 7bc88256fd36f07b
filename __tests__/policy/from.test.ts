import { describe, expect, it } from '@jest/globals';
import { readPolicyFile } from '../../src/policy/file/read.js';
import { PATH, policyOf } from './file/texts.js';

function read(...lines: readonly string[]): unknown {
  const found = readPolicyFile(policyOf(lines), PATH);
  if (!found.ok) return found.problems.map(({ message }) => message.split('\n')[0]);
  return found.document.models[0]?.targets[0]?.gates.map((gate) =>
    gate.kind === 'from' ? [gate.place, gate.soak?.ms ?? null, gate.writtenAt.line] : gate.kind,
  );
}

describe('from and soak of a policy file', () => {
  it.each([
    [['from: Staging'], ['Staging', null, 6]],
    [
      ['from: staging', 'soak: 90s'],
      ['Staging', 90_000, 6],
    ],
    [
      ['soak: 2w', 'from: "@challenger"'],
      ['@challenger', 1_209_600_000, 7],
    ],
    [
      ['from: Archived', 'soak: 15m'],
      ['Archived', 900_000, 6],
    ],
    [
      ['from: Production', 'soak: 24h'],
      ['Production', 86_400_000, 6],
    ],
  ])('%j', (lines, gate) => {
    expect(read(...lines)).toEqual([gate]);
  });

  it.each([
    [['from: None'], 'neither a stage nor an alias'],
    [['from:'], 'neither a stage nor an alias'],
    [['from: [Staging]'], 'neither a stage nor an alias'],
    [['from: "@"'], 'neither a stage nor an alias'],
    [['soak: 24h'], 'no "from" says where'],
    [['from: Staging', 'soak: 24'], 'no length of time'],
    [['from: Staging', 'soak: 0h'], 'no length of time'],
    [['from: Staging', 'soak: -1h'], 'no length of time'],
    [['from: Staging', 'soak: 1.5h'], 'no length of time'],
    [['from: Staging', 'soak:'], 'no length of time'],
    [['from: Staging', 'soak: [24h]'], 'no length of time'],
  ])('refuses %j', (lines, sentence) => {
    expect(read(...lines)).toContainEqual(expect.stringContaining(sentence));
  });
});
