import type { Lineage, Measurement, VersionEvidence } from '../../src/domain/evidence.js';
import type { Dataset } from '../../src/domain/evidence.js';
import type { GateOf, ResultOf } from '../../src/domain/gate.js';
import { judge, type Judgement, type JudgeInput } from '../../src/gates/judge.js';
import type { Circumstances } from '../../src/gates/kind.js';
import { readThresholds } from '../../src/policy/read.js';
import { thresholdsOf } from '../harness/thresholds.js';

export function measured(metric: string, value: number, more: Partial<Measurement> = {}): Measurement {
  return {
    metric,
    dataset: null,
    value,
    step: 0,
    timestamp: 1_700_000_000_000,
    origin: 'run',
    runId: 'r1',
    of: null,
    doubt: null,
    ...more,
  };
}

export function dataset(name: string, digest: string | null = null): Dataset {
  return { name, digest };
}

const LINEAGE: Lineage = {
  runId: 'r1',
  runStatus: 'FINISHED',
  runDeleted: false,
  experimentId: null,
  loggedModelId: null,
  commit: null,
  datasets: [],
  copiedFrom: [],
  urls: { run: null, experiment: null, loggedModel: null },
};

type Metrics = readonly Measurement[] | Readonly<Record<string, number>>;

function isRows(metrics: Metrics): metrics is readonly Measurement[] {
  return Array.isArray(metrics);
}

/** Evidence of one version, from rows or from a plain record of metrics without datasets. */
export function evidence(
  metrics: Metrics,
  more: Partial<Omit<VersionEvidence, 'measurements' | 'lineage'>> & { lineage?: Partial<Lineage> } = {},
): VersionEvidence {
  const { lineage, ...rest } = more;
  return {
    version: {
      model: 'm',
      version: '2',
      stage: 'None',
      status: 'READY',
      runId: 'r1',
      source: 'runs:/r1/model',
      runLink: '',
      description: '',
      tags: {},
      createdAt: 0,
      updatedAt: null,
      url: null,
    },
    measurements: isRows(metrics)
      ? metrics
      : Object.entries(metrics).map(([name, value]) => measured(name, value)),
    problems: [],
    ...rest,
    lineage: { ...LINEAGE, ...lineage },
  };
}

export function gatesOf(thresholds: string): readonly GateOf<'threshold'>[] {
  const read = readThresholds(thresholds);
  if (!read.ok) {
    throw new TypeError(read.problems.map(({ message }) => message).join('\n'));
  }
  return read.gates;
}

/** Nothing special. */
export const CIRCUMSTANCES: Circumstances = { now: 0, holds: [], createdAt: 0, updatedAt: null };

/** What thresholds say together. */
export type ThresholdJudgement = Omit<Judgement, 'gates'> & {
  readonly gates: readonly ResultOf<'threshold'>[];
};

/** Judges gates that are all thresholds. */
export function judgeThresholds(input: JudgeInput): ThresholdJudgement {
  const judgement = judge(input);
  return { ...judgement, gates: thresholdsOf(judgement.gates) };
}

/** Judges thresholds on plain metrics; everything else can be said in `more`. */
export function judged(
  thresholds: string,
  candidate: Metrics,
  baseline: Metrics | null,
  more: Partial<JudgeInput> = {},
): ThresholdJudgement {
  return judgeThresholds({
    gates: gatesOf(thresholds),
    circumstances: CIRCUMSTANCES,
    maxAge: null,
    firstPromotion: null,
    candidate: evidence(candidate),
    baseline: baseline === null ? null : evidence(baseline),
    candidateIsBaseline: false,
    ...more,
  });
}

/** The only gate of a judgement. */
export function only({ gates }: ThresholdJudgement): ResultOf<'threshold'> {
  const [gate, second] = gates;
  if (gate === undefined || second !== undefined) {
    throw new TypeError(`expected one gate, got ${gates.length}`);
  }
  return gate;
}
