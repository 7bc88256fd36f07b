import { afterEach, describe, expect, it } from '@jest/globals';
import { failure, never } from '../../../net/kit.js';
import { closeAll, json, type Handler } from '../../../net/loopback.js';
import {
  closeRegistries,
  GET_MODEL,
  GET_RUN,
  GET_VERSION,
  HISTORY,
  mlflow,
  MODELS,
  open,
  page,
  readerOf,
  says,
  SEARCH,
  wireModel,
  wireVersion,
} from './kit.js';

afterEach(async () => {
  await closeRegistries();
  await closeAll();
});

const NO_MODEL = says(404, 'RESOURCE_DOES_NOT_EXIST', 'Registered Model with name=fraud not found');
const NO_VERSION = says(404, 'RESOURCE_DOES_NOT_EXIST', 'Model Version (name=fraud, version=9) not found');

describe('model', () => {
  it('joins what two calls know', async () => {
    const server = await mlflow({
      [GET_MODEL]: wireModel({
        aliases: [{ alias: 'champion', version: '2' }],
        latest_versions: [wireVersion('10')],
      }),
      [SEARCH]: {
        model_versions: [
          wireVersion('2', {
            current_stage: 'Production',
            tags: [{ key: 'k', value: 'v' }, { key: 'empty' }],
          }),
          wireVersion('10', { run_id: '' }),
          wireVersion('9', { run_id: undefined, description: undefined, source: undefined }),
        ],
      },
    });
    const model = await (await open(server.url)).reader(never()).model('fraud');
    expect(model.name).toBe('fraud');
    expect(model.aliases).toEqual(new Map([['champion', '2']]));
    expect(model.versions.map(({ version, stage, runId }) => [version, stage, runId])).toEqual([
      ['10', 'None', null],
      ['9', 'None', null],
      ['2', 'Production', 'r'],
    ]);
    expect(model.versions[2]).toEqual({
      model: 'fraud',
      version: '2',
      stage: 'Production',
      status: 'READY',
      runId: 'r',
      source: 'mlflow-artifacts:/1/r/artifacts/model',
      runLink: '',
      description: '',
      tags: { k: 'v', empty: '' },
      createdAt: 1795207496883,
      updatedAt: 1795207497480,
      url: `${server.url}/#/models/fraud/versions/2`,
    });
    const search = server.seen.find((seen) => seen.path.endsWith('/search'));
    expect(Object.fromEntries(search?.query ?? [])).toEqual({
      filter: "name='fraud'",
      order_by: 'version_number DESC',
      max_results: '10000',
    });
  });

  it('takes one round trip', async () => {
    let waiting: (() => void)[] = [];
    const together: (value: object) => Handler = (value) => (_, reply) => {
      waiting.push(() => {
        json(reply, 200, value);
      });
      // Neither is answered before both were asked.
      if (waiting.length === 2)
        waiting.splice(0).forEach((answer) => {
          answer();
        });
    };
    const reader = await readerOf({ [GET_MODEL]: together(wireModel()), [SEARCH]: together({}) });
    expect((await reader.model('fraud')).versions).toEqual([]);
    waiting = [];
  });

  it('asks again every time', async () => {
    let stage = 'None';
    const reader = await readerOf({
      [GET_MODEL]: wireModel(),
      [SEARCH]: (_, reply) => {
        json(reply, 200, { model_versions: [wireVersion('1', { current_stage: stage })] });
      },
    });
    expect((await reader.model('fraud')).versions[0]?.stage).toBe('None');
    stage = 'Production';
    expect((await reader.model('fraud')).versions[0]?.stage).toBe('Production');
  });

  it('reads all pages and counts no version twice', async () => {
    const pages: Record<string, object> = {
      '': { model_versions: [wireVersion('3'), wireVersion('2')], next_page_token: 'a' },
      a: { model_versions: [wireVersion('2'), wireVersion('1')], next_page_token: 'b' },
      b: { model_versions: [wireVersion('1')], next_page_token: '' },
    };
    const reader = await readerOf({
      [GET_MODEL]: wireModel(),
      [SEARCH]: (seen, reply) => {
        json(reply, 200, pages[seen.query.get('page_token') ?? ''] ?? {});
      },
    });
    expect((await reader.model('fraud')).versions.map(({ version }) => version)).toEqual(['3', '2', '1']);
  });

  it.each([
    ["it's", 'name="it\'s"'],
    ['say "x"', `name='say "x"'`],
    [`"a" 'b'\\ %_`, "name LIKE '_a_ _b__ %_'"],
  ])('quotes the name %s, and drops what else is found', async (name, filter) => {
    const server = await mlflow({
      [GET_MODEL]: wireModel({ name }),
      [SEARCH]: { model_versions: [wireVersion('7', { name: 'other' }), wireVersion('1', { name })] },
    });
    const model = await (await open(server.url)).reader(never()).model(name);
    expect(model.versions.map(({ version }) => version)).toEqual(['1']);
    expect(server.seen.find((seen) => seen.path.endsWith('/search'))?.query.get('filter')).toBe(filter);
  });

  it('unknown: near names are listed', async () => {
    const names = ['fraud-v2', 'frauds', 'weather'].map((name) => ({ name }));
    const reader = await readerOf({
      [GET_MODEL]: NO_MODEL,
      [SEARCH]: {},
      [MODELS]: { registered_models: names },
    });
    const error = await failure(reader.model('fraud'));
    expect(error.code).toBe('model-unknown');
    expect(error.message).toContain("'frauds'");
    expect(error.message).not.toContain('weather');
  });

  it('unknown, and the names cannot be listed: still unknown', async () => {
    const reader = await readerOf({
      [GET_MODEL]: NO_MODEL,
      [SEARCH]: {},
      [MODELS]: page(403, 'Permission denied'),
    });
    expect((await failure(reader.model('fraud'))).code).toBe('model-unknown');
  });

  it('another name than asked for is not the model', async () => {
    const reader = await readerOf({ [GET_MODEL]: wireModel({ name: 'fraud' }), [SEARCH]: {} });
    const error = await failure(reader.model('FRAUD'));
    expect(error.code).toBe('model-unknown');
    expect(error.message).toContain("'fraud'");
  });

  it('a prompt is not a model', async () => {
    const tags = [{ key: 'mlflow.prompt.is_prompt', value: 'true' }];
    const reader = await readerOf({ [GET_MODEL]: wireModel({ tags }), [SEARCH]: {} });
    expect((await failure(reader.model('fraud'))).code).toBe('not-supported');
  });

  it('a search that hides versions is an error, never "no versions"', async () => {
    const server = await mlflow({
      [GET_MODEL]: wireModel({ latest_versions: [wireVersion('4')] }),
      [SEARCH]: {},
    });
    const error = await failure((await open(server.url)).reader(never()).model('fraud'));
    expect(error.code).toBe('unexpected-reply');
    expect(error.message).toContain('version 4');
    expect(server.seen).toHaveLength(4);
  });

  it('a version that was made between the two calls is found by a second look', async () => {
    let looks = 0;
    const reader = await readerOf({
      [GET_MODEL]: wireModel({ latest_versions: [wireVersion('1')] }),
      [SEARCH]: (_, reply) => {
        looks += 1;
        json(reply, 200, looks === 1 ? {} : { model_versions: [wireVersion('1')] });
      },
    });
    expect((await reader.model('fraud')).versions).toHaveLength(1);
  });

  it('a refused model is refused, though the search answers', async () => {
    const reader = await readerOf({
      [GET_MODEL]: page(403, 'Permission denied'),
      [SEARCH]: { model_versions: [wireVersion('1')] },
    });
    const error = await failure(reader.model('fraud'));
    expect(error.code).toBe('forbidden');
    expect(error.message).toContain("READ on model 'fraud'");
  });

  it.each<[string, object]>([
    ['a number for a version', { version: 3 }],
    ['a version of another kind', { version: '1.0.0' }],
    ['an unknown stage', { current_stage: 'Deleted_Internal' }],
    ['no stage', { current_stage: undefined }],
    ['no status', { status: undefined }],
    ['tags of another shape', { tags: { k: 'v' } }],
    ['a time that is no number', { creation_timestamp: 'today' }],
  ])('%s is not believed', async (_, more) => {
    const search = { model_versions: [wireVersion('1', more)] };
    const reader = await readerOf({ [GET_MODEL]: wireModel(), [SEARCH]: search });
    expect((await failure(reader.model('fraud'))).code).toBe('unexpected-reply');
  });

  it.each([
    ['points at itself', { model_versions: [wireVersion('1')], next_page_token: 'x' }],
    ['is empty', { next_page_token: 'x' }],
  ])('a page that %s ends the reading', async (_, reply) => {
    const reader = await readerOf({ [GET_MODEL]: wireModel(), [SEARCH]: reply });
    expect((await failure(reader.model('fraud'))).code).toBe('unexpected-reply');
  });
});

describe('version', () => {
  it('reads one', async () => {
    const reader = await readerOf({
      [GET_VERSION]: { model_version: wireVersion('9', { aliases: ['champion'] }) },
    });
    expect(await reader.version('fraud', '9')).toMatchObject({ model: 'fraud', version: '9' });
  });

  it.each([
    ['version', NO_VERSION],
    ['model', NO_MODEL],
  ])('no such %s is null', async (_, handler) => {
    expect(await (await readerOf({ [GET_VERSION]: handler })).version('fraud', '9')).toBeNull();
  });

  it.each<[string, Handler, string]>([
    ['a page', page(404, '<html>no</html>'), 'not-an-api'],
    ['other words', says(404, 'RESOURCE_DOES_NOT_EXIST', 'nothing here'), 'request-refused'],
    ['a workspace', says(404, 'RESOURCE_DOES_NOT_EXIST', "Workspace 'x' not found"), 'workspace-unknown'],
    ['an endpoint', says(404, 'ENDPOINT_NOT_FOUND', 'No API found'), 'not-supported'],
    [
      'a bad request',
      says(400, 'INVALID_PARAMETER_VALUE', 'Model Version (name=x) not found'),
      'request-refused',
    ],
  ])('a 404 that means %s is an error', async (_, handler, code) => {
    const reader = await readerOf({ [GET_VERSION]: handler });
    expect((await failure(reader.version('fraud', '9'))).code).toBe(code);
  });

  it('another version than asked for is not believed', async () => {
    const reader = await readerOf({ [GET_VERSION]: { model_version: wireVersion('8') } });
    expect((await failure(reader.version('fraud', '9'))).code).toBe('unexpected-reply');
  });
});

const wireRun = (more: object = {}): object => ({
  run: {
    info: { run_id: 'r', run_uuid: 'r', status: 'FINISHED', lifecycle_stage: 'active', start_time: 1 },
    data: {
      metrics: [
        { key: 'acc', value: 0.9, timestamp: 1700000000002, step: 2 },
        { key: 'nan', value: 'NaN', timestamp: 1700000000000, step: 0 },
        { key: 'inf', value: 'Infinity', timestamp: 1700000000000 },
        { key: '-inf', value: '-Infinity', timestamp: '1700000000000', step: '3' },
        { key: 'max', value: 1.7976931348623157e308, timestamp: 1700000000000, step: 0 },
      ],
      tags: [{ key: 'mlflow.source.git.commit', value: 'abc' }],
    },
    inputs: {
      dataset_inputs: [{ dataset: { name: 'd', digest: 'x', source: 's' } }, { dataset: { name: 'e' } }],
    },
    ...more,
  },
});

describe('run', () => {
  it('reads values that JSON has no number for', async () => {
    const run = await (await readerOf({ [GET_RUN]: wireRun() })).run('r');
    expect(run).toMatchObject({ id: 'r', status: 'FINISHED', deleted: false, commit: 'abc' });
    expect(run?.metrics.map(({ key, value, step }) => [key, value, step])).toEqual([
      ['acc', 0.9, 2],
      ['nan', Number.NaN, 0],
      ['inf', Infinity, 0],
      ['-inf', -Infinity, 3],
      ['max', 1.7976931348623157e308, 0],
    ]);
    expect(run?.metrics[0]).toMatchObject({ dataset: null, runId: 'r', timestamp: 1700000000002 });
    expect(run?.datasets).toEqual([
      { name: 'd', digest: 'x' },
      { name: 'e', digest: null },
    ]);
  });

  it('reads steps and times beyond 2^53 as the nearest number, in order', async () => {
    const steps = ['9007199254740993', '1795207496883000123', '"1795207496883000999"', '9223372036854775807'];
    const rows = steps.map((step) => `{"key":"a","value":1,"timestamp":${step},"step":${step}}`);
    const body = JSON.stringify(wireRun({ data: { metrics: [] } })).replace('[]', `[${rows.join()}]`);
    const run = await (await readerOf({ [GET_RUN]: (_, reply) => void reply.end(body) })).run('r');
    const expected = [2 ** 53, Number('1795207496883000123'), Number('1795207496883000999'), 2 ** 63];
    expect(run?.metrics.map(({ step }) => step)).toEqual(expected);
    expect(run?.metrics.map(({ timestamp }) => timestamp)).toEqual(expected);
    expect([...expected].sort((a, b) => a - b)).toEqual(expected);
  });

  it.each([1.5, 1e300, '1.5', '1e3', '', '1'.repeat(20)])('%j is no step', async (step) => {
    const metrics = [{ key: 'a', value: 1, timestamp: 1, step }];
    const reader = await readerOf({ [GET_RUN]: wireRun({ data: { metrics } }) });
    expect((await failure(reader.run('r'))).code).toBe('unexpected-reply');
  });

  it('reads a deleted run with nothing in it', async () => {
    const info = { run_id: 'r', status: 'FAILED', lifecycle_stage: 'deleted' };
    const run = await (await readerOf({ [GET_RUN]: { run: { info } } })).run('r');
    expect(run).toEqual({
      id: 'r',
      experimentId: '',
      status: 'FAILED',
      deleted: true,
      commit: null,
      metrics: [],
      datasets: [],
      loggedModelIds: [],
      usedModelIds: [],
      modelPaths: [],
    });
  });

  it.each(['Run with id=r not found', "Run 'r' not found"])('%s is null', async (message) => {
    const reader = await readerOf({ [GET_RUN]: says(404, 'RESOURCE_DOES_NOT_EXIST', message) });
    expect(await reader.run('r')).toBeNull();
  });

  it.each<[string, object]>([
    ['another run', wireRun({ info: { run_id: 'q', status: 'FINISHED', lifecycle_stage: 'active' } })],
    ['no life cycle', wireRun({ info: { run_id: 'r', status: 'FINISHED' } })],
    ['a text for a value', wireRun({ data: { metrics: [{ key: 'a', value: '0.9', timestamp: 1 }] } })],
    ['no value', wireRun({ data: { metrics: [{ key: 'a', timestamp: 1 }] } })],
    ['null for a value', wireRun({ data: { metrics: [{ key: 'a', value: null, timestamp: 1 }] } })],
    ['no time', wireRun({ data: { metrics: [{ key: 'a', value: 1 }] } })],
    ['nothing', {}],
  ])('%s is not believed', async (_, reply) => {
    expect((await failure((await readerOf({ [GET_RUN]: reply })).run('r'))).code).toBe('unexpected-reply');
  });

  it('a value too large for a double is not believed', async () => {
    const body = JSON.stringify(wireRun()).replace('0.9', '1e400');
    const reader = await readerOf({ [GET_RUN]: (_, reply) => void reply.end(body) });
    expect((await failure(reader.run('r'))).code).toBe('unexpected-reply');
  });

  it('an empty reply is no answer to a read', async () => {
    const reader = await readerOf({
      [GET_RUN]: (_, reply) => void reply.end(''),
      [HISTORY]: page(200, '200 OK'),
    });
    expect((await failure(reader.run('r'))).code).toBe('not-an-api');
    expect((await failure(reader.metricHistory('r', 'acc'))).code).toBe('not-an-api');
  });
});

describe('loggedModel', () => {
  const id = 'm-7be60000000000000000000000000000';
  const path = `GET /api/2.0/mlflow/logged-models/${id}`;
  const metrics = [
    {
      key: 'acc',
      value: 0.91,
      timestamp: 1,
      step: 0,
      dataset_name: 'holdout',
      dataset_digest: 'ab',
      run_id: 'r',
    },
    { key: 'acc', value: 0.8, timestamp: 2, step: 0, dataset_name: 'train', dataset_digest: '', run_id: 'q' },
    { key: 'acc', value: 0.7, timestamp: 3 },
  ];

  it('keeps the datasets apart', async () => {
    const model = { info: { model_id: id, source_run_id: 'r' }, data: { metrics } };
    const found = await (await readerOf({ [path]: { model } })).loggedModel(id);
    expect(found).toMatchObject({ id, sourceRunId: 'r' });
    expect(found?.metrics.map(({ value, dataset, runId }) => [value, dataset, runId])).toEqual([
      [0.91, { name: 'holdout', digest: 'ab' }, 'r'],
      [0.8, { name: 'train', digest: null }, 'q'],
      [0.7, null, null],
    ]);
  });

  it('an unknown one is null', async () => {
    const handler = says(404, 'RESOURCE_DOES_NOT_EXIST', `Logged model with ID '${id}' not found.`);
    expect(await (await readerOf({ [path]: handler })).loggedModel(id)).toBeNull();
  });

  it('a server of 2.x is an error, not "no metrics"', async () => {
    const error = await failure((await readerOf({})).loggedModel(id));
    expect(error.code).toBe('not-supported');
    expect(error.remedy).toContain('3.0');
  });

  it.each(['..', 'a/b', 'm-1?x=1', '', '%2e%2e'])('%j never becomes a path', async (bad) => {
    const server = await mlflow({});
    const reader = (await open(server.url)).records(never());
    expect((await failure(reader.loggedModel(bad))).code).toBe('unexpected-reply');
    expect(server.seen).toEqual([]);
  });
});

describe('metricHistory', () => {
  const row = (value: number, step: number): object => ({ key: 'acc', value, step, timestamp: 5 });

  it('reads all pages and always says how many rows it takes', async () => {
    const server = await mlflow({
      [HISTORY]: (seen, reply) => {
        const first = seen.query.get('page_token') === null;
        json(reply, 200, first ? { metrics: [row(1, 0)], next_page_token: 't' } : { metrics: [row(2, 1)] });
      },
    });
    const rows = await (await open(server.url)).records(never()).metricHistory('r', 'acc');
    expect(rows.map(({ value, step, runId }) => [value, step, runId])).toEqual([
      [1, 0, 'r'],
      [2, 1, 'r'],
    ]);
    expect(server.seen.map((seen) => seen.query.get('max_results'))).toEqual(['25000', '25000']);
  });

  it('a metric that was never logged has no rows', async () => {
    expect(await (await readerOf({ [HISTORY]: {} })).metricHistory('r', 'acc')).toEqual([]);
  });

  it('the empty page with a token of 3.1 to 3.13 is no history', async () => {
    const reader = await readerOf({ [HISTORY]: { next_page_token: 'eyJvZmZzZXQiOiAwfQ==' } });
    expect((await failure(reader.metricHistory('r', 'acc'))).code).toBe('unexpected-reply');
  });

  it('rows of another metric are not believed', async () => {
    const reader = await readerOf({ [HISTORY]: { metrics: [{ ...row(1, 0), key: 'loss' }] } });
    expect((await failure(reader.metricHistory('r', 'acc'))).code).toBe('unexpected-reply');
  });
});
