import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { jsonLines, startScript, type Child } from '../../../harness/child.js';
import type { TestStore } from './stores.js';

export interface Promotion {
  readonly version: string;
  /** Who held Production when its transaction began. */
  readonly before: readonly string[];
}

/** Starts a process that promotes `versions` in turn, `times` times, once it is told to go. */
export async function startPromoter(store: TestStore, versions: string, times: number): Promise<Child> {
  const script = join(import.meta.dirname, 'promoter.ts');
  const child = startScript(script, [store.folder, versions, String(times)], { stdin: 'pipe' });
  await child.firstLine;
  return child;
}

export function go(child: Child): void {
  child.write('go');
}

/** Waits for its end and gives what it printed. */
export async function finished(child: Child): Promise<{ done: Promotion[]; errors: string }> {
  const { stdout, stderr } = await child.ended;
  return { done: jsonLines<Promotion>(stdout), errors: stderr };
}

/** Kills a promoter that is ready after some time of work, and gives the state of the store, as three places tell it. */
export async function killedAfter(
  store: TestStore,
  child: Child,
  ms: number,
): Promise<{ holders: string[]; state: unknown }> {
  go(child);
  await sleep(ms);
  child.signal('SIGKILL');
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
