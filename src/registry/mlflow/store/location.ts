import { open, realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { PromotionError } from '../../../domain/error.js';
import { elsewhere } from './elsewhere.js';
import { missingStore, SETTING, type Place } from './missing.js';

const PREFIX = 'sqlite:///';

/** The first bytes of every SQLite 3 database (https://www.sqlite.org/fileformat.html, 1.3.1). */
const MAGIC = 'SQLite format 3\0';

const FORMS = `Write ${SETTING} as \`sqlite:///mlflow.db\` (relative to the workspace) or \`sqlite:////absolute/path/mlflow.db\`.`;

/**
 * The real path of the store a `sqlite:` URI names, links followed. A relative path starts at the working
 * directory and may not leave it, by `..` or by a link. The file is looked at and never made.
 *
 * @throws PromotionError `input-invalid`, `not-supported`, `store-missing` or `store-unusable`.
 */
export async function locateStore(uri: string, workingDirectory: string): Promise<string> {
  const text = pathIn(uri);
  const named = resolve(workingDirectory, text);
  if (!isAbsolute(text) && !isInside(resolve(workingDirectory), named))
    throw new PromotionError('input-invalid', `"${uri}" leads out of the workspace.`, FORMS);
  const found = { uri, path: named, hints: () => elsewhere({ text, workingDirectory }) };
  const real = await answered(found, () => realpath(named));
  if (!isAbsolute(text) && !isInside(await answered(found, () => realpath(workingDirectory)), real)) {
    throw new PromotionError(
      'store-unusable',
      `"${uri}" is a link that leaves the workspace, so it was not opened.`,
      `Put the store itself into the workspace, or name it in ${SETTING} by its absolute path: \`sqlite:////absolute/path/mlflow.db\`.`,
    );
  }
  await answered(found, () => mustBeSqlite(uri, real));
  return real;
}

/**
 * The text of the file path in a `sqlite:` URI, in SQLAlchemy's reading: all that follows three slashes. A text of
 * another form and a query are never quoted: they may hold a user and a password.
 */
function pathIn(uri: string): string {
  const shown = uri.split('?', 1)[0] ?? '';
  if (!uri.startsWith(PREFIX) && uri !== 'sqlite://')
    throw new PromotionError('input-invalid', `The address of the store is not one of a SQLite file.`, FORMS);
  const path = uri.slice(PREFIX.length);
  if (path === '' || path === '/' || /^\/?:memory:/.test(path)) {
    throw new PromotionError(
      'not-supported',
      `"${shown}" names a store in memory, which is empty at every start.`,
      FORMS,
    );
  }
  if (uri.includes('?') || path.startsWith('file:') || path.includes('\0')) {
    throw new PromotionError(
      'not-supported',
      `"${shown}" carries options, and only a plain path can be opened.`,
      FORMS,
    );
  }
  return path;
}

function isInside(directory: string, path: string): boolean {
  const way = relative(directory, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

async function answered<T>(place: Place, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof PromotionError) throw error;
    throw fileError(place, error);
  }
}

function fileError(place: Place, error: unknown): PromotionError {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return missingStore(place, error);
  return new PromotionError(
    'store-unusable',
    `The file of "${place.uri}" cannot be read (${code}).`,
    'Give the user that runs this step read permission on the file and its folders.',
    { cause: error },
  );
}

/** Looked at before SQLite opens it, because closing a file gives up every lock this process holds on it. */
async function mustBeSqlite(uri: string, path: string): Promise<void> {
  if (!(await stat(path)).isFile()) {
    throw new PromotionError(
      'store-unusable',
      `"${uri}" is not a file.`,
      `Name the database file itself in ${SETTING}.`,
    );
  }
  const file = await open(path, 'r');
  const start = Buffer.alloc(MAGIC.length);
  const { bytesRead } = await file.read(start, 0, start.length, 0).finally(() => file.close());
  if (start.toString('latin1') !== MAGIC) {
    const what = bytesRead === 0 ? 'is empty' : 'is not a SQLite database';
    throw new PromotionError(
      'store-unusable',
      `The file of "${uri}" ${what}.`,
      `Check that ${SETTING} names the store that MLflow wrote, and that it was restored completely (a Git LFS pointer or a failed download looks like this).`,
    );
  }
}
