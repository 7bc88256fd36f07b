import {
  isPromotion,
  type Decision,
  type Digests,
  type ListDecision,
  type PromotionDecision,
} from '../../src/domain/decision.js';
import type { Outcome } from '../../src/domain/outcome.js';
import type { ModelVersion } from '../../src/domain/version.js';
import { run } from '../../src/run.js';
import { policyOf, treeWith } from '../policy/file/texts.js';
import { memoryRegistry, MemoryStore, type MemoryOptions } from '../harness/memory-registry.js';
import { testWorld } from '../harness/world.js';

/** One decision per outcome, each made by a run on a registry in memory. */

const MODEL = 'churn';
const HOLDOUT = { name: 'holdout-2026-11', digest: 'a1b2c3d4' };
/** The run that evaluated. */
const EVALUATION = 'e0'.repeat(16);
/** When the clock of a test's world starts. */
const NOW = Date.UTC(2026, 10, 21);
const DAY = 86_400_000;

const THRESHOLDS = `
accuracy: ">= 0.92 and >= production + 0.005"
log_loss: "<= production"
latency_p95_ms: { advisory: "<= 120" }
`;

const INPUTS = {
  'tracking-uri': 'https://mlflow.example.com',
  'model-name': MODEL,
  version: '7',
  stage: 'Production',
  thresholds: THRESHOLDS,
};

const GITHUB = {
  GITHUB_EVENT_NAME: 'workflow_dispatch',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/models',
  GITHUB_RUN_ID: '77',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_SHA: '769a53d0f1e2d3c4b5a69788796a5b4c3d2e1f00',
  GITHUB_ACTOR: 'octocat',
  GITHUB_ACTION_REPOSITORY: 'acme/gate',
  GITHUB_ACTION_REF: 'v1',
};

/** The pages of a registry. */
const PAGES = 'https://mlflow.example.com/#';

function pageOf(version: string): { readonly url: string } {
  return { url: `${PAGES}/models/${MODEL}/versions/${version}` };
}

/** Version 7 in Staging; 5 in Production, a copy of another model's 12; 6 that failed, and 1 that is old. */
function registered(accuracy = 0.934): MemoryStore {
  const store = new MemoryStore();
  store.addVersion(MODEL, '1', { stage: 'Archived', createdAt: NOW - 900 * DAY, ...pageOf('1') });
  store.addVersion(MODEL, '5', { stage: 'Production', createdAt: NOW - 120 * DAY, ...pageOf('5') });
  store.setLineage(MODEL, '5', {
    ...{ runId: '00112233445566778899aabbccddeeff', commit: 'dd746ab93f1e0c2d4b5a69788796a5b4c3d2e1f0' },
    ...{ datasets: [HOLDOUT], copiedFrom: ['churn-staging/12'] },
  });
  measure(store, '5', { accuracy: 0.92, log_loss: 0.2391, latency_p95_ms: 110 });
  store.addVersion(MODEL, '6', { status: 'FAILED_REGISTRATION', createdAt: NOW - 40 * DAY });
  store.addVersion(MODEL, '7', {
    ...{ stage: 'Staging', createdAt: NOW - 3 * DAY, ...pageOf('7') },
    description: 'Retrained on November data.',
    tags: { team: 'risk', validation_status: 'approved' },
  });
  store.setLineage(MODEL, '7', {
    ...{ runId: '4f0c1d2e3b4a59687766554433221100', commit: '1e69f48d2b7c0a9e8f7d6c5b4a39281706f5e4d3' },
    ...{ datasets: [HOLDOUT], loggedModelId: 'm-9a8b7c6d5e4f', experimentId: '3' },
    urls: {
      run: `${PAGES}/experiments/3/runs/4f0c1d2e3b4a59687766554433221100`,
      experiment: `${PAGES}/experiments/3`,
      loggedModel: `${PAGES}/experiments/3/models/m-9a8b7c6d5e4f`,
    },
  });
  measure(store, '7', { accuracy, log_loss: 0.2113920571834, latency_p95_ms: 131 });
  for (const [alias, version] of [
    ['challenger', '7'],
    ['champion', '5'],
    ['eu-west', '5'],
  ] as const) {
    store.setAlias(MODEL, alias, version);
  }
  return store;
}

/** Accuracy was measured on the holdout by another run, where the registry keeps a dataset and all values. */
function measure(store: MemoryStore, version: string, metrics: Readonly<Record<string, number>>): void {
  const { runId } = store.evidence(versionOf(store, version), 'candidate').lineage;
  const trained = { runId, step: 12, timestamp: NOW - 4 * DAY };
  const evaluated = { runId: EVALUATION, step: 3, timestamp: NOW - DAY, of: 5 };
  for (const [metric, value] of Object.entries(metrics)) {
    const held = { ...evaluated, dataset: HOLDOUT, origin: 'logged-model' } as const;
    store.measure(MODEL, version, metric, value, metric === 'accuracy' ? held : trained);
  }
}

function versionOf(store: MemoryStore, number: string): ModelVersion {
  const version = store.version(MODEL, number);
  if (version === null) throw new TypeError(`There is no version ${number}.`);
  return version;
}

interface Path extends MemoryOptions {
  /** The working tree. */
  readonly workingDirectory?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly store?: MemoryStore;
}

async function decided(path: Path): Promise<Decision> {
  const { inputs = {}, store = registered(), workingDirectory = '/work', ...options } = path;
  const world = testWorld({
    workingDirectory,
    inputs: { ...INPUTS, ...inputs },
    registry: memoryRegistry(store, options),
    env: GITHUB,
  });
  await run(world);
  return world.decision();
}

async function promotion(path: Path = {}): Promise<PromotionDecision> {
  const decision = await decided(path);
  if (!isPromotion(decision)) throw new TypeError('A promotion was asked for.');
  return { ...decision, digests: stable(decision.digests) };
}

/** What a report looks like does not depend on what the digests are made from. */
function stable({ policy, evidence, plan }: Digests): Digests {
  const like = (digest: string | null, letter: string) =>
    digest === null ? null : letter.repeat(digest.length);
  return { policy: like(policy, 'a'), evidence: like(evidence, 'b'), plan: like(plan, 'c') };
}

async function listing(): Promise<ListDecision> {
  const decision = await decided({
    inputs: { mode: 'list', version: '', stage: '', thresholds: '' },
  });
  if (decision.mode !== 'list') throw new TypeError('A list was asked for.');
  return decision;
}

function without(metric: string): MemoryStore {
  const store = registered(0.921);
  store.forget(MODEL, '7', metric);
  return store;
}

function withoutChampion(): MemoryStore {
  const store = registered();
  store.setAlias(MODEL, 'champion', null);
  return store;
}

/** Somebody puts version 8 into Production while our write is under way. */
function overtaken(): Path {
  const store = registered();
  store.addVersion(MODEL, '8', { createdAt: NOW - DAY });
  return {
    store,
    insideTransition: ({ which }) => {
      if (which === 'first write') store.setStage(MODEL, '8', 'Production');
    },
  };
}

/** One per outcome. */
export const DECISIONS: {
  readonly [O in Outcome]: O extends 'listed' ? ListDecision : PromotionDecision;
} = {
  promoted: await promotion(),
  passed: await promotion({
    store: withoutChampion(),
    inputs: {
      ...{ mode: 'evaluate', stage: '', alias: 'champion' },
      thresholds: 'accuracy: ">= 0.92 and >= production + 0.005"\nlog_loss: ">= 0.1"',
    },
  }),
  unchanged: await promotion({ inputs: { version: '5' } }),
  rejected: await promotion({ store: registered(0.921) }),
  inconclusive: await promotion({
    inputs: { thresholds: 'accuracy: ">= 0.92 and >= production + 0.005"' },
    workingDirectory: treeWith(
      policyOf(['from: "@challenger"', 'soak: 24h', 'tags: { validation_status: approved }']),
    ),
  }),
  invalid: await promotion({ store: without('log_loss') }),
  superseded: await promotion(overtaken()),
  archived: await promotion({ inputs: { stage: 'Archived', thresholds: '' } }),
  listed: await listing(),
  error: await promotion({ inputs: { thresholds: 'accuracy: ">= abc"' } }),
};

/** The reply to the write is lost, and nobody sees it made. */
export const OUTCOME_UNKNOWN = await promotion({
  beforeCall: ({ name }) => (name === 'write' ? { kind: 'lose-reply', applied: false } : undefined),
});
