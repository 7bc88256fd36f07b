import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runAction, type ActionRun } from './action.js';
import { ROOT, scratch } from './paths.js';

/** Runs the action and says which files of `dist` it loaded, as V8 tells. */
export async function loadedFiles(
  inputs: Readonly<Record<string, string>>,
): Promise<{ readonly run: ActionRun; readonly files: readonly string[] }> {
  const folder = await scratch('coverage');
  const run = await runAction({ inputs, env: { NODE_V8_COVERAGE: folder } });
  const reports = await Promise.all(
    (await readdir(folder)).map((name) => readFile(path.join(folder, name), 'utf8')),
  );
  const urls = reports.flatMap((text) => (JSON.parse(text) as { result: { url: string }[] }).result);
  const loaded = urls.flatMap(({ url }) => (url.startsWith('file:') ? [fileURLToPath(url)] : []));
  const files = loaded.filter((file) => path.dirname(file) === path.join(ROOT, 'dist'));
  return { run, files: files.map((file) => path.basename(file)) };
}
