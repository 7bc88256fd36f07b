import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * The text of a file of the working tree; null where there is none. Throws where it is something else than a file in
 * that tree of at most so many bytes: a folder, a pipe, a link that leads out of it, or one that cannot be read. Read at
 * once: there is nothing else to do meanwhile, and each wait would go through a pool of threads.
 */
export function readWorkspaceFile(root: string, path: string, largest: number): string | null {
  try {
    const [tree, file] = [realpathSync(root), realpathSync(join(root, path))];
    const inside = relative(tree, file);
    if (inside === '..' || inside.startsWith(`..${sep}`))
      throw new Error('It leads out of the working tree.');
    const found = statSync(file);
    // A pipe keeps whoever opens it waiting for somebody to write.
    if (!found.isFile()) throw new Error('It is no file.');
    if (found.size > largest) throw new Error(`It has ${found.size} bytes, and at most ${largest} are read.`);
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
