import type { Environment } from '../domain/environment.js';
import { PromotionError } from '../domain/error.js';
import { Agent, EnvHttpProxyAgent, type Dispatcher } from './undici.js';

/** PEM texts; null means the platform's own certificates, or no client certificate. */
export interface TlsOptions {
  readonly ca: string | null;
  /** Certificate and key in one text. */
  readonly clientCert: string | null;
}

/** Connections for every origin: direct for loopback, else by the proxy variables. */
export interface Dispatchers {
  for(url: URL): Dispatcher;
  /** `host:port` of the proxies that requests to this URL may take; empty when they go direct. */
  proxiesFor(url: URL): readonly string[];
  close(): Promise<void>;
}

const LOOPBACK = /^(localhost|[^.]+\.localhost|127(\.\d{1,3}){3}|\[::1\])\.?$/i;

/** True for hosts that never leave this machine. */
export function isLoopback(url: URL): boolean {
  return LOOPBACK.test(url.hostname);
}

const KEEP_ALIVE_MS = 1_000;

/**
 * One connection pool per run. Proxies come from `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` in either case, by the rules
 * of undici's `EnvHttpProxyAgent`; without `HTTPS_PROXY` the http one serves https too. Idle connections live one
 * second, less than any registry server's own limit, so that a write never meets a connection that the server is just
 * closing. Throws `input-invalid` for a proxy variable that is not an http(s) URL, never quoting it.
 */
export function createDispatchers(env: Environment, tls: TlsOptions, connectTimeoutMs: number): Dispatchers {
  const httpProxy = proxyUrl(env, 'HTTP_PROXY');
  const httpsProxy = proxyUrl(env, 'HTTPS_PROXY') ?? httpProxy;
  const options = connectionOptions(tls, connectTimeoutMs);
  const proxyOptions: EnvHttpProxyAgent.Options = {
    ...options,
    httpProxy: httpProxy?.href ?? '',
    httpsProxy: httpsProxy?.href ?? '',
    noProxy: variable(env, 'NO_PROXY') ?? '',
  };
  const direct = new Agent(options);
  const proxied = httpsProxy === null ? null : new EnvHttpProxyAgent(proxyOptions);
  const takesProxy = httpsProxy === null ? () => false : proxyQuestion(proxyOptions);
  return {
    for: (url) => (proxied === null || isLoopback(url) ? direct : proxied),
    proxiesFor(url) {
      const proxy = url.protocol === 'https:' ? httpsProxy : httpProxy;
      return proxy !== null && !isLoopback(url) && takesProxy(url) ? [proxy.host] : [];
    },
    async close() {
      await Promise.all([direct.destroy(), proxied?.destroy()]);
    },
  };
}

function connectionOptions(tls: TlsOptions, connectTimeoutMs: number) {
  const trust = tls.ca === null ? {} : { ca: tls.ca };
  const identity = tls.clientCert === null ? {} : { cert: tls.clientCert, key: tls.clientCert };
  const endpoint = { ...trust, ...identity, timeout: connectTimeoutMs, allowH2: false };
  return {
    allowH2: false,
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MS,
    connect: endpoint,
    connectTimeout: connectTimeoutMs,
    requestTls: endpoint,
    proxyTls: { ...trust, timeout: connectTimeoutMs, allowH2: false },
  };
}

/**
 * Whether undici's agent takes a proxy to a URL. It has no question for that, so an agent with the same options is asked
 * to send and stopped where it makes its connection: one through a proxy has a `connect` function of the proxy's.
 */
function proxyQuestion(options: EnvHttpProxyAgent.Options): (url: URL) => boolean {
  let takesProxy = false;
  const agent = new EnvHttpProxyAgent({
    ...options,
    factory: (_origin, { connect }: Agent.Options) => {
      takesProxy = typeof connect === 'function';
      throw new Error('asked, not sent');
    },
  });
  return (url) => {
    agent.dispatch({ origin: url.origin, path: '/', method: 'GET' }, { onResponseError: () => undefined });
    return takesProxy;
  };
}

/** The lower-case form wins, as in curl and undici. */
function variable(env: Environment, name: string): string | undefined {
  return env[name.toLowerCase()] ?? env[name];
}

function proxyUrl(env: Environment, name: string): URL | null {
  const value = variable(env, name)?.trim() ?? '';
  if (value === '') return null;
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && ['http:', 'https:'].includes(url.protocol)) return url;
  throw new PromotionError(
    'input-invalid',
    `The environment variable ${name} is not the address of an http proxy.`,
    `Write it as http://host:port, or unset ${name}.`,
  );
}
