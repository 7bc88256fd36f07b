import { describe, expect, it } from '@jest/globals';
import { PromotionError } from '../../../../src/domain/error.js';
import type { Measurement } from '../../../../src/domain/evidence.js';
import { measure } from '../../../../src/registry/mlflow/evidence/measurements.js';
import type { Records } from '../../../../src/registry/mlflow/evidence/records.js';
import { hex, MlflowTables } from './tables.js';

const HOLDOUT = { name: 'holdout', digest: 'h1' };
const TRAIN = { name: 'train', digest: 't1' };
const RUN = hex('aa');
const EVALUATION = hex('ee');
const MODEL = `m-${hex('c1')}`;

function world(): MlflowTables {
  const tables = new MlflowTables();
  tables.addRun(RUN);
  tables.addLoggedModel(MODEL, RUN);
  return tables;
}

function measured(
  tables: MlflowTables,
  asked: readonly string[] = ['a', 'b'],
  records: Records = tables.records(),
): Promise<readonly Measurement[]> {
  const run = tables.run(RUN);
  const trace = {
    loggedModel: tables.loggedModel(MODEL),
    run,
    runId: run?.id ?? null,
    copiedFrom: [],
    problem: null,
  };
  return measure(records, trace, new Set(asked));
}

async function only(...args: Parameters<typeof measured>): Promise<Measurement> {
  const [first, second] = await measured(...args);
  if (first === undefined || second !== undefined) throw new TypeError('expected one measurement');
  return first;
}

describe('the value that counts', () => {
  it('of each metric is the logged model\u2019s first, else the run\u2019s', async () => {
    const tables = world();
    tables.logMetric(RUN, 'a', 0.9, { loggedModel: MODEL });
    tables.logMetric(RUN, 'a', 0.1, { step: 5 });
    tables.logMetric(RUN, 'loss', 0.2);
    expect(await measured(tables)).toMatchObject([
      { metric: 'a', value: 0.9, origin: 'logged-model', of: 1, runId: RUN },
      { metric: 'loss', value: 0.2, origin: 'run', of: null, runId: RUN },
    ]);
  });

  it('of a logged model is the newest by time, then step, then value; of a run by step', async () => {
    const tables = world();
    tables.logMetric(RUN, 'a', 0.1, { step: 9, timestamp: 1, loggedModel: MODEL });
    tables.logMetric(RUN, 'a', 0.2, { step: 1, timestamp: 2, loggedModel: MODEL });
    tables.logMetric(RUN, 'a', 0.3, { step: 2, timestamp: 2, loggedModel: MODEL });
    tables.logMetric(RUN, 'a', 0.25, { step: 2, timestamp: 2, loggedModel: MODEL });
    expect(await only(tables)).toMatchObject({ value: 0.3, step: 2, timestamp: 2, of: 4 });
    tables.removeLoggedModel(MODEL);
    expect(await only(tables)).toMatchObject({ value: 0.1, origin: 'run' });
  });

  it('is one of each dataset, none counting as one', async () => {
    const tables = world();
    tables.logMetric(RUN, 'a', 0.9, { dataset: HOLDOUT, loggedModel: MODEL });
    tables.logMetric(RUN, 'a', 0.95, { dataset: HOLDOUT, loggedModel: MODEL });
    tables.logMetric(RUN, 'a', 0.99, { dataset: TRAIN, loggedModel: MODEL });
    tables.logMetric(RUN, 'a', 0.5, { dataset: { name: 'holdout', digest: 'h2' }, loggedModel: MODEL });
    tables.logMetric(RUN, 'a', 0.4, { loggedModel: MODEL });
    const found = await measured(tables);
    expect(found.map(({ dataset, value }) => [dataset?.name, dataset?.digest, value])).toEqual([
      [undefined, undefined, 0.4],
      ['holdout', 'h1', 0.95],
      ['holdout', 'h2', 0.5],
      ['train', 't1', 0.99],
    ]);
  });

  it('of a run that made several models is nobody\u2019s', async () => {
    const tables = world();
    tables.logMetric(RUN, 'a', 0.99);
    tables.logMetric(RUN, 'b', 0.7, { loggedModel: MODEL });
    tables.addLoggedModel(`m-${hex('c2')}`, RUN, { name: 'other' });
    expect(await measured(tables)).toMatchObject([
      { metric: 'a', origin: 'run', doubt: { kind: 'shared-run' } },
      { metric: 'b', origin: 'logged-model', doubt: null },
    ]);
  });

  it('of a run of MLflow 2 that logged several models is nobody\u2019s either', async () => {
    const tables = world();
    tables.removeLoggedModel(MODEL);
    tables.logMetric(RUN, 'a', 0.99);
    expect((await only(tables)).doubt).toBeNull();
    tables.updateRun(RUN, { modelPaths: ['clf', 'other'] });
    expect((await only(tables)).doubt).toMatchObject({ kind: 'shared-run' });
  });

  it('shows an infinity as the number that SQL stores write for it', async () => {
    const tables = world();
    tables.logMetric(RUN, 'a', -Infinity);
    expect(await only(tables)).toMatchObject({ value: -Number.MAX_VALUE });
  });
});

describe('the run that logged a value', () => {
  function evaluated(): MlflowTables {
    const tables = world();
    tables.addRun(EVALUATION);
    tables.logMetric(RUN, 'a', 0.7, { loggedModel: MODEL });
    tables.logMetric(EVALUATION, 'a', 0.99, { loggedModel: MODEL });
    return tables;
  }

  it('may be another one, when it ended well', async () => {
    expect(await only(evaluated())).toMatchObject({ value: 0.99, runId: EVALUATION, doubt: null });
  });

  it.each<[string, (tables: MlflowTables) => void, string]>([
    [
      'deleted',
      (tables) => {
        tables.updateRun(EVALUATION, { deleted: true });
      },
      'is deleted',
    ],
    [
      'gone',
      (tables) => {
        tables.removeRun(EVALUATION);
      },
      'does not exist on https://mlflow.example.com',
    ],
    ...['FAILED', 'KILLED', 'RUNNING', 'SCHEDULED'].map(
      (status): [string, (tables: MlflowTables) => void, string] => [
        status,
        (tables) => {
          tables.updateRun(EVALUATION, { status });
        },
        `is ${status}, not FINISHED`,
      ],
    ),
  ])('that is %s takes the value away, and no older one takes its place', async (_, change, said) => {
    const tables = evaluated();
    change(tables);
    const found = await only(tables);
    expect(found).toMatchObject({ value: 0.99, doubt: { kind: 'run-unusable' } });
    expect(found.doubt?.what).toContain(said);
    expect(found.doubt?.remedy).not.toBeNull();
  });

  it('that cannot be read takes only the values that it logged', async () => {
    const tables = evaluated();
    tables.logMetric(RUN, 'b', 0.5, { loggedModel: MODEL });
    const forbidden = new PromotionError('forbidden', 'Not yours.', 'Ask for it.');
    const records = tables.records((asked) => (asked === `run ${EVALUATION}` ? forbidden : null));
    expect(await measured(tables, ['a', 'b'], records)).toMatchObject([
      { metric: 'a', doubt: { kind: 'run-unusable', remedy: 'Ask for it.' } },
      { metric: 'b', doubt: null },
    ]);
  });

  it('that is out of time is the end of all', async () => {
    const late = new PromotionError('timeout', 'Late.', 'Wait.');
    const records = evaluated().records((asked) => (asked === `run ${EVALUATION}` ? late : null));
    await expect(measured(evaluated(), ['a'], records)).rejects.toBe(late);
  });

  it('is not asked for where nobody asks for the metric', async () => {
    const tables = evaluated();
    expect(await only(tables, [])).toMatchObject({ value: 0.99, doubt: null });
    expect(tables.asked).toEqual([]);
  });
});

describe('a 0 of a logged model', () => {
  const at = { step: 3, timestamp: 7, loggedModel: MODEL };
  type Row = readonly [value: number, step?: number, timestamp?: number];

  /** What the run that logged it remembers decides. */
  it.each<[string, readonly Row[], number, string | null]>([
    ['one zero: a zero', [[0]], 0, null],
    ['several zeros: a zero', [[0], [0]], 0, null],
    ['one NaN: a NaN', [[NaN]], NaN, null],
    ['several NaN: a NaN', [[NaN], [NaN]], NaN, null],
    ['neither: not to be believed', [], 0, 'suspect-zero'],
    ['a zero at another step: neither', [[0, 4]], 0, 'suspect-zero'],
    ['a zero at another time: neither', [[0, 3, 8]], 0, 'suspect-zero'],
    ['another value at the same place: neither', [[0.5]], 0, 'suspect-zero'],
    ['a zero beside another value: a zero', [[0], [0.5]], 0, null],
    ['a NaN elsewhere does not matter', [[0], [NaN, 4]], 0, null],
  ])('%s', async (_, rows, value, doubt) => {
    const tables = world();
    tables.logMetric(RUN, 'a', 0, at);
    tables.updateRun(RUN, { history: [] });
    for (const [one, step = 3, timestamp = 7] of rows) tables.logMetric(RUN, 'a', one, { step, timestamp });
    const found = await only(tables);
    expect([found.value, found.doubt?.kind ?? null]).toEqual([value, doubt]);
  });

  it('beside a NaN of another dataset at the same moment is not to be believed', async () => {
    const tables = world();
    tables.logMetric(RUN, 'a', 0, { ...at, dataset: HOLDOUT });
    tables.logMetric(RUN, 'a', NaN, { ...at, dataset: TRAIN });
    const found = await measured(tables);
    expect(found.map(({ doubt }) => doubt?.kind)).toEqual(['suspect-zero', 'suspect-zero']);
  });

  it('is told from a NaN by the run itself where that can be, else by one look at its history', async () => {
    const tables = world();
    tables.logMetric(RUN, 'a', 0.9, { loggedModel: MODEL });
    for (let metric = 0; metric < 400; metric++)
      tables.logMetric(RUN, `z${metric}`, 0, { loggedModel: MODEL });
    const zeros = Array.from({ length: 400 }, (_, at) => `z${at}`);
    expect((await measured(tables, zeros)).filter(({ doubt }) => doubt !== null)).toEqual([]);
    expect(tables.asked).toEqual([]);
    tables.addRun(EVALUATION);
    tables.logMetric(EVALUATION, 'b', 0, { loggedModel: MODEL });
    await measured(tables, ['b']);
    expect(tables.asked).toEqual([`run ${EVALUATION}`, `history ${EVALUATION} b`]);
  });

  it('needs no history of an evaluation run that says it used this model alone', async () => {
    const tables = world();
    tables.addRun(EVALUATION, { usedModelIds: [MODEL] });
    tables.logMetric(EVALUATION, 'a', 0, { loggedModel: MODEL });
    tables.logMetric(EVALUATION, 'b', NaN, { loggedModel: MODEL });
    const found = await measured(tables, ['a', 'b']);
    expect(found).toMatchObject([
      { value: 0, doubt: null },
      { value: NaN, doubt: null },
    ]);
    expect(tables.asked).toEqual([`run ${EVALUATION}`, `run ${EVALUATION}`]);
    tables.updateRun(EVALUATION, { usedModelIds: [MODEL, 'm-other'] });
    await measured(tables, ['a']);
    expect(tables.asked.at(-1)).toBe(`history ${EVALUATION} a`);
  });

  it('is doubted without a look where nobody asks for the metric', async () => {
    const tables = world();
    tables.logMetric(RUN, 'a', 0, { loggedModel: MODEL });
    expect((await only(tables, [])).doubt?.kind).toBe('suspect-zero');
    expect(tables.asked).toEqual([]);
  });

  it.each([0, 1])('at time 0 is a body that was never read, of run and logged model (%s)', async (models) => {
    const tables = world();
    tables.logMetric(RUN, 'a', 0, { timestamp: 0, ...(models === 1 ? { loggedModel: MODEL } : {}) });
    expect((await only(tables)).doubt?.kind).toBe('suspect-zero');
  });

  it('is not to be believed when nothing says which run logged it', async () => {
    const tables = new MlflowTables();
    const row = { key: 'a', value: 0, step: 0, timestamp: 1, dataset: null, runId: null };
    tables.addRun(RUN);
    tables.addLoggedModel(MODEL, null, { metrics: [row] });
    expect((await only(tables)).doubt?.kind).toBe('suspect-zero');
  });

  it('of a run is believed at a real time, and so is its NaN', async () => {
    const tables = world();
    tables.logMetric(RUN, 'a', 0);
    tables.logMetric(RUN, 'b', NaN);
    expect(await measured(tables)).toMatchObject([
      { value: 0, doubt: null },
      { value: NaN, doubt: null },
    ]);
  });
});
