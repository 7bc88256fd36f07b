import { PromotionError } from '../../../domain/error.js';
import { throwIfAborted } from '../../../domain/deadline.js';
import type { Log } from '../../../domain/log.js';
import type { Connection } from '../../../domain/order.js';
import type { RegistryReader, RegistryTransaction } from '../../port.js';
import { readEvidence } from '../evidence/evidence.js';
import type { Records } from '../evidence/records.js';
import type { MlflowRegistry } from '../registry.js';
import { NO_PAGES } from '../no-pages.js';
import { locateStore } from './location.js';
import { sleep, type Sleep } from './waiting.js';
import { readDownloadUri, readModel, readVersion } from './registry-queries.js';
import type { Session } from './session.js';
import { DEFAULT_WORKSPACE, Store } from './store.js';
import { readHistory, readLoggedModel, readLoggedModels, readRun } from './tracking-queries.js';
import { makeWrite } from './writes.js';

export interface SqliteDeps {
  readonly log: Log;
  /** Waits between two tries of a locked store. */
  readonly sleep?: Sleep;
  /** Epoch milliseconds, for the times MLflow keeps with a change. */
  readonly now?: () => number;
}

/** Runs one query on a store, or inside a transaction on its connection. */
type Ask = <T>(query: (session: Session) => T) => Promise<T>;

/**
 * Opens a local MLflow store (SQLite, written by MLflow 2.4 or later) as a registry. Nothing is opened for
 * writing before a writer is used, and a missing file is never made.
 *
 * @throws PromotionError `store-missing`, `store-unusable`, `not-supported` or `input-invalid`. What is in the
 *   file is judged at the first read: `store-schema`, `store-unusable`, `workspace-unknown`.
 */
export async function openSqlite(connection: Connection, deps: SqliteDeps): Promise<MlflowRegistry> {
  const { registryUri, trackingUri, workingDirectory, workspace } = connection;
  mustBeLocal(connection);
  const path = await locateStore(registryUri, workingDirectory);
  if (registryUri !== trackingUri && (await locateStore(trackingUri, workingDirectory)) !== path) {
    throw new PromotionError(
      'not-supported',
      'Tracking and registry are two local stores, which cannot be used together.',
      'Give one store that holds models and runs as `tracking-uri`, and leave `registry-uri` out.',
    );
  }
  const store = new Store({
    uri: registryUri,
    path,
    workspace: workspace ?? DEFAULT_WORKSPACE,
    log: deps.log,
    sleep: deps.sleep ?? sleep,
  });
  return assemble(registryUri, store, deps.now ?? Date.now);
}

function mustBeLocal({ registryUri, trackingUri }: Connection): void {
  const local = (uri: string): boolean => uri.startsWith('sqlite:');
  if (local(registryUri) && local(trackingUri)) return;
  // Neither address is quoted: no one has looked yet at what stands before a path or behind it.
  const [store, server] = local(registryUri) ? ['registry', 'tracking'] : ['tracking', 'registry'];
  throw new PromotionError(
    'not-supported',
    `The ${store} address names a local store and the ${server} address a server, which cannot be used together.`,
    'Give `tracking-uri` and `registry-uri` of one kind: two servers or one `sqlite:` store. Mostly one `tracking-uri` is enough.',
  );
}

function assemble(label: string, store: Store, now: () => number): MlflowRegistry {
  const asking =
    (signal: AbortSignal): Ask =>
    (query) =>
      store.read(query, signal);
  return {
    label,
    records: (signal) => recordsOf(asking(signal), label),
    reader: (signal) => ({
      ...reader(asking(signal), label),
      // Everything about a version is of one moment, and the file is opened once for it.
      evidence: (version, role, asked) =>
        store.read(
          (session) => reader(within(session, signal), label).evidence(version, role, asked),
          signal,
        ),
    }),
    writer: (signal) => ({
      commits: true,
      transact: (work) =>
        store.transact((session) => work(transaction(within(session, signal), label, now)), signal),
    }),
    // Every connection is closed by the call that opened it.
    close: () => Promise.resolve(),
  };
}

/** Queries on a connection that the caller holds, so there is nothing to wait for. */
function within(session: Session, signal: AbortSignal): Ask {
  // Through a promise, because the port rejects and never throws at once.
  return (query) =>
    Promise.resolve().then(() => {
      throwIfAborted(signal);
      return query(session);
    });
}

function transaction(ask: Ask, label: string, now: () => number): RegistryTransaction {
  return {
    reader: reader(ask, label),
    write: (write) =>
      ask((session) => {
        makeWrite(session, write, now());
      }),
  };
}

function reader(ask: Ask, label: string): RegistryReader {
  const records = recordsOf(ask, label);
  return {
    model: (name) => ask((session) => readModel(session, name)),
    // Reading a file again costs no round trip, so nothing is remembered.
    evidence: (version, role, asked) => readEvidence(records, version, role, asked, new Map()),
  };
}

function recordsOf(ask: Ask, label: string): Records {
  return {
    version: (name, version) => ask((session) => readVersion(session, name, version)),
    downloadUri: ({ model, version }) => ask((session) => readDownloadUri(session, model, version)),
    run: (id) => ask((session) => readRun(session, id)),
    loggedModel: (id) => ask((session) => readLoggedModel(session, id)),
    loggedModelsOf: ({ id }) => ask((session) => readLoggedModels(session, id)),
    metricHistory: (runId, key) => ask((session) => readHistory(session, runId, key)),
    trackingLabel: label,
    pages: NO_PAGES,
  };
}
