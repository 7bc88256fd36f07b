import { describe, expect, it } from '@jest/globals';
import type { Lineage } from '../../src/domain/evidence.js';
import type { Gate } from '../../src/domain/gate.js';
import { judge, type Judgement } from '../../src/gates/judge.js';
import { CIRCUMSTANCES, evidence } from './kit.js';

const HEAD = { required: true, writtenAt: { in: 'file', name: 'policy.yml', line: 7 } } as const;

function judged(
  gate: Gate,
  tags: Readonly<Record<string, string>>,
  lineage: Partial<Lineage> = {},
): Judgement {
  const candidate = evidence({}, { lineage });
  return judge({
    gates: [gate],
    circumstances: CIRCUMSTANCES,
    candidate: { ...candidate, version: { ...candidate.version, tags } },
    baseline: null,
    maxAge: null,
    firstPromotion: null,
    candidateIsBaseline: false,
  });
}

const endOf = ({ verdict, gates }: Judgement) => [verdict, gates[0]?.verdict, gates[0]?.reason];

describe('a sign-off', () => {
  const roles = ['ethics', 'business'];
  const gate: Gate = { ...HEAD, kind: 'sign-off', name: 'sign-off', tag: 'signed_off', roles };
  const signed = (ethics?: string, business?: string) =>
    judged(gate, {
      ...(ethics === undefined ? {} : { 'signed_off.ethics': ethics }),
      ...(business === undefined ? {} : { 'signed_off.business': business }),
    });

  it.each([
    ['yes: Ada', 'yes: Bob', 'pass', 'signed-off'],
    ['YES:Ada', ' yes: Ada ', 'pass', 'signed-off'],
    ['yes: Ada', 'no: Bob', 'fail', 'sign-off-refused'],
    ['no: Ada', 'no: Bob', 'fail', 'sign-off-refused'],
    ['yes: Ada', undefined, 'invalid', 'sign-off-missing'],
    [undefined, undefined, 'invalid', 'sign-off-missing'],
    ['yes: Ada', '', 'invalid', 'sign-off-missing'],
    ['no: Ada', undefined, 'invalid', 'sign-off-missing'],
    ['yes: Ada', 'yes', 'invalid', 'sign-off-unclear'],
    ['yes: Ada', 'yes:', 'invalid', 'sign-off-unclear'],
    ['yes: Ada', 'yes:   ', 'invalid', 'sign-off-unclear'],
    ['yes: Ada', 'approved', 'invalid', 'sign-off-unclear'],
    ['yes: Ada', 'Bob', 'invalid', 'sign-off-unclear'],
    ['yes: Ada', 'yesterday: Bob', 'invalid', 'sign-off-unclear'],
    ['yes: Ada', 'not yet: Bob', 'invalid', 'sign-off-unclear'],
  ])('of %j and %j: %s, %s', (ethics, business, verdict, reason) => {
    expect(endOf(signed(ethics, business))).toEqual([verdict, verdict, reason]);
  });

  it('names every role and who spoke for it, and in which tag', () => {
    expect(signed('yes: Ada', 'yes: Bob').gates[0]?.text).toBe(
      'The version is signed off: ethics by Ada, business by Bob.',
    );
    expect(signed('yes: Ada', 'no: Bob').gates[0]?.text).toBe(
      'The version is not signed off: "business" (Bob) in "signed_off.business" said no.',
    );
  });

  it('counts for no other role', () => {
    expect(endOf(judged(gate, { signed_off: 'yes: Ada', 'signed_off.Ethics': 'yes: Ada' }))[2]).toBe(
      'sign-off-missing',
    );
  });
});

describe('a part of the lineage', () => {
  const of = (part: 'commit' | 'run' | 'dataset'): Gate => ({ ...HEAD, kind: 'lineage', name: part, part });
  const COMMIT = 'c0ffee00'.repeat(5);

  it.each([
    ['commit', { commit: COMMIT }, 'pass'],
    ['commit', { commit: 'c0ffee00'.repeat(8) }, 'pass'],
    ['commit', { commit: null }, 'invalid'],
    ['commit', { commit: 'main' }, 'invalid'],
    ['commit', { commit: 'c0ffee0' }, 'invalid'],
    ['commit', { commit: '' }, 'invalid'],
    ['run', { runId: 'abc' }, 'pass'],
    ['run', { runId: null }, 'invalid'],
    ['dataset', { datasets: [{ name: 'train', digest: 'd1' }] }, 'pass'],
    ['dataset', { datasets: [] }, 'invalid'],
  ] as const)('%s of %j: %s', (part, lineage, verdict) => {
    const reason = verdict === 'pass' ? 'lineage-known' : 'lineage-missing';
    expect(endOf(judged(of(part), {}, lineage))).toEqual([verdict, verdict, reason]);
  });
});

describe('less evidence', () => {
  const GATES: readonly Gate[] = [
    { ...HEAD, kind: 'tag', name: 'a', tag: 'a', accepted: ['yes: x', 'no: x', 'b'] },
    { ...HEAD, kind: 'sign-off', name: 's', tag: 's', roles: ['a', 'b'] },
    { ...HEAD, kind: 'lineage', name: 'c', part: 'commit' },
    { ...HEAD, kind: 'lineage', name: 'r', part: 'run' },
    { ...HEAD, kind: 'lineage', name: 'd', part: 'dataset' },
  ];
  const VALUES = [undefined, '', 'b', 'yes: x', 'no: x'];
  const COMMIT = 'c0ffee00'.repeat(5);

  it('never turns a refusal into a pass, of any kind', () => {
    let tried = 0;
    for (const gate of GATES) {
      for (const a of VALUES) {
        for (const b of VALUES) {
          for (const known of [true, false]) {
            const tags = Object.fromEntries(
              Object.entries({ a, 's.a': a, 's.b': b }).flatMap(([key, value]) =>
                value === undefined ? [] : [[key, value]],
              ),
            );
            const lineage = known
              ? { commit: COMMIT, runId: 'r', datasets: [{ name: 'd', digest: null }] }
              : { runId: null };
            if (judged(gate, tags, lineage).verdict === 'pass') continue;
            for (const key of Object.keys(tags)) {
              const less = Object.fromEntries(Object.entries(tags).filter(([other]) => other !== key));
              expect([gate.name, tags, key, judged(gate, less, lineage).verdict]).not.toEqual([
                gate.name,
                tags,
                key,
                'pass',
              ]);
              tried += 1;
            }
          }
        }
      }
    }
    expect(tried).toBeGreaterThan(100);
  });
});
