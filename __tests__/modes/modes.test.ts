import { describe, expect, it } from '@jest/globals';
import type { ListOrder } from '../../src/domain/order.js';
import { PromotionError } from '../../src/domain/error.js';
import { runMode } from '../../src/modes/mode.js';
import type { ListPart, Result } from '../../src/domain/decision.js';
import { memoryRegistry, MemoryStore, roundTrips, type MemoryRegistry } from '../harness/memory-registry.js';
import {
  addTrained,
  ARCHIVED,
  CHAMPION,
  churn,
  codes,
  deadline,
  gatesOf,
  MODEL,
  movesOf,
  promoting,
  PUSH,
  orderFor,
  NOTHING,
  SILENT,
  failRun,
  removeRun,
} from '../promotion/kit.js';

const FORBIDDEN = new PromotionError('forbidden', 'Not yours.', 'Ask.');

async function listing(registry: MemoryRegistry, gates: ListOrder['gates'] = []): Promise<Result<ListPart>> {
  const ruled = () => Promise.reject(new TypeError('A list judges nobody.'));
  const around = {
    registry,
    deadline: deadline(),
    event: PUSH,
    log: SILENT,
    ruled,
    now: () => new Date(0),
    beforeWrite: NOTHING,
  };
  const result = await runMode({ mode: 'list', list: { model: MODEL, gates } }, around);
  if (result.mode === 'list') return result;
  throw new TypeError('A list was asked for.');
}

/** Gates on these metrics: a list shows them. */
function on(...metrics: readonly string[]): ListOrder['gates'] {
  return gatesOf(metrics.map((metric) => `${metric}: ">= 0"`).join('\n'));
}

describe('evaluate', () => {
  const evaluating = (store: MemoryStore, more: Parameters<typeof orderFor>[0] = {}) =>
    promoting(memoryRegistry(store, { readOnly: true }), orderFor(more), { mode: 'evaluate' });

  it('says what would be moved, and writes nothing: it is not given the writer', async () => {
    const store = churn();
    const before = store.dump();
    const found = await evaluating(store);
    expect([found.outcome, codes(found)]).toEqual(['passed', ['would-be-promoted']]);
    expect(movesOf(found)).toEqual(['transition 2 → Production false', 'archive 1 → Archived false']);
    expect(found.reasons[0]?.message).toBe(
      'Version 2 would be moved to Production; evaluate mode moves nothing.',
    );
    expect(found).toMatchObject({ previousVersion: '1', target: 'Production', baseline: { version: '1' } });
    expect(store.dump()).toBe(before);
  });

  it.each([
    ['unchanged', { version: { kind: 'number', text: '1', version: '1' } }],
    ['rejected', { thresholds: 'accuracy: ">= 0.99"' }],
    ['invalid', { thresholds: 'f1: ">= 0"' }],
    ['passed', { ...CHAMPION, thresholds: 'accuracy: ">= 0.5"' }],
    ['passed', ARCHIVED],
  ] as const)('is %s as promote would find', async (outcome, more) => {
    expect((await evaluating(churn(), more)).outcome).toBe(outcome);
  });

  it('has the digests that promote has', async () => {
    const evaluated = await evaluating(churn());
    const promoted = await promoting(memoryRegistry(churn()));
    expect(evaluated.digests).toEqual(promoted.digests);
  });

  it('takes two round trips', async () => {
    const registry = memoryRegistry(churn());
    await promoting(registry, orderFor(), { mode: 'evaluate' });
    expect(roundTrips(registry.calls)).toBe(2);
  });

  it('reads no baseline that no gate asks for', async () => {
    const registry = memoryRegistry(churn());
    await promoting(registry, orderFor({ thresholds: 'accuracy: ">= 0.5"' }), { mode: 'evaluate' });
    expect(registry.calls.map(({ detail }) => detail)).toEqual([MODEL, `${MODEL}/2`]);
  });
});

describe('the reasons of a decision', () => {
  it('put what cannot be believed before what was missed, and leave advisory gates out', async () => {
    const thresholds = [
      'accuracy: ">= 0.99"',
      'f1: ">= 0.1"',
      'recall: { advisory: ">= 0.1" }',
      'loss: ">= 0"',
    ].join('\n');
    const store = churn();
    store.measure(MODEL, '2', 'loss', NaN);
    const found = await promoting(memoryRegistry(store), orderFor({ thresholds }));
    expect([found.outcome, codes(found)]).toEqual([
      'invalid',
      ['metric-missing', 'metric-not-finite', 'threshold-not-met'],
    ]);
    expect(found.gates.map(({ verdict }) => verdict)).toEqual(['fail', 'invalid', 'invalid', 'invalid']);
  });

  it('begin with what concerns the whole version', async () => {
    const store = churn();
    failRun(store, '2');
    const found = await promoting(memoryRegistry(store), orderFor());
    expect([found.outcome, codes(found)]).toEqual(['invalid', ['run-not-finished']]);
  });
});

describe('list', () => {
  it('shows every version, highest first, with stage, aliases and metrics, and is given no writer', async () => {
    const store = churn();
    store.setAlias(MODEL, 'champion', '1');
    store.measure(MODEL, '2', 'f1', 0.5);
    const found = await listing(memoryRegistry(store, { readOnly: true }));
    expect(found).toMatchObject({ mode: 'list', outcome: 'listed', model: MODEL });
    expect(codes(found)).toEqual(['listed']);
    expect(found.versions).toMatchObject([
      { version: '2', stage: 'None', aliases: [], metrics: { accuracy: '0.95', f1: '0.5' } },
      { version: '1', stage: 'Production', aliases: ['champion'], metrics: { accuracy: '0.9' } },
    ]);
  });

  it('shows only the metrics asked for', async () => {
    const store = churn();
    store.measure(MODEL, '2', 'f1', 0.5);
    const found = await listing(memoryRegistry(store), on('f1'));
    expect(found.versions).toMatchObject([{ metrics: { f1: '0.5' } }, { metrics: {} }]);
  });

  it('reads metrics of holders and of the ten newest only', async () => {
    const store = new MemoryStore();
    for (let number = 1; number <= 15; number++) addTrained(store, String(number), { accuracy: 0.5 });
    store.setStage(MODEL, '1', 'Production');
    store.setStage(MODEL, '2', 'Staging');
    store.setStage(MODEL, '3', 'Archived');
    store.setAlias(MODEL, 'old', '4');
    const registry = memoryRegistry(store);
    const found = await listing(registry);
    const read = found.versions?.filter(({ metrics }) => metrics !== null).map(({ version }) => version);
    expect(read).toEqual(['15', '14', '13', '12', '11', '10', '9', '8', '7', '6', '4', '2', '1']);
    expect(registry.calls.filter(({ name }) => name === 'evidence')).toHaveLength(13);
    expect(found.versions).toHaveLength(15);
    // Eight at a time.
    expect(roundTrips(registry.calls)).toBe(3);
  });

  it('keeps datasets apart, by digest where the name is not enough', async () => {
    const store = churn();
    const log = (value: number, name: string, digest: string) => {
      store.measure(MODEL, '2', 'f1', value, { dataset: { name, digest } });
    };
    log(0.1, 'train', 'a');
    log(0.2, 'test', 'b');
    log(0.3, 'test', 'c');
    const [newest] = (await listing(memoryRegistry(store), on('f1'))).versions ?? [];
    expect(newest?.metrics).toEqual({ 'f1 on train': '0.1', 'f1 on test@b': '0.2', 'f1 on test@c': '0.3' });
  });

  it('names a dataset only where the list has a metric on several', async () => {
    const store = churn();
    for (const [version, dataset] of [
      ['1', 'old'],
      ['2', 'new'],
    ] as const) {
      store.measure(MODEL, version, 'f1', 0.5, { dataset: { name: 'test', digest: dataset } });
      store.measure(MODEL, version, 'auc', 0.7, { dataset: { name: dataset, digest: 'd' } });
    }
    const found = await listing(memoryRegistry(store), on('f1', 'auc'));
    expect(found.versions?.map(({ metrics }) => metrics)).toEqual([
      { f1: '0.5', 'auc on new': '0.7' },
      { f1: '0.5', 'auc on old': '0.7' },
    ]);
  });

  it('does not show a 0 that may be a NaN as a plain 0', async () => {
    const store = churn();
    store.measure(MODEL, '2', 'f1', 0, {
      doubt: { kind: 'suspect-zero', what: 'may be a NaN', remedy: null },
    });
    const [newest] = (await listing(memoryRegistry(store), on('f1'))).versions ?? [];
    expect(newest?.metrics).toEqual({ f1: '0 (unsure)' });
  });

  it('shows every version when the metrics of one cannot be read, and says so', async () => {
    const refuse = memoryRegistry(churn(), {
      beforeCall: ({ name }) => (name === 'evidence' ? { kind: 'throw', error: FORBIDDEN } : undefined),
    });
    const found = await listing(refuse);
    expect(found.versions?.map(({ version, metrics }) => [version, metrics])).toEqual([
      ['2', null],
      ['1', null],
    ]);
    expect(found.warnings.map(({ message }) => message)).toEqual([
      'The metrics of version 2 could not be read: Not yours.',
      'The metrics of version 1 could not be read: Not yours.',
    ]);
  });

  it('shows a version whose run is gone, and a model without versions', async () => {
    const store = churn();
    removeRun(store, '2');
    expect((await listing(memoryRegistry(store))).versions?.[0]).toMatchObject({ version: '2', metrics: {} });
    const empty = new MemoryStore();
    empty.addModel(MODEL);
    const found = await listing(memoryRegistry(empty));
    expect([found.versions, found.reasons[0]?.message]).toEqual([[], 'Model churn has 0 versions.']);
  });

  it('throws what the registry throws', async () => {
    await expect(listing(memoryRegistry(new MemoryStore()))).rejects.toMatchObject({ code: 'model-unknown' });
  });
});
