import { Agent, EnvHttpProxyAgent, type Dispatcher } from 'undici';
import { PromotionError } from '../domain/error.js';
import { readNoProxy } from './no-proxy.js';

export type Environment = Readonly<Record<string, string | undefined>>;

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
 * One connection pool per run. Proxies come from `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` in either case; without
 * `HTTPS_PROXY` the http one serves https too, as in undici. Idle connections live one second, less than any
 * registry server's own limit, so that a write never meets a connection that the server is just closing.
 * Throws `input-invalid` for a proxy variable that is not an http(s) URL, never quoting it.
 */
export function createDispatchers(env: Environment, tls: TlsOptions, connectTimeoutMs: number): Dispatchers {
  const httpProxy = proxyUrl(env, 'HTTP_PROXY');
  const httpsProxy = proxyUrl(env, 'HTTPS_PROXY');
  const trust = tls.ca === null ? {} : { ca: tls.ca };
  const identity = tls.clientCert === null ? {} : { cert: tls.clientCert, key: tls.clientCert };
  const common = {
    allowH2: false,
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MS,
  };
  const endpoint = { ...trust, ...identity, timeout: connectTimeoutMs, allowH2: false };
  const direct = new Agent({ ...common, connect: endpoint });
  const proxied =
    httpProxy === null && httpsProxy === null
      ? null
      : new EnvHttpProxyAgent({
          ...common,
          connect: endpoint,
          connectTimeout: connectTimeoutMs,
          requestTls: endpoint,
          proxyTls: { ...trust, timeout: connectTimeoutMs, allowH2: false },
          httpProxy: httpProxy?.href ?? '',
          httpsProxy: httpsProxy?.href ?? '',
          // Decided here, so that what is said about proxies is what is done.
          noProxy: '',
        });
  const excepted = readNoProxy(variable(env, 'NO_PROXY') ?? '');
  const goesDirect = (url: URL): boolean => isLoopback(url) || excepted(url);
  return {
    for: (url) => (proxied === null || goesDirect(url) ? direct : proxied),
    proxiesFor(url) {
      const proxy = url.protocol === 'https:' ? (httpsProxy ?? httpProxy) : httpProxy;
      return proxy === null || goesDirect(url) ? [] : [proxy.host];
    },
    async close() {
      await Promise.all([direct.destroy(), proxied?.destroy()]);
    },
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
