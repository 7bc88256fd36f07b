import { readFileSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * The text of a file of the working tree; null where there is none. Throws where it is something else than a file in
 * that tree: a folder, a link that leads out of it, or one that cannot be read. Read at once: there is nothing else to
 * do meanwhile, and each wait would go through a pool of threads.
 */
export function readWorkspaceFile(root: string, path: string): string | null {
  try {
    const [tree, file] = [realpathSync(root), realpathSync(join(root, path))];
    const inside = relative(tree, file);
    if (inside === '..' || inside.startsWith(`..${sep}`))
      throw new Error('It leads out of the working tree.');
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
