import type { PromotionDecision } from '../src/domain/decision.js';
import type { MetricRow, TrainingRun } from '../src/registry/mlflow/evidence/records.js';
import type { PromotionOrder } from '../src/domain/order.js';
import type { ModelVersion, Stage } from '../src/domain/version.js';
import { evaluate } from '../src/modes/evaluate.js';
import { readThresholds } from '../src/policy/read.js';
import type { RegistryReader } from '../src/registry/port.js';
import { renderLog } from '../src/report/log.js';

const MODEL = 'fraud-detector';
const CREATED = Date.UTC(2026, 0, 5);

/** The versions of a made-up model, newest first: what they scored and where they stand. */
const SCORES: readonly { version: string; stage: Stage; metrics: Readonly<Record<string, number>> }[] = [
  { version: '8', stage: 'None', metrics: { accuracy: 0.918, log_loss: 0.211 } },
  { version: '7', stage: 'Production', metrics: { accuracy: 0.92, log_loss: 0.238 } },
];

function versionOf({ version, stage }: (typeof SCORES)[number]): ModelVersion {
  return {
    model: MODEL,
    version,
    stage,
    status: 'READY',
    runId: version,
    source: '',
    description: '',
    tags: new Map(),
    createdAt: CREATED,
    updatedAt: CREATED,
  };
}

function rowsOf(runId: string): MetricRow[] {
  const metrics = SCORES.find(({ version }) => version === runId)?.metrics ?? {};
  return Object.entries(metrics).map(([key, value]) => ({
    key,
    value,
    step: 0,
    timestamp: CREATED,
    dataset: null,
    runId,
  }));
}

function runOf(id: string): TrainingRun {
  return { id, status: 'FINISHED', deleted: false, commit: null, metrics: rowsOf(id), datasets: [] };
}

const reader: RegistryReader = {
  model: (name) => Promise.resolve({ name, versions: SCORES.map(versionOf), aliases: new Map() }),
  version: () => Promise.resolve(null),
  run: (id) => Promise.resolve(runOf(id)),
  loggedModel: () => Promise.resolve(null),
  metricHistory: (runId, key) => Promise.resolve(rowsOf(runId).filter((row) => row.key === key)),
};

function orderFor(thresholds: string): PromotionOrder {
  const policy = readThresholds(thresholds);
  if (!policy.ok) throw new Error(policy.problems.map(({ message }) => message).join('\n'));
  return {
    model: MODEL,
    version: { kind: 'latest', text: 'latest' },
    target: { kind: 'stage', stage: 'Production' },
    baseline: { kind: 'stage', text: 'Production', stage: 'Production' },
    gates: policy.gates,
    policyWarnings: policy.warnings,
    firstPromotion: 'require-absolute',
    archiveExisting: true,
  };
}

/** What the action prints about a candidate that is not good enough, judged by `thresholds` with its own code. */
export async function sampleReport(thresholds: string): Promise<string> {
  const silent = { info: () => undefined, debug: () => undefined };
  const decision: PromotionDecision = {
    ...(await evaluate(orderFor(thresholds), { reader, log: silent })),
    schemaVersion: 1,
    mode: 'promote',
    startedAt: new Date(CREATED).toISOString(),
    finishedAt: new Date(CREATED).toISOString(),
    run: { url: null, actor: null, sha: null, attempt: null },
  };
  const open = renderLog(decision).filter((block) => block.title === null);
  return open.map((block) => block.lines.join('\n')).join('\n\n');
}
