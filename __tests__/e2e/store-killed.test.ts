import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, watch } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { startAction } from '../harness/action.js';
import type { ActionRun } from '../harness/action.js';
import { expectEnd } from './promotion/steps.js';
import { demoStore, gate, LIST, promotionInputs } from './store/demo-store.js';
import type { LocalStore } from './store/demo-store.js';
import { query, run as sql, tables, timesAside } from './store/files.js';
import type { Tables } from './store/files.js';

const since = Date.now();
const look = (store: LocalStore): Tables => timesAside(tables(store.path), since);

/** Starts a promotion and kills it when `until` says so, or lets it end if that comes first. */
async function killed(store: LocalStore, until: () => Promise<unknown>): Promise<ActionRun> {
  const moment = until();
  const running = await startAction({ inputs: promotionInputs(), workspace: store.folder });
  await Promise.race([moment, running.done]);
  running.signal('SIGKILL');
  return running.done;
}

/** The moment SQLite begins to write, and up to 3 ms more: a transaction is as short as that. */
async function writing(store: LocalStore): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const watcher = watch(store.folder, (_event, name) => {
    if (name === 'mlflow.db-journal') resolve(undefined);
  });
  await promise;
  watcher.close();
  const end = performance.now() + Math.random() * 3;
  while (performance.now() < end) await sleep(0);
}

describe('the shipped action, killed', () => {
  it('at any of 50 moments leaves a sound store as it was before or as it is after', async () => {
    const model = await demoStore();
    const before = look(model);
    const { durationMs } = await gate(model);
    const after = look(model);
    expect(after).not.toEqual(before);
    const seen = { before: 0, after: 0, unfinished: 0 };
    for (let point = 0; point < 50; point += 1) {
      const store = await demoStore();
      const aimed = point % 2 === 1;
      const run = await killed(store, () =>
        aimed ? writing(store) : sleep(Math.random() * 1.2 * durationMs),
      );
      const unfinished = existsSync(`${store.path}-journal`);
      // Who only reads leaves alone what was left half done, and says so; the next writer puts it right.
      if (unfinished) {
        const journal = () => readFileSync(`${store.path}-journal`, 'latin1');
        const left = journal();
        const { outputs, annotations } = await gate(store, LIST);
        // A journal that was not on the disk yet says nothing, and the store is as it was.
        if (outputs['result'] !== 'listed') {
          expect([outputs['result'], outputs['reasons']]).toEqual(['error', '["store-unusable"]']);
          expect(annotations[0]?.message).toContain('mlflow.db-journal');
        }
        expect(journal()).toBe(left);
      }
      sql(store.path, 'SELECT count(*) FROM model_versions');
      expect(query(store.path, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      const found = look(store);
      const moved = isDeepStrictEqual(found, after);
      expect(found).toEqual(moved ? after : before);
      seen[moved ? 'after' : 'before'] += 1;
      if (unfinished) seen.unfinished += 1;
      // A killed run has not claimed more than was done; the next one ends it.
      if (run.outputs['promoted'] === 'true') expect(moved).toBe(true);
      if (aimed) {
        const next = moved
          ? ({ result: 'unchanged', code: 'already-holds-target' } as const)
          : ({ result: 'promoted', code: 'promoted' } as const);
        await expectEnd(await gate(store), next);
      }
    }
    expect(seen.before).toBeGreaterThan(0);
    expect(seen.after).toBeGreaterThan(0);
  }, 120_000);
});
