import { describe, expect, it } from '@jest/globals';
import { killedAfter, startPromoter } from '../registry/mlflow/store/processes.js';
import { MODEL, RELEASES, TestStore } from '../registry/mlflow/store/stores.js';

describe('a local store whose writer is killed', () => {
  it('is before or after a transaction at 50 random points, never between', async () => {
    for (let point = 0; point < 50; point += 1) {
      using store = new TestStore(RELEASES[point % RELEASES.length] ?? '3.17.2')
        .model()
        .version(1, 'Production')
        .version(2)
        .version(3)
        .add('registered_model_aliases', { alias: 'champion', version: 1, name: MODEL })
        .add('registered_model_aliases', { alias: 'holder', version: 1, name: MODEL });
      const { holders, state } = await killedAfter(
        store,
        await startPromoter(store, '1,2,3', 1_000_000),
        Math.random() * 60,
      );
      expect(holders).toHaveLength(1);
      expect(state).toEqual({ alias: holders, other: holders, check: ['ok'] });
    }
  }, 120_000);
});
