import { describe, expect, it } from '@jest/globals';
import { existsSync, lstatSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startAction, type ActionRun } from '../harness/action.js';
import { PLANTS, type Plant } from '../registry/mlflow/store/plants.js';
import { demoStore, gate, MODEL, promotionInputs, type LocalStore } from './store/demo-store.js';
import { holders } from './store/files.js';

/** The runner kills what has not ended 10 s after the first signal; 7.5 s after it comes the second. */
const LONGEST_END_MS = 8_000;
/** An honest run ends well within this, on a busy machine too. */
const HEAD_START_MS = 5_000;

async function planted(plant: Plant['plant']): Promise<LocalStore> {
  const store = await demoStore();
  plant(store.path);
  return store;
}

const bytes = async ({ path: file }: LocalStore): Promise<string> =>
  lstatSync(file).isFile() ? readFile(file, 'latin1') : '';

/** Starts a promotion, and cancels it when it has not ended by itself. @returns how long it took to end after that. */
async function cancelled(store: LocalStore): Promise<{ run: ActionRun; tookMs: number }> {
  const running = await startAction({ inputs: promotionInputs(), workspace: store.folder });
  await Promise.race([running.done, sleep(HEAD_START_MS)]);
  const since = performance.now();
  running.signal('SIGTERM');
  const run = await running.done;
  return { run, tookMs: performance.now() - since };
}

async function expectRefused(store: LocalStore, run: ActionRun, before: string): Promise<void> {
  expect([run.outputs['result'], run.outputs['promoted']]).toEqual(['error', 'false']);
  expect(run.exitCode === 0).toBe(false);
  expect(run.outputs['reasons']).toMatch(
    /^\["(store-unusable|store-schema|store-read-only|unexpected-reply|cancelled|timeout)"\]$/,
  );
  expect(run.annotations.filter(({ level }) => level === 'error')).toHaveLength(1);
  expect(await bytes(store)).toBe(before);
  const precious = path.join(store.folder, 'precious');
  if (existsSync(precious)) expect(await readFile(precious, 'utf8')).toBe('precious');
}

describe('the shipped action on a planted store', () => {
  it('meets more than 30 kinds', () => {
    expect(PLANTS.length).toBeGreaterThanOrEqual(30);
  });

  it.each(PLANTS)(
    '$name: is $end, and ends within 8 s of SIGTERM',
    async ({ plant, end, says = '' }) => {
      const store = await planted(plant);
      const before = await bytes(store);
      const { run, tookMs } = await cancelled(store);
      expect(tookMs).toBeLessThan(LONGEST_END_MS);
      if (end === 'right') {
        expect([run.outputs['result'], run.exitCode]).toEqual(['promoted', 0]);
        expect(holders(store.path, MODEL)).toEqual(['3']);
        return;
      }
      await expectRefused(store, run, before);
      expect(run.annotations.find(({ level }) => level === 'error')?.message).toContain(says);
    },
    20_000,
  );

  it.each(PLANTS.filter(({ name }) => name.includes('constraint that never')))(
    '$name: ends at its time limit, with the truth',
    async ({ plant }) => {
      const store = await planted(plant);
      const before = await bytes(store);
      const run = await gate(store, { 'timeout-seconds': '2' });
      expect(run.durationMs).toBeGreaterThan(1_900);
      expect(run.durationMs).toBeLessThan(2_000 + LONGEST_END_MS);
      await expectRefused(store, run, before);
      expect(run.outputs['reasons']).toBe('["timeout"]');
      expect(run.summary).toContain('time limit of 2 s');
    },
    20_000,
  );
});
