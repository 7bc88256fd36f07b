import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PromotionError } from '../../../../src/domain/error.js';
import type { Connection } from '../../../../src/domain/order.js';
import type { Records } from '../../../../src/registry/mlflow/evidence/records.js';
import type { MlflowRegistry } from '../../../../src/registry/mlflow/registry.js';
import type { RegistryReader } from '../../../../src/registry/port.js';
import { openSqlite, type SqliteDeps } from '../../../../src/registry/mlflow/store/open.js';
import type { ServeDeps } from '../../../../src/registry/mlflow/store/serve.js';
import { thisThread } from '../../../harness/thread.js';

export const RELEASES = ['2.9.2', '2.22.5', '3.17.2'] as const;
export type Release = (typeof RELEASES)[number];
export const NEWEST = '3.17.2';

export const MODEL = 'fraud clf';
export const RUN = 'a'.repeat(32);
export const LOGGED_MODEL = `m-${'b'.repeat(32)}`;
export const signal = new AbortController().signal;

type Cell = string | number | bigint | null;

/** Empty stores, made once: a copy costs less than 200 statements. */
const EMPTY = new Map<Release, Buffer>();

/** A folder of its own with an empty store as that MLflow release makes it. */
export class TestStore implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'store-'));
  readonly path = join(this.folder, 'mlflow.db');
  readonly lines: string[] = [];

  constructor(release: Release) {
    const made = EMPTY.get(release);
    if (made !== undefined) {
      writeFileSync(this.path, made);
      return;
    }
    this.run(readFileSync(join(import.meta.dirname, `./fixtures/schema-${release}.sql`), 'utf8'));
    EMPTY.set(release, readFileSync(this.path));
  }

  /** Runs SQL on a connection of its own. */
  run(sql: string): void {
    const database = new DatabaseSync(this.path);
    database.exec(sql);
    database.close();
  }

  query(sql: string): Record<string, unknown>[] {
    return this.#reading((database) => rowsOf(database, sql));
  }

  add(table: string, row: Readonly<Record<string, Cell>>): this {
    const database = new DatabaseSync(this.path);
    // Tests read it through the system's cache: nothing has to reach the disk.
    database.exec('PRAGMA synchronous = OFF');
    const names = Object.keys(row);
    const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
    database.prepare(sql).run(...Object.values(row));
    database.close();
    return this;
  }

  model(name = MODEL, more: Readonly<Record<string, Cell>> = {}): this {
    return this.add('registered_models', {
      name,
      creation_time: 1000,
      last_updated_time: 1000,
      description: '',
      ...more,
    });
  }

  version(
    version: number,
    current_stage: string | null = 'None',
    more: Readonly<Record<string, Cell>> = {},
  ): this {
    return this.add('model_versions', {
      name: MODEL,
      version,
      creation_time: 1000 + version,
      last_updated_time: 2000 + version,
      description: '',
      current_stage,
      source: `runs:/${RUN}/model`,
      run_id: RUN,
      status: 'READY',
      run_link: '',
      ...more,
    });
  }

  trainingRun(run_uuid = RUN, more: Readonly<Record<string, Cell>> = {}): this {
    return this.add('runs', {
      run_uuid,
      status: 'FINISHED',
      lifecycle_stage: 'active',
      experiment_id: 0,
      ...more,
    });
  }

  /** Every row of every table, by table. */
  dump(): Record<string, unknown[]> {
    return this.#reading((database) => {
      const names = rowsOf(database, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
      return Object.fromEntries(
        names.map(({ name }) => [String(name), rowsOf(database, `SELECT * FROM "${String(name)}"`)]),
      );
    });
  }

  bytes(): string {
    return readFileSync(this.path, 'latin1');
  }

  open(connection: Partial<Connection> = {}, deps: OpenDeps = {}): Promise<MlflowRegistry> {
    const log = { info: (line: string) => this.lines.push(line), debug: () => undefined };
    return openStore(connectionTo('sqlite:///mlflow.db', this.folder, connection), { log, ...deps });
  }

  #reading<T>(read: (database: DatabaseSync) => T): T {
    const database = new DatabaseSync(this.path, { readOnly: true });
    try {
      return read(database);
    } finally {
      database.close();
    }
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function rowsOf(database: DatabaseSync, sql: string): Record<string, unknown>[] {
  const rows = database.prepare(sql).all();
  return rows.map((row) => ({ ...row }));
}

export type OpenDeps = Partial<SqliteDeps> & ServeDeps;

const SILENT = { info: () => undefined, debug: () => undefined };

/** Opens a store as a promotion does, with its work done in this thread. */
export function openStore(connection: Connection, deps: OpenDeps = {}): Promise<MlflowRegistry> {
  const { sleep, now, ...rest } = deps;
  const serving = { ...(sleep && { sleep }), ...(now && { now }) };
  return openSqlite(connection, { log: SILENT, recovers: true, startThread: thisThread(serving), ...rest });
}

/** What may be asked of a store: the port's reader, and the records below it. */
export function reading(registry: MlflowRegistry, until: AbortSignal = signal): RegistryReader & Records {
  return { ...registry.reader(until), ...registry.records(until) };
}

export function connectionTo(
  uri: string,
  workingDirectory: string,
  more: Partial<Connection> = {},
): Connection {
  return {
    trackingUri: uri,
    registryUri: uri,
    credentials: { kind: 'none' },
    headers: {},
    workspace: null,
    caFile: null,
    clientCertFile: null,
    allowHttp: false,
    workingDirectory,
    ...more,
  };
}

/** What a call failed with; a call that succeeds is a failure of the test. */
export async function failure(call: () => unknown): Promise<PromotionError> {
  try {
    await call();
  } catch (error) {
    if (error instanceof PromotionError) return error;
    throw error;
  }
  throw new Error('the call succeeded');
}
