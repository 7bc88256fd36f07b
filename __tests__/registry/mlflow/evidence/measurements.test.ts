import { describe, expect, it } from '@jest/globals';
import type { Measurement } from '../../../../src/domain/evidence.js';
import { measure } from '../../../../src/registry/mlflow/evidence/measurements.js';
import type { Records } from '../../../../src/registry/mlflow/evidence/records.js';
import { MemoryStore, recordsOf } from '../../../harness/memory-registry.js';

const HOLDOUT = { name: 'holdout', digest: 'h1' };
const TRAIN = { name: 'train', digest: 't1' };

function world(): MemoryStore {
  const store = new MemoryStore();
  store.addRun('r');
  store.addLoggedModel('m', 'r');
  return store;
}

function measured(store: MemoryStore, records = recordsOf(store)): Promise<readonly Measurement[]> {
  return measure(records, store.loggedModel('m'), store.run('r'));
}

async function only(store: MemoryStore): Promise<Measurement> {
  const [first, second] = await measured(store);
  if (first === undefined || second !== undefined) throw new TypeError('expected one measurement');
  return first;
}

describe('measure', () => {
  it('takes each metric from the logged model first, else from the run', async () => {
    const store = world();
    store.logMetric('r', 'accuracy', 0.9, { loggedModel: 'm' });
    store.logMetric('r', 'accuracy', 0.1, { step: 5 });
    store.logMetric('r', 'loss', 0.2);
    expect(await measured(store)).toMatchObject([
      { metric: 'accuracy', value: 0.9, origin: 'logged-model' },
      { metric: 'loss', value: 0.2, origin: 'run' },
    ]);
  });

  it('orders a logged model by (timestamp, step) and a run by (step, timestamp, value)', async () => {
    const store = world();
    store.logMetric('r', 'a', 0.1, { step: 9, timestamp: 1, loggedModel: 'm' });
    store.logMetric('r', 'a', 0.2, { step: 1, timestamp: 2, loggedModel: 'm' });
    store.logMetric('r', 'a', 0.3, { step: 2, timestamp: 2, loggedModel: 'm' });
    store.logMetric('r', 'a', 0.25, { step: 2, timestamp: 2, loggedModel: 'm' });
    expect(await only(store)).toMatchObject({ value: 0.3 });
    store.removeLoggedModel('m');
    expect(await only(store)).toMatchObject({ value: 0.1, step: 9, origin: 'run' });
  });

  it('keeps datasets apart by name and digest', async () => {
    const store = world();
    store.logMetric('r', 'a', 0.9, { dataset: HOLDOUT, loggedModel: 'm' });
    store.logMetric('r', 'a', 0.95, { dataset: HOLDOUT, loggedModel: 'm' });
    store.logMetric('r', 'a', 0.99, { dataset: TRAIN, loggedModel: 'm' });
    store.logMetric('r', 'a', 0.5, { dataset: { name: 'holdout', digest: 'h2' }, loggedModel: 'm' });
    store.logMetric('r', 'a', 0.4, { loggedModel: 'm' });
    expect(
      (await measured(store)).map(({ dataset, value }) => [dataset?.name, dataset?.digest, value]),
    ).toEqual([
      [undefined, undefined, 0.4],
      ['holdout', 'h1', 0.95],
      ['holdout', 'h2', 0.5],
      ['train', 't1', 0.99],
    ]);
  });

  it('asks for the history only of zeros', async () => {
    const store = world();
    store.logMetric('r', 'a', 0.9, { loggedModel: 'm' });
    const asked: string[] = [];
    const records = recordsOf(store);
    const noting: Records = {
      ...records,
      metricHistory: (run, key) => {
        asked.push(`${run} ${key}`);
        return records.metricHistory(run, key);
      },
    };
    await measured(store, noting);
    expect(asked).toEqual([]);
    store.logMetric('r', 'b', 0, { loggedModel: 'm' });
    await measured(store, noting);
    expect(asked).toEqual(['r b']);
  });

  it.each([0, 1])('doubts a 0 at time 0, of run and logged model (%s)', async (models) => {
    const store = world();
    store.logMetric('r', 'a', 0, { timestamp: 0, ...(models === 1 ? { loggedModel: 'm' } : {}) });
    expect(await only(store)).toMatchObject({ value: 0, suspectZero: true });
  });

  it('believes a run’s 0 at a real time, and its NaN', async () => {
    const store = world();
    store.logMetric('r', 'a', 0);
    store.logMetric('r', 'b', NaN);
    expect(await measured(store)).toMatchObject([
      { value: 0, suspectZero: false },
      { value: NaN, suspectZero: false },
    ]);
  });

  it('shows an infinity as the number that SQL stores write for it', async () => {
    const store = world();
    store.logMetric('r', 'a', -Infinity);
    expect(await only(store)).toMatchObject({ value: -Number.MAX_VALUE });
  });
});

describe('a 0 of a logged model', () => {
  const at = { step: 3, timestamp: 7, loggedModel: 'm' };
  type Row = readonly [value: number, step?: number, timestamp?: number];

  /** What the run that logged it remembers decides. */
  it.each<[string, readonly Row[], Partial<Measurement>]>([
    ['one zero: a zero', [[0]], { value: 0, suspectZero: false }],
    ['several zeros: a zero', [[0], [0]], { value: 0, suspectZero: false }],
    ['one NaN: a NaN', [[NaN]], { value: NaN, suspectZero: false }],
    ['several NaN: a NaN', [[NaN], [NaN]], { value: NaN, suspectZero: false }],
    ['both: not to be believed', [[0], [NaN]], { value: 0, suspectZero: true }],
    ['neither: not to be believed', [], { value: 0, suspectZero: true }],
    ['a zero at another step: neither', [[0, 4]], { value: 0, suspectZero: true }],
    ['a zero at another time: neither', [[0, 3, 8]], { value: 0, suspectZero: true }],
    ['another value at the same place: neither', [[0.5]], { value: 0, suspectZero: true }],
    ['a zero beside another value: a zero', [[0], [0.5]], { value: 0, suspectZero: false }],
    ['a NaN elsewhere does not matter', [[0], [NaN, 4]], { value: 0, suspectZero: false }],
  ])('%s', async (_, rows, wanted) => {
    const store = world();
    store.logMetric('r', 'a', 0, at);
    store.updateRun('r', { history: [] });
    for (const [value, step = 3, timestamp = 7] of rows)
      store.logMetric('r', 'a', value, { step, timestamp });
    expect(await only(store)).toMatchObject({ ...wanted, origin: 'logged-model' });
  });

  it('is not to be believed when nothing says which run logged it', async () => {
    const store = world();
    const row = { key: 'a', value: 0, step: 0, timestamp: 1, dataset: null, runId: null };
    const found = await measure(recordsOf(store), { id: 'm', sourceRunId: null, metrics: [row] }, null);
    expect(found).toMatchObject([{ value: 0, suspectZero: true }]);
  });
});
