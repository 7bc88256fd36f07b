import type { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

interface Warner {
  emitWarning: typeof process.emitWarning;
}

/**
 * Runs `load` without the warning that Node up to 24.1x prints when `node:sqlite` is first loaded. Every other
 * warning goes through, and the emitter is put back.
 */
export function withoutSqliteWarning<T>(load: () => T, host: Warner = process): T {
  const emit = host.emitWarning;
  const filtered = (...args: [string | Error, string?]): void => {
    const known = args[1] === 'ExperimentalWarning' && String(args[0]).startsWith('SQLite ');
    if (!known) Reflect.apply(emit, host, args);
  };
  host.emitWarning = filtered as typeof process.emitWarning;
  try {
    return load();
  } finally {
    host.emitWarning = emit;
  }
}

/**
 * Opens an existing database; a missing one is an error and never made. Waiting for locks is left to the
 * caller, because a thread in which SQLite itself waits cannot be told to end. `frozen` reads the file alone,
 * without locks and without what is pending beside it.
 */
export function openDatabase(path: string, mode: 'ro' | 'rw' | 'frozen'): DatabaseSync {
  const { DatabaseSync: Database } = withoutSqliteWarning(() => process.getBuiltinModule('node:sqlite'));
  const url = pathToFileURL(path);
  url.searchParams.set('mode', mode === 'rw' ? 'rw' : 'ro');
  if (mode === 'frozen') url.searchParams.set('immutable', '1');
  const database = new Database(url, { timeout: 0 });
  try {
    // The first two are what MLflow sets itself; the third keeps a crafted schema from calling functions.
    database.exec('PRAGMA foreign_keys = ON; PRAGMA case_sensitive_like = true; PRAGMA trusted_schema = OFF');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
