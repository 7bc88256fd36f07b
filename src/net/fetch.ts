import type { Environment } from '../domain/environment.js';
import { createDispatchers } from './dispatcher.js';
import { Dispatcher1Wrapper } from './undici.js';

/** Node's own `fetch`, with connections that are closed at the end. */
export interface Fetch {
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  close(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 10_000;

/**
 * A `fetch` for clients that make their own requests, by the same rules about proxies as every other request. Throws
 * `input-invalid` for a proxy variable that is not an http(s) URL.
 */
export function createFetch(env: Environment): Fetch {
  const dispatchers = createDispatchers(env, { ca: null, clientCert: null }, CONNECT_TIMEOUT_MS);
  return {
    fetch: (url, init) =>
      fetch(url, { ...init, dispatcher: new Dispatcher1Wrapper(dispatchers.for(new URL(url))) }),
    close: () => dispatchers.close(),
  };
}
