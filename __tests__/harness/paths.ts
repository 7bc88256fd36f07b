import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { PythonNeed } from './needs.js';

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
export const CACHE = real(path.join(realpathSync(ROOT), '.cache'));

/** Programs of ours that no virtual environment holds. */
export const BIN = path.join(CACHE, 'bin');

const EXE = process.platform === 'win32' ? '.exe' : '';

/** A program installed by `go install`. */
export function goProgram(name: string): string {
  return path.join(BIN, `${name}${EXE}`);
}

/** The pinned packages of a virtual environment. */
export function requirementsOf(need: string): string {
  return path.join(import.meta.dirname, 'requirements', `${need}.txt`);
}

/**
 * The folder of a virtual environment, named by what belongs in it and by where it is (its scripts hold absolute
 * paths): other requirements go beside it, so nothing is replaced under a server that runs.
 */
export function venvFolder(need: PythonNeed): string {
  const hash = createHash('sha256')
    .update(CACHE)
    .update(readFileSync(requirementsOf(need)));
  return path.join(CACHE, `${need}-${hash.digest('hex').slice(0, 8)}`);
}

/** A program inside a folder made by Python's venv. */
export function programIn(venv: string, name: string): string {
  return path.join(venv, process.platform === 'win32' ? 'Scripts' : 'bin', `${name}${EXE}`);
}

/** A program of one of the virtual environments the tests install. */
export function venvProgram(need: PythonNeed, name: string): string {
  return programIn(venvFolder(need), name);
}

/**
 * A new, empty folder of this run, under the system's temporary folder. Jest's teardown removes those of a test
 * run; scripts remove their own.
 */
export function scratch(name: string): Promise<string> {
  return mkdtemp(path.join(process.env['HARNESS_SCRATCH'] ?? os.tmpdir(), `${name}-`));
}
