import type { Log } from '../domain/log.js';
import type { Connection, ConnectionRequest } from '../domain/request.js';
import { defaultTrackingUri } from './default-uri.js';
import type { Registry } from './port.js';

/** What a registry may use of the world. */
export interface RegistryDeps {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
}

/**
 * Opens the registry a connection names. Each kind is loaded only when it is used. Throws `PromotionError` for an
 * address or store that cannot be opened.
 */
export async function openRegistry(request: ConnectionRequest, deps: RegistryDeps): Promise<Registry> {
  const connection = await resolve(request, deps.log);
  if ([connection.registryUri, connection.trackingUri].some((uri) => uri.startsWith('sqlite:'))) {
    const { openSqlite } = await import('./sqlite/open.js');
    return openSqlite(connection, deps);
  }
  const { openMlflow } = await import('./mlflow/open.js');
  return openMlflow(connection, deps);
}

async function resolve(request: ConnectionRequest, log: Log): Promise<Connection> {
  let trackingUri = request.trackingUri ?? request.registryUri;
  if (trackingUri === null) {
    trackingUri = await defaultTrackingUri(request.workingDirectory);
    log.info(`No tracking server is named; using MLflow's own default: ${trackingUri}`);
  }
  return { ...request, trackingUri, registryUri: request.registryUri ?? trackingUri };
}
