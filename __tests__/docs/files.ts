import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The root of the repository, as a file URL that ends in a slash. */
export const ROOT = new URL('../../', import.meta.url);

/** The text of a file, by path from the root. */
export function read(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}

/** Paths from the root that match, with forward slashes, in order. */
export function list(...patterns: string[]): string[] {
  return globSync(patterns, { cwd: fileURLToPath(ROOT) })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}
