import { PromotionError } from '../domain/error.js';
import type { ErrorCode } from '../domain/reason.js';
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
  /** `host:port` of the proxies that may be in between. */
  readonly proxies: readonly string[];
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
  const code = find(thrown, 'code');
  const rule = connecting(code, thrown, place) ?? tls(code, place) ?? proxy(thrown, place) ?? broken(code);
  const error = new PromotionError(rule.code, `${place.url}: ${rule.what}`, rule.remedy, { cause: thrown });
  return { error, retry: rule.retry, maybeSent: rule.maybeSent };
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
  const through = place.proxies.length === 0 ? '' : ` (proxy: ${place.proxies.join(', ')})`;
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
  if (UNTRUSTED.test(code)) {
    return {
      code: 'tls-failed',
      what: `the server's certificate is not to be trusted (${code}).`,
      remedy: `If the server's CA is your own, name its PEM file in ${place.settings.ca}; else renew or correct the certificate.`,
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
  if (status === undefined) return null;
  return {
    code: 'connection-failed',
    what: `the proxy ${place.proxies.join(', ')} answered ${status} instead of connecting.`,
    remedy:
      status === '407'
        ? 'Put the proxy’s user and password into HTTP_PROXY and HTTPS_PROXY.'
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
