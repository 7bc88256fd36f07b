import { DatabaseSync } from 'node:sqlite';
import type { MlflowServer } from './mlflow.js';

const TABLES = `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`;

/** JSON has no word for these, and two different rows must not look alike. */
function exact(_key: string, value: unknown): unknown {
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) {
    return Object.is(value, -0) ? '-0' : String(value);
  }
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
}

/**
 * Every row of every table of a server's store, as sorted JSON lines: equal texts mean that nothing at all was
 * written in between. Works on a running server and on a dead one whose files are still there.
 */
export function dump(server: Pick<MlflowServer, 'databasePath'>): string {
  const database = new DatabaseSync(server.databasePath, { readOnly: true });
  try {
    const tables = database.prepare(TABLES).all() as { name: string }[];
    return tables
      .map(({ name }) => {
        const rows = database.prepare(`SELECT * FROM "${name}"`).all();
        return [`# ${name}`, ...rows.map((row) => JSON.stringify(row, exact)).sort()].join('\n');
      })
      .join('\n');
  } finally {
    database.close();
  }
}
