import { PromotionError } from '../../../domain/error.js';
import type { Connection } from '../../../domain/order.js';
import type { RegistryReader, RegistryTransaction } from '../../port.js';
import { readEvidence } from '../evidence/evidence.js';
import type { Records } from '../evidence/records.js';
import type { MlflowRegistry } from '../registry.js';
import { NO_PAGES } from '../no-pages.js';
import { StoreClient, type StoreClientDeps } from './client.js';
import { locateStore } from './location.js';
import { DEFAULT_WORKSPACE } from './protocol.js';
import type { Ask } from './queries.js';

export interface SqliteDeps extends StoreClientDeps {
  /** Whether the half-made change of a killed process may be taken back: only for who may write. */
  readonly recovers: boolean;
}

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
  const facts = {
    uri: registryUri,
    path,
    workspace: workspace ?? DEFAULT_WORKSPACE,
    recovers: deps.recovers,
  };
  return assemble(registryUri, new StoreClient(facts, deps));
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

function assemble(label: string, store: StoreClient): MlflowRegistry {
  const asking =
    (signal: AbortSignal): Ask =>
    (query, ...args) =>
      store.read((ask) => ask(query, ...args), signal);
  return {
    label,
    records: (signal) => recordsOf(asking(signal), label),
    reader: (signal) => ({
      ...reader(asking(signal), label),
      // Everything about a version is of one moment, and the file is opened once for it.
      evidence: (version, role, asked) =>
        store.read((ask) => reader(ask, label).evidence(version, role, asked), signal),
    }),
    writer: (signal) => ({
      commits: true,
      transact: (work) => store.transact((ask) => work(transaction(ask, label)), signal),
    }),
    close: () => {
      store.close();
      return Promise.resolve();
    },
  };
}

function transaction(ask: Ask, label: string): RegistryTransaction {
  return { reader: reader(ask, label), write: (write) => ask('write', write) };
}

function reader(ask: Ask, label: string): RegistryReader {
  const records = recordsOf(ask, label);
  return {
    model: (name) => ask('model', name),
    // Reading a file again costs no round trip, so nothing is remembered.
    evidence: (version, role, asked) => readEvidence(records, version, role, asked, new Map()),
  };
}

function recordsOf(ask: Ask, label: string): Records {
  return {
    version: (name, version) => ask('version', name, version),
    downloadUri: ({ model, version }) => ask('downloadUri', model, version),
    run: (id) => ask('run', id),
    loggedModel: (id) => ask('loggedModel', id),
    loggedModelsOf: ({ id }) => ask('loggedModels', id),
    metricHistory: (runId, key) => ask('history', runId, key),
    trackingLabel: label,
    pages: NO_PAGES,
  };
}
