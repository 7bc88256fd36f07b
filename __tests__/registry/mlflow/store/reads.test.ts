import { describe, expect, it } from '@jest/globals';
import { reading, failure, LOGGED_MODEL, MODEL, NEWEST, RELEASES, RUN, TestStore } from './stores.js';

const metric = (key: string, value: number, more: object = {}) => ({
  key,
  value,
  timestamp: 5000,
  step: 1,
  is_nan: 0,
  run_uuid: RUN,
  ...more,
});

describe.each(RELEASES)('reading a store of MLflow %s', (release) => {
  it('lists versions, highest number first, with stage, tags and aliases', async () => {
    using store = new TestStore(release)
      .model()
      .model('other')
      .version(1, 'Production')
      .version(2)
      .version(10, 'Staging');
    store
      .version(3, 'Deleted_Internal', { source: 'REDACTED-SOURCE-PATH', run_id: 'REDACTED-RUN-ID' })
      .version(1, 'None', { name: 'other' })
      .add('model_version_tags', { key: 'a/b', value: 'x', name: MODEL, version: 10 })
      .add('model_version_tags', { key: 'a/b', value: 'y', name: 'other', version: 1 })
      .add('registered_model_aliases', { alias: 'champion', version: 1, name: MODEL })
      .add('registered_model_aliases', { alias: 'gone', version: 99, name: MODEL })
      .add('registered_model_aliases', { alias: 'champion', version: 7, name: 'other' });
    const model = await reading(await store.open()).model(MODEL);
    expect(model.versions.map(({ version, stage }) => [version, stage])).toEqual([
      ['10', 'Staging'],
      ['2', 'None'],
      ['1', 'Production'],
    ]);
    expect([...model.aliases]).toEqual([
      ['champion', '1'],
      ['gone', '99'],
    ]);
    expect(model.versions[0]).toEqual({
      model: MODEL,
      version: '10',
      stage: 'Staging',
      status: 'READY',
      runId: RUN,
      source: `runs:/${RUN}/model`,
      runLink: '',
      description: '',
      tags: { 'a/b': 'x' },
      createdAt: 1010,
      updatedAt: 2010,
      url: null,
    });
  });

  it('gives one version, and null for one that is deleted, missing or no number', async () => {
    using store = new TestStore(release)
      .model()
      .version(2, 'None', { run_id: '' })
      .version(3, 'Deleted_Internal');
    const reader = reading(await store.open());
    expect((await reader.version(MODEL, '2'))?.runId).toBeNull();
    for (const version of ['3', '4', '02', ' 2', '2.0', '-2', '', 'x', '9'.repeat(30)]) {
      expect(await reader.version(MODEL, version)).toBeNull();
    }
    expect(await reader.version('nobody', '2')).toBeNull();
  });

  it.each(['true', 'True'])('refuses a prompt, which is marked by its tag: %s', async (value) => {
    using store = new TestStore(release)
      .model()
      .version(1)
      .model('greeting')
      .add('registered_model_tags', { key: 'mlflow.prompt.is_prompt', value, name: 'greeting' })
      .add('registered_model_tags', { key: 'mlflow.prompt.is_prompt', value: 'false', name: MODEL });
    const reader = reading(await store.open());
    expect((await failure(() => reader.model('greeting'))).code).toBe('not-supported');
    expect((await reader.model(MODEL)).versions).toHaveLength(1);
  });

  it('names near models where one is unknown', async () => {
    using store = new TestStore(release).model('churn').model('fraud-clf').model('Fraud_clf');
    const error = await failure(async () => reading(await store.open()).model('fraud_clf'));
    expect(error.code).toBe('model-unknown');
    expect(error.message).toContain("Near names: 'Fraud_clf', 'fraud-clf'");
    expect(error.message).not.toContain('churn');
  });

  it('matches names exactly: letter case and wildcards', async () => {
    using store = new TestStore(release).model('Model').model('m%');
    const reader = reading(await store.open());
    expect((await failure(() => reader.model('model'))).code).toBe('model-unknown');
    expect((await failure(() => reader.model('%'))).code).toBe('model-unknown');
    expect((await failure(() => reader.model("x' OR '1'='1"))).code).toBe('model-unknown');
    expect((await reader.model('m%')).name).toBe('m%');
  });

  it('reads a run: last metrics, NaN by is_nan, commit and datasets by their own key', async () => {
    using store = new TestStore(release).trainingRun(RUN, { status: 'FAILED', lifecycle_stage: 'deleted' });
    store
      .add('latest_metrics', metric('accuracy', 0.1 + 0.2))
      .add('latest_metrics', metric('loss', 0, { is_nan: 1 }))
      .add('latest_metrics', metric('huge', 1.7976931348623157e308, { step: -3 }))
      .add('tags', { key: 'mlflow.source.git.commit', value: 'abc', run_uuid: RUN })
      .add('tags', {
        key: 'mlflow.log-model.history',
        value: '[{"artifact_path": "clf"}, {"artifact_path": "other"}]',
        run_uuid: RUN,
      })
      .add('experiments', { experiment_id: 5, name: 'elsewhere', lifecycle_stage: 'active' })
      .add('datasets', dataset('d1', 5, 'holdout', 'ffff'))
      .add('datasets', dataset('d2', 0, 'unused', 'eeee'))
      .add('inputs', input('i1', 'd1', 'RUN', RUN))
      .add('inputs', input('i2', 'd2', 'RUN', 'another'))
      .add('inputs', input('i3', 'd2', 'MODEL_OUTPUT', RUN));
    expect(await reading(await store.open()).run(RUN)).toEqual({
      id: RUN,
      experimentId: '0',
      status: 'FAILED',
      deleted: true,
      commit: 'abc',
      metrics: [
        { key: 'accuracy', value: 0.30000000000000004, step: 1, timestamp: 5000, dataset: null, runId: RUN },
        { key: 'huge', value: 1.7976931348623157e308, step: -3, timestamp: 5000, dataset: null, runId: RUN },
        { key: 'loss', value: NaN, step: 1, timestamp: 5000, dataset: null, runId: RUN },
      ],
      datasets: [{ name: 'holdout', digest: 'ffff' }],
      loggedModelIds: [],
      usedModelIds: [],
      modelPaths: ['clf', 'other'],
    });
  });

  it('gives null for an unknown run and no rows for an unknown metric', async () => {
    using store = new TestStore(release).trainingRun();
    const reader = reading(await store.open());
    expect(await reader.run('nothing')).toBeNull();
    expect((await reader.run(RUN))?.commit).toBeNull();
    expect(await reader.metricHistory(RUN, 'accuracy')).toEqual([]);
  });

  it('says that a run is missing on the store that was asked for it', async () => {
    const run_link = 'https://other.test/#/runs/r';
    using store = new TestStore(release).model().version(1, 'None', { run_link });
    const reader = reading(await store.open());
    const version = await reader.version(MODEL, '1');
    if (version === null) throw new TypeError('there is a version');
    const { problems } = await reader.evidence(version, 'candidate', new Set());
    expect(problems).toEqual([
      {
        code: 'run-missing',
        message: `Run ${RUN} of version 1 does not exist on sqlite:///mlflow.db.`,
        remedy: expect.stringMatching(/tracking-uri.*registry-uri.*https:\/\/other\.test\/#\/runs\/r\.$/),
      },
    ]);
  });

  it('gives every row of a metric', async () => {
    using store = new TestStore(release).trainingRun();
    store
      .add('metrics', metric('a', 0.5))
      .add('metrics', metric('a', 0, { is_nan: 1, step: 2 }))
      .add('metrics', metric('b', 9));
    const rows = await reading(await store.open()).metricHistory(RUN, 'a');
    expect(rows.map(({ value, step }) => [step, value])).toEqual([
      [1, 0.5],
      [2, NaN],
    ]);
  });

  it('reads without changing a byte', async () => {
    using store = new TestStore(release).model().version(1).trainingRun();
    const before = store.bytes();
    const registry = await store.open();
    await reading(registry).model(MODEL);
    await reading(registry).run(RUN);
    await registry.close();
    expect(store.bytes()).toBe(before);
  });
});

describe('logged models', () => {
  it.each(['2.9.2', '2.22.5'] as const)('do not exist in a store of %s', async (release) => {
    using store = new TestStore(release);
    expect(await reading(await store.open()).loggedModel(LOGGED_MODEL)).toBeNull();
  });

  it('keep datasets apart and get their NaN back from the run', async () => {
    using store = withLoggedModel();
    store
      .add(
        'logged_model_metrics',
        logged('accuracy', 0.9, { dataset_name: 'holdout', dataset_digest: 'ffff' }),
      )
      .add('logged_model_metrics', logged('accuracy', 0.8, { metric_step: 2 }))
      .add('logged_model_metrics', logged('nan', 0))
      .add('metrics', metric('nan', 0, { is_nan: 1 }))
      .add('logged_model_metrics', logged('zero', 0))
      .add('metrics', metric('zero', 0))
      .add('logged_model_metrics', logged('either', 0))
      .add('metrics', metric('either', 0))
      .add('metrics', metric('either', 0, { is_nan: 1 }))
      .add('logged_model_metrics', logged('beside a NaN', 0.5))
      .add('metrics', metric('beside a NaN', 0, { is_nan: 1 }))
      .add('logged_model_metrics', logged('untraced', 0))
      .add('logged_model_metrics', logged('none', null));
    const model = await reading(await store.open()).loggedModel(LOGGED_MODEL);
    expect(model?.sourceRunId).toBe(RUN);
    expect(model?.metrics.filter(({ key }) => key === 'accuracy')).toEqual([
      {
        key: 'accuracy',
        value: 0.9,
        step: 1,
        timestamp: 5000,
        dataset: { name: 'holdout', digest: 'ffff' },
        runId: RUN,
      },
      { key: 'accuracy', value: 0.8, step: 2, timestamp: 5000, dataset: null, runId: RUN },
    ]);
    const values = Object.fromEntries(model?.metrics.map(({ key, value }) => [key, value]) ?? []);
    expect(values).toMatchObject({ nan: NaN, zero: 0, either: 0, untraced: 0, none: NaN });
    expect(values['beside a NaN']).toBe(0.5);
  });

  it('are null when deleted or unknown', async () => {
    using store = withLoggedModel('deleted');
    const reader = reading(await store.open());
    expect(await reader.loggedModel(LOGGED_MODEL)).toBeNull();
    expect(await reader.loggedModel('m-none')).toBeNull();
  });
});

describe('workspaces', () => {
  const elsewhere = { workspace: 'team-a' };

  it('are apart: models, versions, tags, aliases, runs and logged models', async () => {
    using store = withLoggedModel();
    store
      .add('workspaces', { name: 'team-a' })
      .model()
      .version(1, 'Production')
      .model(MODEL, elsewhere)
      .version(2, 'Staging', elsewhere)
      .add('model_version_tags', { key: 'k', value: 'theirs', name: MODEL, version: 2, ...elsewhere })
      .add('registered_model_aliases', { alias: 'champion', version: 2, name: MODEL, ...elsewhere })
      .add('experiments', { experiment_id: 9, name: 'theirs', lifecycle_stage: 'active', ...elsewhere })
      .trainingRun('d'.repeat(32), { experiment_id: 9 })
      .add('metrics', metric('a', 1, { run_uuid: 'd'.repeat(32) }));
    const ours = reading(await store.open());
    const theirs = reading(await store.open(elsewhere));
    expect((await ours.model(MODEL)).versions.map(({ version }) => version)).toEqual(['1']);
    expect((await ours.model(MODEL)).aliases.size).toBe(0);
    const model = await theirs.model(MODEL);
    expect(model.versions.map(({ version, tags }) => [version, tags['k']])).toEqual([['2', 'theirs']]);
    expect(model.aliases.get('champion')).toBe('2');
    expect(await ours.run('d'.repeat(32))).toBeNull();
    expect(await ours.metricHistory('d'.repeat(32), 'a')).toEqual([]);
    expect((await theirs.run('d'.repeat(32)))?.id).toBe('d'.repeat(32));
    expect(await theirs.run(RUN)).toBeNull();
    expect(await theirs.loggedModel(LOGGED_MODEL)).toBeNull();
    expect((await ours.loggedModel(LOGGED_MODEL))?.id).toBe(LOGGED_MODEL);
  });

  it.each([NEWEST, '2.22.5'] as const)('that nobody made are refused in a store of %s', async (release) => {
    using store = new TestStore(release).model();
    const error = await failure(async () => reading(await store.open({ workspace: 'team-b' })).model(MODEL));
    expect(error.code).toBe('workspace-unknown');
    const named = reading(await store.open({ workspace: 'default' }));
    expect((await named.model(MODEL)).name).toBe(MODEL);
  });
});

describe('rows that MLflow would not write', () => {
  it('take NULL as nothing', async () => {
    using store = new TestStore(NEWEST).model().version(1, null, {
      description: null,
      source: null,
      run_id: null,
      status: null,
      creation_time: null,
      last_updated_time: null,
    });
    const [version] = (await reading(await store.open()).model(MODEL)).versions;
    expect(version).toMatchObject({ stage: 'None', status: '', runId: null, source: '', createdAt: 0 });
  });

  it.each([
    ['a stage MLflow does not know', { current_stage: 'Prod' }],
    ['a BLOB for a source', { source: new Uint8Array([1]) as unknown as string }],
    ['text for a time', { creation_time: 'yesterday' }],
    ['a time without end', { creation_time: Infinity }],
    ['a time before all', { creation_time: -Infinity }],
  ])('refuse %s', async (_what, cells) => {
    using store = new TestStore(NEWEST).model().version(1, 'None', cells);
    const error = await failure(async () => reading(await store.open()).model(MODEL));
    expect(error.code).toBe('store-unusable');
  });

  it('keep a version number beyond 2^53 exact', async () => {
    using store = new TestStore(NEWEST).model().version(1);
    store.run('UPDATE model_versions SET version = 9007199254740993');
    const reader = reading(await store.open());
    expect((await reader.model(MODEL)).versions[0]?.version).toBe('9007199254740993');
    expect((await reader.version(MODEL, '9007199254740993'))?.version).toBe('9007199254740993');
    expect(await reader.version(MODEL, '9007199254740992')).toBeNull();
  });

  it('give a step beyond 2^53 as the nearest number', async () => {
    using store = new TestStore(NEWEST).trainingRun().add('metrics', { ...metric('a', 1), step: 2n ** 62n });
    const [row] = await reading(await store.open()).metricHistory(RUN, 'a');
    expect(row?.step).toBe(2 ** 62);
  });
});

function withLoggedModel(lifecycle_stage = 'active'): TestStore {
  return new TestStore(NEWEST).trainingRun().add('logged_models', {
    model_id: LOGGED_MODEL,
    experiment_id: 0,
    name: 'model',
    artifact_location: '',
    creation_timestamp_ms: 1,
    last_updated_timestamp_ms: 1,
    status: 2,
    lifecycle_stage,
    source_run_id: RUN,
  });
}

function logged(metric_name: string, metric_value: number | null, more: object = {}) {
  const row = { metric_name, metric_value, model_id: LOGGED_MODEL, experiment_id: 0, run_id: RUN };
  return { ...row, metric_timestamp_ms: 5000, metric_step: 1, ...more };
}

function dataset(dataset_uuid: string, experiment_id: number, name: string, digest: string) {
  return { dataset_uuid, experiment_id, name, digest, dataset_source_type: 'local', dataset_source: '{}' };
}

function input(input_uuid: string, source_id: string, destination_type: string, destination_id: string) {
  return { input_uuid, source_type: 'DATASET', source_id, destination_type, destination_id };
}
