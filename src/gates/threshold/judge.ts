import type { FilledComparison, GateResult, Verdict } from '../../domain/decision.js';
import type { Measurement, VersionEvidence } from '../../domain/evidence.js';
import type { FirstPromotion, Gate, Warning } from '../../domain/gate.js';
import type { GateReason } from '../../domain/reason.js';
import { blocked, fill, type Filled, type Ground } from './comparison.js';
import { fromDouble, fromText, print } from './decimal.js';
import {
  chooseBaseline,
  chooseCandidate,
  datasetLabel,
  quote,
  doubtAbout,
  type Obstacle,
} from './measurement.js';
import { REMEDIES } from './remedies.js';

/** All that gates are judged by. */
export interface JudgeInput {
  readonly gates: readonly Gate[];
  /** What to do when nobody holds the baseline; null when somebody does. */
  readonly firstPromotion: FirstPromotion | null;
  readonly candidate: VersionEvidence;
  readonly baseline: VersionEvidence | null;
  readonly candidateIsBaseline: boolean;
}

/** One gate, judged, with what a reader should know besides. */
export interface JudgedGate {
  readonly result: GateResult;
  readonly warnings: readonly Warning[];
}

interface Grounded {
  readonly ground: Ground;
  /** The baseline's number as it was compared. */
  readonly baseline: string | null;
  readonly warnings: readonly Warning[];
}

export function usesBaseline(gate: Gate): boolean {
  return gate.comparisons.some(({ operand }) => operand.kind === 'baseline');
}

function stopped(obstacle: Obstacle): Grounded {
  return { ground: { kind: 'obstacle', obstacle }, baseline: null, warnings: [] };
}

/** No baseline: waived where the policy says so, otherwise in the way. */
function withoutBaseline(firstPromotion: FirstPromotion | null): Grounded {
  if (firstPromotion === 'require-absolute' || firstPromotion === 'rubber-stamp') {
    return { ground: { kind: 'waived', why: 'nobody holds the baseline yet' }, baseline: null, warnings: [] };
  }
  return stopped({ reason: 'baseline-missing', message: 'There is no baseline to compare with.' });
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

/** What the comparisons with the baseline of one gate go by. */
function findGround(gate: Gate, candidate: Measurement, input: JudgeInput): Grounded {
  if (input.candidateIsBaseline) {
    const message = 'The candidate is the baseline itself, so it cannot be compared with it.';
    return stopped({ reason: 'candidate-is-baseline', message });
  }
  if (input.baseline === null) {
    return withoutBaseline(input.firstPromotion);
  }
  const [problem] = input.baseline.problems;
  if (problem !== undefined) {
    const message = `The baseline cannot be used: ${problem.message}`;
    return stopped({ reason: 'baseline-run-unusable', message });
  }
  const choice = chooseBaseline(gate, candidate, input.baseline.measurements);
  if ('obstacle' in choice) {
    return stopped(choice.obstacle);
  }
  const { measurement } = choice;
  const doubt = doubtAbout(measurement, 'baseline');
  if (doubt !== null) {
    return stopped(doubt);
  }
  const value = fromDouble(measurement.value);
  const warnings = choice.oneSided ? [oneSidedWarning(candidate, measurement)] : [];
  return { ground: { kind: 'value', value }, baseline: print(value), warnings };
}

function verdictOf(reason: GateReason): Verdict {
  if (reason === 'threshold-met' || reason === 'relative-waived') {
    return 'pass';
  }
  return reason === 'threshold-not-met' ? 'fail' : 'invalid';
}

/** The first comparison missed, or of those that hold the one with the least room. */
function deciding(comparisons: readonly FilledComparison[]): string | null {
  const missed = comparisons.find(({ result }) => result === 'fail' || result === 'invalid');
  if (missed !== undefined) {
    return missed.limit;
  }
  const [least] = comparisons
    .flatMap(({ distance, limit }) => (distance === null ? [] : { room: fromText(distance), limit }))
    .sort((a, b) => a.room.cmp(b.room));
  return least?.limit ?? null;
}

function obstacleOf(filled: readonly Filled[]): Obstacle | null {
  return filled.find(({ obstacle }) => obstacle !== null)?.obstacle ?? null;
}

function reasonOf(filled: readonly Filled[]): GateReason {
  const obstacle = obstacleOf(filled);
  if (obstacle !== null) {
    return obstacle.reason;
  }
  const results = filled.map((item) => item.filled.result);
  if (results.includes('fail')) {
    return 'threshold-not-met';
  }
  return results.every((result) => result === 'waived') ? 'relative-waived' : 'threshold-met';
}

type Shown = Pick<GateResult, 'dataset' | 'candidate' | 'baseline' | 'origin'>;

function assemble(gate: Gate, filled: readonly Filled[], shown: Shown): GateResult {
  const reason = reasonOf(filled);
  const obstacle = obstacleOf(filled);
  const comparisons = filled.map((item) => item.filled);
  return {
    metric: gate.metric,
    required: gate.required,
    verdict: verdictOf(reason),
    reason,
    ...shown,
    limit: deciding(comparisons),
    condition: gate.condition,
    text: obstacle?.message ?? comparisons.map(({ text }) => text).join(' and '),
    remedy: obstacle?.remedy ?? REMEDIES[reason],
    comparisons,
  };
}

/** No number of the candidate to compare: every comparison is invalid for the same reason. */
function unjudged(gate: Gate, obstacle: Obstacle, measurement: Measurement | null): JudgedGate {
  const filled = gate.comparisons.map((comparison) => blocked(comparison, obstacle, obstacle.reason));
  const dataset = datasetLabel(measurement === null ? gate.dataset : measurement.dataset);
  const shown = { dataset, candidate: null, baseline: null, origin: measurement?.origin ?? null };
  return { result: assemble(gate, filled, shown), warnings: [] };
}

/** Judges one gate: every comparison must hold on a finite, unambiguous number. Pure; never throws. */
export function judgeGate(gate: Gate, input: JudgeInput): JudgedGate {
  const choice = chooseCandidate(gate, input.candidate.measurements);
  if ('obstacle' in choice) {
    return unjudged(gate, choice.obstacle, null);
  }
  const { measurement } = choice;
  const doubt = doubtAbout(measurement, 'candidate');
  if (doubt !== null) {
    return unjudged(gate, doubt, measurement);
  }
  const value = fromDouble(measurement.value);
  const unused: Grounded = { ground: { kind: 'waived', why: '' }, baseline: null, warnings: [] };
  const { ground, baseline, warnings } = usesBaseline(gate) ? findGround(gate, measurement, input) : unused;
  const filled = gate.comparisons.map((one) => fill(one, gate.comparisons, value, ground));
  const shown = {
    dataset: datasetLabel(measurement.dataset),
    candidate: print(value),
    baseline,
    origin: measurement.origin,
  };
  return { result: assemble(gate, filled, shown), warnings };
}
