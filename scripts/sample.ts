import type { PromotionDecision } from '../src/domain/decision.js';
import type { VersionEvidence } from '../src/domain/evidence.js';
import type { AskedPromotion } from '../src/domain/order.js';
import type { ModelVersion, Stage } from '../src/domain/version.js';
import { evaluate } from '../src/modes/evaluate.js';
import { withoutFile } from '../src/policy/without-file.js';
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
    runLink: '',
    description: '',
    tags: {},
    createdAt: CREATED,
    updatedAt: null,
    url: null,
  };
}

function evidenceOf(version: ModelVersion): VersionEvidence {
  const metrics = SCORES.find((one) => one.version === version.version)?.metrics ?? {};
  return {
    version,
    lineage: {
      runId: version.runId,
      runStatus: 'FINISHED',
      runDeleted: false,
      experimentId: null,
      loggedModelId: null,
      commit: null,
      datasets: [],
      copiedFrom: [],
      urls: { run: null, experiment: null, loggedModel: null },
    },
    measurements: Object.entries(metrics).map(([metric, value]) => ({
      metric,
      dataset: null,
      value,
      step: 0,
      timestamp: CREATED,
      origin: 'run',
      runId: version.runId,
      of: null,
      doubt: null,
    })),
    problems: [],
  };
}

const reader: RegistryReader = {
  model: (name) => Promise.resolve({ name, versions: SCORES.map(versionOf), aliases: new Map() }),
  evidence: (version) => Promise.resolve(evidenceOf(version)),
};

function orderFor(thresholds: string): AskedPromotion {
  const policy = readThresholds(thresholds);
  if (!policy.ok) throw new Error(policy.problems.map(({ message }) => message).join('\n'));
  return {
    model: MODEL,
    version: { kind: 'latest', text: 'latest' },
    target: { kind: 'stage', stage: 'Production' },
    baseline: { kind: 'stage', text: 'Production', stage: 'Production' },
    gates: policy.gates,
    policyWarnings: policy.warnings,
    firstPromotion: null,
    archiveExisting: true,
    policy: { path: null, ref: null },
  };
}

/** What the action prints about a candidate that is not good enough, judged by `thresholds` with its own code. */
export async function sampleReport(thresholds: string): Promise<string> {
  const silent = { info: () => undefined, debug: () => undefined };
  const decision: PromotionDecision = {
    ...(await evaluate(orderFor(thresholds), {
      reader,
      log: silent,
      ruled: (asked) => Promise.resolve(withoutFile(asked)),
      now: () => new Date(CREATED),
    })),
    schemaVersion: 1,
    mode: 'promote',
    registry: null,
    startedAt: new Date(CREATED).toISOString(),
    finishedAt: new Date(CREATED).toISOString(),
    run: { url: null, actor: null, sha: null, commitUrl: null, attempt: null, docsUrl: null },
  };
  const open = renderLog(decision).filter((block) => block.title === null);
  return open.map((block) => block.lines.join('\n')).join('\n\n');
}
