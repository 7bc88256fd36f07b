import type { DatabaseSync } from 'node:sqlite';
import { PromotionError } from '../../../domain/error.js';
import { SETTING } from './missing.js';

/** What a part of the store must have, and the first MLflow release whose stores have it. */
interface Need {
  readonly table: string;
  readonly columns: readonly string[];
  readonly since: string;
}

const VERSION_COLUMNS = [
  'name',
  'version',
  'creation_time',
  'last_updated_time',
  'description',
  'current_stage',
  'source',
  'run_id',
  'run_link',
  'status',
];

const EVERY: readonly Need[] = [{ table: 'alembic_version', columns: ['version_num'], since: '1.3' }];

const REGISTRY: readonly Need[] = [
  { table: 'registered_models', columns: ['name', 'last_updated_time'], since: '1.4' },
  { table: 'registered_model_tags', columns: ['key', 'value', 'name'], since: '1.10' },
  { table: 'model_versions', columns: VERSION_COLUMNS, since: '1.4' },
  { table: 'model_version_tags', columns: ['key', 'value', 'name', 'version'], since: '1.10' },
  { table: 'registered_model_aliases', columns: ['alias', 'version', 'name'], since: '2.3' },
];

const METRIC_COLUMNS = ['key', 'value', 'timestamp', 'step', 'is_nan', 'run_uuid'];

const TRACKING: readonly Need[] = [
  { table: 'runs', columns: ['run_uuid', 'status', 'lifecycle_stage', 'experiment_id'], since: '1.3' },
  { table: 'tags', columns: ['key', 'value', 'run_uuid'], since: '1.3' },
  { table: 'metrics', columns: METRIC_COLUMNS, since: '1.3' },
  { table: 'latest_metrics', columns: METRIC_COLUMNS, since: '1.3' },
  {
    table: 'inputs',
    columns: ['source_type', 'source_id', 'destination_type', 'destination_id'],
    since: '2.4',
  },
  { table: 'datasets', columns: ['dataset_uuid', 'name', 'digest'], since: '2.4' },
];

/** Logged models came with MLflow 3: a store without their table simply has none. */
const LOGGED_MODELS: readonly Need[] = [
  {
    table: 'logged_models',
    columns: ['model_id', 'experiment_id', 'lifecycle_stage', 'source_run_id', 'name', 'status'],
    since: '3.0',
  },
  {
    table: 'logged_model_metrics',
    columns: [
      'model_id',
      'metric_name',
      'metric_timestamp_ms',
      'metric_step',
      'metric_value',
      'run_id',
      'dataset_name',
      'dataset_digest',
    ],
    since: '3.0',
  },
];

/** What a promotion changes. A trigger runs only with a change of its own table. */
const WRITTEN = ['registered_models', 'model_versions', 'registered_model_aliases'];

/** A virtual table has no page of its own. */
const OWN_TABLE = "tables.type = 'table' AND tables.rootpage > 0";

/** What a store has. */
export interface Schema {
  /** Columns by table. */
  readonly tables: ReadonlyMap<string, ReadonlySet<string>>;
  /** What `alembic_version` says: compared, never judged and never written. */
  readonly revision: string;
  /** What made the tables: while this stays, so do their columns. */
  readonly statements: string;
}

/**
 * Reads which tables and columns are there and refuses a store that lacks one that is needed. Views and virtual tables do
 * not count as tables: MLflow makes none, and one could run anything. So could a trigger on what a promotion changes:
 * MLflow has one trigger, on its secrets (3.17.2). What was read `before` from the same store spares the columns,
 * which take as long as everything else that a read does.
 *
 * @throws PromotionError `store-schema`, naming the table or column and the MLflow release that adds it;
 *   `store-unusable`, naming the trigger.
 */
export function inspect(database: DatabaseSync, uri: string, before: Schema | null): Schema {
  const sql = `SELECT type, name, tbl_name, sql FROM sqlite_schema AS tables
    WHERE type = 'trigger' OR ${OWN_TABLE}`;
  const found = database.prepare(sql).all();
  const statements = found.map((row) => String(row['sql'])).join(';\n');
  if (before?.statements === statements) return { ...before, revision: revisionOf(database) };
  for (const { type, name, tbl_name, sql } of found)
    if (type === 'trigger') demandElsewhere(String(name), `${String(tbl_name)} ${String(sql)}`, uri);
  const tables = columnsByTable(database);
  const tracking = tables.has('logged_models') ? [...TRACKING, ...LOGGED_MODELS] : TRACKING;
  for (const need of [...EVERY, ...REGISTRY, ...tracking]) demand(need, tables, uri);
  return { tables, revision: revisionOf(database), statements };
}

/** In one query: one for each table took longer than everything else that a read does. */
function columnsByTable(database: DatabaseSync): Schema['tables'] {
  const sql = `SELECT tables.name AS name, json_group_array(columns.name) AS columns
      FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS columns
      WHERE ${OWN_TABLE} GROUP BY tables.name`;
  const rows = database.prepare(sql).all();
  return new Map(
    rows.map(({ name, columns }) => [String(name), new Set(JSON.parse(String(columns)) as string[])]),
  );
}

function revisionOf(database: DatabaseSync): string {
  const rows = database
    .prepare('SELECT version_num FROM alembic_version ORDER BY version_num LIMIT 100')
    .all();
  return rows.map((row) => String(row['version_num'])).join(', ');
}

/** A name has one spelling in SQL, but for upper and lower case: a trigger on a table has it somewhere. */
function demandElsewhere(trigger: string, text: string, uri: string): void {
  const lower = text.toLowerCase();
  const table = WRITTEN.find((name) => lower.includes(name));
  if (table === undefined) return;
  throw new PromotionError(
    'store-unusable',
    `The store "${uri}" has a trigger "${trigger}" that concerns "${table}": with a promotion it could change anything else. MLflow makes none there.`,
    'Look what it does (.schema in sqlite3) and who made it; then drop it with `DROP TRIGGER` and run again, or restore the store from a copy.',
  );
}

function demand(need: Need, tables: Schema['tables'], uri: string): void {
  const columns = tables.get(need.table);
  const lacking = columns === undefined ? undefined : need.columns.find((column) => !columns.has(column));
  if (columns !== undefined && lacking === undefined) return;
  const what =
    lacking === undefined ? `table "${need.table}"` : `column "${lacking}" of table "${need.table}"`;
  throw new PromotionError(
    'store-schema',
    `The store "${uri}" lacks the ${what}, which stores of MLflow ${need.since} and later have.`,
    `If it is an MLflow store, bring it up to date with "mlflow db upgrade ${uri}" of a current MLflow (keep a copy); else name the right file in ${SETTING}.`,
  );
}
