import type { Measurement, ValueSource } from '../../domain/evidence.js';
import type { FirstPromotion, GateOf, ResultOf, Verdict } from '../../domain/gate.js';
import { GATE_REMEDIES, type GateReason } from '../../domain/reason.js';
import type { FilledComparison } from '../../domain/threshold.js';
import type { Warning } from '../../domain/warning.js';
import { quote } from '../../text/quote.js';
import type { Grounds, JudgedGate } from '../kind.js';
import { blocked, fill, type Filled, type Ground } from './comparison.js';
import { apart, fromDouble, fromText, print, type Decimal } from './decimal.js';
import {
  chooseBaseline,
  chooseCandidate,
  datasetLabel,
  ageDoubt,
  doubtAbout,
  filterLabel,
  type Obstacle,
} from './measurement.js';

type Threshold = GateOf<'threshold'>;
type Result = ResultOf<'threshold'>;

/** What the comparisons with the baseline of one gate go by. */
interface Grounded {
  readonly ground: Ground;
  /** The baseline's number as it was compared, and where it came from. */
  readonly baseline: string | null;
  readonly baselineSource: ValueSource | null;
  readonly warnings: readonly Warning[];
}

/** Per cent against a fraction is 100 times, less the difference between two models: so far apart no two are. */
const SCALE = 50;

/** Judges one gate: every comparison must hold on a finite, unambiguous number. */
export function judgeThreshold(gate: Threshold, grounds: Grounds): JudgedGate<'threshold'> {
  const choice = chooseCandidate(gate, grounds.candidate.measurements);
  if (!choice.ok) return unjudged(gate, choice.obstacle, null);
  const { measurement } = choice;
  const doubt = doubtAbout(measurement, 'candidate') ?? ageDoubt(measurement, grounds);
  if (doubt !== null) return unjudged(gate, doubt, measurement);
  const value = fromDouble(measurement.value);
  const { ground, warnings, ...compared } = groundOf(gate, measurement, grounds);
  const filled = gate.comparisons.map((one) => fill(one, gate.comparisons, value, ground));
  const shown = {
    dataset: datasetLabel(measurement.dataset),
    candidate: print(value),
    origin: measurement.origin,
    candidateSource: sourceOf(measurement),
    ...compared,
  };
  return { result: assemble(gate, filled, shown), warnings };
}

/** No number of the candidate to compare: every comparison is invalid for the same reason. */
function unjudged(
  gate: Threshold,
  obstacle: Obstacle,
  measurement: Measurement | null,
): JudgedGate<'threshold'> {
  const filled = gate.comparisons.map((comparison) => blocked(comparison, obstacle, obstacle.reason));
  const dataset = measurement === null ? filterLabel(gate.dataset) : datasetLabel(measurement.dataset);
  const shown = {
    ...{ dataset, candidate: null, baseline: null, baselineSource: null },
    origin: measurement?.origin ?? null,
    candidateSource: measurement === null ? null : sourceOf(measurement),
  };
  return { result: assemble(gate, filled, shown), warnings: [] };
}

function groundOf(gate: Threshold, candidate: Measurement, grounds: Grounds): Grounded {
  // A gate of fixed numbers does not look at the baseline, whatever is wrong with it.
  if (gate.comparisons.every(({ operand }) => operand.kind === 'number')) return waived('');
  if (grounds.candidateIsBaseline) {
    const message = 'The candidate is the baseline itself, so it cannot be compared with it.';
    return stopped({ reason: 'candidate-is-baseline', message });
  }
  if (grounds.baseline === null) return withoutBaseline(grounds.firstPromotion);
  const [problem] = grounds.baseline.problems;
  if (problem !== undefined) {
    const message = `The baseline cannot be used: ${problem.message}`;
    const remedy = `${problem.remedy} Or name another baseline, or compare with fixed numbers.`;
    return stopped({ reason: 'baseline-run-unusable', message, remedy });
  }
  const choice = chooseBaseline(gate, candidate, grounds.baseline.measurements);
  if (!choice.ok) return stopped(choice.obstacle);
  const { measurement } = choice;
  const doubt = doubtAbout(measurement, 'baseline');
  const baselineSource = sourceOf(measurement);
  if (doubt !== null) return { ...stopped(doubt), baselineSource };
  const value = fromDouble(measurement.value);
  const warnings = [
    ...(choice.oneSided ? [oneSidedWarning(candidate, measurement)] : []),
    ...(candidate.origin === measurement.origin ? [] : [originsWarning(candidate, measurement)]),
    ...(apart(fromDouble(candidate.value), value, SCALE) ? [scalesWarning(candidate, value)] : []),
  ];
  return { ground: { kind: 'value', value }, baseline: print(value), baselineSource, warnings };
}

/** No baseline: waived where the policy says so, otherwise in the way. */
function withoutBaseline(firstPromotion: FirstPromotion | null): Grounded {
  return firstPromotion === 'require-absolute' || firstPromotion === 'rubber-stamp'
    ? waived('nobody holds the baseline yet')
    : stopped({ reason: 'baseline-missing', message: 'There is no baseline to compare with.' });
}

function waived(why: string): Grounded {
  return { ground: { kind: 'waived', why }, baseline: null, baselineSource: null, warnings: [] };
}

function stopped(obstacle: Obstacle): Grounded {
  return { ground: { kind: 'obstacle', obstacle }, baseline: null, baselineSource: null, warnings: [] };
}

function sourceOf({ origin, runId, step, timestamp, of }: Measurement): ValueSource {
  const isDate = !Number.isNaN(new Date(timestamp).getTime());
  return { origin, runId, step, timestamp: isDate ? timestamp : null, of };
}

function oneSidedWarning(candidate: Measurement, baseline: Measurement): Warning {
  const [ours, theirs] = [candidate, baseline].map(({ dataset }) => {
    const label = datasetLabel(dataset);
    return label === null ? 'no dataset' : quote(label);
  });
  return {
    code: 'dataset-known-on-one-side',
    message: `${quote(candidate.metric)} of the candidate is for ${ours}, of the baseline for ${theirs}; they were compared although nothing proves that the data is the same.`,
  };
}

function scalesWarning(candidate: Measurement, baseline: Decimal): Warning {
  const [ours, theirs] = [print(fromDouble(candidate.value)), print(baseline)];
  return {
    code: 'scales-differ',
    message: `${quote(candidate.metric)} of the candidate is ${ours}, of the baseline ${theirs}: one is ${SCALE} times the other or more. If one is per cent and the other a fraction, log both in one unit.`,
  };
}

const ORIGINS = { 'logged-model': 'its logged model', run: 'its run' } as const;

function originsWarning(candidate: Measurement, baseline: Measurement): Warning {
  return {
    code: 'origins-differ',
    message: `${quote(candidate.metric)} of the candidate is from ${ORIGINS[candidate.origin]}, of the baseline from ${ORIGINS[baseline.origin]}; they were compared although they may have been measured in different ways.`,
  };
}

type Sources = 'origin' | 'candidateSource' | 'baselineSource';
type Shown = Pick<Result, 'dataset' | 'candidate' | 'baseline' | Sources>;

function assemble(gate: Threshold, filled: readonly Filled[], shown: Shown): Result {
  const obstacle = filled.find((one) => one.obstacle !== null)?.obstacle ?? null;
  const comparisons = withDecider(filled.map((one) => one.filled));
  const reason = obstacle?.reason ?? reasonOf(comparisons);
  return {
    kind: 'threshold',
    name: nameOf(gate, shown.dataset),
    required: gate.required,
    writtenAt: gate.writtenAt,
    verdict: verdictOf(reason),
    reason,
    text: obstacle?.message ?? comparisons.map(({ text }) => text).join(' and '),
    remedy: obstacle?.remedy ?? GATE_REMEDIES[reason],
    metric: gate.metric,
    ...shown,
    limit: comparisons.find(({ decides }) => decides)?.limit ?? null,
    condition: gate.condition,
    comparisons,
  };
}

/** What a person calls the gate, so that two on one metric are told apart. */
function nameOf({ name, dataset: { kind } }: Threshold, dataset: string | null): string {
  if (dataset !== null) return `${name} on ${dataset}`;
  return kind === 'none' ? `${name} without a dataset` : name;
}

/** Marks the comparison that decides: the first one missed, or of those that hold the one with the least room. */
function withDecider(comparisons: readonly Filled['filled'][]): readonly FilledComparison[] {
  const missed = comparisons.find(({ result }) => result === 'fail' || result === 'invalid');
  const [least] = comparisons
    .flatMap((one) => (one.distance === null ? [] : { one, room: fromText(one.distance) }))
    .sort((a, b) => a.room.cmp(b.room));
  const decider = missed ?? least?.one;
  return comparisons.map((one) => ({ ...one, decides: one === decider }));
}

function reasonOf(comparisons: readonly FilledComparison[]): GateReason {
  const results = comparisons.map(({ result }) => result);
  if (results.includes('fail')) return 'threshold-not-met';
  return results.every((result) => result === 'waived') ? 'relative-waived' : 'threshold-met';
}

function verdictOf(reason: GateReason): Verdict {
  if (reason === 'threshold-met' || reason === 'relative-waived') return 'pass';
  return reason === 'threshold-not-met' ? 'fail' : 'invalid';
}
