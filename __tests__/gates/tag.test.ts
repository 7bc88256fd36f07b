import { describe, expect, it } from '@jest/globals';
import type { GateOf } from '../../src/domain/gate.js';
import { judge, type Judgement } from '../../src/gates/judge.js';
import { CIRCUMSTANCES, evidence } from './kit.js';

const GATE: GateOf<'tag'> = {
  ...{
    kind: 'tag',
    name: 'bias_review',
    required: true,
    tag: 'bias_review',
    accepted: ['approved', 'waived'],
  },
  writtenAt: { in: 'file', name: 'policy.yml', line: 7 },
};

function judged(
  tags: Readonly<Record<string, string>>,
  more: Partial<GateOf<'tag'>> = {},
  first = false,
): Judgement {
  const candidate = evidence({});
  return judge({
    circumstances: CIRCUMSTANCES,
    maxAge: null,
    gates: [{ ...GATE, ...more }],
    candidate: { ...candidate, version: { ...candidate.version, tags } },
    baseline: null,
    firstPromotion: first ? 'require-absolute' : null,
    candidateIsBaseline: false,
  });
}

describe('a tag gate', () => {
  it.each([
    [{ bias_review: 'approved' }, 'pass', 'tag-accepted'],
    [{ bias_review: 'waived', other: 'x' }, 'pass', 'tag-accepted'],
    [{ bias_review: 'rejected' }, 'fail', 'tag-not-accepted'],
    [{ bias_review: '' }, 'fail', 'tag-not-accepted'],
    [{ bias_review: 'Approved' }, 'fail', 'tag-not-accepted'],
    [{ bias_review: ' approved' }, 'fail', 'tag-not-accepted'],
    [{ bias_review: 'approved, waived' }, 'fail', 'tag-not-accepted'],
    [{}, 'invalid', 'tag-missing'],
    [{ Bias_review: 'approved' }, 'invalid', 'tag-missing'],
  ])('on %j: %s, %s', (tags: Readonly<Record<string, string>>, verdict, reason) => {
    const { gates, ...judgement } = judged(tags);
    expect(judgement.verdict).toBe(verdict);
    expect(gates).toMatchObject([{ verdict, reason, found: tags['bias_review'] ?? null }]);
  });

  it('takes a tag for nothing that an object has of itself', () => {
    expect(judged({}, { tag: 'constructor', accepted: ['approved'] }).gates[0]?.reason).toBe('tag-missing');
    expect(judged({}, { tag: '__proto__', accepted: ['approved'] }).gates[0]?.reason).toBe('tag-missing');
  });

  it('says what is and what is asked for', () => {
    expect(judged({ bias_review: 'rejected' }).gates[0]?.text).toBe(
      'The tag "bias_review" is "rejected", not "approved" or "waived".',
    );
    expect(judged({ bias_review: 'approved\u200b' }).gates[0]?.text).toContain('only looks the same');
  });

  it('alone is enough for a first promotion, and needs no baseline', () => {
    expect(judged({ bias_review: 'approved' }, {}, true).verdict).toBe('pass');
  });

  it('that is advisory never counts', () => {
    expect(judged({ bias_review: 'approved' }, { required: false })).toMatchObject({
      verdict: 'invalid',
      reasons: [{ code: 'no-required-gate' }],
    });
  });
});
