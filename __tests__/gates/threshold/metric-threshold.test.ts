import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readThresholds } from '../../../src/policy/read.js';
import { judged, only, type ThresholdJudgement } from '../kit.js';

type Fields = Record<string, number | boolean | null>;

interface Vector {
  id: string;
  thresholds: Record<string, Fields>;
  candidate: Record<string, number>;
  baseline: Record<string, number> | null;
  expected: 'pass' | 'fail';
  failures_by_metric: Record<string, string[]>;
}

const vectors = JSON.parse(
  readFileSync(new URL('../../vectors/metric-threshold.json', import.meta.url), 'utf8'),
) as Vector[];

function vectorOf(id: string): Vector {
  const vector = vectors.find((one) => one.id === id);
  if (vector === undefined) {
    throw new TypeError(`no vector ${id}`);
  }
  return vector;
}

const AMOUNTS = ['threshold', 'min_absolute_change', 'min_relative_change'];
const ZERO = 'min_relative_change/baseline_metric_value_equals_0_';

/** MLflow's `None` means that a field is not there. */
function given(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function asJson({ thresholds }: Vector): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(thresholds).map(([metric, fields]) => [metric, given(fields)])),
  );
}

function asYaml({ thresholds }: Vector): string {
  const lines = Object.entries(thresholds).flatMap(([metric, fields]) => [
    `${metric}:`,
    ...Object.entries(given(fields)).map(([name, value]) => `  ${name}: ${String(value)}`),
  ]);
  return lines.join('\n');
}

/** Which of MLflow's fields each failed comparison came from. */
function failures(vector: Vector, judgement: ThresholdJudgement): Record<string, string[]> {
  const failed = judgement.gates.flatMap(({ metric, comparisons }) => {
    const fields = AMOUNTS.filter((name) => name in given(vector.thresholds[metric] ?? {}));
    const names = fields.filter((_, index) => comparisons[index]?.result === 'fail');
    return names.length === 0 ? [] : [[metric, names] as const];
  });
  return Object.fromEntries(failed);
}

function isMissing({ failures_by_metric }: Vector): boolean {
  return Object.values(failures_by_metric)
    .flat()
    .some((failure) => failure.startsWith('missing'));
}

const forms = [
  ['JSON', asJson],
  ['YAML', asYaml],
] as const;
const plain = vectors.filter((vector) => !isMissing(vector) && !vector.id.startsWith(ZERO));

describe("MLflow's own MetricThreshold cases", () => {
  it('are all here: 33, of which three miss a metric and two have a zero baseline', () => {
    expect(vectors).toHaveLength(33);
    expect(vectors.filter(isMissing)).toHaveLength(3);
    expect(vectors.filter(({ id }) => id.startsWith(ZERO))).toHaveLength(2);
  });

  for (const [form, write] of forms) {
    it.each(plain)(`as MLflow, ${form}: $id`, (vector) => {
      const judgement = judged(write(vector), vector.candidate, vector.baseline);
      expect(judgement.verdict).toBe(vector.expected);
      expect(failures(vector, judgement)).toEqual(vector.failures_by_metric);
    });

    it.each([
      ['value_threshold/missing_candidate_metric', 'metric-missing'],
      ['min_absolute_change/missing_baseline_metric', 'baseline-missing'],
      ['min_relative_change/missing_baseline_metric', 'baseline-missing'],
    ])(`differs from MLflow, ${form}: %s is invalid (%s): what is not there was not judged`, (id, reason) => {
      const vector = vectorOf(id);
      const judgement = judged(write(vector), vector.candidate, vector.baseline);
      expect(judgement.verdict).toBe('invalid');
      expect(only(judgement).reason).toBe(reason);
    });

    it.each(['fails', 'succeeds'])(
      `differs from MLflow, ${form}: ${ZERO}%s is invalid: MLflow's 1e-10 is nobody's requirement`,
      (end) => {
        const vector = vectorOf(`${ZERO}${end}`);
        const judgement = judged(write(vector), vector.candidate, vector.baseline);
        expect(judgement.verdict).toBe('invalid');
        expect(only(judgement)).toMatchObject({ reason: 'baseline-zero', baseline: '0', limit: null });
      },
    );
  }

  it('the two metrics of a vector that misses a baseline metric: invalid also when other metrics are there', () => {
    const vector = vectorOf('min_absolute_change/missing_baseline_metric');
    const judgement = judged(asYaml(vector), vector.candidate, { other: 1 });
    expect(only(judgement)).toMatchObject({ verdict: 'invalid', reason: 'baseline-metric-missing' });
  });
});

const UP_10_PERCENT = 'm: { min_relative_change: 0.1, greater_is_better: true }';
const UP_01 = 'm: { min_absolute_change: 0.1, greater_is_better: true }';
const DOWN_01 = 'm: { min_absolute_change: 0.1, greater_is_better: false }';
const DOWN_10_PERCENT = 'm: { min_relative_change: 0.1, greater_is_better: false }';

describe('where MLflow itself is wrong, ours is invalid or right', () => {
  it.each([
    ['a NaN candidate passes min_relative_change', UP_10_PERCENT, NaN, 0.5, 'metric-not-finite'],
    ['a NaN baseline passes min_relative_change', UP_10_PERCENT, 0.5, NaN, 'baseline-metric-not-finite'],
    ['a NaN candidate crashes min_absolute_change', UP_01, NaN, 0.5, 'metric-not-finite'],
    ['a NaN baseline crashes min_absolute_change', UP_01, 0.5, NaN, 'baseline-metric-not-finite'],
    ['a +Infinity baseline passes', DOWN_10_PERCENT, 0.5, Infinity, 'baseline-metric-not-finite'],
  ])('%s: invalid here', (_, thresholds, candidate, baseline, reason) => {
    const judgement = judged(thresholds, { m: candidate }, { m: baseline });
    expect(judgement.verdict).toBe('invalid');
    expect(only(judgement).reason).toBe(reason);
  });

  it.each([
    [
      'a negative baseline inverts the relative test: -0.5 against -1 is better',
      UP_10_PERCENT,
      -0.5,
      -1,
      'pass',
    ],
    [
      'a negative baseline inverts the relative test: -1.5 against -1 is worse',
      UP_10_PERCENT,
      -1.5,
      -1,
      'fail',
    ],
    ['0.2 against 0.3 lowered by 0.1 is exact', DOWN_01, 0.2, 0.3, 'pass'],
    ['0.27 against 0.3 lowered by 10 % is exact', DOWN_10_PERCENT, 0.27, 0.3, 'pass'],
    ['0.99 against 0.9 raised by 10 % is exact', UP_10_PERCENT, 0.99, 0.9, 'pass'],
    ['0.8 against 0.7 raised by 0.1 is exact', UP_01, 0.8, 0.7, 'pass'],
  ])('%s', (_, thresholds, candidate, baseline, verdict) => {
    expect(judged(thresholds, { m: candidate }, { m: baseline }).verdict).toBe(verdict);
  });

  it('a baseline without the metric crashes a threshold-only check: here nothing asks for the baseline', () => {
    const judgement = judged('m: { threshold: 0.5, greater_is_better: true }', { m: 0.6 }, { other: 1 });
    expect(judgement.verdict).toBe('pass');
  });

  it('min_relative_change of 0 without a baseline crashes: refused before anything is judged', () => {
    const read = readThresholds('m: { min_relative_change: 0.0, greater_is_better: true }');
    expect(read).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringContaining('min_relative_change is 0.0') }],
    });
  });

  it('empty thresholds pass: never a pass here', () => {
    expect(judged('{}', { m: 1 }, { m: 0 }).verdict).toBe('invalid');
  });
});

describe('values on different scales', () => {
  it.each([
    ['per cent against a fraction', 95.1, 0.94],
    ['a fraction against per cent', 0.951, 94],
    ['milliseconds against seconds', 120, 0.13],
    ['a loss that was summed', 250, -2],
    ['50 times', 50, 1],
  ])('earn a warning that decides nothing: %s', (_, candidate, baseline) => {
    for (const [op, verdict] of [
      ['>=', candidate >= baseline ? 'pass' : 'fail'],
      ['<=', candidate <= baseline ? 'pass' : 'fail'],
    ]) {
      const judgement = judged(`m: "${op ?? ''} production"`, { m: candidate }, { m: baseline });
      expect(only(judgement).verdict).toBe(verdict);
      expect(judgement.warnings).toMatchObject([{ code: 'scales-differ' }]);
      expect(judgement.warnings[0]?.message).toContain('per cent');
    }
  });

  it.each([
    ['49 times', 49, 1],
    ['zero', 0, 100],
    ['against zero', 100, 0],
    ['the same', 0.9, 0.9],
    ['opposite signs', -1, 1],
  ])('do not: %s', (_, candidate, baseline) => {
    expect(judged('m: ">= production"', { m: candidate }, { m: baseline }).warnings).toEqual([]);
  });

  it('are not looked for where nothing is compared with the baseline', () => {
    expect(judged('m: ">= 0.9"', { m: 95 }, { m: 0.9 }).warnings).toEqual([]);
  });
});
