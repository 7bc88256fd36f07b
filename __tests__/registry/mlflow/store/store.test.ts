import {
  chmodSync,
  copyFileSync,
  existsSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from '@jest/globals';
import { PromotionError } from '../../../../src/domain/error.js';
import type { ToStore } from '../../../../src/registry/mlflow/store/protocol.js';
import type { Registry } from '../../../../src/registry/port.js';
import type { Thread } from '../../../../src/registry/thread.js';
import { startChild, startScript } from '../../../harness/child.js';
import { thisThread } from '../../../harness/thread.js';
import { reading, failure, MODEL, NEWEST, RELEASES, RUN, signal, TestStore } from './stores.js';

const promote = (registry: Registry, within: AbortSignal = signal): Promise<void> =>
  registry.writer(within).transact((transaction) =>
    transaction.write({
      kind: 'transition',
      model: MODEL,
      version: '2',
      stage: 'Production',
      archiveExisting: true,
    }),
  );

const two = (): TestStore => new TestStore(NEWEST).model().version(1, 'Production').version(2);

/** Someone else's connection, holding a lock. */
function holding(store: TestStore, sql: string): DatabaseSync {
  const database = new DatabaseSync(store.path);
  database.exec(sql);
  return database;
}

describe('a store that somebody else locks', () => {
  it.each([
    ['a writer', 'BEGIN IMMEDIATE'],
    ['an exclusive writer', 'BEGIN EXCLUSIVE'],
    ['a reader in mid-read', 'BEGIN; SELECT * FROM model_versions'],
  ])('is waited for: %s', async (_what, lock) => {
    using store = two();
    const other = holding(store, lock);
    let sleeps = 0;
    const registry = await store.open(
      {},
      {
        sleep: () => {
          sleeps += 1;
          if (sleeps === 3) other.close();
          return Promise.resolve();
        },
      },
    );
    await promote(registry);
    expect(sleeps).toBe(3);
    expect((await reading(registry).version(MODEL, '2'))?.stage).toBe('Production');
    expect(store.lines).toEqual(['Another process is writing to "sqlite:///mlflow.db"; waiting for it.']);
  });

  it('is given up after 20 seconds of short sleeps, with nothing changed', async () => {
    using store = two();
    using other = holding(store, 'BEGIN IMMEDIATE');
    const slept: number[] = [];
    const registry = await store.open(
      {},
      {
        sleep: (ms) => {
          slept.push(ms);
          return Promise.resolve();
        },
      },
    );
    const error = await failure(() => promote(registry));
    expect(other.isTransaction).toBe(true);
    expect(error.code).toBe('store-busy');
    const total = slept.reduce((sum, ms) => sum + ms, 0);
    expect(total).toBeGreaterThanOrEqual(20_000);
    expect(total).toBeLessThan(20_100);
    expect(Math.max(...slept)).toBeLessThanOrEqual(60);
  });

  it('takes its commit back when readers never let go', async () => {
    using store = two();
    const other = holding(store, 'BEGIN; SELECT * FROM model_versions');
    const registry = await store.open({}, { sleep: () => Promise.resolve() });
    expect((await failure(() => promote(registry))).code).toBe('store-busy');
    other.close();
    expect((await reading(registry).version(MODEL, '2'))?.stage).toBe('None');
    await promote(registry);
  });

  it('is read at once while a writer holds its lock', async () => {
    using store = two();
    using other = holding(store, 'BEGIN IMMEDIATE');
    const registry = await store.open({}, { sleep: () => Promise.reject(new Error('slept')) });
    expect((await reading(registry).model(MODEL)).versions).toHaveLength(2);
    expect(other.isTransaction).toBe(true);
  });

  it('is not changed while one version is looked at, so that all of it is of one moment', async () => {
    using store = two();
    let asked: () => void = () => undefined;
    const startThread = (): Thread => {
      const thread = thisThread()();
      const post = (message: unknown) => {
        if ((message as ToStore).kind === 'ask') asked();
        thread.post(message);
      };
      return { ...thread, post };
    };
    const reader = (await store.open({}, { startThread })).reader(signal);
    const [version] = (await reader.model(MODEL)).versions;
    if (version === undefined) throw new Error('The store has no version.');
    using other = holding(store, 'BEGIN IMMEDIATE; UPDATE model_versions SET description = 1');
    const commit = () => {
      other.exec('COMMIT');
    };
    let refused = 0;
    asked = () => {
      expect(commit).toThrow('database is locked');
      refused += 1;
    };
    await reader.evidence(version, 'candidate', new Set());
    expect(refused).toBeGreaterThan(0);
    commit();
  });

  it('is read only after an exclusive writer has let go', async () => {
    using store = two();
    const other = holding(store, 'BEGIN EXCLUSIVE');
    const registry = await store.open(
      {},
      {
        sleep: () => {
          other.close();
          return Promise.resolve();
        },
      },
    );
    expect((await reading(registry).model(MODEL)).versions).toHaveLength(2);
  });
});

describe('a signal', () => {
  const aborted = (reason?: unknown): AbortSignal => AbortSignal.abort(reason);

  it.each([
    ['timeout', new DOMException('late', 'TimeoutError'), 'timeout'],
    ['cancellation', undefined, 'cancelled'],
    ['its owner, with a reason of ours', new PromotionError('timeout', 'late', 'wait'), 'timeout'],
  ])('that was aborted by %s ends every call', async (_what, reason, code) => {
    using store = two();
    const registry = await store.open();
    const late = aborted(reason);
    expect((await failure(() => promote(registry, late))).code).toBe(code);
    expect((await failure(() => reading(registry, late).model(MODEL))).code).toBe(code);
    expect((await failure(() => reading(registry, late).run(RUN))).code).toBe(code);
  });

  it('ends the waiting for a lock at once', async () => {
    using store = two();
    using other = holding(store, 'BEGIN EXCLUSIVE');
    const registry = await store.open();
    const started = performance.now();
    const error = await failure(() => promote(registry, AbortSignal.timeout(100)));
    expect(error.code).toBe('timeout');
    expect(performance.now() - started).toBeLessThan(5000);
    expect(other.isTransaction).toBe(true);
  });

  it('that aborts during the work takes the work back', async () => {
    using store = two();
    const before = store.bytes();
    const controller = new AbortController();
    const registry = await store.open();
    const error = await failure(() =>
      registry.writer(controller.signal).transact(async (transaction) => {
        await transaction.write({ kind: 'alias', model: MODEL, version: '2', alias: 'champion' });
        controller.abort();
        expect((await failure(() => transaction.reader.model(MODEL))).code).toBe('cancelled');
      }),
    );
    expect(error.code).toBe('cancelled');
    expect(store.bytes()).toBe(before);
  });
});

describe('a store that cannot be used', () => {
  it('is missing when it went away after opening, and stays away', async () => {
    using store = two();
    const registry = await store.open();
    rmSync(store.path);
    expect((await failure(() => reading(registry).model(MODEL))).code).toBe('store-missing');
    expect((await failure(() => promote(registry))).code).toBe('store-missing');
    expect(existsSync(store.path)).toBe(false);
  });

  it.each([100, 4096, 5000, 20_480])('is cut short at %d bytes', async (length) => {
    using store = two();
    truncateSync(store.path, length);
    const before = store.bytes();
    const registry = await store.open();
    expect((await failure(() => reading(registry).model(MODEL))).code).toBe('store-unusable');
    expect((await failure(() => promote(registry))).code).toBe('store-unusable');
    expect(store.bytes()).toBe(before);
  });

  it('is damaged inside', async () => {
    using store = two();
    const content = readFileSync(store.path);
    writeFileSync(store.path, content.fill(0xff, 100, 4096));
    const registry = await store.open();
    const error = await failure(() => reading(registry).model(MODEL));
    expect([error.code, error.message]).toEqual([
      'store-unusable',
      'The store "sqlite:///mlflow.db" is damaged or cut short.',
    ]);
  });

  it.each([
    ['ALTER TABLE model_versions DROP COLUMN status', 'column "status" of table "model_versions"', '1.4'],
    ['DROP TABLE registered_model_aliases', 'table "registered_model_aliases"', '2.3'],
    ['DROP TABLE model_version_tags', 'table "model_version_tags"', '1.10'],
    ['DROP TABLE inputs', 'table "inputs"', '2.4'],
    ['DROP TABLE logged_model_metrics', 'table "logged_model_metrics"', '3.0'],
    ['DROP TABLE alembic_version', 'table "alembic_version"', '1.3'],
    ['ALTER TABLE tags RENAME TO t; CREATE VIEW tags AS SELECT * FROM t', 'table "tags"', '1.3'],
  ])('lacks what is needed: %s', async (sql, what, release) => {
    using store = two();
    store.run(sql);
    const registry = await store.open();
    for (const call of [() => reading(registry).model(MODEL), () => promote(registry)]) {
      const error = await failure(call);
      expect(error.code).toBe('store-schema');
      expect(error.message).toBe(
        `The store "sqlite:///mlflow.db" lacks the ${what}, which stores of MLflow ${release} and later have.`,
      );
      expect(error.remedy).toContain('mlflow db upgrade');
    }
  });

  it('lost a column, or got one back, between two reads', async () => {
    using store = two();
    const reader = (await store.open()).reader(signal);
    await reader.model(MODEL);
    store.run('ALTER TABLE model_versions RENAME COLUMN status TO state');
    expect(await failure(() => reader.model(MODEL))).toMatchObject({ code: 'store-schema' });
    store.run('ALTER TABLE model_versions RENAME COLUMN state TO status');
    expect((await reader.model(MODEL)).versions).toHaveLength(2);
  });

  it('was migrated between reading and writing', async () => {
    using store = two();
    const registry = await store.open();
    await reading(registry).model(MODEL);
    store.run("UPDATE alembic_version SET version_num = 'ffffffffffff'");
    const before = store.bytes();
    const error = await failure(() => promote(registry));
    expect(error.code).toBe('store-schema');
    expect(error.message).toContain('ffffffffffff');
    expect(store.bytes()).toBe(before);
    await promote(await store.open());
  });

  it.each(RELEASES)('never has its revision written: %s', async (release) => {
    using store = new TestStore(release).model().version(2);
    const before = store.query('SELECT * FROM alembic_version');
    await promote(await store.open());
    expect(store.query('SELECT * FROM alembic_version')).toEqual(before);
  });
});

describe('a store in WAL mode', () => {
  it('is read and written like any other', async () => {
    using store = two();
    store.run('PRAGMA journal_mode = WAL');
    const registry = await store.open();
    await promote(registry);
    expect((await reading(registry).version(MODEL, '2'))?.stage).toBe('Production');
  });
});

describe('a store whose writer was killed', () => {
  it('is left as it is by a run that changes nothing, which names the command', async () => {
    using store = two();
    await leaveHotJournal(store);
    const before = [store.bytes(), readFileSync(`${store.path}-journal`, 'latin1')];
    const registry = await store.open({}, { recovers: false });
    const error = await failure(() => reading(registry).model(MODEL));
    expect([error.code, error.message]).toEqual([
      'store-unusable',
      expect.stringContaining('mlflow.db-journal'),
    ]);
    const [, statement = ''] = /sqlite3 mlflow\.db "([^"]+)"/.exec(error.remedy) ?? [];
    expect([store.bytes(), readFileSync(`${store.path}-journal`, 'latin1')]).toEqual(before);
    // The command of the remedy is enough.
    store.run(statement);
    expect((await reading(registry).version(MODEL, '2'))?.stage).toBe('None');
  });

  it('is put back to what was committed before a promotion reads it', async () => {
    using store = two();
    await leaveHotJournal(store);
    expect(() => store.query('SELECT 1 FROM model_versions')).toThrow();
    const registry = await store.open();
    expect((await reading(registry).version(MODEL, '2'))?.stage).toBe('None');
    expect(store.lines).toEqual([
      'A process was killed while it wrote to "sqlite:///mlflow.db"; its unfinished change is taken back.',
    ]);
    expect(store.query('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  });

  it('is put back by a writer', async () => {
    using store = two();
    await leaveHotJournal(store);
    await promote(await store.open());
    expect(store.query("SELECT version FROM model_versions WHERE current_stage = 'Production'")).toEqual([
      { version: 2 },
    ]);
  });
});

/** A child that fills SQLite's cache so that half of its change is in the file, and is then killed. */
async function leaveHotJournal(store: TestStore): Promise<void> {
  const script = `
    const database = new (require('node:sqlite').DatabaseSync)(${JSON.stringify(store.path)});
    database.exec("PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE; UPDATE model_versions SET current_stage = 'Production'");
    database.exec("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) INSERT INTO params SELECT 'k' || i, hex(zeroblob(400)), 'r' FROM n");
    process.kill(process.pid, 'SIGKILL');`;
  store.trainingRun('r');
  const { signal: end } = await startChild(process.execPath, ['-e', script]).ended;
  expect(end).toBe('SIGKILL');
  expect(existsSync(`${store.path}-journal`)).toBe(true);
}

/** Root may write everything, so the child gives up that right where it has it. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

describe('a store that may only be read', () => {
  const attempt = async (store: TestStore): Promise<{ read: string; write: string }> => {
    const script = join(import.meta.dirname, 'attempt.ts');
    const { stdout, stderr } = await startScript(script, [store.folder], NOBODY).ended;
    if (stdout === '') throw new Error(stderr);
    return JSON.parse(stdout) as { read: string; write: string };
  };

  it.each([
    ['the file is read-only', 0o444, 0o777],
    ['the folder is read-only', 0o666, 0o555],
    ['both are', 0o444, 0o555],
  ])('is read, and refused when written: %s', async (_what, file, folder) => {
    using store = two();
    const before = store.bytes();
    chmodSync(store.path, file);
    chmodSync(store.folder, folder);
    expect(await attempt(store)).toEqual({ read: '2 versions', write: 'store-read-only' });
    chmodSync(store.folder, 0o777);
    expect(store.bytes()).toBe(before);
  });

  it('is refused when it may not be read either', async () => {
    using store = two();
    chmodSync(store.folder, 0o755);
    chmodSync(store.path, 0o000);
    expect(await attempt(store)).toEqual({ read: 'store-unusable', write: 'store-unusable' });
  });
});

it('a replaced file is seen by the next read', async () => {
  using store = two();
  using other = new TestStore(NEWEST).model().version(7, 'Production');
  const registry = await store.open();
  expect((await reading(registry).model(MODEL)).versions).toHaveLength(2);
  rmSync(store.path);
  copyFileSync(other.path, store.path);
  expect((await reading(registry).model(MODEL)).versions.map(({ version }) => version)).toEqual(['7']);
});
