import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runAction, type ActionOptions, type ActionRun } from './action.js';
import { ROOT, scratch } from './paths.js';

/** What a run loaded of `dist`, as V8 tells. */
export interface Loaded {
  readonly run: ActionRun;
  /** In the thread of the run itself. */
  readonly files: readonly string[];
  /** In the other one, where a store is worked on; empty where there was none. */
  readonly beside: readonly string[];
}

/** Runs the action and says which files of `dist` it loaded. */
export async function loadedFiles(
  inputs: Readonly<Record<string, string>>,
  around: Omit<ActionOptions, 'inputs'> = {},
): Promise<Loaded> {
  const folder = await scratch('coverage');
  const run = await runAction({ ...around, inputs, env: { ...around.env, NODE_V8_COVERAGE: folder } });
  // `coverage-<process>-<time>-<thread>.json`
  const reports = await readdir(folder);
  const of = async (own: boolean): Promise<string[]> => {
    const names = reports.filter((name) => name.endsWith('-0.json') === own);
    return (await Promise.all(names.map((name) => filesIn(path.join(folder, name))))).flat();
  };
  return { run, files: await of(true), beside: await of(false) };
}

async function filesIn(report: string): Promise<string[]> {
  const { result } = JSON.parse(await readFile(report, 'utf8')) as { result: { url: string }[] };
  const loaded = result.flatMap(({ url }) => (url.startsWith('file:') ? [fileURLToPath(url)] : []));
  return loaded
    .filter((file) => path.dirname(file) === path.join(ROOT, 'dist'))
    .map((file) => path.basename(file));
}
