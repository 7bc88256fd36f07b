import { describe, expect, it } from '@jest/globals';
import type { GateOf } from '../../src/domain/gate.js';
import { judge } from '../../src/gates/judge.js';
import type { Circumstances } from '../../src/gates/kind.js';
import { CIRCUMSTANCES, evidence } from './kit.js';

const HOUR = 3_600_000;
const NOW = 1_000 * HOUR;
const DAY = { text: '24h', ms: 24 * HOUR };
/** Registered ten days ago. */
const OLD: Partial<Circumstances> = { now: NOW, createdAt: NOW - 240 * HOUR };

function judged(circumstances: Partial<Circumstances>, more: Partial<GateOf<'from'>> = {}) {
  const gate: GateOf<'from'> = {
    ...{ kind: 'from', name: 'from Staging', required: true, place: 'Staging', soak: null },
    writtenAt: { in: 'file', name: 'policy.yml', line: 7 },
    ...more,
  };
  const { verdict, gates } = judge({
    gates: [gate],
    circumstances: { ...CIRCUMSTANCES, ...circumstances },
    candidate: evidence({}),
    maxAge: null,
    baseline: null,
    firstPromotion: null,
    candidateIsBaseline: false,
  });
  expect(gates[0]?.verdict).toBe(verdict);
  return [verdict, gates[0]?.reason, gates[0]?.text];
}

describe('where the version has to be', () => {
  it.each([
    ['Staging', ['Staging'], 'pass'],
    ['Staging', ['Staging', '@x'], 'pass'],
    ['@x', ['None', '@x'], 'pass'],
    ['Staging', [], 'fail'],
    ['Staging', ['Production'], 'fail'],
    ['Staging', ['@Staging'], 'fail'],
    ['@x', ['@X'], 'fail'],
  ])('%s of %j: %s', (place, holds, verdict) => {
    expect(judged({ holds }, { place })[0]).toBe(verdict);
  });

  it('is said with what it holds instead', () => {
    expect(judged({ holds: [] })[2]).toBe('The version does not hold Staging; it holds nothing.');
    expect(judged({ holds: ['Archived', '@old'] })[2]).toContain('it holds Archived, @old.');
  });
});

describe('how long it has to be there', () => {
  const staged = { ...OLD, holds: ['Staging', '@challenger'] };

  it.each([
    ['untouched for longer', NOW - 30 * HOUR, 'pass', 'in-place'],
    ['untouched for exactly that long', NOW - 24 * HOUR, 'pass', 'in-place'],
    ['touched since', NOW - 24 * HOUR + 1, 'inconclusive', 'soak-not-known'],
    ['touched in a future that is a wrong clock', NOW + HOUR, 'inconclusive', 'soak-not-known'],
    ['not told', null, 'inconclusive', 'soak-not-known'],
  ])('is proven by a row %s', (_, updatedAt, verdict, reason) => {
    expect(judged({ ...staged, updatedAt }, { soak: DAY }).slice(0, 2)).toEqual([verdict, reason]);
  });

  it('cannot be longer than the version exists', () => {
    const young = { ...staged, createdAt: NOW - 23 * HOUR, updatedAt: NOW - 23 * HOUR };
    expect(judged(young, { soak: DAY })).toEqual([
      'fail',
      'soak-too-short',
      'The version was registered 23h ago, and has to hold Staging for 24h.',
    ]);
  });

  it('is not told of an alias, however old the row', () => {
    const found = judged({ ...staged, updatedAt: NOW - 200 * HOUR }, { place: '@challenger', soak: DAY });
    expect(found).toEqual([
      'inconclusive',
      'soak-not-known',
      'The version holds @challenger, and has to for 24h; the registry does not tell since when.',
    ]);
  });

  it('does not matter to one that is not there', () => {
    expect(judged({ ...OLD, holds: [], updatedAt: 0 }, { soak: DAY })[1]).toBe('not-in-place');
  });
});
