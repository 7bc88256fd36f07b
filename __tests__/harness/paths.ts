import { realpathSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** The repository. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

/** Where a path really is, as far as it exists. */
function real(place: string): string {
  try {
    return realpathSync(place);
  } catch {
    return place;
  }
}

/**
 * The git-ignored folder that holds everything the tests install. Copies of the repository may share one by a link:
 * its true place counts, because what is installed knows its own path.
 */
export const CACHE = real(path.join(ROOT, '.cache'));

/** Programs of ours that no virtual environment holds. */
export const BIN = path.join(CACHE, 'bin');

const EXE = process.platform === 'win32' ? '.exe' : '';

/** A program installed by `go install`. */
export function goProgram(name: string): string {
  return path.join(BIN, `${name}${EXE}`);
}

/** A program inside a virtual environment of the cache folder. */
export function venvProgram(venv: string, name: string): string {
  return path.join(CACHE, venv, process.platform === 'win32' ? 'Scripts' : 'bin', `${name}${EXE}`);
}

/**
 * A new, empty folder of this run, under the system's temporary folder. Jest's teardown removes those of a test
 * run; scripts remove their own.
 */
export function scratch(name: string): Promise<string> {
  return mkdtemp(path.join(process.env['HARNESS_SCRATCH'] ?? os.tmpdir(), `${name}-`));
}
