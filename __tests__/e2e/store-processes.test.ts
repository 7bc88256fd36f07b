import { describe, expect, it } from '@jest/globals';
import { finished, go, killedAfter, startPromoter } from '../registry/mlflow/store/processes.js';
import { MODEL, NEWEST, signal, TestStore } from '../registry/mlflow/store/stores.js';

const three = (): TestStore =>
  new TestStore(NEWEST)
    .model()
    .version(1, 'Production')
    .version(2)
    .version(3)
    .add('registered_model_aliases', { alias: 'champion', version: 1, name: MODEL })
    .add('registered_model_aliases', { alias: 'holder', version: 1, name: MODEL });

describe('two processes', () => {
  it('never see or leave two or no holders, and take turns', async () => {
    using store = three();
    const children = await Promise.all(['2', '3'].map((version) => startPromoter(store, version, 100)));
    children.forEach(go);
    const [one, other] = await Promise.all(children.map(finished));
    expect([one?.errors, other?.errors]).toEqual(['', '']);
    const all = [...(one?.done ?? []), ...(other?.done ?? [])];
    expect(all).toHaveLength(200);
    expect(all.filter(({ before }) => before.length !== 1)).toEqual([]);
    // Both were at it at once, or this proves nothing: each found the other's version there.
    expect(one?.done.some(({ before }) => before[0] === '3')).toBe(true);
    expect(other?.done.some(({ before }) => before[0] === '2')).toBe(true);
    const { versions } = await (await store.open()).reader(signal).model(MODEL);
    expect(versions.filter(({ stage }) => stage === 'Production')).toHaveLength(1);
  }, 60_000);
});

describe('a process that is killed', () => {
  it('leaves the store before or after a transaction, never between', async () => {
    using store = three();
    // Started together, because starting takes longest; each works alone.
    const times = [5, 10, 20, 30, 40, 50, 60];
    const children = await Promise.all(times.map(() => startPromoter(store, '1,2,3', 1_000_000)));
    for (const [at, child] of children.entries()) {
      const ms = times[at] ?? 0;
      const { holders, state } = await killedAfter(store, child, ms + Math.random() * 10);
      expect(holders).toHaveLength(1);
      expect(state).toEqual({ alias: holders, other: holders, check: ['ok'] });
    }
  }, 60_000);
});
