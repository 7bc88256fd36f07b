import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { TestStore } from './stores.js';

const HOOKS = join(import.meta.dirname, '../../../../scripts/typescript-hooks.mjs');

export interface Promotion {
  readonly version: string;
  /** Who held Production when its transaction began. */
  readonly before: readonly string[];
}

/** Starts a process that promotes `versions` in turn, `times` times, once it is told to go. */
export async function startPromoter(
  store: TestStore,
  versions: string,
  times: number,
): Promise<ChildProcess> {
  const script = join(import.meta.dirname, 'promoter.ts');
  const child = spawn(process.execPath, ['--import', HOOKS, script, store.folder, versions, String(times)]);
  await new Promise((ready) => child.stdout.once('data', ready));
  return child;
}

export function go(child: ChildProcess): void {
  child.stdin?.write('go');
}

/** Waits for its end and gives what it printed. */
export async function finished(child: ChildProcess): Promise<{ done: Promotion[]; errors: string }> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  let output = '';
  let errors = '';
  child.stdout?.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (errors += data.toString()));
  child.on('close', () => {
    resolve(undefined);
  });
  await promise;
  const lines = output.split('\n').filter((line) => line.endsWith('}'));
  return { done: lines.map((line) => JSON.parse(line) as Promotion), errors };
}

/** Kills a promoter after some time of work and gives the state of the store, as three places tell it. */
export async function killedAfter(
  store: TestStore,
  ms: number,
): Promise<{ holders: string[]; state: unknown }> {
  const child = await startPromoter(store, '1,2,3', 1_000_000);
  go(child);
  await new Promise((done) => setTimeout(done, ms));
  child.kill('SIGKILL');
  await finished(child);
  // A connection that may write, because a reader may not take back what was half written.
  store.run('SELECT count(*) FROM model_versions');
  const one = (sql: string): string[] => store.query(sql).map((row) => String(Object.values(row)[0]));
  const holders = one("SELECT version FROM model_versions WHERE current_stage = 'Production'");
  return {
    holders,
    state: {
      alias: one("SELECT version FROM registered_model_aliases WHERE alias = 'champion'"),
      other: one("SELECT version FROM registered_model_aliases WHERE alias = 'holder'"),
      check: one('PRAGMA integrity_check'),
    },
  };
}
