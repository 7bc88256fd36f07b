import { open, realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { PromotionError } from '../../../domain/error.js';
import { nounOf, settingOf, type NamedStore } from './parts.js';

const PREFIX = 'sqlite:///';

/** The first bytes of every SQLite 3 database (https://www.sqlite.org/fileformat.html, 1.3.1). */
const MAGIC = 'SQLite format 3\0';

function forms(store: NamedStore): string {
  return `Write ${settingOf(store)} as \`sqlite:///mlflow.db\` (relative to the workspace) or \`sqlite:////absolute/path/mlflow.db\`.`;
}

/**
 * The text of the file path in a `sqlite:` URI, in SQLAlchemy's reading: all that follows three slashes. A text of
 * another form and a query are never quoted: they may hold a user and a password.
 */
function pathIn(store: NamedStore): string {
  const { uri } = store;
  const shown = uri.split('?', 1)[0] ?? '';
  if (!uri.startsWith(PREFIX) && uri !== 'sqlite://') {
    throw new PromotionError(
      'input-invalid',
      `The address of the ${nounOf(store)} is not one of a SQLite file.`,
      forms(store),
    );
  }
  const path = uri.slice(PREFIX.length);
  if (path === '' || path === '/' || /^\/?:memory:/.test(path)) {
    throw new PromotionError(
      'not-supported',
      `"${shown}" names a store in memory, which is empty at every start.`,
      forms(store),
    );
  }
  if (uri.includes('?') || path.startsWith('file:') || path.includes('\0')) {
    throw new PromotionError(
      'not-supported',
      `"${shown}" carries options, and only a plain path can be opened.`,
      forms(store),
    );
  }
  return path;
}

/**
 * The real path of the store a `sqlite:` URI names, links followed. A relative path starts at the working
 * directory and may not leave it, by `..` or by a link. The file is looked at and never made.
 *
 * @throws PromotionError `input-invalid`, `not-supported`, `store-missing` or `store-unusable`.
 */
export async function locateStore(store: NamedStore, workingDirectory: string): Promise<string> {
  const { uri } = store;
  const text = pathIn(store);
  const named = resolve(workingDirectory, text);
  if (!isAbsolute(text) && !isInside(resolve(workingDirectory), named)) {
    throw new PromotionError('input-invalid', `"${uri}" leads out of the workspace.`, forms(store));
  }
  const real = await answered(store, () => realpath(named));
  if (!isAbsolute(text) && !isInside(await answered(store, () => realpath(workingDirectory)), real)) {
    throw new PromotionError(
      'store-unusable',
      `"${uri}" is a link that leaves the workspace, so it was not opened.`,
      `Put the store itself into the workspace, or name it in ${settingOf(store)} by its absolute path: \`sqlite:////absolute/path/mlflow.db\`.`,
    );
  }
  await answered(store, () => mustBeSqlite(store, real));
  return real;
}

function isInside(directory: string, path: string): boolean {
  const way = relative(directory, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Looked at before SQLite opens it, because closing a file gives up every lock this process holds on it. */
async function mustBeSqlite(store: NamedStore, path: string): Promise<void> {
  if (!(await stat(path)).isFile()) {
    throw new PromotionError(
      'store-unusable',
      `"${store.uri}" is not a file.`,
      `Name the database file itself in ${settingOf(store)}.`,
    );
  }
  const file = await open(path, 'r');
  const start = Buffer.alloc(MAGIC.length);
  const { bytesRead } = await file.read(start, 0, start.length, 0).finally(() => file.close());
  if (start.toString('latin1') !== MAGIC) {
    const what = bytesRead === 0 ? 'is empty' : 'is not a SQLite database';
    throw new PromotionError(
      'store-unusable',
      `The file of "${store.uri}" ${what}.`,
      `Check that ${settingOf(store)} names the store that MLflow wrote, and that it was restored completely (a Git LFS pointer or a failed download looks like this).`,
    );
  }
}

async function answered<T>(store: NamedStore, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof PromotionError) throw error;
    throw fileError(store, error);
  }
}

function fileError(store: NamedStore, error: unknown): PromotionError {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return missingStore(store, error);
  return new PromotionError(
    'store-unusable',
    `The file of "${store.uri}" cannot be read (${code}).`,
    'Give the user that runs this step read permission on the file and its folders.',
    { cause: error },
  );
}

/** The store is not there; it is never created. */
export function missingStore(store: NamedStore, cause: unknown): PromotionError {
  return new PromotionError(
    'store-missing',
    `There is no ${nounOf(store)} at "${store.uri}".`,
    `Check ${settingOf(store)}: a relative path starts at the workspace, and the file must be written or restored before this step. It is never created here.`,
    { cause },
  );
}
