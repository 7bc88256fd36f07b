import type { X509Certificate } from 'node:crypto';
import { PromotionError } from '../domain/error.js';
import type { ErrorCode } from '../domain/reason.js';
import { certificateText } from './certificate.js';
import { excerpt } from './redact.js';

/** A request that got no reply. */
export interface Fault {
  readonly error: PromotionError;
  /** Whether asking again may help. */
  readonly retry: boolean;
  /** False only when it is certain that the server never saw the request. */
  readonly maybeSent: boolean;
}

/** The settings behind a TLS connection, as a user writes them. */
export interface TlsSettings {
  readonly ca: string;
  readonly clientCert: string;
}

/** What a fault's sentence may name. */
export interface Place {
  /** Without credentials or query. */
  readonly url: string;
  /** The proxy in between (`host:port`), and the variable that names it; null when there is none. */
  readonly proxy: { readonly host: string; readonly variable: string } | null;
  /** What the server showed, where it was not trusted. */
  readonly certificate: X509Certificate | null;
  /** Where authorities were looked for; empty when a setting names the only ones. */
  readonly places: readonly string[];
  readonly settings: TlsSettings;
  readonly connectTimeoutMs: number;
}

type Rule = Omit<Fault, 'error'> & {
  readonly code: ErrorCode;
  readonly what: string;
  readonly remedy: string;
};

/** Verification fails before a byte of the request is sent. */
const UNTRUSTED =
  /^(UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|CERT_|HOSTNAME_MISMATCH|INVALID_CA|ERR_TLS_CERT_ALTNAME|UND_ERR_PRX_TLS)/;
const TLS = /^(ERR_SSL_|ERR_TLS_|ERR_OSSL_|EPROTO$)/;
const UNREACHABLE = /^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/;

/** Says in our words why undici or Node could not get a reply. */
export function faultOf(thrown: unknown, place: Place): Fault {
  const code = codeOf(thrown);
  const rule = connecting(code, thrown, place) ?? tls(code, place) ?? proxy(thrown, place) ?? broken(code);
  const error = new PromotionError(rule.code, `${place.url}: ${rule.what}`, rule.remedy, {
    ...{ cause: thrown, passing: rule.retry },
  });
  return { error, retry: rule.retry, maybeSent: rule.maybeSent };
}

/** The code of an error by Node or undici; empty when it has none. */
export function codeOf(thrown: unknown): string {
  return find(thrown, 'code');
}

/** Whether the server's certificate was refused: nothing was sent to it. */
export function isUntrusted(code: string): boolean {
  return UNTRUSTED.test(code);
}

/** A word of an error, of its cause, or of the first of several errors. A socket error of undici tells only by its cause. */
function find(thrown: unknown, name: 'code' | 'syscall'): string {
  let last = '';
  let error = thrown;
  for (let depth = 0; typeof error === 'object' && error !== null && depth < 5; depth += 1) {
    const word = property(error, name);
    if (word !== undefined && word !== 'UND_ERR_SOCKET') return word;
    last = word ?? last;
    error = (error as { cause?: unknown }).cause ?? (error as { errors?: unknown[] }).errors?.[0];
  }
  return last;
}

function property(thrown: unknown, name: 'code' | 'message' | 'syscall'): string | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  const value = (thrown as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : undefined;
}

function connecting(code: string, thrown: unknown, place: Place): Rule | null {
  const through = place.proxy === null ? '' : ` (proxy: ${place.proxy.host} from ${place.proxy.variable})`;
  if (code === 'ECONNREFUSED') {
    return {
      code: 'connection-refused',
      what: `nothing listens there, the connection was refused${through}.`,
      remedy:
        'Check host and port of the URI, and that the server is running and reachable from this runner.',
      retry: true,
      maybeSent: false,
    };
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EAI_FAIL' || code === 'ENODATA') {
    return {
      code: 'dns-failed',
      what: `the host name could not be resolved${through}.`,
      remedy: 'Check the spelling of the host, and that this runner can resolve names of its network.',
      retry: code === 'EAI_AGAIN',
      maybeSent: false,
    };
  }
  if (!UNREACHABLE.test(code)) return null;
  // A connection that stood may end with these codes too; only the system call tells.
  const whileConnecting = code === 'UND_ERR_CONNECT_TIMEOUT' || find(thrown, 'syscall') === 'connect';
  return {
    code: code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT' ? 'timeout' : 'connection-failed',
    what: `no connection within ${place.connectTimeoutMs / 1000} s, or no route to the host${through}.`,
    remedy: 'Check that firewalls and proxies let this runner reach the server.',
    retry: true,
    maybeSent: !whileConnecting,
  };
}

function tls(code: string, place: Place): Rule | null {
  if (isUntrusted(code)) {
    return {
      code: 'tls-failed',
      ...certificateText({ ...place, code, host: new URL(place.url).hostname, ca: place.settings.ca }),
      retry: false,
      maybeSent: false,
    };
  }
  if (!TLS.test(code)) return null;
  return {
    code: 'tls-failed',
    what: `the TLS connection failed (${code}).`,
    remedy: `Check that the server speaks https on this port, and whether it wants a client certificate (${place.settings.clientCert}).`,
    retry: false,
    maybeSent: true,
  };
}

/** undici reports these with a text only. */
function proxy(thrown: unknown, place: Place): Rule | null {
  const text = property(thrown, 'message') ?? '';
  const status =
    /^Proxy response \((\d{3})\)/.exec(text)?.[1] ??
    /^Proxy Authentication Required \((407)\)/.exec(text)?.[1];
  if (status === undefined || place.proxy === null) return null;
  return {
    code: 'connection-failed',
    what: `the proxy ${place.proxy.host} (from ${place.proxy.variable}) answered ${status} instead of connecting.`,
    remedy:
      status === '407'
        ? `Put the proxy’s user and password into ${place.proxy.variable}: http://user:password@host:port.`
        : 'Check that the proxy may reach the server, or list the host in NO_PROXY.',
    retry: status.startsWith('5'),
    maybeSent: false,
  };
}

function broken(code: string): Rule {
  return {
    code: 'connection-failed',
    what: `the connection broke before the reply was complete${code === '' ? '' : ` (${excerpt(code)})`}.`,
    remedy:
      'Try again; if it stays, look at the server’s log and at whatever stands between it and this runner.',
    retry: true,
    maybeSent: true,
  };
}
