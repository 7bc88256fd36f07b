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

/** The calls of a plain promotion: assess 0 to 2, recheck 3 to 5, write 6, read back 7. */
const RECHECK = 3;
const LAST = 7;

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
async function runWith(change: Change, n: number, phase: Phase, atomic: boolean): Promise<Run> {
  const store = churn();
  addTrained(store, '3', { accuracy: 0.99 });
  let seen: readonly string[] = [];
  let fewest = 1;
  let changed = false;
  const meet = (now: Phase) => (call: CallRecord) => {
    if (now === 'after' && call.name === 'model' && !isLocked(store)) seen = held(store);
    // Who writes to SQLite by hand waits for our transaction, so these moments do not exist there.
    if (call.n === n && now === phase && !isLocked(store)) {
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

/** Every moment of a plain promotion and of the repair that may follow it. */
function moments(last: number): readonly (readonly [number, Phase])[] {
  return Array.from({ length: last + 1 }, (_, n) => PHASES.map((phase) => [n, phase] as const)).flat();
}

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
  it.each(ALL)('%s: the report is true at every moment', async (_name, change) => {
    for (const [n, phase] of moments(LAST + 3)) expectTruth(await runWith(change, n, phase, atomic));
  });

  it.each(Object.entries({ ...HOLDERS, ...VERSIONS }))(
    '%s after it was judged: superseded, nothing written',
    async (_name, change) => {
      for (const [n, phase] of moments(RECHECK)) {
        if ((n === 0 && phase !== 'after') || (n === RECHECK && phase !== 'before')) continue;
        const run = await runWith(change, n, phase, atomic);
        if (!run.changed) continue;
        expect([n, phase, wasWritten(run)]).toEqual([n, phase, false]);
        // Evidence that belongs to the new state may already have made it another refusal.
        if (n >= 2 && phase === 'after')
          expect([run.found.outcome, movesOf(run.found)]).toEqual([
            'superseded',
            ['transition 2 → Production false', 'archive 1 → Archived false'],
          ]);
      }
    },
  );

  it.each(Object.entries(EVIDENCE))('%s before it was last read: nothing written', async (_name, change) => {
    for (const [n, phase] of moments(RECHECK)) {
      const run = await runWith(change, n, phase, atomic);
      if (!run.changed || (n === RECHECK && phase !== 'before')) continue;
      expect([n, phase, wasWritten(run)]).toEqual([n, phase, false]);
      if (n === 2 && phase === 'after') expect(codes(run.found)).toEqual(['evidence-changed']);
    }
  });

  it('leaves Production held all the time, when nobody empties it by hand', async () => {
    for (const version of ['2', '3']) {
      for (const [n, phase] of moments(LAST + 3)) {
        const { fewest, store } = await runWith(promote(version, true), n, phase, atomic);
        expect([n, phase, fewest]).toEqual([n, phase, 1]);
        expect(store.holders(MODEL, 'Production')).toHaveLength(1);
      }
    }
  });
});
