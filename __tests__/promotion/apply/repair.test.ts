import { describe, expect, it } from '@jest/globals';
import {
  memoryRegistry,
  onCall,
  type MemoryOptions,
  type MemoryRegistry,
  type MemoryStore,
} from '../../harness/memory-registry.js';
import { addTrained, CHAMPION, churn, codes, deadline, MODEL, movesOf, promoting, orderFor } from '../kit.js';

const MADE = ['transition 2 → Production true', 'archive 1 → Archived true'];

/** Version 3 is there as well, and someone puts `rival` into Production while our write is under way. */
function raced(rival: string, more: MemoryOptions = {}): { store: MemoryStore; registry: MemoryRegistry } {
  const store = churn();
  addTrained(store, '3', { accuracy: 0.99 });
  const registry = memoryRegistry(store, {
    ...more,
    insideTransition: (call) => {
      if (call.which === 'first write') store.setStage(MODEL, rival, 'Production');
      more.insideTransition?.(call);
    },
  });
  return { store, registry };
}

describe('two holders after the write', () => {
  it('end with the higher one: ours', async () => {
    const store = churn();
    addTrained(store, '0', { accuracy: 0.91 });
    const registry = memoryRegistry(store, {
      insideTransition: ({ which }) => {
        if (which === 'first write') store.setStage(MODEL, '0', 'Production');
      },
    });
    const found = await promoting(registry);
    expect([found.outcome, movesOf(found)]).toEqual([
      'promoted',
      [...MADE, 'repair 2 → Production true', 'archive 0 → Archived true'],
    ]);
    expect(found.warnings.map(({ code }) => code)).toEqual(['concurrent-promotion-repaired']);
    expect(store.holders(MODEL, 'Production')).toEqual(['2']);
    expect(registry.calls.filter(({ name }) => name === 'write')).toHaveLength(2);
  });

  it('end with the higher one: theirs', async () => {
    const { store, registry } = raced('3');
    const found = await promoting(registry);
    expect([found.outcome, codes(found), movesOf(found)]).toEqual([
      'superseded',
      ['overtaken'],
      [...MADE, 'repair 3 → Production true', 'archive 2 → Archived true'],
    ]);
    expect(found.reasons[0]?.message).toContain('now held by version 3');
    expect(store.holders(MODEL, 'Production')).toEqual(['3']);
  });

  it('compare as numbers, not as text', async () => {
    const store = churn();
    addTrained(store, '10', { accuracy: 0.99 });
    const registry = memoryRegistry(store, {
      insideTransition: ({ which }) => {
        if (which === 'first write') store.setStage(MODEL, '10', 'Production');
      },
    });
    expect((await promoting(registry)).outcome).toBe('superseded');
    expect(store.holders(MODEL, 'Production')).toEqual(['10']);
  });

  it('are repaired when the reply to the repair is lost', async () => {
    const { store, registry } = raced('3', {
      beforeCall: onCall('second write', { kind: 'lose-reply', applied: true }),
    });
    const found = await promoting(registry);
    expect([found.outcome, movesOf(found)]).toEqual([
      'superseded',
      [...MADE, 'repair 3 → Production unknown', 'archive 2 → Archived unknown'],
    ]);
    expect(store.holders(MODEL, 'Production')).toEqual(['3']);
  });

  it('are an error that names them when they cannot be repaired', async () => {
    const { store, registry } = raced('3', {
      beforeCall: ({ name, which }) =>
        name === 'write' && which !== 'first write' ? { kind: 'lose-reply', applied: false } : undefined,
    });
    const found = await promoting(registry);
    expect([found.outcome, codes(found)]).toEqual(['error', ['read-back-failed']]);
    expect(found.reasons[0]?.message).toContain('versions 3, 2');
    expect(movesOf(found)).toEqual([
      ...MADE,
      ...Array.from({ length: 3 }, () => [
        'repair 3 → Production unknown',
        'archive 2 → Archived unknown',
      ]).flat(),
    ]);
    expect(store.holders(MODEL, 'Production')).toEqual(['3', '2']);
  });

  it('are an error when nobody can look after the repair', async () => {
    const before = ['first model', 'second model', 'third model'];
    const { registry } = raced('3', {
      beforeCall: ({ name, which }) =>
        name === 'model' && !before.includes(which) ? { kind: 'lose-reply', applied: false } : undefined,
    });
    const found = await promoting(registry);
    expect([found.outcome, codes(found)]).toEqual(['error', ['read-back-failed']]);
  });

  it('are repaired in the extra time when the time is over', async () => {
    const time = deadline();
    const { store, registry } = raced('3', {
      afterCall: ({ which }) => {
        if (which === 'third model') time.abort(new Error('over'));
      },
    });
    const found = await promoting(registry, orderFor(), { deadline: time });
    expect([found.outcome, store.holders(MODEL, 'Production')]).toEqual(['superseded', ['3']]);
    expect(time.graces()).toBeGreaterThan(0);
  });

  it('are left alone where earlier holders stay on purpose', async () => {
    const { store, registry } = raced('3');
    const found = await promoting(registry, orderFor({ archiveExisting: false }));
    expect(found.outcome).toBe('promoted');
    expect(store.holders(MODEL, 'Production')).toEqual(['3', '2', '1']);
    expect(registry.calls.filter(({ name }) => name === 'write')).toHaveLength(1);
  });

  it('of which none is ours any more are repaired too: nobody else may be left to do it', async () => {
    const { store, registry } = raced('3', {
      insideTransition: ({ which }) => {
        // During the repair of 3, a fourth version comes and archives what it finds.
        if (which !== 'second write') return;
        addTrained(store, '4', { accuracy: 1 });
        store.make(
          store.look({
            kind: 'transition',
            model: MODEL,
            version: '4',
            stage: 'Production',
            archiveExisting: true,
          }),
        );
      },
    });
    const found = await promoting(registry);
    expect(found.outcome).toBe('superseded');
    expect(store.holders(MODEL, 'Production')).toEqual(['4']);
  });
});

describe('a holder that comes after the write', () => {
  it('of a stage is the winner', async () => {
    const store = churn();
    addTrained(store, '3', { accuracy: 0.99 });
    const registry = memoryRegistry(store, {
      afterCall: ({ name }) => {
        if (name !== 'write') return;
        store.setStage(MODEL, '2', 'Archived');
        store.setStage(MODEL, '3', 'Production');
      },
    });
    const found = await promoting(registry);
    expect([found.outcome, codes(found), movesOf(found)]).toEqual(['superseded', ['overtaken'], MADE]);
    expect(registry.calls.filter(({ name }) => name === 'write')).toHaveLength(1);
  });

  it.each([['3'], [null]])('of an alias is the winner: %s', async (version) => {
    const store = churn();
    addTrained(store, '3', { accuracy: 0.99 });
    store.setAlias(MODEL, 'champion', '1');
    const registry = memoryRegistry(store, {
      afterCall: ({ name }) => {
        if (name === 'write') store.setAlias(MODEL, 'champion', version);
      },
    });
    const found = await promoting(registry, orderFor(CHAMPION));
    expect([found.outcome, codes(found), movesOf(found)]).toEqual([
      'superseded',
      ['overtaken'],
      ['alias 2 → @champion true'],
    ]);
    expect(found.reasons[0]?.message).toContain(version === null ? 'nobody' : 'version 3');
  });

  it('that held it before is the winner where the move was certainly made', async () => {
    const store = churn();
    const registry = memoryRegistry(store, {
      atomic: true,
      beforeCall: ({ which }) => {
        if (which !== 'third model') return undefined;
        store.setStage(MODEL, '2', 'Archived');
        store.setStage(MODEL, '1', 'Production');
        return undefined;
      },
    });
    const found = await promoting(registry);
    expect([found.outcome, codes(found), movesOf(found)]).toEqual(['superseded', ['overtaken'], MADE]);
  });

  it('that held it before may also mean that the move never arrived', async () => {
    const store = churn();
    store.setAlias(MODEL, 'champion', '1');
    const registry = memoryRegistry(store, {
      afterCall: ({ name }) => {
        if (name === 'write') store.setAlias(MODEL, 'champion', '1');
      },
    });
    const found = await promoting(registry, orderFor(CHAMPION));
    expect([found.outcome, codes(found), movesOf(found)]).toEqual([
      'error',
      ['outcome-unknown'],
      ['alias 2 → @champion unknown'],
    ]);
    expect(found.reasons[0]?.message).toContain('The registry took the move. Read back, version 1 holds');
  });

  it('that held it before may also mean it where earlier holders stay', async () => {
    const store = churn();
    const registry = memoryRegistry(store, {
      afterCall: ({ name }) => {
        if (name === 'write') store.setStage(MODEL, '2', 'None');
      },
    });
    const found = await promoting(registry, orderFor({ archiveExisting: false }));
    expect([found.outcome, codes(found), store.holders(MODEL, 'Production')]).toEqual([
      'error',
      ['outcome-unknown'],
      ['1'],
    ]);
    expect(registry.calls.filter(({ name }) => name === 'write')).toHaveLength(1);
  });

  it('is a trouble where earlier holders should have stayed', async () => {
    const store = churn();
    const registry = memoryRegistry(store, {
      afterCall: ({ name }) => {
        if (name === 'write') store.setStage(MODEL, '1', 'Archived');
      },
    });
    const found = await promoting(registry, orderFor({ archiveExisting: false }));
    expect([found.outcome, codes(found)]).toEqual(['error', ['read-back-failed']]);
    expect(found.reasons[0]?.message).toBe(
      'Version 2 now holds Production, but version 1, which should have stayed there, no longer does.',
    );
    expect(found.moves).toMatchObject([{ kind: 'transition', version: '2', done: true }]);
  });
});
