import { PromotionError } from '../../../domain/error.js';
import type { Log } from '../../../domain/log.js';
import type { Connection } from '../../../domain/order.js';
import type { Registry, RegistryReader, RegistryTransaction } from '../../port.js';
import { readEvidence } from '../evidence/evidence.js';
import type { Records } from '../evidence/records.js';
import { locateStore } from './location.js';
import type { NamedStore, Part } from './parts.js';
import { sleep, throwIfAborted, type Sleep } from './patience.js';
import { readModel, readVersion } from './registry-queries.js';
import type { Session } from './session.js';
import { DEFAULT_WORKSPACE, Store } from './store.js';
import { readHistory, readLoggedModel, readRun } from './tracking-queries.js';
import { makeWrite } from './writes.js';

export interface SqliteDeps {
  readonly log: Log;
  /** Waits between two tries of a locked store. */
  readonly sleep?: Sleep;
  /** Epoch milliseconds, for the times MLflow keeps with a change. */
  readonly now?: () => number;
}

const BOTH: readonly Part[] = ['registry', 'tracking'];

/** Runs one query on a store, or inside a transaction on its connection. */
type Ask = <T>(query: (session: Session) => T) => Promise<T>;

/**
 * Opens a local MLflow store (SQLite, written by MLflow 2.4 or later) as a registry. Nothing is opened for
 * writing before a writer is used, and a missing file is never made.
 *
 * @throws PromotionError `store-missing`, `store-unusable`, `not-supported` or `input-invalid`. What is in the
 *   file is judged at the first read: `store-schema`, `store-unusable`, `workspace-unknown`.
 */
export async function openSqlite(connection: Connection, deps: SqliteDeps): Promise<Registry> {
  const { registryUri, trackingUri, workingDirectory } = connection;
  mustBeLocal(connection);
  const same = registryUri === trackingUri;
  const [registry, other] = [named(registryUri, 'registry', same), named(trackingUri, 'tracking', same)];
  const registryPath = await locateStore(registry, workingDirectory);
  const trackingPath = await locateStore(other, workingDirectory);
  const open = (store: NamedStore, path: string) =>
    new Store({
      ...store,
      path,
      workspace: connection.workspace ?? DEFAULT_WORKSPACE,
      log: deps.log,
      sleep: deps.sleep ?? sleep,
    });
  const shared = registryPath === trackingPath;
  const store = open(shared ? { ...registry, parts: BOTH } : registry, registryPath);
  const tracking = shared ? store : open(other, trackingPath);
  return assemble(registryUri, store, tracking, deps.now ?? Date.now);
}

function named(uri: string, part: Part, same: boolean): NamedStore {
  return { uri, parts: same ? BOTH : [part] };
}

function mustBeLocal({ registryUri, trackingUri }: Connection): void {
  const local = (uri: string): boolean => uri.startsWith('sqlite:');
  if (local(registryUri) && local(trackingUri)) return;
  // Neither address is quoted: no one has looked yet at what stands before a path or behind it.
  const [store, server] = local(registryUri) ? ['registry', 'tracking'] : ['tracking', 'registry'];
  throw new PromotionError(
    'not-supported',
    `The ${store} address names a local store and the ${server} address a server, which cannot be used together.`,
    'Give `tracking-uri` and `registry-uri` of one kind: two servers or two `sqlite:` stores. Mostly one `tracking-uri` is enough.',
  );
}

function assemble(label: string, store: Store, tracking: Store, now: () => number): Registry {
  const asking =
    (of: Store, signal: AbortSignal): Ask =>
    (query) =>
      of.read(query, signal);
  return {
    label,
    reader: (signal) => reader(asking(store, signal), asking(tracking, signal)),
    writer: (signal) => ({
      transact: (work) =>
        store.transact((session) => {
          const ask = within(session, signal);
          return work(transaction(ask, tracking === store ? ask : asking(tracking, signal), now));
        }, signal),
    }),
    // Every connection is closed by the call that opened it.
    close: () => Promise.resolve(),
  };
}

/** Queries inside a transaction: its connection is held by the caller, so there is nothing to wait for. */
function within(session: Session, signal: AbortSignal): Ask {
  // Through a promise, because the port rejects and never throws at once.
  return (query) =>
    Promise.resolve().then(() => {
      throwIfAborted(signal);
      return query(session);
    });
}

function transaction(ask: Ask, askTracking: Ask, now: () => number): RegistryTransaction {
  return {
    reader: reader(ask, askTracking),
    write: (write) =>
      ask((session) => {
        makeWrite(session, write, now());
      }),
  };
}

function reader(ask: Ask, askTracking: Ask): RegistryReader {
  const records = recordsOf(ask, askTracking);
  return {
    model: (name) => ask((session) => readModel(session, name)),
    evidence: (version, role) => readEvidence(records, version, role),
  };
}

function recordsOf(ask: Ask, askTracking: Ask): Records {
  return {
    version: (name, version) => ask((session) => readVersion(session, name, version)),
    run: (id) => askTracking((session) => readRun(session, id)),
    loggedModel: (id) => askTracking((session) => readLoggedModel(session, id)),
    metricHistory: (runId, key) => askTracking((session) => readHistory(session, runId, key)),
  };
}
