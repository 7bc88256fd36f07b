import { DatabaseSync } from 'node:sqlite';
import { runAction } from '../__tests__/harness/action.js';
import type { MlflowServer } from '../__tests__/harness/mlflow.js';
import type { Recorded, Recorder } from '../__tests__/harness/recorder.js';
import type { RegistryClient } from '../__tests__/harness/registry-client.js';

const MODEL = 'large';
const VERSIONS = 30_000;

/** One promotion in a model of very many versions; times in ms. */
export interface LargePromotion {
  readonly total: number;
  /** In which at least one page of the versions was under way. */
  readonly listings: number;
  readonly pages: number;
}

/** Promotes over REST in a model of 30 000 versions, of which only two were really trained: MLflow would take hours. */
export async function promoteAmongMany(
  server: MlflowServer,
  client: RegistryClient,
  recorder: Recorder,
): Promise<LargePromotion> {
  await client.createModel(MODEL);
  for (const accuracy of [0.9, 0.93]) await client.trainedVersion(MODEL, { accuracy });
  await client.transition(MODEL, '1', 'Production', true);
  addVersions(server.databasePath);
  recorder.reset();
  const run = await runAction({
    inputs: {
      ...{ 'model-name': MODEL, version: '2', stage: 'Production', 'check-name': '' },
      ...{ thresholds: 'accuracy: ">= 0.8 and >= production"', 'tracking-uri': recorder.url },
    },
  });
  if (run.outputs['result'] !== 'promoted') throw new Error(`The action did not promote:\n${run.log}`);
  const pages = recorder.requests.filter(({ path }) => path.includes('/model-versions/search'));
  return { total: run.durationMs, listings: busy(pages), pages: pages.length };
}

/** Time in which at least one of the requests was under way, in ms. */
export function busy(requests: readonly Recorded[]): number {
  let sum = 0;
  let until = -Infinity;
  for (const { start, end } of [...requests].sort((a, b) => a.start - b.start)) {
    sum += Math.max(0, end - Math.max(start, until));
    until = Math.max(until, end);
  }
  return sum;
}

function addVersions(path: string): void {
  const store = new DatabaseSync(path, { timeout: 10_000 });
  const version = store.prepare(
    `INSERT INTO model_versions (name, version, creation_time, last_updated_time, current_stage, source, status)
     VALUES (?, ?, 1700000000000, 1700000000000, 'None', 's3://models/of/nobody', 'READY')`,
  );
  store.exec('BEGIN');
  for (let at = 3; at <= VERSIONS; at += 1) version.run(MODEL, at);
  store.exec('COMMIT');
  store.close();
}
