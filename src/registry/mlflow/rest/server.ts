import { PromotionError } from '../../../domain/error.js';
import type { Credentials } from '../../../domain/order.js';
import type { HttpReply } from '../../../net/exchange.js';
import type { Http } from '../../../net/http.js';
import { hasTooManyParts } from '../../../net/limits.js';
import { excerpt, safeUrl } from '../../../net/redact.js';
import type { Scrub } from '../../../text/scrub.js';
import { pagesAt, type Pages } from '../pages.js';
import { errorOf, type Permission, type Refused } from './faults.js';
import { errorReply, serverInfoReply } from './schemas.js';

/** One REST call. What reads is tried again, what writes is not. */
export interface Call {
  readonly method: 'GET' | 'POST';
  /** A search that takes its question as a body: it changes nothing. */
  readonly reads?: true;
  /** What follows `/api/`, such as `2.0/mlflow/runs/get`. */
  readonly path: string;
  readonly query?: readonly (readonly [string, string])[];
  readonly json?: unknown;
  readonly permission: Permission;
  /** What the call is about, for a person, e.g. `model 'fraud'`. */
  readonly subject: string;
  readonly signal: AbortSignal;
  /** Bytes; 8 MiB unless told. */
  readonly bodyLimit?: number;
}

/** MLflow's JSON, or why there is none. */
export type Answer =
  | { readonly ok: true; readonly value: unknown; readonly url: string }
  | { readonly ok: false; readonly refused: Refused; readonly error: PromotionError };

export interface MlflowServer {
  /** Without credentials or query. */
  readonly label: string;
  readonly pages: Pages;
  call(call: Call): Promise<Answer>;
}

export interface ServerOptions {
  readonly uri: string;
  readonly http: Http;
  readonly credentials: Credentials;
  /** Beside the credentials, with every request. */
  readonly headers: Readonly<Record<string, string>>;
  readonly workspace: string | null;
  readonly scrub: Scrub;
}

interface State extends ServerOptions {
  readonly label: string;
  /** Where the API may be, likeliest first. */
  readonly roots: readonly string[];
  /** The root that has answered as MLflow does. */
  root: string | null;
  /** The proof that the server has workspaces; null before it is asked for. */
  workspaces: Promise<void> | null;
}

/**
 * A server at its URI. MLflow before 3.12 puts its UI and `/ajax-api` under `--static-prefix`, but not `/api`; the two
 * answer the same calls. So when the URI has a path and `/api` is not under it, `/ajax-api` is tried once. Nothing
 * outside the URI's own path is ever asked: another MLflow may live there.
 */
export function createServer(options: ServerOptions): MlflowServer {
  const label = safeUrl(options.uri);
  const prefixed = new URL(label).pathname !== '/';
  const roots = prefixed ? [`${label}/api`, `${label}/ajax-api`] : [`${label}/api`];
  const state: State = { ...options, label, roots, root: null, workspaces: null };
  return {
    label,
    pages: pagesAt(label, options.workspace),
    async call(call) {
      if (state.workspace === null) return await send(state, call, {});
      await ensureWorkspaces(state, call.signal);
      return await send(state, call, { 'x-mlflow-workspace': state.workspace });
    },
  };
}

/** RFC 7617 in UTF-8, as MLflow's client sends it. */
export function basicToken(username: string, password: string): string {
  return Buffer.from(`${username}:${password}`, 'utf8').toString('base64');
}

async function send(state: State, call: Call, headers: Readonly<Record<string, string>>): Promise<Answer> {
  const candidates = state.root === null ? state.roots : [state.root];
  let first: Answer | null = null;
  for (const root of candidates) {
    const answer = await sendTo(state, `${root}/${call.path}`, call, headers);
    if (!isElsewhere(answer)) {
      if (isMlflow(answer)) state.root = root;
      return answer;
    }
    first ??= answer;
    // A write never looks for the right place.
    if (isWrite(call)) break;
  }
  if (first === null) throw new TypeError('a server has at least one root');
  return first;
}

async function sendTo(
  state: State,
  url: string,
  call: Call,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const reply = await state.http.request({
    method: call.method,
    url,
    headers: { ...authorization(state.credentials), ...state.headers, ...headers },
    idempotent: !isWrite(call),
    signal: call.signal,
    ...(call.query === undefined ? {} : { query: call.query }),
    ...(call.json === undefined ? {} : { json: call.json }),
    ...(call.bodyLimit === undefined ? {} : { bodyLimit: call.bodyLimit }),
  });
  // What a write did, an answer of any size does not tell.
  if (!isWrite(call) && hasTooManyParts(reply.text)) throw tooManyParts(url);
  return answerOf(state, url, call, reply);
}

function authorization(credentials: Credentials): Readonly<Record<string, string>> {
  if (credentials.kind === 'none') return {};
  if (credentials.kind === 'bearer') return { authorization: `Bearer ${credentials.token}` };
  return { authorization: `Basic ${basicToken(credentials.username, credentials.password)}` };
}

function isWrite(call: Call): boolean {
  return call.method === 'POST' && call.reads !== true;
}

function answerOf(state: State, url: string, call: Call, reply: HttpReply): Answer {
  const json = jsonOf(reply.text);
  const value = reply.status >= 200 && reply.status < 300 ? messageOf(reply.text, json, call) : null;
  if (value !== null) return { ok: true, value, url };
  const own = reply.status < 400 ? undefined : errorReply.safeParse(json).data;
  const refused: Refused = {
    status: reply.status,
    errorCode: own?.error_code ?? null,
    message: excerpt(state.scrub(own?.message ?? reply.text)),
    authenticate: reply.headers['www-authenticate'] ?? '',
    write: isWrite(call),
    url,
    host: new URL(url).host,
    credentials: state.credentials.kind,
    permission: call.permission,
    subject: excerpt(call.subject),
  };
  return { ok: false, refused, error: errorOf(refused) };
}

function tooManyParts(url: string): PromotionError {
  return new PromotionError(
    'reply-too-large',
    `${url} answered with more objects than any list of MLflow has.`,
    'Check that the address is the registry itself; a reply of that size is not read.',
  );
}

/** Undefined when it is no JSON, or too much of it. */
function jsonOf(text: string): unknown {
  if (hasTooManyParts(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function messageOf(text: string, json: unknown, call: Call): object | null {
  // MLflow's own client takes these two for an empty message (verify_rest_response). To a read that is no answer.
  if (isWrite(call) && ['', '200 OK'].includes(text.trim())) return {};
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? json : null;
}

function isElsewhere(answer: Answer): boolean {
  return !answer.ok && answer.refused.status === 404 && answer.refused.errorCode === null;
}

function isMlflow(answer: Answer): boolean {
  return answer.ok || answer.refused.errorCode !== null;
}

/** Asked once, and before anything else: a server without workspaces answers the header with a misleading 500. */
async function ensureWorkspaces(state: State, signal: AbortSignal): Promise<void> {
  state.workspaces ??= askForWorkspaces(state, signal);
  try {
    await state.workspaces;
  } catch (error) {
    state.workspaces = null;
    throw error;
  }
}

async function askForWorkspaces(state: State, signal: AbortSignal): Promise<void> {
  const subject = 'the server';
  const call: Call = { method: 'GET', path: '3.0/mlflow/server-info', permission: 'READ', subject, signal };
  const answer = await send(state, call, {});
  if (!answer.ok && answer.refused.status !== 404) throw answer.error;
  if (answer.ok && serverInfoReply.safeParse(answer.value).data?.workspaces_enabled === true) return;
  throw new PromotionError(
    'workspace-unknown',
    `The server ${state.label} has no workspaces.`,
    'Unset MLFLOW_WORKSPACE, or start MLflow (3.10 or newer) with --enable-workspaces.',
  );
}
