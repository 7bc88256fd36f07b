import { existsSync } from 'node:fs';
import { PromotionError } from '../../../domain/error.js';
import type { ErrorCode } from '../../../domain/reason.js';
import { missingStore } from './missing.js';

/** Primary result codes of SQLite (https://www.sqlite.org/rescode.html). */
const BUSY = 5;
const LOCKED = 6;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const NOTADB = 26;

/** A reader met the journal of a writer that was killed: extended codes of READONLY. */
const READONLY_RECOVERY = 264;
const READONLY_ROLLBACK = 776;
/** Reading needs a file beside the store, and the folder takes none. */
const READONLY_DIRECTORY = 1544;

interface Fault {
  readonly code: ErrorCode;
  /** Follows `The store "…"`. */
  readonly what: string;
  readonly remedy: string;
}

const DAMAGED: Fault = {
  code: 'store-unusable',
  what: 'is damaged or cut short',
  remedy:
    'Restore the file from a copy (check that the download, cache or checkout that brought it was complete).',
};

const FAULTS: Readonly<Partial<Record<number, Fault>>> = {
  [CORRUPT]: DAMAGED,
  [NOTADB]: DAMAGED,
  [READONLY]: {
    code: 'store-read-only',
    what: 'cannot be written: the file, its folder or its disk is read-only',
    remedy:
      'Give the user that runs this step write permission on the file and on its folder (SQLite keeps its journal beside the file). Evaluate and list need none.',
  },
  [CANTOPEN]: {
    code: 'store-read-only',
    what: 'or the journal that SQLite keeps beside it could not be opened',
    remedy: 'Give the user that runs this step permission on the file and on its folder.',
  },
  [FULL]: {
    code: 'store-unusable',
    what: 'is on a full disk; nothing was changed',
    remedy: 'Free some space and run again.',
  },
  [IOERR]: {
    code: 'store-unusable',
    what: 'is on a disk that failed while it was used',
    remedy:
      'Check the disk, or copy the store to a local one (network folders are known for this), and run again.',
  },
};

/** Somebody else holds a lock that we need: worth another try. */
export function isBusy(error: unknown): boolean {
  const primary = (resultCode(error) ?? 0) & 0xff;
  return primary === BUSY || primary === LOCKED;
}

/** The disk failed: whether a commit took hold can only be told by reading. */
export function isDiskFailure(error: unknown): boolean {
  return ((resultCode(error) ?? 0) & 0xff) === IOERR;
}

/** Only a connection that may write can take back the half-made write of a killed process. */
export function needsRecovery(error: unknown): boolean {
  const code = resultCode(error);
  return code === READONLY_ROLLBACK || code === READONLY_RECOVERY;
}

/** A store in WAL mode, in a folder that cannot be written. */
export function needsFolder(error: unknown): boolean {
  const code = resultCode(error);
  return code === READONLY_DIRECTORY || code === CANTOPEN;
}

/** What SQLite said, as this project says it. Anything that is not SQLite's comes back as it is. */
export function translated(error: unknown, store: { readonly uri: string; readonly path: string }): unknown {
  const code = resultCode(error);
  if (code === null) return error;
  const primary = code & 0xff;
  if (primary === CANTOPEN && !existsSync(store.path))
    return missingStore({ ...store, hints: () => [] }, error);
  const found = FAULTS[primary] ?? {
    code: 'store-unusable',
    what: `was refused by SQLite: ${(error as Error).message}`,
    remedy: 'Open it with "mlflow server --backend-store-uri" to see whether MLflow can read it.',
  };
  return new PromotionError(found.code, `The store "${store.uri}" ${found.what}.`, found.remedy, {
    cause: error,
  });
}

/** SQLite's extended result code, or null when the error is not SQLite's. */
function resultCode(error: unknown): number | null {
  if (typeof error !== 'object' || error === null) return null;
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  return code === 'ERR_SQLITE_ERROR' && typeof errcode === 'number' ? errcode : null;
}
