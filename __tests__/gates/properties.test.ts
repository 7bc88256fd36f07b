import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Measurement, VersionEvidence } from '../../src/domain/evidence.js';
import { FIRST_PROMOTION, type GateOf } from '../../src/domain/gate.js';
import { OPERATORS, type Comparison, type DatasetFilter, type Operator } from '../../src/domain/threshold.js';
import type { JudgeInput } from '../../src/gates/judge.js';
import { normalForm } from '../../src/policy/condition/normal-form.js';
import { thresholdGatesOf } from '../harness/thresholds.js';
import { CIRCUMSTANCES, evidence, gatesOf, judgeThresholds, measured } from './kit.js';

const METRICS = ['a', 'b'];
/** Few values, so that equal ones, zeros and boundaries come up often. */
const value = fc.integer({ min: -20, max: 20 }).map((n) => n / 10);
const amount = fc.integer({ min: 0, max: 20 }).map((n) => String(n / 10));
const operator = fc.constantFrom(...OPERATORS);

const comparison: fc.Arbitrary<Comparison> = fc.oneof(
  fc.record({ op: operator, operand: value.map((n) => ({ kind: 'number' as const, value: String(n) })) }),
  fc.record({
    op: operator,
    operand: fc
      .option(
        fc.record({
          sign: fc.constantFrom('+' as const, '-' as const),
          amount,
          unit: fc.constantFrom('absolute' as const, 'percent' as const),
        }),
      )
      .map((offset) => ({ kind: 'baseline' as const, offset })),
  }),
);

const dataset = fc.constantFrom(
  null,
  { name: 'x', digest: 'd1' },
  { name: 'x', digest: 'd2' },
  { name: 'y', digest: null },
);

const filter: fc.Arbitrary<DatasetFilter> = dataset.map((where) =>
  where === null ? { kind: 'none' } : { kind: 'named', ...where },
);

const gate: fc.Arbitrary<GateOf<'threshold'>> = fc
  .record({
    metric: fc.constantFrom(...METRICS),
    dataset: fc.oneof(
      { weight: 4, arbitrary: fc.constant<DatasetFilter>({ kind: 'any' }) },
      { weight: 1, arbitrary: filter },
    ),
    required: fc.boolean(),
    comparisons: fc.array(comparison, { minLength: 1, maxLength: 3 }),
  })
  .map((gate) => ({
    kind: 'threshold',
    name: gate.metric,
    writtenAt: { in: 'input', name: 'thresholds', line: 1 },
    ...gate,
    condition: normalForm(gate.comparisons),
  }));

const row: fc.Arbitrary<Measurement> = fc
  .record({
    metric: fc.constantFrom(...METRICS),
    value: fc.oneof({ weight: 9, arbitrary: value }, { weight: 1, arbitrary: fc.constant(NaN) }),
    dataset: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: dataset }),
  })
  .map(({ metric, value, dataset }) => measured(metric, value, { dataset }));

const version: fc.Arbitrary<VersionEvidence> = fc
  .uniqueArray(row, { selector: ({ metric, dataset }) => JSON.stringify([metric, dataset]), maxLength: 4 })
  .map((rows) => evidence(rows));

const input: fc.Arbitrary<JudgeInput> = fc
  .record({
    gates: fc.array(gate, { maxLength: 3 }),
    circumstances: fc.constant(CIRCUMSTANCES),
    maxAge: fc.constant(null),
    firstPromotion: fc.option(fc.constantFrom(...FIRST_PROMOTION)),
    candidate: version,
    baseline: fc.option(version, { freq: 4 }),
    candidateIsBaseline: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
  })
  .map((all) => ({ ...all, firstPromotion: all.baseline === null ? all.firstPromotion : null }));

function without(version: VersionEvidence, metric: string): VersionEvidence {
  return { ...version, measurements: version.measurements.filter((one) => one.metric !== metric) };
}

function withValue(version: VersionEvidence, metric: string, value: number): VersionEvidence {
  const measurements = version.measurements.map((one) => (one.metric === metric ? { ...one, value } : one));
  return { ...version, measurements };
}

const FLIPPED: Record<Operator, Operator> = { '>=': '<=', '<=': '>=', '>': '<', '<': '>' };

function negateText(text: string): string {
  return text.startsWith('-') ? text.slice(1) : `-${text}`;
}

function negateComparison({ op, operand }: Comparison): Comparison {
  if (operand.kind === 'number') {
    return { op: FLIPPED[op], operand: { kind: 'number', value: negateText(operand.value) } };
  }
  const { offset } = operand;
  return {
    op: FLIPPED[op],
    operand: {
      kind: 'baseline',
      offset: offset === null ? null : { ...offset, sign: offset.sign === '+' ? '-' : '+' },
    },
  };
}

function negateVersion(version: VersionEvidence): VersionEvidence {
  return { ...version, measurements: version.measurements.map((one) => ({ ...one, value: -one.value })) };
}

describe('properties of the judge', () => {
  it('negating a metric together with its operators and the signs of its amounts leaves the verdict', () => {
    fc.assert(
      fc.property(input, (original) => {
        const mirrored: JudgeInput = {
          ...original,
          gates: thresholdGatesOf(original.gates).map((gate) => ({
            ...gate,
            comparisons: gate.comparisons.map(negateComparison),
          })),
          candidate: negateVersion(original.candidate),
          baseline: original.baseline === null ? null : negateVersion(original.baseline),
        };
        const [a, b] = [judgeThresholds(original), judgeThresholds(mirrored)];
        expect(b.verdict).toBe(a.verdict);
        expect(b.gates.map(({ reason }) => reason)).toEqual(a.gates.map(({ reason }) => reason));
        const rooms = (all: typeof a): (string | null)[] =>
          all.gates.flatMap(({ comparisons }) => comparisons.map(({ distance }) => distance));
        expect(rooms(b)).toEqual(rooms(a));
      }),
      { numRuns: 500 },
    );
  });

  it('of two versions, ">= production + step" with a step above 0 never passes both ways round', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 });
    const step = fc.double({ noNaN: true, noDefaultInfinity: true, min: 5e-324, max: 1e300 });
    fc.assert(
      fc.property(number, number, step, fc.constantFrom('', '%'), (a, b, size, unit) => {
        fc.pre(unit === '' || a !== 0 || b !== 0);
        const gates = gatesOf(`m: ">= production + ${size}${unit}"`);
        const base = {
          ...{
            gates,
            circumstances: CIRCUMSTANCES,
            maxAge: null,
            firstPromotion: null,
            candidateIsBaseline: false,
          },
        };
        const [one, two] = [evidence({ m: a }), evidence({ m: b })];
        const there = judgeThresholds({ ...base, candidate: one, baseline: two }).verdict;
        const back = judgeThresholds({ ...base, candidate: two, baseline: one }).verdict;
        expect([there, back]).not.toEqual(['pass', 'pass']);
      }),
      { numRuns: 500 },
    );
  });

  it('removing a metric, or making it NaN, never turns a non-pass into a pass', () => {
    const spoil = fc.constantFrom<(version: VersionEvidence, metric: string) => VersionEvidence>(
      without,
      (version, metric) => withValue(version, metric, NaN),
      (version, metric) => withValue(version, metric, Infinity),
      (version, metric) => withValue(version, metric, -Number.MAX_VALUE),
    );
    fc.assert(
      fc.property(
        input,
        fc.constantFrom(...METRICS),
        fc.boolean(),
        spoil,
        (original, metric, ours, change) => {
          fc.pre(judgeThresholds(original).verdict !== 'pass');
          const { candidate, baseline } = original;
          const spoilt = ours
            ? { ...original, candidate: change(candidate, metric) }
            : { ...original, baseline: baseline === null ? null : change(baseline, metric) };
          expect(judgeThresholds(spoilt).verdict).not.toBe('pass');
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('a pass stands on a finite candidate metric for every required gate', () => {
    fc.assert(
      fc.property(input, (original) => {
        const judgement = judgeThresholds(original);
        fc.pre(judgement.verdict === 'pass');
        const required = judgement.gates.filter((gate) => gate.required);
        expect(required.length).toBeGreaterThan(0);
        expect(required.every((gate) => gate.verdict === 'pass' && gate.candidate !== null)).toBe(true);
        for (const { metric } of required) {
          expect(
            judgeThresholds({ ...original, candidate: without(original.candidate, metric) }).verdict,
          ).toBe('invalid');
        }
      }),
      { numRuns: 100 },
    );
  });

  it('no gates, or advisory ones only, is never a pass', () => {
    fc.assert(
      fc.property(input, (original) => {
        const gates = original.gates.map((gate) => ({ ...gate, required: false }));
        expect(judgeThresholds({ ...original, gates }).verdict).not.toBe('pass');
        expect(judgeThresholds({ ...original, gates: [] }).verdict).not.toBe('pass');
      }),
    );
  });

  it('advisory gates never count', () => {
    fc.assert(
      fc.property(input, fc.array(gate, { maxLength: 2 }), (original, more) => {
        const advisory = more.map((gate) => ({ ...gate, required: false }));
        const widened = judgeThresholds({ ...original, gates: [...original.gates, ...advisory] });
        expect(widened.verdict).toBe(judgeThresholds(original).verdict);
      }),
    );
  });

  it('the same input gives the same judgement, and the input is left alone', () => {
    fc.assert(
      fc.property(input, (original) => {
        const before = structuredClone(original);
        expect(judgeThresholds(original)).toEqual(judgeThresholds(original));
        expect(original).toEqual(before);
      }),
    );
  });
});
