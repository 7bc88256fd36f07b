import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openDatabase, withoutSqliteWarning } from '../../../../src/registry/mlflow/store/driver.js';
import { NEWEST, TestStore } from './stores.js';

describe('the warning about node:sqlite', () => {
  it('is dropped, every other one passes, and the emitter is put back', () => {
    const seen: unknown[][] = [];
    const emitWarning = (...args: unknown[]): void => {
      seen.push(args);
    };
    const host = { emitWarning: emitWarning as typeof process.emitWarning };
    const result = withoutSqliteWarning(() => {
      host.emitWarning(
        'SQLite is an experimental feature and might change at any time',
        'ExperimentalWarning',
      );
      host.emitWarning('Something is an experimental feature', 'ExperimentalWarning');
      host.emitWarning('SQLite is old', 'DeprecationWarning');
      return 7;
    }, host);
    expect(result).toBe(7);
    expect(seen).toEqual([
      ['Something is an experimental feature', 'ExperimentalWarning'],
      ['SQLite is old', 'DeprecationWarning'],
    ]);
    expect(host.emitWarning).toBe(emitWarning);
  });

  it('puts the emitter back when loading fails', () => {
    const emitWarning = (): void => undefined;
    const host = { emitWarning };
    expect(() =>
      withoutSqliteWarning(() => {
        throw new Error('no such module');
      }, host),
    ).toThrow('no such module');
    expect(host.emitWarning).toBe(emitWarning);
  });
});

describe('opening a database', () => {
  it('never makes a missing file', () => {
    using store = new TestStore(NEWEST);
    const path = join(store.folder, 'other.db');
    for (const mode of ['ro', 'rw'] as const) {
      expect(() => {
        openDatabase(path, mode).exec('CREATE TABLE t (x)');
      }).toThrow();
      expect(existsSync(path)).toBe(false);
    }
  });

  it('opens read-only so that nothing can be written', () => {
    using store = new TestStore(NEWEST);
    const database = openDatabase(store.path, 'ro');
    expect(() => {
      database.exec('CREATE TABLE t (x)');
    }).toThrow('readonly');
    database.close();
  });
});
