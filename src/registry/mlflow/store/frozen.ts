import { existsSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { PromotionError } from '../../../domain/error.js';

// A store in WAL mode needs a file beside it even for reading (https://www.sqlite.org/wal.html, "Read-Only Databases").
// Where none can be made, SQLite reads the file alone, if it is told that nobody changes it (`immutable=1`,
// https://www.sqlite.org/uri.html): right as long as nothing is pending, and checked again when the reading is done.

export interface Place {
  readonly uri: string;
  /** Absolute. */
  readonly path: string;
}

/** Changes that are in no store yet: of a writer in WAL mode, or of one that was killed. */
interface Pending {
  readonly file: string;
  readonly bytes: number;
}

/** The state of a store whose file alone is all there is. @throws PromotionError `store-read-only` where it is not. */
export function frozenState(place: Place, cause: unknown): string {
  const pending = pendingBeside(place.path);
  if (pending !== null) throw cannotSettle(place, pending, cause);
  const { ino, size, mtimeNs } = statSync(place.path, { bigint: true });
  return [ino, size, mtimeNs].join(' ');
}

/** @throws PromotionError `store-busy` where a store that was read as frozen has changed meanwhile. */
export function demandFrozen(place: Place, state: string): void {
  if (pendingBeside(place.path) === null && frozenState(place, null) === state) return;
  throw new PromotionError(
    'store-busy',
    `The store "${place.uri}" was changed by another process while it was read; nothing was decided by it.`,
    'Let the other process finish and run again.',
  );
}

/** What is pending, and whose permission is missing to settle it. Null when nothing is. */
export function unsettled(place: Place, cause: unknown): PromotionError | null {
  const pending = pendingBeside(place.path);
  return pending === null ? null : cannotSettle(place, pending, cause);
}

function pendingBeside(path: string): Pending | null {
  for (const file of [`${path}-wal`, `${path}-journal`]) {
    const bytes = existsSync(file) ? statSync(file).size : 0;
    if (bytes > 0) return { file, bytes };
  }
  return null;
}

function cannotSettle({ uri, path }: Place, { file, bytes }: Pending, cause: unknown): PromotionError {
  const folder = dirname(path);
  const { uid, mode } = statSync(folder);
  const who = process.getuid?.();
  const user = who === undefined ? 'the user of this step' : `user ${who}`;
  const rights = `owner ${uid}, mode ${(mode & 0o777).toString(8)}`;
  return new PromotionError(
    'store-read-only',
    `The store "${uri}" has changes pending in "${basename(file)}" (${bytes} bytes), and ${user} may not write in its folder "${folder}" (${rights}), which reading them needs.`,
    'Give that user write permission on the folder and its files, or let the owner settle the store first: end what writes to it, then run `sqlite3 mlflow.db "PRAGMA wal_checkpoint(TRUNCATE)"` on it.',
    { cause },
  );
}
