import { existsSync, readdirSync, type Dirent } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { listed } from '../../../text/list.js';
import { nearest } from '../../../text/near.js';
import { MIGRATE_FILE_STORE } from '../words.js';

/** A store that is not where its address says. */
export interface Missing {
  /** The path as the address has it. */
  readonly text: string;
  readonly workingDirectory: string;
}

/** Of a folder with very many entries no more are looked at: this is help, not a search. */
const MOST_ENTRIES = 500;
const MOST_SHOWN = 3;

/** What may have been meant, a sentence each: how the path was written, and what is one folder up or down. */
export function elsewhere(missing: Missing): readonly string[] {
  return [home, variable, escaped, around, fileStore].flatMap((hint) => hint(missing) ?? []);
}

function home({ text }: Missing): string | null {
  return text.startsWith('~')
    ? 'A `~` is not read as the home folder: write the absolute path, after four slashes.'
    : null;
}

function variable({ text }: Missing): string | null {
  const name = /\$\{?([A-Za-z_]\w*)|%([A-Za-z_]\w*)%/.exec(text)?.slice(1).find(Boolean);
  if (name === undefined) return null;
  return `A variable is not read in an address: in a workflow write \`\${{ env.${name} }}\` in its place.`;
}

function escaped({ text, workingDirectory }: Missing): string | null {
  const path = resolve(workingDirectory, decoded(text));
  if (decoded(text) === text || !existsSync(path)) return null;
  return `Escapes such as \`%20\` are not read in an address of a store: write \`${address(path, workingDirectory)}\`.`;
}

function around({ text, workingDirectory }: Missing): string | null {
  const path = resolve(workingDirectory, text);
  const [folder, name] = [dirname(path), basename(path)];
  const below = entries(folder).filter((entry) => entry.isDirectory());
  const found = [
    join(dirname(folder), name),
    ...below.map((entry) => join(folder, entry.name, name)),
    ...nearStores(folder, name),
  ].filter((place) => existsSync(place));
  if (found.length === 0) return null;
  const addresses = found.map((place) => `\`${address(place, workingDirectory)}\``);
  return `There is ${listed(addresses, MOST_SHOWN)}.`;
}

function nearStores(folder: string, name: string): string[] {
  const stores = entries(folder).filter((entry) => entry.isFile() && /\.(db|sqlite3?)$/.test(entry.name));
  const names = stores.map((entry) => entry.name);
  return nearest(name, names).map((near) => join(folder, near));
}

function fileStore({ text, workingDirectory }: Missing): string | null {
  const folder = dirname(resolve(workingDirectory, text));
  return existsSync(join(folder, 'mlruns')) ? `There is a folder "mlruns". ${MIGRATE_FILE_STORE}` : null;
}

function entries(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).slice(0, MOST_ENTRIES);
  } catch {
    return [];
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Three slashes and a path inside the workspace, four and an absolute one elsewhere. */
function address(path: string, workingDirectory: string): string {
  const way = relative(workingDirectory, path);
  return `sqlite:///${way.startsWith('..') || isAbsolute(way) ? path : way}`;
}
