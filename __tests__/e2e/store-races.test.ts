import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ActionRun } from '../harness/action.js';
import { decisionOf } from './promotion/steps.js';
import { audit, AUDITED, keepAudit } from './store/audit.js';
import type { Change, RunReport } from './store/audit.js';
import { demoStore, gate, MODEL, promotionInputs } from './store/demo-store.js';
import type { LocalStore } from './store/demo-store.js';
import { holders, query } from './store/files.js';
import { startPromoter } from './store/promoters.js';

/** `<new holder> for <old holder>`. */
type Succession = string;

/** Replays what the store wrote down: every promotion took Production from exactly the one who held it. */
function successions(changes: readonly Change[], first = '1'): Succession[] {
  const found: Succession[] = [];
  let holder = first;
  for (let at = 0; at < changes.length; at += 2) {
    const pair = changes.slice(at, at + 2).map(({ version, was, now }) => ({ version, was, now }));
    const winner = changes[at + 1]?.version ?? '';
    expect(pair).toEqual([
      { version: holder, was: 'Production', now: 'Archived' },
      { version: winner, was: expect.stringMatching(/^(None|Archived)$/), now: 'Production' },
    ]);
    found.push(`${winner} for ${holder}`);
    holder = winner;
  }
  return found;
}

/** Looks at the store until the work is over: how many versions hold Production, each time. */
async function watched<T>(store: LocalStore, work: Promise<T>): Promise<{ result: T; seen: Set<number> }> {
  const seen = new Set<number>();
  let over = false;
  const look = async (): Promise<void> => {
    while (!over) {
      seen.add(holders(store.path, MODEL).length);
      await sleep(3);
    }
  };
  const [result] = await Promise.all([work.finally(() => (over = true)), look()]);
  return { result, seen };
}

/** What a run said must be all that it did. */
function expectTruth(runs: readonly RunReport[], changes: readonly Change[]): void {
  const moved = runs.filter(({ moves }) => moves.some(({ done }) => done === true));
  expect(moved.map(({ version, previous }) => `${version} for ${previous}`).sort()).toEqual(
    successions(changes).sort(),
  );
  for (const report of runs) {
    expect(report.promoted).toBe(String(report.result === 'promoted'));
    const done = report.moves.map((move) => move.done);
    if (report.result === 'promoted') {
      expect(done).toEqual([true, true]);
      const own = changes.filter(({ number }) => number > report.changes[0] && number <= report.changes[1]);
      expect(own).toContainEqual(expect.objectContaining({ version: report.version, now: 'Production' }));
    } else if (report.result === 'superseded') {
      // Another run may promote, all in order, before this one has read back what it wrote.
      const overtaken = report.reason === 'overtaken';
      expect([report.reason, done]).toEqual([
        expect.stringMatching(/-changed$|^overtaken$/),
        [overtaken, overtaken],
      ]);
    } else {
      expect([report.result, report.reason, done]).toEqual(['unchanged', 'already-holds-target', []]);
      expect(report.previous).toBe(report.version);
    }
  }
}

async function reportOf(run: ActionRun): Promise<RunReport> {
  const { outputs } = run;
  const { moves, reasons, warnings } = await decisionOf(run);
  return {
    ...{ version: outputs['version'] ?? '', result: outputs['result'] ?? '' },
    ...{ promoted: outputs['promoted'] ?? '', previous: outputs['previous-version'] ?? '' },
    ...{ reason: reasons[0]?.code ?? '', warnings: warnings.map(({ code }) => code), moves },
    changes: [0, Infinity],
  };
}

/** Two promoters of versions 2 and 3, 200 runs each and at once, on a store of their own; all that must hold is held. */
async function contest(): Promise<RunReport[]> {
  const store = await demoStore();
  keepAudit(store.path);
  const promoters = await Promise.all(
    ['2', '3'].map((version) => startPromoter(store.folder, promotionInputs({ version }), 200)),
  );
  const work = Promise.all(promoters.map(({ go }) => go()));
  const { result, seen } = await watched(store, work);
  const runs = result.flat();
  expect(runs).toHaveLength(400);
  expect([...seen]).toEqual([1]);
  expectTruth(runs, audit(store.path));
  expect(query(store.path, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  return runs;
}

/** A busy machine may let two processes take turns all the time; then they are asked again, so often at most. */
const CONTESTS = 6;

describe('two processes that promote different versions of a local store', () => {
  it('200 times each and at once, by the action’s own run(): one holder at any time, and the truth', async () => {
    const runs: RunReport[] = [];
    const ends = (end: string, of = runs) => of.filter(({ result }) => result === end).length;
    for (let round = 0; round < CONTESTS && ends('superseded') === 0; round += 1)
      runs.push(...(await contest()));
    // They were in each other's way, or this proves nothing.
    for (const version of ['2', '3']) {
      expect(
        ends(
          'promoted',
          runs.filter((each) => each.version === version),
        ),
      ).toBeGreaterThan(5);
    }
    expect(ends('superseded')).toBeGreaterThan(0);
  }, 240_000);

  it('40 times at once, by the shipped action: one holder at any time, and the truth', async () => {
    const store = await demoStore();
    keepAudit(store.path);
    const runs: RunReport[] = [];
    const seen = new Set<number>();
    for (let round = 0; round < 40; round += 1) {
      const holder = holders(store.path, MODEL)[0] ?? '';
      const others = ['1', '2', '3'].filter((version) => version !== holder);
      const work = Promise.all(
        others.map(async (version) => reportOf(await gate(store, { version }, { env: AUDITED }))),
      );
      const both = await watched(store, work);
      runs.push(...both.result);
      for (const count of both.seen) seen.add(count);
      expect(both.result.some(({ result }) => result === 'promoted')).toBe(true);
    }
    expect([...seen]).toEqual([1]);
    expectTruth(runs, audit(store.path));
  }, 120_000);
});
