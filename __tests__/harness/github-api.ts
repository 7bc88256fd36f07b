import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { OpenAPIBackend } from 'openapi-backend';
import type { Document } from 'openapi-backend';
import { checkRun, type Body } from './github-bodies.js';
import { GithubRepository } from './github-repository.js';
import { HANDLERS, type Reply, type State } from './github-handlers.js';

/** One request as it came in. */
export interface GithubRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  /** GitHub's own name, e.g. `checks/create`; null for what is not vendored. */
  readonly operation: string | null;
  readonly headers: IncomingHttpHeaders;
  readonly body: Body;
  readonly status: number;
}

/** How the API misbehaves. */
export type GithubFault =
  /** What a token without the permission gets. `permission` as GitHub names it, e.g. `checks=write`. */
  | { readonly kind: 'forbidden'; readonly permission: string }
  | { readonly kind: 'status'; readonly status: number; readonly headers?: OutgoingHttpHeaders }
  | { readonly kind: 'hang' };

/** As much of GitHub's API as the action calls, on loopback, held to GitHub's own OpenAPI description. */
export interface GithubApi {
  /** GITHUB_API_URL. */
  readonly url: string;
  readonly requests: readonly GithubRequest[];
  /** What it was only asked about: the repository and its files. */
  readonly reads: readonly GithubRequest[];
  /** What is under Git. */
  readonly repository: GithubRepository;
  /** What a request or one of our answers did against the description. A test ends with this empty. */
  readonly violations: readonly string[];
  /** The check runs, by creation. */
  readonly checkRuns: () => Body[];
  /** Spoils every request that writes from now on. `null` ends it. */
  readonly fail: (fault: GithubFault | null) => void;
  /** The same for those that read, or for one operation of them. */
  readonly failReads: (fault: GithubFault | null, only?: string) => void;
  readonly stop: () => Promise<void>;
}

/** What the description does not say, and GitHub does: a finished check needs its verdict. */
function byHand(operation: string | null, body: Body): string[] {
  return operation === 'checks/create' && body['status'] === 'completed' && body['conclusion'] === undefined
    ? ['status completed needs a conclusion']
    : [];
}

/** What GitHub's description names; only times are worth checking. */
const FORMATS = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  ...({ uri: true, email: true, int64: true } as const),
};

async function compile(): Promise<OpenAPIBackend> {
  const text = await readFile(path.join(import.meta.dirname, 'github-openapi.json'), 'utf8');
  const api = new OpenAPIBackend({
    definition: JSON.parse(text) as Document,
    quick: true,
    validate: true,
    coerceTypes: true,
    ajvOpts: { strict: false, formats: FORMATS },
    handlers: { ...HANDLERS },
  });
  await api.init();
  return api;
}

/** Compiling the schemas takes a second: once for all servers of a process. */
let compiled: Promise<OpenAPIBackend> | null = null;
function describedApi(): Promise<OpenAPIBackend> {
  compiled ??= compile();
  return compiled;
}

async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? {} : (JSON.parse(text) as Body);
}

function spoiled(fault: Exclude<GithubFault, { kind: 'hang' }>): Reply {
  if (fault.kind === 'status') {
    return { status: fault.status, body: { message: 'as asked by the test' }, headers: fault.headers ?? {} };
  }
  return {
    status: 403,
    body: { message: 'Resource not accessible by integration', documentation_url: '', status: '403' },
    headers: { 'x-accepted-github-permissions': fault.permission },
  };
}

/** Answers requests, and keeps what they did against the description. */
class Server {
  readonly requests: GithubRequest[] = [];
  readonly reads: GithubRequest[] = [];
  readonly violations: string[] = [];
  readonly faults: Record<'reads' | 'writes', GithubFault | null> = { reads: null, writes: null };
  /** Of those that read, the one that is spoiled; undefined spoils all. */
  only: string | undefined;
  readonly #api: OpenAPIBackend;

  readonly #state: State;

  constructor(api: OpenAPIBackend, state: State) {
    this.#api = api;
    this.#state = state;
  }

  #operation(method: string, path: string): string | null {
    return this.#api.matchOperation({ method, path, headers: {} })?.operationId ?? null;
  }

  async #described(method: string, url: string, headers: IncomingHttpHeaders, body: Body): Promise<Reply> {
    const [pathname = '', query = ''] = url.split('?');
    const operation = this.#operation(method, pathname);
    const asked = { method, path: pathname, query, body, headers: headers as Record<string, string> };
    const reply = (await this.#api.handleRequest(asked, this.#state)) as Reply;
    const name = `${method} ${pathname}`;
    if (reply.status === 422) this.violations.push(`${name}: ${JSON.stringify(reply.body)}`);
    if (operation === null) this.violations.push(`${name} is not in the vendored description`);
    if (operation !== null && reply.status < 300) this.#checkAnswer(operation, reply);
    return reply;
  }

  #checkAnswer(operation: string, reply: Reply): void {
    const { errors } = this.#api.validateResponse(reply.body, operation, reply.status);
    if (errors) this.violations.push(`our answer to ${operation}: ${JSON.stringify(errors)}`);
  }

  /** Where a request is kept, and what spoils it. */
  #sideOf(method: string, operation: string | null) {
    if (method !== 'GET') return { kept: this.requests, fault: this.faults.writes };
    const spared = this.only !== undefined && this.only !== operation;
    return { kept: this.reads, fault: spared ? null : this.faults.reads };
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    const body = await readBody(request);
    const operation = this.#operation(method, url.split('?')[0] ?? '');
    const known = { method, path: url, operation, headers, body };
    const { kept, fault } = this.#sideOf(method, operation);
    if (fault?.kind === 'hang') {
      kept.push({ ...known, status: 0 });
      return;
    }
    const mistakes = byHand(operation, body);
    this.violations.push(...mistakes.map((text) => `${method} ${url}: ${text}`));
    const reply = fault
      ? spoiled(fault)
      : mistakes.length > 0
        ? { status: 422, body: { message: 'Invalid request.', errors: mistakes } }
        : await this.#described(method, url, headers, body);
    kept.push({ ...known, status: reply.status });
    const own = 'headers' in reply ? reply.headers : {};
    response.writeHead(reply.status, { 'content-type': 'application/json; charset=utf-8', ...own });
    response.end(JSON.stringify(reply.body));
  }
}

/** Starts the API; one per test file, `requests` and `violations` grow until it stops. */
export async function startGithubApi(): Promise<GithubApi> {
  const state: State = { checks: [], repository: new GithubRepository() };
  const fake = new Server(await describedApi(), state);
  const server = createServer((request, response) => {
    fake.handle(request, response).catch((error: unknown) => {
      fake.violations.push(String(error));
      response.writeHead(400).end('{"message":"Problems parsing JSON"}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: fake.requests,
    reads: fake.reads,
    repository: state.repository,
    violations: fake.violations,
    checkRuns: () => state.checks.map((sent, at) => checkRun(at + 1, sent)),
    fail: (fault) => {
      fake.faults.writes = fault;
    },
    failReads: (fault, only) => {
      fake.only = only;
      fake.faults.reads = fault;
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
