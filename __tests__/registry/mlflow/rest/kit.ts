import type { Connection, Credentials } from '../../../../src/domain/order.js';
import { openMlflow, type MlflowDeps } from '../../../../src/registry/mlflow/rest/open.js';
import type { Records } from '../../../../src/registry/mlflow/evidence/records.js';
import type { MlflowRegistry } from '../../../../src/registry/mlflow/registry.js';
import type { Registry, RegistryReader, Write } from '../../../../src/registry/port.js';
import { never, recordingLog, testClock } from '../../../net/kit.js';
import { html, json, serve, type Handler, type Loopback, type Seen } from '../../../net/loopback.js';

/** Secrets that no message may hold. */
export const TOKEN = 'canary-token-91&x';
export const PASSWORD = 'canary password <7>';
export const BASIC: Credentials = { kind: 'basic', username: 'ann', password: PASSWORD };
export const BEARER: Credentials = { kind: 'bearer', token: TOKEN };
export const SECRETS = [TOKEN, PASSWORD, Buffer.from(`ann:${PASSWORD}`).toString('base64')];

/** What the server says to `METHOD /path`; a value is sent as JSON with 200. */
export type Routes = Record<string, Handler | object>;

/** Flask's own page for a path it does not know. */
export const NOT_FOUND_PAGE =
  '<!doctype html>\n<html lang=en>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n<p>The requested URL was not found on the server.</p>\n';

export function mlflow(routes: Routes): Promise<Loopback> {
  return serve((seen, reply) => {
    const route = routes[`${seen.method} ${seen.path}`];
    if (route === undefined) html(reply, 404, NOT_FOUND_PAGE);
    else if (typeof route === 'function') (route as Handler)(seen, reply);
    else json(reply, 200, route);
  });
}

export const says =
  (status: number, errorCode: string, message: string): Handler =>
  (_, reply) => {
    json(reply, status, { error_code: errorCode, message });
  };

export const page =
  (status: number, body: string, headers: Record<string, string> = {}): Handler =>
  (_, reply) => {
    reply.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
  };

export const plain =
  (status: number, body: string): Handler =>
  (_, reply) => {
    reply.writeHead(status, { 'content-type': 'text/plain' }).end(body);
  };

export const API = '/api/2.0/mlflow';
export const GET_MODEL = `GET ${API}/registered-models/get`;
export const SEARCH = `GET ${API}/model-versions/search`;
export const MODELS = `GET ${API}/registered-models/search`;
export const GET_VERSION = `GET ${API}/model-versions/get`;
export const GET_RUN = `GET ${API}/runs/get`;
export const HISTORY = `GET ${API}/metrics/get-history`;
export const TRANSITION = `POST ${API}/model-versions/transition-stage`;
export const ALIAS = `POST ${API}/registered-models/alias`;
export const INFO = 'GET /api/3.0/mlflow/server-info';

/** A version as 3.17 and 2.9 send it. */
export function wireVersion(version: string, more: object = {}): object {
  return {
    name: 'fraud',
    version,
    creation_timestamp: 1795207496883,
    last_updated_timestamp: 1795207497480,
    current_stage: 'None',
    description: '',
    source: 'mlflow-artifacts:/1/r/artifacts/model',
    run_id: 'r',
    status: 'READY',
    run_link: '',
    ...more,
  };
}

export function wireModel(more: object = {}): object {
  return { registered_model: { name: 'fraud', creation_timestamp: 1, last_updated_timestamp: 2, ...more } };
}

export function connectionTo(uri: string, more: Partial<Connection> = {}): Connection {
  return {
    trackingUri: uri,
    registryUri: uri,
    credentials: { kind: 'none' },
    headers: {},
    workspace: null,
    caFile: null,
    clientCertFile: null,
    allowHttp: false,
    workingDirectory: process.cwd(),
    ...more,
  };
}

const opened: Registry[] = [];

export async function open(
  uri: string,
  more: Partial<Connection> = {},
  deps: Partial<MlflowDeps> = {},
): Promise<MlflowRegistry> {
  const registry = await openMlflow(connectionTo(uri, more), {
    env: {},
    log: recordingLog(),
    clock: testClock(),
    ...deps,
  });
  opened.push(registry);
  return registry;
}

export async function closeRegistries(): Promise<void> {
  await Promise.all(opened.splice(0).map((registry) => registry.close()));
}

/** What may be asked of a server: the port's reader, and the records below it. */
export async function readerOf(
  routes: Routes,
  more: Partial<Connection> = {},
): Promise<RegistryReader & Records> {
  const registry = await open((await mlflow(routes)).url, more);
  return { ...registry.reader(never()), ...registry.records(never()) };
}

export async function write(
  uri: string,
  what: Write,
  more: Partial<Connection> = {},
  deps: Partial<MlflowDeps> = {},
): Promise<void> {
  const registry = await open(uri, more, deps);
  await registry.writer(never()).transact((transaction) => transaction.write(what));
}

export function bodies(seen: readonly Seen[]): unknown[] {
  return seen.map((one) => JSON.parse(one.body) as unknown);
}
