import { closeSync, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { PromotionError } from '../../../domain/error.js';
import type { Place } from './frozen.js';

// SQLite keeps files of its own beside a store and believes them: it writes back what a journal holds, through links too.

const RESTORE =
  'MLflow never leaves such a file: remove it if you know where it comes from, or restore the store from a copy.';

/** @throws PromotionError `store-unusable` where a file of SQLite's beside the store is not one that SQLite makes. */
export function demandPlain({ uri, path }: Place): void {
  for (const file of [`${path}-journal`, `${path}-wal`, `${path}-shm`]) {
    const found = lstatSync(file, { throwIfNoEntry: false });
    if (found === undefined || found.isFile()) continue;
    const what = found.isSymbolicLink() ? 'a link' : 'not a file';
    throw new PromotionError(
      'store-unusable',
      `Beside the store "${uri}" there is "${basename(file)}", which is ${what}; SQLite would use it as its own.`,
      RESTORE,
    );
  }
  if (!namesAnotherFile(`${path}-journal`)) return;
  throw new PromotionError(
    'store-unusable',
    `Beside the store "${uri}" there is "${basename(path)}-journal", which names another file; SQLite would delete that one with it.`,
    RESTORE,
  );
}

/** What a killed process left half done, for whoever changes nothing. */
export function unfinished({ uri, path }: Place, cause: unknown): PromotionError {
  const name = basename(path);
  return new PromotionError(
    'store-unusable',
    `A process was killed while it wrote to "${uri}", and its unfinished change has to be taken back from "${name}-journal" first. This mode changes nothing, so it did not.`,
    'If the journal is yours, run `sqlite3 mlflow.db "SELECT count(*) FROM sqlite_schema"` on the store as a user that may write it (any writer takes back the change, `mode: promote` too); else restore the store from a copy.',
    { cause },
  );
}

/**
 * The end of a journal that belongs to a transaction over several files (SQLite, pager.c, `readSuperJournal`): a name,
 * its length, a sum, and eight bytes of magic. MLflow's transactions are over one.
 */
const MAGIC = 'd9d505f920a163d7';

function namesAnotherFile(journal: string): boolean {
  let file: number;
  try {
    file = openSync(journal, 'r');
  } catch {
    // There is none, or SQLite cannot open it either, and says so.
    return false;
  }
  try {
    const end = Buffer.alloc(MAGIC.length / 2);
    readSync(file, end, 0, end.length, Math.max(0, fstatSync(file).size - end.length));
    return end.toString('hex') === MAGIC;
  } finally {
    closeSync(file);
  }
}
