import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Registry } from '../../src/registry/port.js';
import { startMlflow } from '../harness/mlflow.js';
import type { MlflowServer } from '../harness/mlflow.js';
import { RegistryClient } from '../harness/registry-client.js';
import { describeWith } from '../harness/suites.js';
import { expectEnd } from './promotion/steps.js';
import { audit, AUDITED_PYTHON, hooked, keepAudit } from './store/audit.js';
import type { Change, RunReport } from './store/audit.js';
import { demoStore, gate, MODEL, promotionInputs } from './store/demo-store.js';
import type { LocalStore } from './store/demo-store.js';
import { holders, query, run as sql } from './store/files.js';
import { startPromoter } from './store/promoters.js';
import { wholeRun } from './store/whole-run.js';

/** What happens in the world at two moments of our write. */
interface Moments {
  /** Our transaction has written and is not yet committed: it holds the only write lock. */
  readonly beforeCommit?: () => Promise<unknown>;
  /** It is committed, and has not been read back. */
  readonly afterCommit?: () => Promise<unknown>;
}

/** The same registry, with something happening during its first write. */
function during({ beforeCommit, afterCommit }: Moments): (registry: Registry) => Registry {
  let first = true;
  return (registry) => ({
    ...registry,
    writer: (signal) => ({
      commits: registry.writer(signal).commits,
      transact: async (work) => {
        if (!first) return registry.writer(signal).transact(work);
        first = false;
        const result = await registry.writer(signal).transact(async (transaction) => {
          const done = await work(transaction);
          await beforeCommit?.();
          return done;
        });
        await afterCommit?.();
        return result;
      },
    }),
  });
}

/** Who held Production after each change, by its number. */
function replay(changes: readonly Change[]): Map<number, readonly string[]> {
  let held: readonly string[] = ['1'];
  return new Map(
    changes.map(({ number, version, was, now }) => {
      if (was === 'Production') held = held.filter((holder) => holder !== version);
      if (now === 'Production') held = [...held, version];
      return [number, held];
    }),
  );
}

/** What a run said must have been so at some moment between its beginning and its end. */
function expectHonest(run: RunReport, held: ReadonlyMap<number, readonly string[]>): void {
  const [from, to] = run.changes;
  const states = [...held].filter(([number]) => number >= from && number <= to).map(([, state]) => state);
  const first = held.get(from) ?? ['1'];
  const seen = [first, ...states].map((state) => [...state].sort().join(' '));
  const done = run.moves.map((move) => move.done);
  expect(run.promoted).toBe(String(run.result === 'promoted'));
  switch (run.result) {
    case 'promoted':
    case 'unchanged':
      expect(seen).toContain('3');
      return;
    case 'invalid':
      expect(run.reason).toBe('several-holders');
      expect(seen.some((state) => state.includes(' '))).toBe(true);
      return;
    default:
      expect([run.result, run.reason]).toEqual([
        ...['superseded', expect.stringMatching(/^(overtaken|holder-changed|candidate-changed)$/)],
      ]);
      if (run.reason !== 'overtaken') expect(done).toEqual([false, false]);
      expect(seen.some((state) => state !== '3')).toBe(true);
  }
}

describeWith(['mlflow-3.17.2'], 'a local store that a live MLflow server writes meanwhile', () => {
  let store: LocalStore;
  let server: MlflowServer | null = null;
  let client: RegistryClient;
  beforeAll(async () => {
    store = await demoStore();
    keepAudit(store.path);
    server = await startMlflow({ release: '3.17.2', directory: store.folder, env: AUDITED_PYTHON });
    client = new RegistryClient(server);
  });
  afterAll(async () => {
    await server?.stop();
    await rm(store.folder, { recursive: true, force: true });
  });

  /** Version 1 holds Production, as in the beginning. */
  async function fresh(): Promise<void> {
    await client.transition(MODEL, '1', 'Production', true);
    sql(store.path, 'DELETE FROM audit');
    expect(await client.stages(MODEL)).toMatchObject({ '1': 'Production' });
  }

  it('a lower version set beside ours by hand is found and archived again', async () => {
    await fresh();
    const afterCommit = (): Promise<void> => client.transition(MODEL, '2', 'Production');
    const { outputs, decision, log } = await wholeRun(
      store.folder,
      promotionInputs(),
      during({ afterCommit }),
    );
    expect(outputs).toMatchObject({ result: 'promoted', promoted: 'true', 'previous-version': '1' });
    expect(decision.moves.map(({ kind, version, done }) => [kind, version, done]).slice(-2)).toEqual([
      ['repair', '3', true],
      ['archive', '2', true],
    ]);
    expect(decision.warnings.map(({ code }) => code)).toEqual(['concurrent-promotion-repaired']);
    expect(log).toContain('After the move Production was held by versions 3, 2');
    expect(await client.stages(MODEL)).toEqual({ '1': 'Archived', '2': 'Archived', '3': 'Production' });
  });

  it('a higher version that the server promotes on what it read before our commit is left as the only one', async () => {
    // The server reads who holds Production, and only then waits for the lock that we hold. When its machine is
    // too busy to have read by the time we commit, it is given more time and another try.
    for (const patience of [1000, 3000, 9000]) {
      await fresh();
      let served: Promise<void> = Promise.resolve();
      const moments = {
        beforeCommit: () => {
          served = client.transition(MODEL, '3', 'Production', true);
          return sleep(patience);
        },
        afterCommit: () => served,
      };
      const run = await wholeRun(store.folder, promotionInputs({ version: '2' }), during(moments));
      expect(await client.stages(MODEL)).toEqual({ '1': 'Archived', '2': 'Archived', '3': 'Production' });
      expect(run.outputs).toMatchObject({ result: 'superseded', promoted: 'false' });
      expect(run.decision.reasons[0]?.code).toBe('overtaken');
      const repairs = run.decision.moves.filter(({ kind }) => kind === 'repair');
      if (repairs.length === 0 && patience < 9000) continue;
      expect(repairs).toEqual([
        { kind: 'repair', version: '3', from: 'Production', to: 'Production', done: true },
      ]);
      expect(run.log).toContain('After the move Production was held by versions 3, 2');
      expect(run.log).toContain('Production is now held by version 3');
      return;
    }
  });

  it('the shipped action repairs, too, when a second holder comes right after its commit', async () => {
    await fresh();
    const AFTER_COMMIT = "UPDATE model_versions SET current_stage = 'Production' WHERE version = 2";
    const run = await gate(store, {}, { env: { ...hooked('after-commit-hook.js'), AFTER_COMMIT } });
    const decision = await expectEnd(run, { result: 'promoted', code: 'promoted' });
    expect(decision.warnings.map(({ code }) => code)).toEqual(['concurrent-promotion-repaired']);
    expect(run.log).toContain('After the move Production was held by versions 3, 2');
    expect(holders(store.path, MODEL)).toEqual(['3']);
  });

  /** The server promotes 1 and 2 in turn until told to stop. */
  async function servePromotions(until: () => boolean): Promise<number> {
    let count = 0;
    for (; !until(); count += 1) {
      await client.transition(MODEL, count % 2 === 0 ? '2' : '1', 'Production', true);
      await sleep(Math.random() * 20);
    }
    return count;
  }

  it('every run of 150 tells the truth while the server promotes others all the time', async () => {
    await fresh();
    const promoter = await startPromoter(store.folder, promotionInputs(), 150);
    let over = false;
    const [runs, served] = await Promise.all([
      promoter.go().finally(() => (over = true)),
      servePromotions(() => over),
    ]);
    const changes = audit(store.path);
    const held = replay(changes);
    const wins = changes.filter(({ version, now }) => version === '3' && now === 'Production').length;
    const moved = runs.filter(({ moves }) => moves[0]?.done === true).length;
    const repairs = runs.flatMap(({ moves }) => moves.filter(({ kind }) => kind === 'repair'));
    expect(served).toBeGreaterThan(10);
    expect(moved).toBeGreaterThan(5);
    // Only we promote version 3, and every time that it came to Production was said.
    expect(wins).toBeGreaterThanOrEqual(moved);
    expect(wins).toBeLessThanOrEqual(moved + repairs.length);
    for (const run of runs) expectHonest(run, held);
    // What came after the last look is found by the next run, which says so and moves nothing.
    const left = holders(store.path, MODEL);
    expect(left.length).toBeGreaterThan(0);
    if (left.length > 1) {
      await expectEnd(await gate(store), { result: 'invalid', code: 'several-holders' });
      await client.transition(MODEL, left[0] ?? '', 'Production', true);
    }
    expect(holders(store.path, MODEL)).toHaveLength(1);
    expect(query(store.path, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  }, 90_000);
});
