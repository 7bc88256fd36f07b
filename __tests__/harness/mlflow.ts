import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Release } from './needs.js';
import { scratch, venvProgram } from './paths.js';
import { freePort, startProcess, waitUntil } from './server-process.js';
import type { ServerProcess } from './server-process.js';

/** Name and password of someone a server with basic-auth knows. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

export interface MlflowOptions {
  readonly release: Release;
  /** Behind MLflow's basic-auth app, default permission READ. */
  readonly auth?: boolean;
  /** `--static-prefix`, e.g. `/mlf`. Releases up to 3.11 put only the UI under it, later ones the API as well. */
  readonly staticPrefix?: string;
  /** `--enable-workspaces` (3.10 and later). */
  readonly workspaces?: boolean;
  /** gunicorn or uvicorn workers. Default 1. */
  readonly workers?: number;
  /** An existing folder for database and artifacts, kept on `stop`. Default: a new one, removed on `stop`. */
  readonly directory?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A running MLflow server on loopback with an SQLite store. */
export interface MlflowServer {
  /** What a client sets as MLFLOW_TRACKING_URI: origin, and the prefix where this release serves the API there. */
  readonly url: string;
  /** Without any prefix. */
  readonly origin: string;
  readonly release: Release;
  readonly directory: string;
  readonly databasePath: string;
  /** An experiment made for this start; its presence in our own database proves that it is our server that answers. */
  readonly experimentId: string;
  /** The administrator of a server with basic-auth. */
  readonly admin: Credentials | null;
  /** The last 20 000 characters it wrote. */
  readonly output: () => string;
  /** Ends the server and leaves its files, for a look at a registry nobody serves. */
  readonly kill: () => Promise<void>;
  /** Ends the server and removes the folder, unless it was given. */
  readonly stop: () => Promise<void>;
}

const ADMIN: Credentials = { username: 'admin', password: 'admin-Test-7q9x' };
const ATTEMPTS = 3;

/** The header that says who asks. */
export function basic({ username, password }: Credentials): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

async function authEnvironment(directory: string): Promise<Record<string, string>> {
  const config = path.join(directory, 'auth.ini');
  await writeFile(
    config,
    `[mlflow]
default_permission = READ
database_uri = sqlite:///${path.join(directory, 'auth.db')}
admin_username = ${ADMIN.username}
admin_password = ${ADMIN.password}
authorization_function = mlflow.server.auth:authenticate_request_basic_auth
`,
  );
  return { MLFLOW_AUTH_CONFIG_PATH: config, MLFLOW_FLASK_SERVER_SECRET_KEY: randomUUID() };
}

/** From scratch, so that nothing of this machine's MLflow leaks in. */
async function serverEnvironment(options: MlflowOptions, directory: string): Promise<Record<string, string>> {
  const bin = path.dirname(venvProgram(`mlflow-${options.release}`, 'mlflow'));
  return {
    PATH: [bin, '/usr/bin', '/bin'].join(path.delimiter),
    HOME: directory,
    MLFLOW_DISABLE_TELEMETRY: 'true',
    MLFLOW_SERVER_ENABLE_JOB_EXECUTION: 'false',
    GIT_PYTHON_REFRESH: 'quiet',
    PYTHONWARNINGS: 'ignore',
    ...(options.auth === true ? await authEnvironment(directory) : {}),
    ...options.env,
  };
}

function serverArguments(options: MlflowOptions, directory: string, port: number): string[] {
  return [
    'server',
    ...['--backend-store-uri', `sqlite:///${path.join(directory, 'mlflow.db')}`],
    ...['--default-artifact-root', 'mlflow-artifacts:/', '--serve-artifacts'],
    ...['--artifacts-destination', path.join(directory, 'artifacts')],
    ...['--host', '127.0.0.1', '--port', String(port), '--workers', String(options.workers ?? 1)],
    ...(options.auth === true ? ['--app-name', 'basic-auth'] : []),
    ...(options.staticPrefix === undefined ? [] : ['--static-prefix', options.staticPrefix]),
    ...(options.workspaces === true ? ['--enable-workspaces'] : []),
  ];
}

async function healthy(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(2000) });
    return answer.status === 200 && (await answer.text()) === 'OK';
  } catch {
    return false;
  }
}

async function createExperiment(url: string, name: string, admin: Credentials | null): Promise<string> {
  const answer = await fetch(`${url}/api/2.0/mlflow/experiments/create`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(admin === null ? {} : { authorization: basic(admin) }),
    },
    body: JSON.stringify({ name }),
  });
  const body = await answer.text();
  if (!answer.ok) throw new Error(`creating an experiment was answered with ${answer.status}: ${body}`);
  return (JSON.parse(body) as { experiment_id: string }).experiment_id;
}

/** An orphan on the same port looks healthy with another database: only ours holds the experiment just made. */
function holdsExperiment(databasePath: string, name: string): boolean {
  const database = new DatabaseSync(databasePath, { readOnly: true });
  try {
    return database.prepare('SELECT 1 FROM experiments WHERE name = ?').get(name) !== undefined;
  } finally {
    database.close();
  }
}

async function attempt(options: MlflowOptions, directory: string): Promise<MlflowServer> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const url = options.release === '3.17.2' ? `${origin}${options.staticPrefix ?? ''}` : origin;
  const databasePath = path.join(directory, 'mlflow.db');
  const admin = options.auth === true ? ADMIN : null;
  const child: ServerProcess = startProcess(
    venvProgram(`mlflow-${options.release}`, 'mlflow'),
    serverArguments(options, directory, port),
    { cwd: directory, env: await serverEnvironment(options, directory) },
  );
  try {
    await waitUntil(child, () => healthy(url));
    const name = `harness-${randomUUID()}`;
    const experimentId = await createExperiment(url, name, admin);
    if (!holdsExperiment(databasePath, name)) throw new Error(`another server answers on port ${port}`);
    const facts = { url, origin, release: options.release, directory, databasePath, experimentId, admin };
    return { ...facts, output: child.output, kill: child.stop, stop: child.stop };
  } catch (error) {
    await child.stop();
    throw error;
  }
}

/**
 * Starts MLflow and waits until it answers (seconds): one server per test file, a model name per test.
 * @throws with the last lines the server wrote, when it does not come up three times in a row.
 */
export async function startMlflow(options: MlflowOptions): Promise<MlflowServer> {
  const directory = options.directory ?? (await scratch('mlflow'));
  await mkdir(path.join(directory, 'artifacts'), { recursive: true });
  for (let count = 1; ; count += 1) {
    try {
      const server = await attempt(options, directory);
      const stop = async (): Promise<void> => {
        await server.kill();
        if (options.directory === undefined)
          await rm(directory, { recursive: true, force: true, maxRetries: 3 });
      };
      return { ...server, stop };
    } catch (error) {
      if (count === ATTEMPTS) {
        throw new Error(`MLflow ${options.release} did not start: ${(error as Error).message}`, {
          cause: error,
        });
      }
    }
  }
}
