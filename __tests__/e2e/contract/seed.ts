import type { RegistryClient, Version } from '../../harness/registry-client.js';

/** A name that has to be quoted wherever it goes. */
export const MODEL = "Ada's fraud clf, ü";
export const EMPTY = 'nothing yet';
export const PROMPT = 'greeting';

/** Models that look alike, one for each test that writes. */
export const SPARE = [
  ...[
    'archiving',
    'beside',
    'staging',
    'archived',
    'again',
    'alias',
    'twice',
    'twice-thrown',
    'refused',
    'work',
    'thrown',
    'late',
  ],
] as const;
export type Spare = (typeof SPARE)[number];

export const COMMIT = 'c0ffee0000000000000000000000000000000000';
export const HOLDOUT = { name: 'holdout', digest: 'a1b2' };
export const TRAIN = { name: 'train', digest: 'c3d4' };

/** What a registry was filled with, and what its own server says of it. */
export interface Seed {
  readonly experimentId: string;
  readonly runs: Readonly<Record<'finished' | 'failed' | 'deleted', string>>;
  /** Null where the release has none. */
  readonly loggedModels: Readonly<Record<'measured' | 'deleted', string>> | null;
  /** Version 4 of `MODEL` as the server gives it. */
  readonly described: Version;
  /** Whether the alias of the deleted version is still there: MLflow 3.17 takes it away. */
  readonly dangles: boolean;
}

export interface SeedOptions {
  /** Of the client's workspace. */
  readonly experimentId: string;
  readonly loggedModels: boolean;
}

async function seedRuns(client: RegistryClient, experimentId: string): Promise<Seed['runs']> {
  const finished = await client.logRun(
    {
      metrics: [
        { key: 'auc', value: 0.5, step: 0, timestamp: 1_700_000_000_000 },
        { key: 'auc', value: 0.7, step: 1, timestamp: 1_700_000_001_000 },
        { key: 'auc', value: 0.6, step: 2, timestamp: 1_700_000_000_500 },
        ...[{ key: 'nan', value: 'NaN' } as const, { key: 'up', value: 'Infinity' } as const],
        ...[{ key: 'down', value: '-Infinity' } as const, { key: 'zero', value: 0 }],
        { key: 'a/b c', value: -1e-12, step: -3 },
      ],
      datasets: [HOLDOUT, TRAIN],
      tags: {
        'mlflow.source.git.commit': COMMIT,
        'mlflow.log-model.history': '[{"artifact_path": "clf"}, {"artifact_path": "other"}]',
      },
    },
    experimentId,
  );
  const failed = await client.logRun({ status: 'FAILED' }, experimentId);
  const deleted = await client.logRun({ metrics: { auc: 0.4 } }, experimentId);
  return { finished, failed, deleted };
}

async function loggedModel(client: RegistryClient, experiment_id: string, runId: string): Promise<string> {
  const path = '/api/2.0/mlflow/logged-models';
  const body = { experiment_id, source_run_id: runId, name: 'model' };
  const { model } = await client.call<{ model: { info: { model_id: string } } }>('POST', path, body);
  return model.info.model_id;
}

async function seedLoggedModels(
  client: RegistryClient,
  experimentId: string,
  run_id: string,
): Promise<NonNullable<Seed['loggedModels']>> {
  const measured = await loggedModel(client, experimentId, run_id);
  const model_id = measured;
  await client.logMetric({ run_id, model_id, key: 'f1', value: 0.9, step: 1, dataset: HOLDOUT });
  await client.logMetric({ run_id, model_id, key: 'f1', value: 0.8, step: 2, dataset: TRAIN });
  await client.logMetric({ run_id, model_id, key: 'f1', value: 0.7, step: 3 });
  await client.logMetric({ run_id, model_id, key: 'lost', value: 'NaN', step: 4, dataset: HOLDOUT });
  await client.logMetric({ run_id, model_id, key: 'most', value: 'Infinity', step: 5, dataset: HOLDOUT });
  const deleted = await loggedModel(client, experimentId, run_id);
  await client.call('DELETE', `/api/2.0/mlflow/logged-models/${deleted}`);
  return { measured, deleted };
}

/** Eleven versions, so that 10 and 9 tell the order of numbers from that of texts; the second is deleted. */
async function seedVersions(
  client: RegistryClient,
  { runs, loggedModels }: Pick<Seed, 'runs' | 'loggedModels'>,
) {
  await client.createModel(MODEL);
  await client.createVersion(MODEL, { runId: runs.finished });
  await client.createVersion(MODEL, { runId: runs.finished });
  await client.createVersion(MODEL, { runId: runs.failed });
  const described = { description: 'line 1\nline 2', tags: { gate: 'pass', 'promotion/x': 'ü\n<b>' } };
  await client.createVersion(MODEL, { runId: runs.finished, ...described });
  await client.createVersion(MODEL, { runId: runs.deleted });
  await client.createVersion(MODEL);
  if (loggedModels === null) await client.createVersion(MODEL, { runId: runs.finished });
  else await client.createVersion(MODEL, { runId: runs.finished, modelId: loggedModels.measured });
  for (let version = 8; version <= 11; version += 1) await client.createVersion(MODEL);
  await client.transition(MODEL, '1', 'Production');
  await client.transition(MODEL, '3', 'Staging');
  await client.transition(MODEL, '8', 'Archived');
  await client.setAlias(MODEL, 'champion', '1');
  await client.setAlias(MODEL, 'Champion', '10');
  await client.setAlias(MODEL, 'lost', '2');
  await client.deleteVersion(MODEL, '2');
  await client.deleteRun(runs.deleted);
}

/** Versions 1 and 3 in Production, 4 in Staging, 2 nowhere; 1 is the champion, 2 has a tag. */
async function seedSpare(client: RegistryClient, name: string): Promise<void> {
  await client.createModel(name);
  for (let version = 1; version <= 4; version += 1) await client.createVersion(name);
  await client.transition(name, '1', 'Production');
  await client.transition(name, '3', 'Production');
  await client.transition(name, '4', 'Staging');
  await client.setAlias(name, 'champion', '1');
  await client.setTag(name, '2', 'k', 'old');
}

/** Fills an empty registry. */
export async function seedRegistry(client: RegistryClient, options: SeedOptions): Promise<Seed> {
  const runs = await seedRuns(client, options.experimentId);
  const loggedModels = options.loggedModels
    ? await seedLoggedModels(client, options.experimentId, runs.finished)
    : null;
  await seedVersions(client, { runs, loggedModels });
  await client.createModel(EMPTY);
  await client.createModel(PROMPT, { 'mlflow.prompt.is_prompt': 'true' });
  for (const name of SPARE) await seedSpare(client, name);
  const described = await client.get(MODEL, '4');
  const dangles = (await client.byAlias(MODEL, 'lost')) !== null;
  return { experimentId: options.experimentId, runs, loggedModels, described, dangles };
}
