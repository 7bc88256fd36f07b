import { cp, readdir } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, scratch } from './paths.js';

/** A copy of the shipped action, to be broken: its folder, and the files of its `dist`. */
export async function copyOfAction(): Promise<{
  readonly directory: string;
  readonly files: readonly string[];
}> {
  const directory = await scratch('broken');
  const dist = path.join(directory, 'dist');
  await cp(path.join(ROOT, 'action.yml'), path.join(directory, 'action.yml'));
  await cp(path.join(ROOT, 'dist'), dist, { recursive: true });
  return { directory, files: (await readdir(dist)).map((name) => path.join(dist, name)) };
}
