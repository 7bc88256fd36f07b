import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, scratch } from '../../harness/paths.js';
import type { LocalStore } from './demo-store.js';

/** Root may write whatever it likes; without these two rights it is held to the permissions of its files. */
const RIGHTS = '-dac_override,-dac_read_search';

const SHIM = `
import { spawnSync } from 'node:child_process';
import process from 'node:process';
const main = ${JSON.stringify(path.join(ROOT, 'dist/index.js'))};
const command = process.getuid?.() === 0
  ? ['setpriv', '--inh-caps=${RIGHTS}', '--bounding-set=${RIGHTS}', '--', process.execPath, main]
  : [process.execPath, main];
process.exitCode = spawnSync(command[0], command.slice(1), { stdio: 'inherit' }).status ?? 1;
`;

/**
 * Makes a store and its folder read-only.
 * @returns a folder with an action that runs the shipped one as somebody whom that stops.
 */
export async function unprivileged(store: LocalStore): Promise<string> {
  const folder = await scratch('unprivileged');
  const metadata = await readFile(path.join(ROOT, 'action.yml'), 'utf8');
  await writeFile(path.join(folder, 'action.yml'), metadata.replace('dist/index.js', 'shim.mjs'));
  await writeFile(path.join(folder, 'shim.mjs'), SHIM);
  await chmod(store.path, 0o444);
  await chmod(store.folder, 0o555);
  return folder;
}
