import { backup, DatabaseSync } from 'node:sqlite';
import type { SQLOutputValue } from 'node:sqlite';

export type Row = Readonly<Record<string, SQLOutputValue>>;
/** Every row of every table; rows sorted by what they say. */
export type Tables = Readonly<Record<string, readonly Row[]>>;

/** Copies a store as SQLite does it, page by page under its locks: a server may go on using it. */
export async function copyStore(from: string, to: string): Promise<void> {
  using source = new DatabaseSync(from, { readOnly: true });
  await backup(source, to);
}

/** Runs SQL on a connection of its own. */
export function run(path: string, sql: string): void {
  using database = new DatabaseSync(path);
  database.exec(`PRAGMA busy_timeout = 20000; ${sql}`);
}

/** The rows of a query, on a connection that only reads. With `readBigInts` an integer is told from a float. */
export function query(path: string, sql: string, readBigInts = false): Row[] {
  using database = new DatabaseSync(path, { readOnly: true, timeout: 20_000, readBigInts });
  return database
    .prepare(sql)
    .all()
    .map((row) => ({ ...row }));
}

/** Who holds a stage, lowest first. */
export function holders(path: string, model: string, stage = 'Production'): string[] {
  const quoted = model.replaceAll("'", "''");
  const sql = `SELECT version FROM model_versions WHERE name = '${quoted}' AND current_stage = '${stage}' ORDER BY version`;
  return query(path, sql).map(({ version }) => String(version));
}

const text = (row: Row): string =>
  JSON.stringify(Object.values(row).map((value) => [typeof value, String(value)]));

/** The whole store. */
export function tables(path: string): Tables {
  const names = query(path, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  const rows = (name: string): Row[] =>
    query(path, `SELECT * FROM "${name}"`, true).sort((a, b) => (text(a) < text(b) ? -1 : 1));
  return Object.fromEntries(names.map(({ name }) => [String(name), rows(String(name))]));
}

const isTime = (column: string): boolean => column.includes('time');

/**
 * The same store with every time from `since` on (epoch milliseconds) replaced by its rank among them: two stores
 * that differ in nothing but when something was written are equal then, and older times stay as they are.
 */
export function timesAside(store: Tables, since: number): Tables {
  const cells = Object.values(store).flatMap((rows) => rows.flatMap((row) => Object.entries(row)));
  const late = (column: string, value: SQLOutputValue): value is bigint =>
    isTime(column) && typeof value === 'bigint' && value >= since;
  const times = [...new Set(cells.flatMap(([column, value]) => (late(column, value) ? [value] : [])))].sort(
    (a, b) => Number(a - b),
  );
  const cell = ([column, value]: [string, SQLOutputValue]): [string, SQLOutputValue] => [
    column,
    late(column, value) ? `changed, ${times.indexOf(value) + 1}.` : value,
  ];
  const rank = (row: Row): Row => Object.fromEntries(Object.entries(row).map(cell));
  return Object.fromEntries(
    Object.entries(store).map(([name, rows]) => [
      name,
      rows.map(rank).sort((a, b) => (text(a) < text(b) ? -1 : 1)),
    ]),
  );
}

/** The rows of `after` that are not in `before`, by table; tables without any are left out. */
export function changes(before: Tables, after: Tables): Tables {
  const fresh = Object.entries(after).map(([name, rows]) => {
    const old = new Set(before[name]?.map(text));
    return [name, rows.filter((row) => !old.has(text(row)))] as const;
  });
  return Object.fromEntries(fresh.filter(([, rows]) => rows.length > 0));
}
