import { describe, expect, it } from '@jest/globals';
import type { Verdict } from '../../src/domain/gate.js';
import { FIRST_PROMOTION } from '../../src/domain/gate.js';
import type { Reason } from '../../src/domain/reason.js';
import { evidence, judged, only } from './kit.js';

const RUN_DELETED: Reason = { code: 'run-deleted', message: 'The run r1 is deleted.', remedy: 'Restore it.' };

describe('comparisons, exactly', () => {
  it.each<[string, number, number | null, Verdict, string]>([
    // absolute, at, above and below
    ['>= 0.9', 0.9, null, 'pass', '0.9 ≥ 0.9'],
    ['>= 0.9', 0.91, null, 'pass', '0.91 ≥ 0.9'],
    ['>= 0.9', 0.89, null, 'fail', '0.89 < 0.9'],
    ['<= 120', 120, null, 'pass', '120 ≤ 120'],
    ['<= 120', 121, null, 'fail', '121 > 120'],
    ['> 0.9', 0.9, null, 'fail', '0.9 is not > 0.9'],
    ['> 0.9', 0.89, null, 'fail', '0.89 < 0.9'],
    ['> 0.9', 0.91, null, 'pass', '0.91 > 0.9'],
    ['< 1', 1, null, 'fail', '1 is not < 1'],
    ['< 1', 0.5, null, 'pass', '0.5 < 1'],
    // the baseline itself
    ['>= production', 0.92, 0.92, 'pass', '0.92 ≥ 0.92 = production'],
    ['> production', 0.92, 0.92, 'fail', '0.92 is not > 0.92 = production'],
    ['<= baseline', 0.3, 0.2, 'fail', '0.3 > 0.2 = production'],
    // an absolute step: decimals, not floats
    ['>= production + 0.005', 0.934, 0.92, 'pass', '0.934 ≥ 0.925 = production 0.92 + 0.005'],
    ['>= production + 0.005', 0.91, 0.92, 'fail', '0.91 < 0.925 = production 0.92 + 0.005'],
    ['>= production + 0.05', 0.85, 0.8, 'pass', '0.85 ≥ 0.85 = production 0.8 + 0.05'],
    ['<= production - 0.1', 0.2, 0.3, 'pass', '0.2 ≤ 0.2 = production 0.3 - 0.1'],
    ['> production + 0.1', 0.9, 0.8, 'fail', '0.9 is not > 0.9 = production 0.8 + 0.1'],
    // a percentage of |baseline|
    ['<= production + 10%', 130, 120, 'pass', '130 ≤ 132 = production 120 + 10% (12)'],
    ['<= production + 10%', 133, 120, 'fail', '133 > 132 = production 120 + 10% (12)'],
    ['>= production + 10%', -0.5, -1, 'pass', '-0.5 ≥ -0.9 = production -1 + 10% (0.1)'],
    ['>= production + 10%', -0.95, -1, 'fail', '-0.95 < -0.9 = production -1 + 10% (0.1)'],
    ['<= production - 10%', -1.1, -1, 'pass', '-1.1 ≤ -1.1 = production -1 - 10% (0.1)'],
    ['>= production - 1%', 0.99, 1, 'pass', '0.99 ≥ 0.99 = production 1 - 1% (0.01)'],
    // nothing is rounded
    ['>= production', 0.1, 0.10000000000000002, 'fail', '0.1 < 0.10000000000000002 = production'],
    ['<= 1e-300', 5e-324, null, 'pass', '5e-324 ≤ 1e-300'],
  ])('%s with %d against %s: %s', (condition, candidate, baseline, verdict, text) => {
    const other = baseline === null ? null : { m: baseline };
    const judgement = judged(`m: "${condition}"`, { m: candidate }, other);
    expect(judgement.verdict).toBe(verdict);
    expect(only(judgement).text).toBe(text);
  });

  it.each([
    ['>= 0.20000000000000000001', '0.2 < 0.20000000000000000001'],
    [
      '>= production + 0.10000000000000000001',
      '0.2 < 0.20000000000000000001 = production 0.1 + 0.10000000000000000001',
    ],
  ])('a threshold is its source text, beyond what a double holds: %s', (condition, text) => {
    const gate = only(judged(`m: "${condition}"`, { m: 0.2 }, { m: 0.1 }));
    expect([gate.verdict, gate.text]).toEqual(['fail', text]);
  });

  it('every comparison must hold, and their texts are joined', () => {
    const gate = only(judged('m: ">= 0.9 and >= production + 0.01"', { m: 0.905 }, { m: 0.9 }));
    expect(gate).toMatchObject({
      verdict: 'fail',
      reason: 'threshold-not-met',
      candidate: '0.905',
      baseline: '0.9',
      limit: '0.91',
      condition: '>= 0.9 and >= production + 0.01',
      text: '0.905 ≥ 0.9 and 0.905 < 0.91 = production 0.9 + 0.01',
      comparisons: [
        { result: 'pass', op: '>=', limit: '0.9', distance: '0.005' },
        { result: 'fail', op: '>=', limit: '0.91', distance: '-0.005' },
      ],
    });
    expect(gate.remedy).toContain('Improve the candidate');
  });

  it('the limit that decides has the least room, whatever its place', () => {
    const gate = only(judged('m: ">= 0.1 and <= 0.95 and >= 0.5"', { m: 0.9 }, null));
    expect(gate).toMatchObject({ verdict: 'pass', reason: 'threshold-met', limit: '0.95', remedy: '' });
    expect(gate.comparisons.map(({ distance }) => distance)).toEqual(['0.8', '0.05', '0.4']);
  });

  it('the verdict is the worst of the required gates, and advisory gates keep theirs', () => {
    const thresholds = 'a: ">= 1"\nb: { advisory: ">= 1" }\nc: { advisory: ">= 1" }';
    const judgement = judged(thresholds, { a: 1, b: 0 }, null);
    expect(judgement.verdict).toBe('pass');
    expect(judgement.gates.map(({ verdict }) => verdict)).toEqual(['pass', 'fail', 'invalid']);
    expect(judged('a: ">= 1"\nb: ">= 1"\nc: ">= 1"', { a: 1, b: 0 }, null).verdict).toBe('invalid');
    expect(judged('a: ">= 1"\nb: ">= 1"', { a: 1, b: 0 }, null).verdict).toBe('fail');
  });
});

describe('Prove pass: what is missing or not finite is never a pass', () => {
  it.each([
    ['no metric', {}, 'metric-missing'],
    ['NaN', { m: NaN }, 'metric-not-finite'],
    ['Infinity', { m: Infinity }, 'metric-not-finite'],
    ['-Infinity', { m: -Infinity }, 'metric-not-finite'],
    ['the 1.797e308 that SQL stores write', { m: 1.7976931348623157e308 }, 'metric-not-finite'],
    ['its negative', { m: -1.7976931348623157e308 }, 'metric-not-finite'],
  ])('candidate: %s', (_, candidate: Record<string, number>, reason) => {
    for (const thresholds of ['m: ">= 0"', 'm: "<= 0"', 'm: ">= production"', 'm: "<= production"']) {
      const judgement = judged(thresholds, candidate, { m: 0.5 });
      expect(judgement.verdict).toBe('invalid');
      expect(only(judgement)).toMatchObject({ verdict: 'invalid', reason, candidate: null, baseline: null });
      expect(only(judgement).remedy).not.toBe('');
    }
  });

  it.each([
    ['no metric', {}, 'baseline-metric-missing'],
    ['NaN', { m: NaN }, 'baseline-metric-not-finite'],
    ['Infinity', { m: Infinity }, 'baseline-metric-not-finite'],
    ['the 1.797e308 that SQL stores write', { m: Number.MAX_VALUE }, 'baseline-metric-not-finite'],
  ])('baseline: %s, and only when a condition uses it', (_, baseline: Record<string, number>, reason) => {
    const judgement = judged('m: ">= 0.1 and >= production"', { m: 0.5 }, baseline);
    expect(judgement.verdict).toBe('invalid');
    expect(only(judgement)).toMatchObject({ reason, candidate: '0.5', baseline: null });
    expect(judged('m: ">= 0.1"', { m: 0.5 }, baseline).verdict).toBe('pass');
  });

  it('no gate configured', () => {
    const judgement = judged('', { m: 1 }, { m: 0 });
    expect(judgement).toMatchObject({
      verdict: 'invalid',
      gates: [],
      reasons: [{ code: 'no-required-gate' }],
    });
    expect(judged('m: { advisory: ">= 0" }', { m: 1 }, null).verdict).toBe('invalid');
  });

  it('neither a baseline nor a rule for its absence', () => {
    const judgement = judged('m: ">= production"', { m: 1 }, null);
    expect(judgement.verdict).toBe('invalid');
    expect(only(judgement).reason).toBe('baseline-missing');
  });

  it('a candidate that is not to be believed, whatever its gates say', () => {
    const candidate = evidence({ m: 1 }, { problems: [RUN_DELETED] });
    const judgement = judged('m: ">= 0"', {}, null, { candidate });
    expect(judgement).toMatchObject({ verdict: 'invalid', reasons: [RUN_DELETED] });
    expect(only(judgement).verdict).toBe('pass');
  });

  it('a missing metric is named together with what there is and what is near', () => {
    const text = only(judged('acuracy: ">= 0.9"', { accuracy: 0.95, loss: 1 }, null)).text;
    expect(text).toBe(
      'The candidate has no metric "acuracy"; it has "accuracy", "loss"; near it: "accuracy".',
    );
    expect(only(judged('m: ">= 1"', {}, null)).text).toContain('no metrics at all');
    expect(only(judged('"log\u00A0loss": "<= 1"', { 'log loss': 0.5 }, null)).text).toContain(
      'near it: "log loss". One of them only looks the same: it has U+0020 where this name has U+00A0.',
    );
  });
});

describe('Case "first promotion"', () => {
  const at = (thresholds: string, value: number, setting: (typeof FIRST_PROMOTION)[number]) =>
    judged(thresholds, { m: value }, null, { firstPromotion: setting });

  it('require-absolute: relative parts are shown as waived, the absolute ones decide', () => {
    const passed = at('m: ">= 0.9 and >= production + 0.01"', 0.95, 'require-absolute');
    expect(passed).toMatchObject({ verdict: 'pass', reasons: [], warnings: [{ code: 'comparison-waived' }] });
    expect(only(passed)).toMatchObject({
      reason: 'threshold-met',
      limit: '0.9',
      text: '0.95 ≥ 0.9 and ≥ production + 0.01 (waived: nobody holds the baseline yet)',
      comparisons: [{ result: 'pass' }, { result: 'waived', limit: null, distance: null }],
    });
    expect(at('m: ">= 0.9 and >= production + 0.01"', 0.8, 'require-absolute').verdict).toBe('fail');
  });

  it('require-absolute: at least one required absolute condition must exist, else invalid', () => {
    const relative = at('m: ">= production"', 0.95, 'require-absolute');
    expect(relative).toMatchObject({ verdict: 'invalid', reasons: [{ code: 'no-absolute-condition' }] });
    expect(only(relative)).toMatchObject({ verdict: 'pass', reason: 'relative-waived', limit: null });
    const advisory = at('m: { require: ">= production", advisory: ">= 0.9" }', 0.95, 'require-absolute');
    expect(advisory).toMatchObject({ verdict: 'invalid', reasons: [{ code: 'no-absolute-condition' }] });
  });

  it('require-absolute: one absolute gate is enough, and all of them must pass', () => {
    const thresholds = 'm: ">= production"\nn: ">= 1"\no: ">= 1"';
    const values = (n: number, o: number) =>
      judged(thresholds, { m: 1, n, o }, null, { firstPromotion: 'require-absolute' });
    expect(values(1, 1).verdict).toBe('pass');
    expect(values(1, 0).verdict).toBe('fail');
  });

  it('rubber-stamp waives relative conditions only, and is reported as a waiver', () => {
    const passed = at('m: ">= production"', 0.1, 'rubber-stamp');
    expect(passed).toMatchObject({ verdict: 'pass', warnings: [{ code: 'first-promotion-rubber-stamp' }] });
    expect(only(passed).reason).toBe('relative-waived');
    expect(at('m: ">= 0.9 and >= production"', 0.1, 'rubber-stamp').verdict).toBe('fail');
    expect(at('m: ">= production"', NaN, 'rubber-stamp').verdict).toBe('invalid');
    expect(judged('m: ">= production"', {}, null, { firstPromotion: 'rubber-stamp' }).verdict).toBe(
      'invalid',
    );
  });

  it('rubber-stamp says nothing where nothing was waived', () => {
    expect(at('m: ">= 0.9"', 0.95, 'rubber-stamp')).toMatchObject({ verdict: 'pass', warnings: [] });
    expect(
      judged('m: ">= production"', { m: 1 }, { m: 0 }, { firstPromotion: 'rubber-stamp' }).warnings,
    ).toEqual([]);
  });

  it.each(['m: ">= 0.9"', 'm: ">= production"', 'm: ">= 2"', 'x: ">= 1"', ''])(
    'block is rejected, always: %s',
    (thresholds) => {
      const judgement = at(thresholds, 0.95, 'block');
      expect(judgement.verdict).toBe('fail');
      expect(judgement.reasons[0]?.code).toBe('first-promotion-blocked');
    },
  );

  it('block is rejected, always: also when the candidate is not to be believed', () => {
    const candidate = evidence({ m: 1 }, { problems: [RUN_DELETED] });
    const judgement = judged('m: ">= 0"', {}, null, { candidate, firstPromotion: 'block' });
    expect(judgement.verdict).toBe('fail');
    expect(judgement.reasons.map(({ code }) => code)).toEqual(['first-promotion-blocked', 'run-deleted']);
  });

  it('block waives nothing: a relative gate is shown as not judged, an absolute one as judged', () => {
    const { gates } = judged('m: ">= production"\nn: ">= 1"', { m: 1, n: 1 }, null, {
      firstPromotion: 'block',
    });
    expect(gates.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['invalid', 'baseline-missing'],
      ['pass', 'threshold-met'],
    ]);
  });

  it.each(FIRST_PROMOTION)(
    '%s says nothing about a missing metric of a baseline that is there',
    (setting) => {
      const judgement = judged('m: ">= 0.1 and >= production"', { m: 1 }, {}, { firstPromotion: setting });
      expect(judgement.verdict).toBe('invalid');
    },
  );
});

describe('Case "candidate is the baseline"', () => {
  it("but not the target's holder: relative conditions are invalid, absolute ones are not", () => {
    const more = { candidateIsBaseline: true };
    const relative = judged('m: ">= 0.5 and >= production"', { m: 1 }, { m: 1 }, more);
    expect(relative.verdict).toBe('invalid');
    expect(only(relative)).toMatchObject({
      reason: 'candidate-is-baseline',
      comparisons: [{ result: 'pass' }, { result: 'invalid', limit: null }],
    });
    expect(judged('m: ">= 0.5"', { m: 1 }, { m: 1 }, more).verdict).toBe('pass');
  });
});

describe('Case "run status"', () => {
  const broken = evidence({ m: 0.5 }, { problems: [RUN_DELETED] });

  it('a baseline whose run is deleted or gone is invalid, only when a condition uses it', () => {
    const judgement = judged('m: ">= production"', { m: 1 }, null, { baseline: broken });
    expect(judgement.verdict).toBe('invalid');
    expect(only(judgement).reason).toBe('baseline-run-unusable');
    expect(only(judgement).text).toContain('The run r1 is deleted.');
    expect(only(judgement).remedy).toBe(
      `${RUN_DELETED.remedy} Or name another baseline, or compare with fixed numbers.`,
    );
    expect(judged('m: ">= 0.5"', { m: 1 }, null, { baseline: broken }).verdict).toBe('pass');
  });

  it.each(['RUNNING', 'FAILED', 'KILLED'])(
    'a baseline whose run is %s is a warning, when used',
    (runStatus) => {
      const baseline = evidence({ m: 0.5 }, { lineage: { runStatus } });
      const used = judged('m: ">= production"', { m: 1 }, null, { baseline });
      expect(used).toMatchObject({ verdict: 'pass', warnings: [{ code: 'baseline-run-not-finished' }] });
      expect(judged('m: ">= 0.5"', { m: 1 }, null, { baseline }).warnings).toEqual([]);
    },
  );

  it('a baseline that is not compared with is no warning', () => {
    const baseline = evidence({ m: 0.5 }, { lineage: { runStatus: 'RUNNING' } });
    const more = { baseline, candidateIsBaseline: true };
    expect(judged('m: ">= production"', { m: 1 }, null, more).warnings).toEqual([]);
  });

  it('a finished run, or none, is no warning', () => {
    for (const runStatus of ['FINISHED', null]) {
      const baseline = evidence({ m: 0.5 }, { lineage: { runStatus } });
      expect(judged('m: ">= production"', { m: 1 }, null, { baseline }).warnings).toEqual([]);
    }
  });
});

describe('Case "baseline 0"', () => {
  it('a % amount is invalid', () => {
    for (const condition of ['>= production + 10%', '<= production - 10%', '>= production - 0%']) {
      const judgement = judged(`m: "${condition}"`, { m: 1 }, { m: 0 });
      expect(judgement.verdict).toBe('invalid');
      expect(only(judgement)).toMatchObject({ reason: 'baseline-zero', baseline: '0' });
    }
    expect(judged('m: ">= production + 10%"', { m: 1 }, { m: -0 }).verdict).toBe('invalid');
  });

  it('a fixed number in the same gate, or the bare baseline, does not help', () => {
    const condition = '>= 0.1 and >= production and >= production + 10%';
    expect(judged(`m: "${condition}"`, { m: 1 }, { m: 0 }).verdict).toBe('invalid');
  });

  it('unless the same gate also has production ± number: then the % part is waived and shown so', () => {
    const thresholds = 'm: ">= production + 10% and >= production + 0.5"';
    const judgement = judged(thresholds, { m: 1 }, { m: 0 });
    expect(judgement.verdict).toBe('pass');
    expect(only(judgement)).toMatchObject({
      reason: 'threshold-met',
      limit: '0.5',
      text: '≥ production + 10% (waived: production is 0, so the absolute step decides) and 1 ≥ 0.5 = production 0 + 0.5',
    });
    expect(judged(thresholds, { m: 0.4 }, { m: 0 }).verdict).toBe('fail');
  });

  it('a step in the other direction waives nothing: it would leave nothing to improve', () => {
    const thresholds = 'm: ">= production + 10% and <= production + 5"';
    expect(only(judged(thresholds, { m: 0 }, { m: 0 })).reason).toBe('baseline-zero');
  });

  it.each([
    ['>= production + 10% and >= production - 0.5', -0.4],
    ['>= production + 10% and > production - 0.001', 0],
    ['<= production - 10% and <= production + 0.5', 0.4],
    ['< production - 10% and <= production + 1', 0.9],
    ['>= production + 10% and >= production + 0', 0],
    ['<= production - 10% and <= production - 0.0', 0],
  ])('a weaker step never switches the stronger clause off: %s', (condition, candidate) => {
    const judgement = judged(`m: "${condition}"`, { m: candidate }, { m: 0 });
    expect([judgement.verdict, only(judgement).reason]).toEqual(['invalid', 'baseline-zero']);
  });

  it('waives with a warning', () => {
    const up = judged('m: ">= production + 10% and >= production + 0.5"', { m: 1 }, { m: 0 });
    const down = judged('m: "<= production - 10% and < production - 0.5"', { m: -1 }, { m: 0 });
    for (const { verdict, warnings } of [up, down]) {
      expect([verdict, warnings.map(({ code }) => code)]).toEqual(['pass', ['comparison-waived']]);
      expect(warnings[0]?.message).toContain('"m"');
    }
  });

  it('a baseline that is not 0 waives nothing', () => {
    const thresholds = 'm: ">= production + 10% and >= production + 0.5"';
    expect(judged(thresholds, { m: 10.6 }, { m: 10 }).verdict).toBe('fail');
    expect(judged(thresholds, { m: 11 }, { m: 10 }).verdict).toBe('pass');
  });
});
