import { abortError, throwIfAborted } from '../domain/deadline.js';
import { PromotionError } from '../domain/error.js';
import type { Log } from '../domain/log.js';
import type { Environment } from '../domain/environment.js';
import { REAL_CLOCK, type HttpClock } from './clock.js';
import { createDispatchers, type Dispatchers, type NamedProxy, type TlsOptions } from './dispatcher.js';
import { exchange, type HttpReply, type HttpRequest } from './exchange.js';
import { faultOf, type Fault, type TlsSettings } from './faults.js';
import { safeUrl } from './redact.js';
import { ATTEMPTS, isRetryStatus, waitBefore } from './retry.js';
import { takeTurns, type Turns } from './turns.js';

export interface HttpOptions {
  readonly env: Environment;
  readonly tls: TlsOptions;
  readonly log: Log;
  readonly settings: TlsSettings;
  readonly clock?: Partial<HttpClock>;
  /** Milliseconds; 10 s unless told. */
  readonly connectTimeoutMs?: number;
  /** Milliseconds for one try, body included; 60 s unless told. */
  readonly requestTimeoutMs?: number;
}

/** The one door to HTTP. */
export interface Http {
  /**
   * One request. Every status but a redirect is a reply, after the retries of a read. Throws `connection-refused`,
   * `dns-failed`, `tls-failed`, `connection-failed`, `timeout`, `redirect-refused`, `reply-too-large`,
   * `unexpected-reply`, and for a write that the server may have seen `outcome-unknown`, whose cause says why. An
   * aborted signal throws its own reason, or `outcome-unknown` when a write was under way.
   */
  request(request: HttpRequest): Promise<HttpReply>;
  /** The proxy that requests to this URL take; null when they go direct. Throws `input-invalid` for one that is no URL. */
  proxyFor(url: string): NamedProxy | null;
  close(): Promise<void>;
}

/** Requests under way at the same moment, whatever a model has: a server is not there for us alone. */
const AT_ONCE = 8;

interface Door {
  readonly dispatchers: Dispatchers;
  /** Aborted on close, so that nobody tries again on a door that is shut. */
  readonly closing: AbortController;
  readonly log: Log;
  readonly clock: HttpClock;
  readonly settings: TlsSettings;
  readonly requestTimeoutMs: number;
  readonly turns: Turns;
}

/** Throws as `createDispatchers`. */
export function createHttp(options: HttpOptions): Http {
  const connectTimeoutMs = options.connectTimeoutMs ?? 10_000;
  const door: Door = {
    dispatchers: createDispatchers(options.env, options.tls, connectTimeoutMs),
    closing: new AbortController(),
    log: options.log,
    clock: { ...REAL_CLOCK, ...options.clock },
    settings: options.settings,
    requestTimeoutMs: options.requestTimeoutMs ?? 60_000,
    turns: takeTurns(AT_ONCE),
  };
  return {
    request(request) {
      const signal = AbortSignal.any([request.signal, door.closing.signal]);
      return request.idempotent ? read(door, { ...request, signal }) : write(door, { ...request, signal });
    },
    proxyFor: (url) => door.dispatchers.proxyFor(new URL(url)),
    close() {
      door.closing.abort();
      return door.dispatchers.close();
    },
  };
}

async function read(door: Door, request: HttpRequest): Promise<HttpReply> {
  for (let attempt = 1; ; attempt += 1) {
    const result = await door.turns(() => attemptOnce(door, request));
    const again = 'error' in result ? result.retry : isRetryStatus(result.status);
    if (!again || attempt === ATTEMPTS) {
      if ('error' in result) throw result.error;
      return result;
    }
    const retryAfter = 'error' in result ? undefined : result.headers['retry-after'];
    const ms = waitBefore(attempt, retryAfter, door.clock);
    const what =
      'error' in result ? result.error.message : `${safeUrl(request.url)} answered ${result.status}.`;
    door.log.info(`${what} Trying again in ${ms / 1000} s (${attempt + 1} of ${ATTEMPTS}).`);
    await pause(door.clock, ms, request.signal);
  }
}

async function write(door: Door, request: HttpRequest): Promise<HttpReply> {
  const result = await door.turns(() => attemptOnce(door, request));
  if (!('error' in result)) return result;
  if (!result.maybeSent) {
    const { code, message, remedy } = result.error;
    throw new PromotionError(code, message, remedy, { cause: result.error, unsent: true });
  }
  throw new PromotionError(
    'outcome-unknown',
    `The answer to POST ${safeUrl(request.url)} was lost, so it may have been done or not. ${result.error.message}`,
    'Look at the registry before you run again.',
    { cause: result.error },
  );
}

async function attemptOnce(door: Door, request: HttpRequest): Promise<HttpReply | Fault> {
  throwIfAborted(request.signal);
  const late = AbortSignal.timeout(door.requestTimeoutMs);
  try {
    return await exchange(door.dispatchers, request, AbortSignal.any([request.signal, late]));
  } catch (thrown) {
    if (thrown instanceof PromotionError) {
      return {
        error: thrown,
        retry: false,
        // A server may act and then lead elsewhere.
        maybeSent: thrown.code !== 'input-invalid',
      };
    }
    if (isAborted(request.signal))
      return { error: abortError(request.signal), retry: false, maybeSent: true };
    if (late.aborted) return { error: tooSlow(door, request), retry: false, maybeSent: true };
    const circumstances = await door.dispatchers.circumstances(new URL(request.url), thrown);
    return faultOf(thrown, { url: safeUrl(request.url), settings: door.settings, ...circumstances });
  }
}

function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

function tooSlow(door: Door, request: HttpRequest): PromotionError {
  return new PromotionError(
    'timeout',
    `${safeUrl(request.url)} did not answer within ${door.requestTimeoutMs / 1000} s.`,
    'Look at the load of the server and of its database, then run again.',
    { passing: true },
  );
}

async function pause(clock: HttpClock, ms: number, signal: AbortSignal): Promise<void> {
  try {
    await clock.sleep(ms, signal);
  } catch (thrown) {
    if (!signal.aborted) throw thrown;
  }
  throwIfAborted(signal);
}
