import { describe, expect, it } from '@jest/globals';
import type { ModelVersion } from '../../../../src/domain/version.js';
import { traceVersion, type Trace } from '../../../../src/registry/mlflow/evidence/trace.js';
import { hex, MlflowTables, version } from './tables.js';

const RUN = hex('aa');
const OTHER = hex('bb');
const CLF = `m-${hex('c1')}`;
const SECOND = `m-${hex('c2')}`;

/** A run that made one logged model, `clf`, and another run that made none. */
function tables(): MlflowTables {
  const all = new MlflowTables();
  all.addRun(RUN);
  all.addRun(OTHER);
  all.addLoggedModel(CLF, RUN);
  return all;
}

interface Short {
  readonly model: string | null;
  readonly run: string | null;
  readonly problem: string | null;
}

function short({ loggedModel, runId, problem }: Trace): Short {
  return { model: loggedModel?.id ?? null, run: runId, problem: problem?.code ?? null };
}

function traced(all: MlflowTables, more: Partial<ModelVersion>, location?: string): Promise<Trace> {
  return traceVersion(all.records(), all.addVersion(version(more), location));
}

const TO_CLF: Short = { model: CLF, run: RUN, problem: null };
const PLACE = `mlflow-artifacts:/1/models/${CLF}/artifacts`;

describe('a version whose run made one logged model leads to it', () => {
  it.each<[string, Partial<ModelVersion>, string | undefined]>([
    ['by its id', { source: `models:/${CLF}`, runId: RUN }, undefined],
    ['by its id, without a run id', { source: `models:/${CLF}` }, undefined],
    ['by run and name', { source: `runs:/${RUN}/clf`, runId: RUN }, undefined],
    ['by run and name, without a run id', { source: `runs:/${RUN}/clf` }, undefined],
    ['by run alone', { source: `runs:/${RUN}`, runId: RUN }, undefined],
    ['by its place', { source: PLACE, runId: RUN }, undefined],
    ['by its place, without a run id', { source: PLACE }, undefined],
    ['by its place in a bucket', { source: `s3://b/1/models/${CLF}/artifacts`, runId: RUN }, undefined],
    ['by a place in its run', { source: `mlflow-artifacts:/1/${RUN}/artifacts/clf`, runId: RUN }, undefined],
    ['by a place in its run, without a run id', { source: `dbfs:/x/${RUN}/artifacts/clf/` }, undefined],
    ['by a place of its own and a run id', { source: 's3://bucket/models/today', runId: RUN }, undefined],
    ['as a copy', { source: 'models:/dev/4', runId: RUN }, PLACE],
    ['as a copy without a run id', { source: 'models:/dev/4' }, PLACE],
    [
      'as a copy whose place is in its run',
      { source: 'models:/dev/4', runId: RUN },
      `s3://b/${RUN}/artifacts/clf`,
    ],
    [
      'as a copy of a version registered by its run',
      { source: 'models:/dev/4', runId: RUN },
      `runs:/${RUN}/clf`,
    ],
    ['as a copy with a run id whose place says nothing', { source: 'models:/dev/4', runId: RUN }, undefined],
    ['by an alias that was resolved', { source: 'models:/dev@champion', runId: RUN }, PLACE],
    ['by a stage that was resolved', { source: 'models:/dev/Staging' }, PLACE],
  ])('%s', async (_, more, location) => {
    expect(short(await traced(tables(), more, location))).toEqual(TO_CLF);
  });
});

describe('a copy', () => {
  it('needs no original: deleted, renamed, in another workspace', async () => {
    const found = await traced(tables(), { source: 'models:/gone/4', runId: RUN }, PLACE);
    expect([short(found), found.copiedFrom]).toEqual([TO_CLF, ['gone/4']]);
  });

  it('follows its originals only when its own facts lead nowhere', async () => {
    const all = tables();
    all.addVersion(version({ model: 'dev', version: '4', source: `models:/${CLF}`, runId: RUN }));
    all.addVersion(version({ model: 'staging', version: '2', source: 'models:/dev/4' }));
    const found = await traced(all, { model: 'prod', source: 'models:/staging/2' });
    expect([short(found), found.copiedFrom]).toEqual([{ ...TO_CLF, run: RUN }, ['staging/2', 'dev/4']]);
    expect(all.asked).toContain('version dev/4');
  });

  it('says that the original is gone where nothing else is known', async () => {
    const found = await traced(tables(), { source: 'models:/dev/4' });
    expect(short(found)).toEqual({ model: null, run: null, problem: 'lineage-unresolved' });
    expect(found.problem?.message).toContain('"dev/4", which no longer exists');
  });

  it('ends a circle', async () => {
    const all = tables();
    all.addVersion(version({ model: 'dev', version: '1', source: 'models:/prod/1' }));
    const found = await traced(all, { model: 'prod', source: 'models:/dev/1' });
    expect(found.problem?.message).toContain('without end');
  });

  it.each([
    [8, null],
    [9, 'without end'],
  ])('is followed through %s copies: %s', async (copies, problem) => {
    const all = tables();
    all.addVersion(version({ model: 'c', version: '0', source: `models:/${CLF}` }));
    for (let at = 1; at < copies; at++) {
      all.addVersion(version({ model: 'c', version: String(at), source: `models:/c/${at - 1}` }));
    }
    const found = await traced(all, { source: `models:/c/${copies - 1}` });
    if (problem === null) expect(found.problem).toBeNull();
    else expect(found.problem?.message).toContain(problem);
  });
});

describe('a run that made several logged models', () => {
  function two(name = 'other'): MlflowTables {
    const all = tables();
    all.addLoggedModel(SECOND, RUN, { name });
    return all;
  }

  it.each([
    ['clf', CLF],
    ['other', SECOND],
  ])('leads to the one of that name: %s', async (name, id) => {
    const found = await traced(two(), { source: `runs:/${RUN}/${name}`, runId: RUN });
    expect(short(found)).toEqual({ model: id, run: RUN, problem: null });
  });

  it.each<[string, string, string, string]>([
    ['two of that name', 'clf', `runs:/${RUN}/clf`, '2 of them are named "clf"'],
    ['none of that name', 'other', `runs:/${RUN}/third`, 'none of them is named "third"'],
    ['a percent-encoded name', 'a b', `runs:/${RUN}/a%20b`, 'none of them is named "a%20b"'],
    ['no name at all', 'other', 's3://bucket/models/today', 'its source names none of them'],
  ])('cannot be told: %s', async (_, name, source, said) => {
    const found = await traced(two(name), { source, runId: RUN });
    expect(short(found)).toEqual({ model: null, run: RUN, problem: 'lineage-unresolved' });
    expect(found.problem?.message).toContain(said);
    expect(found.problem?.remedy).toContain('models:/m-');
  });
});

describe('what contradicts itself is never believed', () => {
  it.each<[string, Partial<ModelVersion>]>([
    ['a run id beside another run’s logged model', { source: `models:/${CLF}`, runId: OTHER }],
    ['a run id beside the place of another’s logged model', { source: PLACE, runId: OTHER }],
    ['a run id beside another run’s artifact', { source: `runs:/${RUN}/clf`, runId: OTHER }],
    ['a name that the one logged model does not have', { source: `runs:/${RUN}/plots`, runId: RUN }],
  ])('%s', async (_, more) => {
    const found = await traced(tables(), more);
    expect(found.loggedModel).toBeNull();
    expect(found.problem?.code).toBe('lineage-unresolved');
  });
});

describe('what is gone or missing', () => {
  it('a run', async () => {
    const found = await traced(tables(), {
      source: 's3://bucket/x',
      runId: hex('dd'),
      runLink: 'https://other.example.com/run',
    });
    expect(short(found)).toEqual({ model: null, run: hex('dd'), problem: 'run-missing' });
    expect(found.problem?.message).toContain('https://mlflow.example.com');
    expect(found.problem?.remedy).toContain('https://other.example.com/run');
    expect(found.problem?.remedy).toMatch(/tracking-uri.*registry-uri/);
  });

  it('a logged model, however it is named', async () => {
    for (const source of [`models:/${CLF}`, PLACE, `models:/dev/4`]) {
      const all = tables();
      all.removeLoggedModel(CLF);
      const found = await traced(all, { source, runLink: 'https://other.example.com/run' }, PLACE);
      expect([found.problem?.code, found.problem?.remedy]).toEqual([
        'lineage-unresolved',
        expect.stringMatching(/cannot restore a logged model.*tracking-uri.*registry-uri.*other\.example/),
      ]);
      expect(found.problem?.message).toContain('https://mlflow.example.com');
    }
  });

  it.each<[string, string]>([
    ['', '(a local store has to be served for that).'],
    [
      'https://other.example.com/#/experiments/1/runs/2',
      'to https://other.example.com/#/experiments/1/runs/2.',
    ],
    ['https://ann:s3cret@other.example.com/a?key=s3cret#b?o=s3cret', 'to https://other.example.com/a#b.'],
    ['the run of Monday', 'to the run of Monday.'],
  ])('a run, linked as %j: both inputs, and the link without secrets', async (runLink, end) => {
    const found = await traced(tables(), { source: 's3://bucket/x', runId: hex('dd'), runLink });
    expect(found.problem?.remedy).toMatch(/tracking-uri.*registry-uri/);
    expect(found.problem?.remedy.endsWith(end)).toBe(true);
    expect(found.problem?.remedy).not.toContain('s3cret');
  });

  it('the run of a logged model', async () => {
    const all = tables();
    all.removeRun(RUN);
    expect(short(await traced(all, { source: `models:/${CLF}` }))).toEqual({
      ...TO_CLF,
      problem: 'run-missing',
    });
  });

  it('everything', async () => {
    const found = await traced(tables(), { source: '/some/where' });
    expect(found.problem?.message).toContain('names no run');
  });

  it('a version that an alias meant', async () => {
    const found = await traced(tables(), { source: 'models:/churn@champion' });
    expect(found.problem?.message).toContain('may hold another version by now');
  });
});

it('a logged model that was logged outside a run needs none', async () => {
  const all = new MlflowTables();
  all.addLoggedModel(CLF, null);
  expect(short(await traced(all, { source: `models:/${CLF}` }))).toEqual({
    model: CLF,
    run: null,
    problem: null,
  });
});

it('a run without logged models is where the numbers are', async () => {
  const found = await traced(tables(), { source: `runs:/${OTHER}/model`, runId: OTHER });
  expect(short(found)).toEqual({ model: null, run: OTHER, problem: null });
});
