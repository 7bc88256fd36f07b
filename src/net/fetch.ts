import type { Environment } from '../domain/environment.js';
import { createDispatchers, type Circumstances } from './dispatcher.js';
import { faultOf, type Fault, type TlsSettings } from './faults.js';
import { Dispatcher1Wrapper } from './undici.js';

/** Node's own `fetch`, with connections that are closed at the end. */
export interface Fetch {
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** Why a `fetch` of this URL threw what it did. */
  readonly explain: (thrown: unknown, url: string) => Promise<Fault>;
  close(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 10_000;

/** What a user can set for a client that has no settings of its own. */
const SETTINGS: TlsSettings = { ca: 'NODE_EXTRA_CA_CERTS', clientCert: 'none is sent to GitHub' };

/** An address that is none was never on the way. */
const NOWHERE: Circumstances = {
  ...{ proxy: null, certificate: null, places: [], connectTimeoutMs: CONNECT_TIMEOUT_MS },
};

/**
 * A `fetch` for clients that make their own requests to `origin`, by the same rules about proxies and certificates as
 * every other request. Throws `input-invalid` for a proxy variable that counts there and is not an http(s) URL.
 */
export function createFetch(env: Environment, origin: string): Fetch {
  const dispatchers = createDispatchers(env, { ca: null, clientCert: null }, CONNECT_TIMEOUT_MS);
  const place = URL.parse(origin);
  if (place !== null) dispatchers.proxyFor(place);
  return {
    fetch: (url, init) =>
      dispatchers.send(new URL(url), (dispatcher) =>
        fetch(url, { ...init, dispatcher: new Dispatcher1Wrapper(dispatcher) }),
      ),
    explain: async (thrown, url) => {
      const at = URL.parse(url);
      const circumstances = at === null ? NOWHERE : await dispatchers.circumstances(at, thrown);
      return faultOf(thrown, { url, settings: SETTINGS, ...circumstances });
    },
    close: () => dispatchers.close(),
  };
}
