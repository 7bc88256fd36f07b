import { describe, expect, it } from '@jest/globals';
import type { PromotionOrder } from '../../../src/domain/order.js';
import { memoryRegistry, onCall, type MemoryStore } from '../../harness/memory-registry.js';
import {
  addTrained,
  ARCHIVED,
  CHAMPION,
  churn,
  codes,
  MODEL,
  numberSelector,
  promoting,
  orderFor,
} from '../kit.js';

type Change = (store: MemoryStore) => void;

describe('the recheck', () => {
  const TAGGED: PromotionOrder['gates'] = [
    {
      ...{ kind: 'tag', name: 'review', required: true, tag: 'review', accepted: ['approved'] },
      writtenAt: { in: 'file', name: 'policy.yml', line: 1 },
    },
  ];

  /** Changes the world when the candidate has been judged and not yet rechecked. */
  async function judgedThen(change: Change, more: Parameters<typeof orderFor>[0], set?: Change) {
    const store = churn();
    addTrained(store, '3', { accuracy: 0.99 });
    set?.(store);
    const before = { dump: '' };
    const registry = memoryRegistry(store, {
      beforeCall: ({ which }) => {
        if (which === 'second model') {
          change(store);
          before.dump = store.dump();
        }
        return undefined;
      },
    });
    const found = await promoting(registry, orderFor(more));
    expect(store.dump()).toBe(before.dump);
    return found;
  }

  it.each([
    [
      'a baseline by number is deleted',
      { baseline: numberSelector('3'), thresholds: 'accuracy: ">= 0.5"' },
      (store: MemoryStore) => {
        store.deleteVersion(MODEL, '3');
      },
    ],
    [
      'a baseline by number changes its stage',
      { baseline: numberSelector('3'), thresholds: 'accuracy: ">= 0.5"' },
      (store: MemoryStore) => {
        store.setStage(MODEL, '3', 'Staging');
      },
    ],
    [
      'a baseline by alias moves',
      { baseline: { kind: 'alias', text: '@shadow', alias: 'shadow' } as const },
      (store: MemoryStore) => {
        store.setAlias(MODEL, 'shadow', '3');
      },
    ],
    [
      'a baseline by run is another version',
      { baseline: { kind: 'run', text: 'run:r1', runId: 'r1' } as const },
      (store: MemoryStore) => {
        store.deleteVersion(MODEL, '1');
      },
    ],
    [
      'an alias moves',
      CHAMPION,
      (store: MemoryStore) => {
        store.setAlias(MODEL, 'champion', '3');
      },
    ],
    [
      'an alias is deleted',
      CHAMPION,
      (store: MemoryStore) => {
        store.setAlias(MODEL, 'champion', null);
      },
    ],
    [
      'an alias is left behind',
      CHAMPION,
      (store: MemoryStore) => {
        store.deleteVersion(MODEL, '1');
      },
    ],
    [
      'a Staging target gets a holder',
      { target: { kind: 'stage', stage: 'Staging' } as const },
      (store: MemoryStore) => {
        store.setStage(MODEL, '3', 'Staging');
      },
    ],
  ])('%s: superseded', async (_, more, change) => {
    const found = await judgedThen(change, more, (store) => {
      store.setAlias(MODEL, 'shadow', '1');
      store.setAlias(MODEL, 'champion', '1');
    });
    expect([found.outcome, codes(found)]).toEqual(['superseded', ['holder-changed']]);
  });

  it('sees that a tag which a gate looked at was taken back', async () => {
    const set: Change = (store) => {
      store.updateVersion(MODEL, '2', { tags: { review: 'approved' } });
    };
    const change: Change = (store) => {
      store.updateVersion(MODEL, '2', { tags: { review: 'rejected' } });
    };
    const found = await judgedThen(change, { gates: TAGGED }, set);
    expect([found.outcome, codes(found)]).toEqual(['superseded', ['evidence-changed']]);
  });

  it('leaves tags alone that no gate looked at: others write theirs', async () => {
    const store = churn();
    store.updateVersion(MODEL, '2', { tags: { review: 'approved' } });
    const registry = memoryRegistry(store, {
      beforeCall: ({ which }) => {
        if (which === 'second model')
          store.updateVersion(MODEL, '2', { tags: { review: 'approved', seen: 'yes' } });
        return undefined;
      },
    });
    const found = await promoting(registry, orderFor({ gates: TAGGED }));
    expect(found.outcome).toBe('promoted');
  });

  it('sees that Production would be emptied by now', async () => {
    const set: Change = (store) => {
      store.setStage(MODEL, '2', 'Production');
    };
    const change: Change = (store) => {
      store.setStage(MODEL, '1', 'None');
    };
    for (const target of [ARCHIVED.target, { kind: 'stage', stage: 'Staging' }] as const) {
      const baseline = target.stage === 'Archived' ? null : numberSelector('3');
      const more = { target, baseline, thresholds: 'accuracy: ">= 0.5"' };
      const found = await judgedThen(change, more, set);
      expect([found.outcome, codes(found)]).toEqual(['superseded', ['holder-changed']]);
      expect(found.reasons[0]?.message).toContain('only version in Production');
    }
  });

  it('resolves latest once: a newer version changes nothing', async () => {
    const store = churn();
    const registry = memoryRegistry(store, {
      afterCall: ({ which }) => {
        if (which === 'first model') addTrained(store, '3', { accuracy: 0.99 });
      },
    });
    const found = await promoting(registry, orderFor({ version: { kind: 'latest', text: 'latest' } }));
    expect([found.outcome, found.candidate?.version]).toEqual(['promoted', '2']);
  });

  it('is an error when it cannot be made, with the moves not done', async () => {
    for (const which of ['second model', 'second evidence of 2', 'second evidence of 1']) {
      const store = churn();
      const before = store.dump();
      const registry = memoryRegistry(store, {
        beforeCall: onCall(which, { kind: 'lose-reply', applied: false }),
      });
      const found = await promoting(registry);
      expect([found.outcome, codes(found), store.dump()]).toEqual(['error', ['connection-failed'], before]);
    }
  });

  it('is an error when the whole model is gone', async () => {
    const store = churn();
    const registry = memoryRegistry(store, {
      afterCall: ({ which }) => {
        if (which === 'first evidence of 1') store.deleteModel(MODEL);
      },
    });
    const found = await promoting(registry);
    expect([found.outcome, codes(found)]).toEqual(['error', ['model-unknown']]);
  });
});
