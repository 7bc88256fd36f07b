import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { startAction } from '../harness/action.js';
import { expectEnd } from './promotion/steps.js';
import { demoStore, expectListed, gate, LIST, MODEL, promotionInputs } from './store/demo-store.js';
import type { LocalStore } from './store/demo-store.js';
import { holders } from './store/files.js';

const WAITING = /Another process is writing to "sqlite:\/\/\/mlflow\.db"; waiting for it\./;

/** A store with somebody else's lock on it; the file must not be read here while it lasts. */
async function locked(
  sql: string,
): Promise<LocalStore & { readonly release: () => void; readonly bytes: string }> {
  const store = await demoStore();
  const bytes = await readFile(store.path, 'latin1');
  const other = new DatabaseSync(store.path);
  other.exec(sql);
  const release = (): void => {
    other.close();
  };
  return { ...store, release, bytes };
}

describe('a store that somebody else is writing', () => {
  it('is read meanwhile, and given up after 20 seconds when it has to be written', async () => {
    const store = await locked('BEGIN IMMEDIATE');
    const [listed, run] = await Promise.all([gate(store, LIST), gate(store)]);
    store.release();
    expect(expectListed(listed)).not.toMatch(WAITING);
    await expectEnd(run, {
      ...{ result: 'error', code: 'store-busy' },
      says: ['stayed locked by another process for 20 seconds; nothing was changed.'],
    });
    expect(run.log).toMatch(WAITING);
    expect(run.durationMs).toBeGreaterThan(20_000);
    expect(await readFile(store.path, 'latin1')).toBe(store.bytes);
  }, 90_000);

  it('is written as soon as it is free', async () => {
    const store = await locked('BEGIN IMMEDIATE');
    const running = await startAction({ inputs: promotionInputs(), workspace: store.folder });
    await running.line(WAITING);
    store.release();
    await expectEnd(await running.done, { result: 'promoted', code: 'promoted' });
    expect(holders(store.path, MODEL)).toEqual(['3']);
  });

  it('does not keep the time limit or a cancellation from their work', async () => {
    const stores = await Promise.all([locked('BEGIN EXCLUSIVE'), locked('BEGIN IMMEDIATE')]);
    const [late, cancelled] = await Promise.all([
      gate(stores[0], { 'timeout-seconds': '2' }),
      gate(stores[1], {}, { signalAfter: { signal: 'SIGTERM', when: WAITING } }),
    ]);
    for (const store of stores) store.release();
    await expectEnd(late, { result: 'error', code: 'timeout' });
    await expectEnd(cancelled, { result: 'error', code: 'cancelled' });
    for (const run of [late, cancelled]) expect(run.durationMs).toBeLessThan(12_000);
    for (const store of stores) expect(await readFile(store.path, 'latin1')).toBe(store.bytes);
  });
});
