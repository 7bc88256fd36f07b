import { BlockList, isIP } from 'node:net';
import type { Environment } from '../domain/environment.js';
import { PromotionError } from '../domain/error.js';
import { EnvHttpProxyAgent, type Agent } from './undici.js';

/** The way to a server, and who said so. */
export interface Proxy {
  /** With the user and password for it: never printed. */
  readonly url: URL;
  /** The environment variable, as it is written there. */
  readonly variable: string;
}

/**
 * The proxy for requests to a URL; null when they go direct. Throws `input-invalid` where the variable that counts is
 * not an http(s) URL, never quoting it.
 */
export type ProxyFor = (url: URL) => Proxy | null;

const LOOPBACK = /^(localhost|[^.]+\.localhost|127(\.\d{1,3}){3}|\[::1\])\.?$/i;

/** True for hosts that never leave this machine. */
export function isLoopback(url: URL): boolean {
  return LOOPBACK.test(url.hostname);
}

/** The host of a URL as sockets take it: an IPv6 address without its brackets. */
export function withoutBrackets(hostname: string): string {
  return hostname.replace(/^\[(.+)\]$/, '$1');
}

/**
 * `HTTP_PROXY` for http alone, `HTTPS_PROXY` for https alone, then `ALL_PROXY`, in either case, as in curl and in
 * Python's requests. `NO_PROXY` by the rules of undici's `EnvHttpProxyAgent`, and ranges of addresses as both of them
 * know. What is set and does not count for a URL is not looked at.
 */
export function readProxies(env: Environment): ProxyFor {
  // As both of them do, and other than for the addresses: an empty lower-case form hides nothing.
  const noProxy = env['no_proxy'] === '' ? env['NO_PROXY'] : (env['no_proxy'] ?? env['NO_PROXY']);
  const inRange = rangesOf(noProxy ?? '');
  const isListed = hostQuestion(noProxy ?? '');
  return (url) => {
    if (isLoopback(url)) return null;
    const set = addressFor(url, env);
    if (set === null || inRange(url) || isListed(url)) return null;
    return { url: proxyUrl(set), variable: set.variable };
  };
}

interface Variable {
  readonly variable: string;
  readonly value: string;
}

function addressFor({ protocol }: URL, env: Environment): Variable | null {
  return (
    variableOf(env, protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY') ?? variableOf(env, 'ALL_PROXY')
  );
}

/** The lower-case form wins, and switches the other off where it is empty (`getproxies_environment` of Python). */
function variableOf(env: Environment, name: string): Variable | null {
  const variable = env[name.toLowerCase()] === undefined ? name : name.toLowerCase();
  const value = env[variable]?.trim() ?? '';
  return value === '' ? null : { variable, value };
}

function proxyUrl({ variable, value }: Variable): URL {
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && ['http:', 'https:'].includes(url.protocol)) return url;
  throw new PromotionError(
    'input-invalid',
    `The environment variable ${variable} is not the address of an http proxy.`,
    `Write it as http://host:port, or unset ${variable}.`,
  );
}

/** Entries such as `10.0.0.0/8` and `fd00::/8`; Node compares. */
function rangesOf(noProxy: string): (url: URL) => boolean {
  const ranges = new BlockList();
  for (const entry of noProxy.split(/[,\s]+/)) {
    const [, address = '', bits = ''] = /^\[?([\da-f.:]+)\]?\/(\d{1,3})$/i.exec(entry) ?? [];
    const version = isIP(address);
    if (version === 0 || Number(bits) > (version === 4 ? 32 : 128)) continue;
    ranges.addSubnet(address, Number(bits), version === 4 ? 'ipv4' : 'ipv6');
  }
  return ({ hostname }) => {
    const host = withoutBrackets(hostname);
    const version = isIP(host);
    return version !== 0 && ranges.check(host, version === 4 ? 'ipv4' : 'ipv6');
  };
}

/**
 * Whether undici's agent goes round its proxy. It has no question for that, so an agent is asked to send and stopped
 * where it makes its connection: one through a proxy has a `connect` function of the proxy's.
 */
function hostQuestion(noProxy: string): (url: URL) => boolean {
  if (noProxy.trim() === '') return () => false;
  let takesProxy = false;
  const anyProxy = 'http://proxy.invalid';
  const agent = new EnvHttpProxyAgent({
    httpProxy: anyProxy,
    httpsProxy: anyProxy,
    noProxy,
    factory: (_origin, { connect }: Agent.Options) => {
      takesProxy = typeof connect === 'function';
      throw new Error('asked, not sent');
    },
  });
  return (url) => {
    agent.dispatch({ origin: url.origin, path: '/', method: 'GET' }, { onResponseError: () => undefined });
    return !takesProxy;
  };
}
