import type { Environment } from '../domain/environment.js';
import type { Log } from '../domain/log.js';
import type { Connection, ConnectionOrder } from '../domain/order.js';
import type { Registry } from './port.js';
import type { Thread } from './thread.js';

/** What a registry may use of the world. */
export interface RegistryDeps {
  readonly env: Environment;
  readonly log: Log;
  /** For what may block: see `Thread`. */
  readonly startThread: () => Thread;
  /** Whether this run may change the registry. */
  readonly writes: boolean;
}

/**
 * Opens the registry a connection names. Each kind is loaded only when it is used. Throws `PromotionError` for an
 * address or store that cannot be opened.
 */
export async function openRegistry(order: ConnectionOrder, deps: RegistryDeps): Promise<Registry> {
  const connection = await resolve(order, deps.log);
  if ([connection.registryUri, connection.trackingUri].some((uri) => uri.startsWith('sqlite:'))) {
    const { openSqlite } = await import('./mlflow/store/open.js');
    return openSqlite(connection, { ...deps, recovers: deps.writes });
  }
  const { openMlflow } = await import('./mlflow/rest/open.js');
  return openMlflow(connection, deps);
}

async function resolve(order: ConnectionOrder, log: Log): Promise<Connection> {
  let trackingUri = order.trackingUri ?? order.registryUri;
  if (trackingUri === null) {
    // Loaded when nobody names one, which is rare.
    const { defaultTrackingUri } = await import('./mlflow/default-uri.js');
    trackingUri = await defaultTrackingUri(order.workingDirectory);
    log.info(`No tracking server is named; using MLflow's own default: ${trackingUri}`);
  }
  return { ...order, trackingUri, registryUri: order.registryUri ?? trackingUri };
}
