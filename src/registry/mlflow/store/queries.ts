import { readDownloadUri, readModel, readVersion } from './registry-queries.js';
import type { Session } from './session.js';
import { readHistory, readLoggedModel, readLoggedModels, readRun } from './tracking-queries.js';
import { makeWrite } from './writes.js';

/** Everything that is ever asked of a store, by name, because a name can be sent to another thread. */
export const QUERIES = {
  model: readModel,
  version: readVersion,
  downloadUri: readDownloadUri,
  run: readRun,
  loggedModel: readLoggedModel,
  loggedModels: readLoggedModels,
  history: readHistory,
  write: makeWrite,
} as const;

type Queries = typeof QUERIES;
export type QueryName = keyof Queries;
type Arguments<K extends QueryName> = Parameters<Queries[K]> extends [Session, ...infer Rest] ? Rest : never;

/** Asks one of them of a store, or of one moment of it. */
export type Ask = <K extends QueryName>(query: K, ...args: Arguments<K>) => Promise<ReturnType<Queries[K]>>;

/** As it comes out of a message. */
export function answer(session: Session, query: QueryName, args: readonly unknown[]): unknown {
  const ask = QUERIES[query] as (session: Session, ...args: readonly unknown[]) => unknown;
  return ask(session, ...args);
}
