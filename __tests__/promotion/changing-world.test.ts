import { describe, expect, it } from '@jest/globals';
import type { PromotionResult } from '../../src/promotion/conclude.js';
import {
  isLocked,
  memoryRegistry,
  type CallRecord,
  type MemoryRegistry,
  type MemoryStore,
} from '../harness/memory-registry.js';
import { addTrained, churn, codes, MODEL, movesOf, reporting, deleteRun, removeRun } from './kit.js';

type Change = (store: MemoryStore) => void;
type Phase = 'before' | 'inside' | 'after';

/** The calls of a promotion, and of the repair that may follow it. Only a transaction begins and commits. */
const JUDGING = ['first model', 'first evidence of 2', 'first evidence of 1'];
const RECHECK = 'second model';
const CALLS = [
  ...[...JUDGING, 'first begin', RECHECK, 'second evidence of 2', 'second evidence of 1'],
  ...['first write', 'first commit', 'third model'],
  ...['second begin', 'second write', 'second commit', 'fourth model'],
];

interface Run {
  readonly store: MemoryStore;
  readonly registry: MemoryRegistry;
  readonly found: PromotionResult;
  /** Who held Production when it was last read. */
  readonly seen: readonly string[];
  readonly fewest: number;
  readonly changed: boolean;
}

/** Promotes version 2 and changes the world once, at one moment of one call. */
async function runWith(change: Change, which: string, phase: Phase, atomic: boolean): Promise<Run> {
  const store = churn();
  addTrained(store, '3', { accuracy: 0.99 });
  let seen: readonly string[] = [];
  let fewest = 1;
  let changed = false;
  const meet = (now: Phase) => (call: CallRecord) => {
    if (now === 'after' && call.name === 'model' && !isLocked(store)) seen = held(store);
    // Who writes to SQLite by hand waits for our transaction, so these moments do not exist there.
    if (call.which === which && now === phase && !isLocked(store)) {
      change(store);
      changed = true;
    }
    fewest = Math.min(fewest, held(store).length);
  };
  const before = meet('before');
  const registry = memoryRegistry(store, {
    atomic,
    beforeCall: (call) => {
      before(call);
      return undefined;
    },
    insideTransition: meet('inside'),
    afterCall: meet('after'),
  });
  const found = await reporting(registry);
  return { store, registry, found, seen, fewest, changed };
}

function held(store: MemoryStore): readonly string[] {
  return store.holders(MODEL, 'Production');
}

const promote = (version: string, archiveExisting: boolean) => (store: MemoryStore) => {
  store.make(store.look({ kind: 'transition', model: MODEL, version, stage: 'Production', archiveExisting }));
};

const HOLDERS: Readonly<Record<string, Change>> = {
  'another version is promoted': promote('3', true),
  'another version is put beside the holder': promote('3', false),
  'the holder is archived by hand': (store) => {
    store.setStage(MODEL, '1', 'Archived');
  },
  'the candidate is promoted by someone else': promote('2', true),
  'the candidate is moved elsewhere': (store) => {
    store.setStage(MODEL, '2', 'Staging');
  },
  'the candidate is deleted': (store) => {
    store.deleteVersion(MODEL, '2');
  },
  'the baseline is deleted': (store) => {
    store.deleteVersion(MODEL, '1');
  },
};
const EVIDENCE: Readonly<Record<string, Change>> = {
  'the candidate’s metric gets worse': (store) => {
    store.measure(MODEL, '2', 'accuracy', 0.1);
  },
  'the baseline’s metric gets better': (store) => {
    store.measure(MODEL, '1', 'accuracy', 0.99);
  },
  'the candidate’s metric is gone': (store) => {
    store.forget(MODEL, '2', 'accuracy');
  },
  'the candidate’s run is deleted': (store) => {
    deleteRun(store, '2');
  },
  'the baseline’s run is gone': (store) => {
    removeRun(store, '1');
  },
};
const VERSIONS: Readonly<Record<string, Change>> = {
  'the candidate is not READY any more': (store) => {
    store.updateVersion(MODEL, '2', { status: 'FAILED' });
  },
  'the candidate has another source': (store) => {
    store.updateVersion(MODEL, '2', { source: 'x' });
  },
  'the candidate has another run': (store) => {
    store.updateVersion(MODEL, '2', { runId: 'r3' });
  },
};

const ALL = Object.entries({ ...HOLDERS, ...EVIDENCE, ...VERSIONS });
const PHASES: readonly Phase[] = ['before', 'inside', 'after'];

function moments(calls: readonly string[]): readonly (readonly [string, Phase])[] {
  return calls.flatMap((which) => PHASES.map((phase) => [which, phase] as const));
}

/** From the first look until the recheck looks again. */
const UNTIL_RECHECK = [...moments([...JUDGING, 'first begin']), [RECHECK, 'before']] as const;

function wasWritten({ registry }: Run): boolean {
  return registry.calls.some(({ name, ended }) => name === 'write' && !Number.isNaN(ended));
}

/** What must be true whatever happened. */
function expectTruth(run: Run): void {
  const { found, store, registry } = run;
  const { outcome } = found;
  const writes = registry.calls.filter(({ name }) => name === 'write');
  const repairs = found.moves.filter(({ kind }) => kind === 'repair');
  if (outcome === 'promoted') expect(run.seen).toEqual(['2']);
  if (writes.length === 0) expect(movesOf(found).filter((move) => !move.endsWith('false'))).toEqual([]);
  expect(writes.length).toBeLessThanOrEqual(1 + repairs.length);
  if (outcome === 'promoted' || outcome === 'superseded')
    expect(run.seen.length).toBeLessThanOrEqual(1 + Number(writes.length === 0));
  expect(found.reasons[0]?.message).toMatch(/\S/);
  if (!run.changed) expect(store.holders(MODEL, 'Production')).toEqual(['2']);
}

describe.each([
  ['REST', false],
  ['a transaction', true],
] as const)('the world changes during a promotion over %s', (_, atomic) => {
  it('has no call that is not named here', async () => {
    for (const change of [() => undefined, promote('3', false)]) {
      const { registry } = await runWith(change, 'first write', 'inside', atomic);
      expect(CALLS).toEqual(expect.arrayContaining(registry.calls.map(({ which }) => which)));
    }
  });

  it.each(ALL)('%s: the report is true at every moment', async (_name, change) => {
    for (const [which, phase] of moments(CALLS)) expectTruth(await runWith(change, which, phase, atomic));
  });

  it.each(Object.entries({ ...HOLDERS, ...VERSIONS }))(
    '%s after it was judged: superseded, nothing written',
    async (_name, change) => {
      for (const [which, phase] of UNTIL_RECHECK) {
        if (which === 'first model' && phase !== 'after') continue;
        const run = await runWith(change, which, phase, atomic);
        if (!run.changed) continue;
        expect([which, phase, wasWritten(run)]).toEqual([which, phase, false]);
        // Evidence that belongs to the new state may already have made it another refusal.
        if (which === 'first evidence of 1' && phase === 'after')
          expect([run.found.outcome, movesOf(run.found)]).toEqual([
            'superseded',
            ['transition 2 → Production false', 'archive 1 → Archived false'],
          ]);
      }
    },
  );

  it.each(Object.entries(EVIDENCE))('%s before it was last read: nothing written', async (_name, change) => {
    for (const [which, phase] of UNTIL_RECHECK) {
      const run = await runWith(change, which, phase, atomic);
      if (!run.changed) continue;
      expect([which, phase, wasWritten(run)]).toEqual([which, phase, false]);
      if (which === 'first evidence of 1' && phase === 'after')
        expect(codes(run.found)).toEqual(['evidence-changed']);
    }
  });

  it('leaves Production held all the time, when nobody empties it by hand', async () => {
    for (const version of ['2', '3']) {
      for (const [which, phase] of moments(CALLS)) {
        const { fewest, store } = await runWith(promote(version, true), which, phase, atomic);
        expect([which, phase, fewest]).toEqual([which, phase, 1]);
        expect(store.holders(MODEL, 'Production')).toHaveLength(1);
      }
    }
  });
});
