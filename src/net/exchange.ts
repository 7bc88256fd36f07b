import { PromotionError } from '../domain/error.js';
import type { Dispatchers } from './dispatcher.js';
import { BODY_LIMIT, readText } from './limits.js';
import { safeUrl } from './redact.js';
import type { Dispatcher } from './undici.js';

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  /** Without query. */
  readonly url: string;
  readonly query?: readonly (readonly [string, string])[];
  /** Sent as `application/json`. */
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** True for reads: they are tried again. False for writes: a lost reply throws `outcome-unknown`. */
  readonly idempotent: boolean;
  readonly signal: AbortSignal;
  /** Bytes; 8 MiB unless told. */
  readonly bodyLimit?: number;
}

export interface HttpReply {
  readonly status: number;
  /** Names in lower case; of repeated headers the first. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MOST_REDIRECTS = 3;

/** One request and its reply, following same-origin redirects of reads by hand. Throws what undici throws. */
export async function exchange(
  dispatchers: Dispatchers,
  request: HttpRequest,
  signal: AbortSignal,
): Promise<HttpReply> {
  let url = withQuery(request);
  for (let hop = 0; ; hop += 1) {
    const target = { origin: url.origin, path: url.pathname + url.search };
    const data = await dispatchers.send(url, (dispatcher) =>
      dispatcher.request({ ...target, ...options(request), signal }),
    );
    const headers = firstOfEach(data.headers);
    if (REDIRECTS.has(data.statusCode)) {
      await data.body.dump();
      url = redirectTarget(request, url, headers['location'], hop);
      continue;
    }
    const text = await body(data, headers, request);
    return { status: data.statusCode, headers, text };
  }
}

/** What is so now, and no copy that something in between has kept. */
const HEADERS = { accept: 'application/json', 'accept-encoding': 'identity', 'cache-control': 'no-cache' };

function options(request: HttpRequest) {
  const json = request.json === undefined ? {} : { 'content-type': 'application/json' };
  return {
    method: request.method,
    headers: { ...HEADERS, ...json, ...request.headers },
    ...(request.json === undefined ? {} : { body: JSON.stringify(request.json) }),
  };
}

function withQuery(request: HttpRequest): URL {
  const url = new URL(request.url);
  url.search = (request.query ?? [])
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value.toWellFormed())}`)
    .join('&');
  return url;
}

function firstOfEach(headers: Dispatcher.ResponseData['headers']): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
}

function redirectTarget(request: HttpRequest, from: URL, location: string | undefined, hop: number): URL {
  const to = location !== undefined && URL.canParse(location, from.href) ? new URL(location, from) : null;
  if (to?.origin === from.origin && request.idempotent && hop < MOST_REDIRECTS) return to;
  const where = to === null ? 'nowhere' : to.origin === from.origin ? safeUrl(to) : to.origin;
  throw new PromotionError(
    'redirect-refused',
    `${safeUrl(from)} redirects to ${where}, which is not followed.`,
    'Give the address that the server itself answers at (scheme, host, port and path); a sign-in page needs other credentials.',
  );
}

async function body(
  data: Dispatcher.ResponseData,
  headers: HttpReply['headers'],
  request: HttpRequest,
): Promise<string> {
  const encoding = headers['content-encoding']?.toLowerCase() ?? 'identity';
  const limit = request.bodyLimit ?? BODY_LIMIT;
  if (encoding !== 'identity') {
    data.body.on('error', () => undefined).destroy();
    throw new PromotionError(
      'unexpected-reply',
      `${safeUrl(request.url)} sent a compressed reply, although none was asked for.`,
      'Let the proxy in front of the server honour "accept-encoding: identity".',
    );
  }
  const text = await readText(data.body, limit);
  if (text !== null) return text;
  throw new PromotionError(
    'reply-too-large',
    `${safeUrl(request.url)} sent more than ${limit / (1024 * 1024)} MiB.`,
    'Check that the address is the registry itself; a reply of that size is not read.',
  );
}
