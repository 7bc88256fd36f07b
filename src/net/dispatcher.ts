import { createSecureContext, type SecureContext } from 'node:tls';
import { PromotionError } from '../domain/error.js';
import type { Environment } from '../domain/environment.js';
import { isUnknownIssuer } from './certificate.js';
import { codeOf, isUntrusted, type Place } from './faults.js';
import { shownCertificate } from './peer.js';
import { readProxies, type Proxy } from './proxies.js';
import { everyAuthority, type Trust } from './trust.js';
import { Agent, ProxyAgent, type Dispatcher } from './undici.js';

/** PEM texts; null means whom this runner trusts, or no client certificate. */
export interface TlsOptions {
  readonly ca: string | null;
  /** Certificate and key in one text. */
  readonly clientCert: string | null;
}

/** A proxy as it may be printed. */
export interface NamedProxy {
  /** `host:port` */
  readonly host: string;
  /** The environment variable that names it. */
  readonly variable: string;
}

/** Connections for every origin: direct for loopback, else by the proxy variables. */
export interface Dispatchers {
  /**
   * Sends with the connections for a URL. Where Node's own authorities do not vouch for the server, `send` is called
   * once more, with every authority that this runner trusts: a handshake that failed has sent nothing. Throws what
   * `send` throws, and `input-invalid` for a proxy variable that counts and is not an http(s) URL.
   */
  send<T>(url: URL, send: (dispatcher: Dispatcher) => Promise<T>): Promise<T>;
  /** The proxy that requests to this URL take; null when they go direct. Throws `input-invalid` as `send` does. */
  proxyFor(url: URL): NamedProxy | null;
  /** What a sentence about a request that got no reply can name. */
  circumstances(url: URL, thrown: unknown): Promise<Circumstances>;
  close(): Promise<void>;
}

/** What lay between, as found when it failed. */
export type Circumstances = Pick<Place, 'proxy' | 'certificate' | 'places' | 'connectTimeoutMs'>;

const KEEP_ALIVE_MS = 1_000;

/** How long a look at a certificate that was refused may take. */
const LOOK_MS = 3_000;

/**
 * One set of connection pools per run. Proxies come from the environment (`readProxies`). Idle connections live one
 * second, less than any registry server's own limit, so that a write never meets a connection that the server is just
 * closing. Throws `input-invalid` for `NODE_TLS_REJECT_UNAUTHORIZED=0`.
 */
export function createDispatchers(env: Environment, tls: TlsOptions, connectTimeoutMs: number): Dispatchers {
  mustCheck(env);
  const proxyOf = readProxies(env);
  const pools = createPools(tls, connectTimeoutMs);
  let trust: Trust | null = null;
  return {
    async send(url, send) {
      const [proxy, used] = [proxyOf(url), trust];
      try {
        return await send(pools.for(proxy, used));
      } catch (thrown) {
        // A bundle that a setting names says whom to trust instead of all others.
        if (tls.ca !== null || used !== null || !isUnknownIssuer(codeOf(thrown))) throw thrown;
        // Another request may have read them meanwhile.
        trust ??= everyAuthority(env);
        return await send(pools.for(proxy, trust));
      }
    },
    proxyFor: (url) => named(proxyOf(url)),
    async circumstances(url, thrown) {
      const proxy = proxyOf(url);
      const certificate = isUntrusted(codeOf(thrown))
        ? await shownCertificate(url, proxy, Math.min(LOOK_MS, connectTimeoutMs))
        : null;
      return { proxy: named(proxy), certificate, places: trust?.places ?? [], connectTimeoutMs };
    },
    close: () => pools.close(),
  };
}

/** The one place for every connection: none is made whose certificate would not be checked. */
function mustCheck(env: Environment): void {
  if (env['NODE_TLS_REJECT_UNAUTHORIZED'] !== '0') return;
  throw new PromotionError(
    'input-invalid',
    'NODE_TLS_REJECT_UNAUTHORIZED=0 switches off every check of certificates.',
    'Unset it; if the authority is your own, name its PEM file in NODE_EXTRA_CA_CERTS.',
  );
}

function named(proxy: Proxy | null): NamedProxy | null {
  return proxy === null ? null : { host: proxy.url.host, variable: proxy.variable };
}

interface Pools {
  for(proxy: Proxy | null, trust: Trust | null): Dispatcher;
  close(): Promise<void>;
}

function createPools(tls: TlsOptions, connectTimeoutMs: number): Pools {
  const pools = new Map<string, Dispatcher>();
  return {
    for(proxy, trust) {
      const key = `${proxy?.url.href ?? ''} ${trust === null ? '' : 'wide'}`;
      const known = pools.get(key);
      if (known !== undefined) return known;
      const options = connectionOptions(tls, trust, connectTimeoutMs);
      const made = proxy === null ? new Agent(options) : new ProxyAgent({ ...options, uri: proxy.url.href });
      pools.set(key, made);
      return made;
    },
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.destroy()));
    },
  };
}

function connectionOptions(tls: TlsOptions, trust: Trust | null, connectTimeoutMs: number) {
  const identity = tls.clientCert === null ? {} : { cert: tls.clientCert, key: tls.clientCert };
  // Said, so that no variable of the process says otherwise.
  const common = { timeout: connectTimeoutMs, allowH2: false, rejectUnauthorized: true };
  const endpoint = { ...secured(tls, trust, identity), ...common };
  return {
    allowH2: false,
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MS,
    connect: endpoint,
    connectTimeout: connectTimeoutMs,
    requestTls: endpoint,
    proxyTls: { ...secured(tls, trust, {}), ...common },
  };
}

/** Many authorities are read once for all connections: Node would parse them for each. */
function secured(
  tls: TlsOptions,
  trust: Trust | null,
  identity: { readonly cert?: string; readonly key?: string },
): {
  readonly secureContext?: SecureContext;
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
} {
  if (trust !== null) return { secureContext: createSecureContext({ ca: [...trust.ca], ...identity }) };
  return { ...(tls.ca === null ? {} : { ca: tls.ca }), ...identity };
}
