import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { localStore, measureAction, type Used } from './bench-cpu.js';

const LIST = { mode: 'list', version: '', stage: '', thresholds: '', 'tracking-uri': 'sqlite:///mlflow.db' };

/** What a list of very many versions takes, and one of a few with very many metrics each. */
export async function listTimes(): Promise<Readonly<Record<'versions' | 'metrics', Used>>> {
  return { versions: await listed(10_000, 0), metrics: await listed(12, 5_000) };
}

/** A model of its own in a copy of the demo's store, made by hand: MLflow would take minutes for it. */
async function listed(versions: number, metrics: number): Promise<Used> {
  const { workspace } = await localStore();
  const store = new DatabaseSync(join(workspace, 'mlflow.db'));
  store.exec('PRAGMA synchronous = OFF; BEGIN');
  store.exec("INSERT INTO registered_models (name, creation_time, last_updated_time) VALUES ('many', 1, 1)");
  const copied = store.prepare("SELECT * FROM runs WHERE lifecycle_stage = 'active' LIMIT 1").get() ?? {};
  const run = store.prepare(insert('runs', Object.keys(copied)));
  const version = store.prepare(
    `INSERT INTO model_versions (name, version, creation_time, last_updated_time, current_stage, source, run_id, status)
     VALUES ('many', ?, 1700000000000, 1700000000000, ?, 's3://models', ?, 'READY')`,
  );
  for (let at = 1; at <= versions; at += 1) {
    const id = at.toString(16).padStart(32, '0');
    run.run(...Object.values({ ...copied, run_uuid: id, name: id }));
    version.run(at, at === 1 ? 'Production' : 'None', id);
    for (let key = 0; key < metrics; key += 1) addMetric(store, id, `metric_${key}`);
  }
  store.exec('COMMIT');
  store.close();
  return measureAction({ ...LIST, 'model-name': 'many' }, workspace, 'listed');
}

const prepared = new WeakMap<DatabaseSync, ReturnType<DatabaseSync['prepare']>>();
const METRIC = ['key', 'value', 'timestamp', 'step', 'is_nan', 'run_uuid'];

function addMetric(store: DatabaseSync, run: string, key: string): void {
  const statement = prepared.get(store) ?? store.prepare(insert('latest_metrics', METRIC));
  prepared.set(store, statement);
  statement.run(key, 0.5, 1_700_000_000_000, 0, 0, run);
}

function insert(table: string, columns: readonly string[]): string {
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
}
