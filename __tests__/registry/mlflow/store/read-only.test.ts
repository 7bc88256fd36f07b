import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { MlflowRegistry } from '../../../../src/registry/mlflow/registry.js';
import { connectionTo, failure, MODEL, NEWEST, reading, signal, TestStore, openStore } from './stores.js';
import { Store } from '../../../../src/registry/mlflow/store/store.js';
import { sleep } from '../../../../src/registry/mlflow/store/waiting.js';

/** Somebody who owns nothing: as root every folder can be written, whatever its mode says. */
const NOBODY = 65_534;

async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return work();
  process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

/** Copies the store with what lies beside it, and takes all write permission from the copy. */
function copied(from: TestStore, endings: readonly string[]): string {
  const folder = join(from.folder, 'copy');
  mkdirSync(folder);
  for (const ending of endings) {
    copyFileSync(`${from.path}${ending}`, join(folder, `mlflow.db${ending}`));
    chmodSync(join(folder, `mlflow.db${ending}`), 0o444);
  }
  chmodSync(folder, 0o555);
  chmodSync(from.folder, 0o755);
  return folder;
}

/** Runs `work` on a read-only copy of a store that `sql` has changed on an open connection. */
async function onCopy<T>(
  sql: string,
  endings: readonly string[],
  work: (registry: MlflowRegistry, folder: string) => Promise<T>,
): Promise<T> {
  using store = new TestStore(NEWEST).model().version(1);
  const writer = new DatabaseSync(store.path);
  try {
    writer.exec(sql);
    const folder = copied(store, endings);
    try {
      return await asNobody(async () =>
        work(await openStore(connectionTo('sqlite:///mlflow.db', folder), { log }), folder),
      );
    } finally {
      chmodSync(folder, 0o755);
    }
  } finally {
    writer.close();
  }
}

const versions = async (registry: MlflowRegistry) => (await reading(registry).model(MODEL)).versions.length;
const log = { info: () => undefined, debug: () => undefined };
const SETTLED = 'PRAGMA journal_mode = WAL; PRAGMA wal_checkpoint(TRUNCATE)';
const PENDING = `PRAGMA journal_mode = WAL; UPDATE model_versions SET description = 'pending'`;
const KILLED =
  'PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN; UPDATE model_versions SET description = hex(zeroblob(200000))';

describe('a store that nobody may write to', () => {
  beforeAll(async () => {
    // What is loaded late has to be loaded by somebody who may read it.
    using store = new TestStore(NEWEST).model().version(1);
    expect(await versions(await store.open())).toBe(1);
  });

  it.each([
    ['in WAL mode with nothing pending', SETTLED, ['']],
    ['in WAL mode with an empty log beside it', SETTLED, ['', '-wal']],
    ['in WAL mode with the index of its log beside it', PENDING, ['', '-wal', '-shm']],
    ['not in WAL mode', 'PRAGMA journal_mode = DELETE', ['']],
  ])('is read: %s', async (_, sql, endings) => {
    await onCopy(sql, endings, async (registry, folder) => {
      expect(await versions(registry)).toBe(1);
      expect(readdirSync(folder).sort()).toEqual(endings.map((ending) => `mlflow.db${ending}`).sort());
    });
  });

  it.each([
    ['a log without its index', PENDING, ['', '-wal'], 'mlflow.db-wal'],
    ['the journal of a killed writer', KILLED, ['', '-journal'], 'mlflow.db-journal'],
  ])(
    'is not read past %s; what is pending is named, and whose permission is missing',
    async (_, sql, endings, file) => {
      await onCopy(sql, endings, async (registry, folder) => {
        const error = await failure(() => versions(registry));
        expect(error.code).toBe('store-read-only');
        expect(error.message).toContain(
          `has changes pending in "${file}" (${statSync(join(folder, file)).size} bytes)`,
        );
        expect(error.message).toMatch(/(user \d+) may not write in its folder ".*" \(owner \d+, mode 555\)/);
        expect(error.remedy).toContain('write permission');
      });
    },
  );

  it('is not written either, and says so', async () => {
    await onCopy(SETTLED, [''], async (registry) => {
      const error = await failure(() => registry.writer(signal).transact(() => Promise.resolve()));
      expect([error.code, error.message]).toEqual([
        'store-read-only',
        expect.stringContaining('cannot be written'),
      ]);
    });
  });

  it.each([
    [
      'written',
      (path: string) => {
        utimesSync(path, new Date(0), new Date(0));
      },
    ],
    [
      'put in place of another',
      (path: string) => {
        renameSync(`${path}.new`, path);
      },
    ],
    [
      'given a log of changes',
      (path: string) => {
        writeFileSync(`${path}-wal`, 'x');
      },
    ],
  ])('is not believed when it is %s while it is read alone', async (_, change) => {
    using store = new TestStore(NEWEST).model().version(1);
    store.run(SETTLED);
    const folder = copied(store, ['']);
    const path = join(folder, 'mlflow.db');
    const facts = { uri: 'sqlite:///mlflow.db', path, workspace: 'default', recovers: true };
    const deps = { log: () => undefined, sleep, now: Date.now };
    const asked = (work: () => void) =>
      asNobody(async () => {
        const moment = await new Store(facts, deps).beginReading(signal);
        work();
        await moment.keep(signal);
        moment.close();
      });
    await asked(() => undefined);
    const error = await failure(() =>
      asked(() => {
        process.seteuid?.(process.getuid?.() ?? 0);
        chmodSync(folder, 0o755);
        copyFileSync(path, `${path}.new`);
        change(path);
      }),
    );
    expect(error.code).toBe('store-busy');
  });
});
