import { describe, expect, it } from '@jest/globals';
import { PromotionError } from '../../../src/domain/error.js';
import { memoryRegistry, onCall, roundTrips, type MemoryRegistry } from '../../harness/memory-registry.js';
import {
  addTrained,
  ARCHIVED,
  CHAMPION,
  churn,
  codes,
  deadline,
  MODEL,
  movesOf,
  promoting,
  orderFor,
} from '../kit.js';

const TIMEOUT = new PromotionError('timeout', 'The time limit of 1 s was reached.', 'Wait longer.');
const PLANNED = ['transition 2 → Production false', 'archive 1 → Archived false'];
const MADE = ['transition 2 → Production true', 'archive 1 → Archived true'];
const UNKNOWN = ['transition 2 → Production unknown', 'archive 1 → Archived unknown'];

function writes({ calls }: MemoryRegistry): string[] {
  return calls.filter(({ name }) => name === 'write').map(({ detail }) => detail);
}

describe('a promotion', () => {
  it('rechecks, writes once, reads back, in five round trips', async () => {
    const store = churn();
    const registry = memoryRegistry(store);
    const found = await promoting(registry);
    expect([found.outcome, codes(found), movesOf(found)]).toEqual(['promoted', ['promoted'], MADE]);
    expect(store.holders(MODEL, 'Production')).toEqual(['2']);
    expect(store.holders(MODEL, 'Archived')).toEqual(['1']);
    expect(registry.calls.map(({ name }) => name)).toEqual([
      'model',
      'evidence',
      'evidence', // assess
      'model',
      'evidence',
      'evidence', // recheck, at once
      'write',
      'model', // read back
    ]);
    expect(roundTrips(registry.calls)).toBe(5);
  });

  it('is one transaction where the registry has them', async () => {
    const store = churn();
    const registry = memoryRegistry(store, { atomic: true });
    expect((await promoting(registry)).outcome).toBe('promoted');
    expect(store.holders(MODEL, 'Production')).toEqual(['2']);
    const names = registry.calls.map(({ name }) => name);
    expect(names.slice(names.indexOf('begin'))).toEqual([
      'begin',
      'model',
      'evidence',
      'evidence',
      'write',
      'commit',
      'model',
    ]);
  });

  it('of an alias takes it from its holder', async () => {
    const store = churn();
    store.setAlias(MODEL, 'champion', '1');
    const found = await promoting(memoryRegistry(store), orderFor(CHAMPION));
    expect([found.outcome, movesOf(found)]).toEqual(['promoted', ['alias 2 → @champion true']]);
    expect(found.previousVersion).toBe('1');
    expect(store.alias(MODEL, 'champion')).toBe('2');
    expect(store.holders(MODEL, 'Production')).toEqual(['1']);
  });

  it('leaves earlier holders where that is asked for', async () => {
    const store = churn();
    const found = await promoting(memoryRegistry(store), orderFor({ archiveExisting: false }));
    expect([found.outcome, movesOf(found)]).toEqual(['promoted', ['transition 2 → Production true']]);
    expect(store.holders(MODEL, 'Production')).toEqual(['2', '1']);
    expect(found.warnings.map(({ code }) => code)).toEqual(['several-holders-after']);
  });

  it('to Archived is archived', async () => {
    const store = churn();
    const found = await promoting(memoryRegistry(store), orderFor(ARCHIVED));
    expect([found.outcome, codes(found), found.previousVersion]).toEqual(['archived', ['archived'], null]);
    expect(store.holders(MODEL, 'Archived')).toEqual(['2']);
  });

  it.each([
    ['rejected', { thresholds: 'accuracy: ">= 0.99"' }],
    ['invalid', { thresholds: 'f1: ">= 0.1"' }],
    ['unchanged', { version: { kind: 'number', text: '1', version: '1' } }],
  ] as const)('that is %s writes nothing', async (outcome, more) => {
    const store = churn();
    const before = store.dump();
    const registry = memoryRegistry(store, { readOnly: true });
    const found = await promoting(registry, orderFor(more));
    expect([found.outcome, found.moves, store.dump()]).toEqual([outcome, [], before]);
    expect(found.reasons).not.toEqual([]);
  });
});

describe('a lost reply to the write', () => {
  it('is answered by reading: it was made', async () => {
    const store = churn();
    const registry = memoryRegistry(store, {
      beforeCall: onCall('first write', { kind: 'lose-reply', applied: true }),
    });
    const found = await promoting(registry);
    expect([found.outcome, movesOf(found)]).toEqual(['promoted', MADE]);
    expect(writes(registry)).toHaveLength(1);
  });

  it('is answered by reading: it was not made, or not yet', async () => {
    const store = churn();
    const before = store.dump();
    const registry = memoryRegistry(store, {
      beforeCall: onCall('first write', { kind: 'lose-reply', applied: false }),
    });
    const found = await promoting(registry);
    expect([found.outcome, codes(found), movesOf(found)]).toEqual(['error', ['outcome-unknown'], UNKNOWN]);
    expect(found.reasons[0]?.message).toContain('version 1 holds Production');
    expect([writes(registry).length, store.dump()]).toEqual([1, before]);
  });

  it('is answered by reading: someone else moved meanwhile', async () => {
    const store = churn();
    addTrained(store, '3', { accuracy: 0.99 });
    const registry = memoryRegistry(store, {
      beforeCall: (call) => {
        if (call.name !== 'write') return undefined;
        store.setStage(MODEL, '1', 'Archived');
        store.setStage(MODEL, '3', 'Production');
        return { kind: 'lose-reply', applied: false };
      },
    });
    const found = await promoting(registry);
    expect([found.outcome, codes(found), movesOf(found)]).toEqual(['superseded', ['overtaken'], UNKNOWN]);
    expect(found.reasons[0]?.message).toContain('held by version 3');
  });

  it('is not told from a defect of ours in the middle of the write', async () => {
    for (const applied of [true, false]) {
      const store = churn();
      const registry = memoryRegistry(store, {
        beforeCall: (call) => {
          if (call.name !== 'write') return undefined;
          if (applied) store.make(store.look(call.write as never));
          return { kind: 'throw', error: new TypeError('x is undefined') };
        },
      });
      const found = await promoting(registry);
      expect([found.outcome, movesOf(found)]).toEqual(applied ? ['promoted', MADE] : ['error', UNKNOWN]);
    }
  });
});

describe('a registry that is out of reach after the write', () => {
  const away = (passing: boolean) =>
    new PromotionError('connection-refused', 'Nobody is there.', 'Start it.', { passing });

  it('is looked at until it is back', async () => {
    const store = churn();
    const time = deadline();
    const late = ['third model', 'fourth model', 'fifth model', 'sixth model'];
    const registry = memoryRegistry(store, {
      beforeCall: ({ which }) => (late.includes(which) ? { kind: 'throw', error: away(true) } : undefined),
    });
    const found = await promoting(registry, orderFor(), { deadline: time });
    expect([found.outcome, movesOf(found), time.pauses(), time.graces()]).toEqual(['promoted', MADE, 4, 0]);
    expect(writes(registry)).toHaveLength(1);
  });

  it('is looked at once more where that does not pass, and then nobody knows', async () => {
    const time = deadline();
    const registry = memoryRegistry(churn(), {
      beforeCall: ({ name, which }) =>
        name === 'model' && !['first model', 'second model'].includes(which)
          ? { kind: 'throw', error: away(false) }
          : undefined,
    });
    const found = await promoting(registry, orderFor(), { deadline: time });
    expect([found.outcome, codes(found), movesOf(found)]).toEqual(['error', ['read-back-failed'], UNKNOWN]);
    expect([time.pauses(), time.graces()]).toEqual([0, 1]);
  });
});

describe('right before the write', () => {
  it('is said that one is under way, and after the last look', async () => {
    const registry = memoryRegistry(churn());
    const before: string[][] = [];
    const beforeWrite = () => before.push(registry.calls.map(({ name }) => name));
    const found = await promoting(registry, orderFor(), { beforeWrite });
    expect([found.outcome, before.length]).toEqual(['promoted', 1]);
    expect(before[0]).not.toContain('write');
    expect(before[0]?.filter((name) => name === 'model')).toHaveLength(2);
  });

  it('keeps it from leaving where that cannot be said', async () => {
    const store = churn();
    const before = store.dump();
    const registry = memoryRegistry(store);
    const error = new PromotionError('outputs-unwritable', 'The disk is full.', 'Free it.');
    const found = await promoting(registry, orderFor(), {
      beforeWrite: () => {
        throw error;
      },
    });
    expect([found.outcome, codes(found), movesOf(found)]).toEqual(['error', ['outputs-unwritable'], PLANNED]);
    expect([writes(registry), store.dump()]).toEqual([[], before]);
  });
});

describe('a write that never left the process', () => {
  it('is an error at once: there is nothing to look for', async () => {
    const store = churn();
    const before = store.dump();
    const error = new PromotionError('connection-refused', 'Nobody is there.', 'Start it.', { unsent: true });
    const registry = memoryRegistry(store, { beforeCall: onCall('first write', { kind: 'throw', error }) });
    const found = await promoting(registry);
    expect([found.outcome, codes(found), movesOf(found)]).toEqual(['error', ['connection-refused'], PLANNED]);
    expect(registry.calls.filter(({ name }) => name === 'model')).toHaveLength(2);
    expect(store.dump()).toBe(before);
  });
});

describe('a refused write', () => {
  it('is looked after: a registry that refuses and has moved all the same has moved', async () => {
    const store = churn();
    const error = new PromotionError('forbidden', 'You may not.', 'Ask for EDIT.');
    const registry = memoryRegistry(store, {
      beforeCall: (call) => {
        if (call.name !== 'write') return undefined;
        store.make(store.look(call.write as never));
        return { kind: 'throw', error };
      },
    });
    const found = await promoting(registry);
    expect([found.outcome, movesOf(found)]).toEqual(['promoted', MADE]);
  });

  it('that nobody can look after is not known', async () => {
    const error = new PromotionError('forbidden', 'You may not.', 'Ask for EDIT.');
    const registry = memoryRegistry(churn(), {
      beforeCall: ({ name, which }) =>
        name === 'write' || (name === 'model' && !['first model', 'second model'].includes(which))
          ? { kind: 'throw', error }
          : undefined,
    });
    const found = await promoting(registry);
    expect([found.outcome, codes(found), movesOf(found)]).toEqual(['error', ['read-back-failed'], UNKNOWN]);
    expect(found.reasons[0]?.message).toContain('The move was sent. You may not.');
  });

  it('is an error, and nothing was moved', async () => {
    const store = churn();
    const before = store.dump();
    const error = new PromotionError('forbidden', 'You may not.', 'Ask for EDIT.');
    const registry = memoryRegistry(store, { beforeCall: onCall('first write', { kind: 'throw', error }) });
    const found = await promoting(registry);
    expect([found.outcome, codes(found), movesOf(found)]).toEqual(['error', ['forbidden'], PLANNED]);
    expect([writes(registry).length, store.dump()]).toEqual([1, before]);
  });
});

describe('a defect of ours before the write', () => {
  it.each(['second model', 'second evidence of 2', 'second evidence of 1'])(
    'at the %s is an error, and nothing was moved',
    async (which) => {
      const error = new TypeError('x is undefined');
      const registry = memoryRegistry(churn(), { beforeCall: onCall(which, { kind: 'throw', error }) });
      const found = await promoting(registry);
      expect([found.outcome, codes(found), movesOf(found)]).toEqual(['error', ['internal'], PLANNED]);
      expect(registry.calls.map((call) => call.which)).not.toContain('third model');
    },
  );
});

describe('a read-back that fails', () => {
  it('says that nobody knows', async () => {
    const store = churn();
    const time = deadline();
    const registry = memoryRegistry(store, {
      beforeCall: ({ name }) =>
        name === 'model' && store.holders(MODEL, 'Production')[0] === '2'
          ? { kind: 'lose-reply', applied: false }
          : undefined,
    });
    const found = await promoting(registry, orderFor(), { deadline: time });
    expect([found.outcome, codes(found), movesOf(found)]).toEqual(['error', ['read-back-failed'], UNKNOWN]);
    expect(found.reasons[0]?.message).toContain('The registry took the move');
    expect([writes(registry).length, time.graces()]).toEqual([1, 1]);
  });

  it('is tried once more in the extra time', async () => {
    const registry = memoryRegistry(churn(), {
      beforeCall: onCall('third model', { kind: 'lose-reply', applied: false }),
    });
    const found = await promoting(registry);
    expect([found.outcome, movesOf(found)]).toEqual(['promoted', MADE]);
  });
});

describe('the end of the time', () => {
  it.each([
    ...['first model', 'first evidence of 2', 'first evidence of 1'],
    ...['second model', 'second evidence of 2', 'second evidence of 1'],
  ])('before the write (%s) leaves everything as it was', async (which) => {
    const store = churn();
    const before = store.dump();
    const time = deadline();
    const registry = memoryRegistry(store, {
      beforeCall: (call) => {
        if (call.which === which) time.abort(TIMEOUT);
        return undefined;
      },
    });
    // Before there is an assessment, the run itself reports the error.
    const found = await promoting(registry, orderFor(), { deadline: time }).catch((error: unknown) => error);
    expect(found).toMatchObject({ reasons: [{ code: 'timeout' }] });
    if (!(found instanceof PromotionError)) expect(found).toMatchObject({ outcome: 'error' });
    expect([writes(registry), store.dump(), time.graces()]).toEqual([[], before, 0]);
  });

  it('between recheck and write sends no write', async () => {
    const store = churn();
    const time = deadline();
    const registry = memoryRegistry(store, {
      afterCall: (call) => {
        if (call.which === 'second evidence of 1')
          queueMicrotask(() => {
            time.abort(TIMEOUT);
          });
      },
    });
    const found = await promoting(registry, orderFor(), { deadline: time });
    expect([found.outcome, codes(found), movesOf(found), writes(registry)]).toEqual([
      'error',
      ['timeout'],
      PLANNED,
      [],
    ]);
  });

  it.each([
    ['made', true, 'promoted', MADE],
    ['not made', false, 'error', UNKNOWN],
  ] as const)(
    'during the write, which was %s, is followed by one look',
    async (_, applied, outcome, moves) => {
      const store = churn();
      const time = deadline();
      const registry = memoryRegistry(store, {
        beforeCall: (call) => {
          if (call.name !== 'write') return undefined;
          setImmediate(() => {
            time.abort(TIMEOUT);
          });
          return { kind: 'hang', applied };
        },
      });
      const found = await promoting(registry, orderFor(), { deadline: time });
      expect([found.outcome, movesOf(found)]).toEqual([outcome, moves]);
      expect([writes(registry).length, time.graces()]).toEqual([1, 1]);
      expect(registry.calls.at(-1)).toMatchObject({ which: 'third model' });
    },
  );

  it('after the write is followed by one look, and no more when that hangs too', async () => {
    const store = churn();
    const time = deadline();
    const registry = memoryRegistry(store, {
      afterCall: (call) => {
        if (call.name === 'write') time.abort(TIMEOUT);
      },
      beforeCall: (call) => {
        if (call.which !== 'third model') return undefined;
        setImmediate(() => {
          time.abortGrace(TIMEOUT);
        });
        return { kind: 'hang', applied: false };
      },
    });
    const found = await promoting(registry, orderFor(), { deadline: time });
    expect([found.outcome, codes(found), movesOf(found)]).toEqual(['error', ['read-back-failed'], UNKNOWN]);
    expect(found.reasons[0]?.message).toContain('its reply was lost');
    expect([registry.calls.length, store.holders(MODEL, 'Production')]).toEqual([8, ['2']]);
  });
});
