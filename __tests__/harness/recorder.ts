import { once } from 'node:events';
import { createServer, request as forward } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** One request as it went through. Times in milliseconds of `performance.now()`. */
export interface Recorded {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly start: number;
  /** When the answer (or its absence) had been delivered; Infinity while it has not. */
  end: number;
  /** What the client saw; null when it saw no answer. */
  status: number | null;
}

/** What goes wrong with a request. */
export type Fault =
  /** Answered by the server, this many milliseconds late. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** The server applies it, and its answer is lost. */
  | { readonly kind: 'drop-reply' }
  /** The connection breaks before the server sees it. */
  | { readonly kind: 'reset' }
  /** Never answered, never forwarded. */
  | { readonly kind: 'hang' }
  /** Answered here; the server never sees it, unless it is said to have acted. */
  | {
      readonly kind: 'answer';
      readonly acted?: boolean;
      readonly status: number;
      readonly headers?: OutgoingHttpHeaders;
      readonly body?: string;
    }
  /** The server's answer, cut in the middle of its body. */
  | { readonly kind: 'truncate' }
  /** Something happens in the world before the server sees the request, or after it answered and before we do. */
  | { readonly kind: 'before' | 'after'; readonly run: () => Promise<unknown> };

export interface Injection {
  readonly when: (request: Pick<Recorded, 'method' | 'path' | 'body'>) => boolean;
  readonly fault: Fault;
  /** How often. Default: always. */
  readonly times?: number;
}

/** A loopback server between a client and another server that writes down what passes and can spoil it. */
export interface Recorder {
  /** The target's URL with our origin. */
  readonly url: string;
  readonly requests: readonly Recorded[];
  /** The newest matching injection decides. */
  readonly inject: (injection: Injection) => void;
  /** Forgets requests and injections. */
  readonly reset: () => void;
  readonly stop: () => Promise<void>;
}

/** Answers for `{ kind: 'answer' }` that servers and proxies give in real life. */
export const ANSWERS = {
  mlflow: (status: number, error_code: string, message = 'as asked by the test'): Fault => ({
    kind: 'answer',
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ error_code, message }),
  }),
  html: (status: number): Fault => ({
    kind: 'answer',
    status,
    headers: { 'content-type': 'text/html' },
    body: '<!doctype html><title>Sign in</title><form></form>',
  }),
  garbage: (): Fault => ({
    kind: 'answer',
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: '{"model_versions": [\u0000',
  }),
  redirect: (location: string, status = 302): Fault => ({ kind: 'answer', status, headers: { location } }),
  tooMany: (retryAfterSeconds: number): Fault => ({
    kind: 'answer',
    status: 429,
    headers: { 'retry-after': String(retryAfterSeconds) },
  }),
} as const;

/** The longest chain of requests of which each began after the one before had ended. */
export function roundTrips(requests: readonly Pick<Recorded, 'start' | 'end'>[]): number {
  let count = 0;
  let last = -Infinity;
  for (const { start, end } of [...requests].sort((a, b) => a.end - b.end)) {
    if (start < last) continue;
    count += 1;
    last = end;
  }
  return count;
}

interface Reply {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** What happens on the way to the server. */
async function linger(fault: Fault | undefined): Promise<void> {
  if (fault?.kind === 'delay') await sleep(fault.ms);
  if (fault?.kind === 'before') await fault.run();
}

async function ask(target: URL, request: IncomingMessage, body: Buffer): Promise<Reply> {
  const { method, headers } = request;
  const onward = forward(new URL(request.url ?? '/', target.origin), {
    ...(method === undefined ? {} : { method }),
    headers: { ...headers, connection: 'close' },
  });
  onward.end(body);
  const [answer] = (await once(onward, 'response')) as [IncomingMessage];
  const kept = { ...answer.headers };
  delete kept.connection;
  delete kept['transfer-encoding'];
  return { status: answer.statusCode ?? 0, headers: kept, body: await readAll(answer) };
}

function send(response: ServerResponse, reply: Reply): number {
  response.writeHead(reply.status, { ...reply.headers, 'content-length': reply.body.length });
  response.end(reply.body);
  return reply.status;
}

/** The whole length is promised, half of it comes. */
function sendHalf(response: ServerResponse, reply: Reply): number {
  response.writeHead(reply.status, { ...reply.headers, 'content-length': reply.body.length });
  response.write(reply.body.subarray(0, Math.floor(reply.body.length / 2)), () => response.destroy());
  return reply.status;
}

/** Answers one request, as it should be or as the fault has it. Returns the status seen; null for none. */
async function serve(
  fault: Fault | undefined,
  onward: () => Promise<Reply>,
  response: ServerResponse,
): Promise<number | null> {
  if (fault?.kind === 'hang') {
    await once(response, 'close');
    return null;
  }
  if (fault?.kind === 'reset') {
    response.destroy();
    return null;
  }
  if (fault?.kind === 'answer') {
    const { status, headers = {}, body = '', acted } = fault;
    if (acted === true) await onward();
    return send(response, { status, headers, body: Buffer.from(body) });
  }
  return deliver(fault, await onward(), response);
}

/** Hands over the server's answer, or what the fault leaves of it. */
async function deliver(
  fault: Fault | undefined,
  reply: Reply,
  response: ServerResponse,
): Promise<number | null> {
  if (fault?.kind === 'truncate') return sendHalf(response, reply);
  if (fault?.kind === 'drop-reply') {
    response.destroy();
    return null;
  }
  if (fault?.kind === 'after') await fault.run();
  return send(response, reply);
}

type Pending = { left: number } & Injection;

function takeFault(injections: readonly Pending[], seen: Recorded): Fault | undefined {
  const hit = injections.findLast((injection) => injection.left > 0 && injection.when(seen));
  if (hit !== undefined) hit.left -= 1;
  return hit?.fault;
}

/** Starts a recorder in front of a server, e.g. `startRecorder(mlflow.url)`. */
export async function startRecorder(target: string): Promise<Recorder> {
  const destination = new URL(target);
  const requests: Recorded[] = [];
  const injections: Pending[] = [];
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const start = performance.now();
    const body = await readAll(request);
    const { method = '', url = '', headers } = request;
    const seen: Recorded = {
      ...{ method, path: url, headers, body: body.toString() },
      ...{ start, end: Infinity, status: null },
    };
    requests.push(seen);
    const fault = takeFault(injections, seen);
    const onward = async (): Promise<Reply> => {
      await linger(fault);
      return ask(destination, request, body);
    };
    seen.status = await serve(fault, onward, response);
    seen.end = performance.now();
  };
  const server = createServer((request, response) => {
    // A target that is gone looks to the client like one that is gone.
    handle(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${destination.pathname.replace(/\/$/, '')}`,
    requests,
    inject: (injection) => injections.push({ ...injection, left: injection.times ?? Infinity }),
    reset: () => {
      requests.length = 0;
      injections.length = 0;
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
