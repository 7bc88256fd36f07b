import { gunzipSync } from 'node:zlib';
import { readFileSync, statSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inputVariables, readMetadata } from '../__tests__/harness/action-metadata.js';
import { loadedFiles } from '../__tests__/harness/loaded.js';
import { ROOT, scratch, venvProgram } from '../__tests__/harness/paths.js';
import { plainRepository } from '../__tests__/harness/plain-repository.js';
import { prepareFiles, stepEnvironment } from '../__tests__/harness/runner-environment.js';
import { parseFileCommands } from '../__tests__/harness/runner-files.js';
import { must } from '../__tests__/harness/tools.js';

type Inputs = Readonly<Record<string, string>>;

/** Runs a command and prints what it alone used: time of all processors and on the clock, in ms, and memory, in kB. */
const OWN_USE = `
import os, sys, time
null = os.open(os.devnull, os.O_RDWR)
streams = [(os.POSIX_SPAWN_DUP2, null, fd) for fd in (0, 1, 2)]
started = time.monotonic()
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=streams)
_, status, used = os.wait4(pid, 0)
print((used.ru_utime + used.ru_stime) * 1000, (time.monotonic() - started) * 1000, used.ru_maxrss)
`;

/** What one process used. */
export interface Used {
  /** Milliseconds. */
  readonly cpu: number;
  readonly clock: number;
  /** At most, in MB. */
  readonly memory: number;
}

async function ownUse(args: readonly string[], env: Inputs, cwd: string): Promise<Used> {
  const python = venvProgram('mlflow-3.17.2', 'python');
  const said = await must(python, ['-c', OWN_USE, process.execPath, ...args], { env, cwd });
  const [cpu = NaN, clock = NaN, kilobytes = NaN] = said.trim().split(' ').map(Number);
  return { cpu, clock, memory: kilobytes / 1000 };
}

/** Own CPU of Node that does nothing, in ms. */
export async function cpuOfBareNode(): Promise<number> {
  return (await ownUse(['-e', '0'], {}, ROOT)).cpu;
}

/** Own CPU of one step, in ms. Throws when it ends otherwise than it should. */
export async function cpuOfAction(inputs: Inputs, workspace: string, result: string): Promise<number> {
  return (await measureAction(inputs, workspace, result)).cpu;
}

/** What one step used. Throws when it ends otherwise than it should. */
export async function measureAction(inputs: Inputs, workspace: string, result: string): Promise<Used> {
  const metadata = await readMetadata(ROOT);
  const home = await scratch('bench');
  const temp = join(home, 'temp');
  await mkdir(temp);
  const places = { home, workspace, temp, files: await prepareFiles(temp, {}) };
  const env = {
    ...stepEnvironment(places, 'workflow_dispatch', await plainRepository()),
    ...inputVariables(metadata, { 'check-name': '', ...inputs }, ''),
  };
  const used = await ownUse([join(ROOT, metadata.runs.main)], env, workspace);
  const outputs = parseFileCommands(await readFile(places.files.output, 'utf8'));
  if (outputs['result'] === result) return used;
  throw new Error(`Expected "${result}", the action said "${outputs['result'] ?? ''}".`);
}

/** A copy of the demo's store in a folder of its own, and what asks whether its version 3 is better. */
export async function localStore(): Promise<{ readonly workspace: string; readonly inputs: Inputs }> {
  const workspace = await scratch('store');
  await writeFile(join(workspace, 'mlflow.db'), gunzipSync(readFileSync(join(ROOT, 'demo/mlflow.db.gz'))));
  const thresholds = 'accuracy: ">= 0.92 and >= production + 0.005"\nlog_loss: "<= production"\n';
  return {
    workspace,
    inputs: {
      ...{ mode: 'evaluate', 'model-name': 'tumour-classifier', version: '3', stage: 'Production' },
      ...{ thresholds, 'tracking-uri': 'sqlite:///mlflow.db' },
    },
  };
}

/** Bytes of `dist` that are compiled before the registry at this address is asked anything; it must not be there. */
export async function compiledBytes(uri: string): Promise<number> {
  const { run, files } = await loadedFiles({
    ...{ mode: 'evaluate', 'model-name': 'm', version: '1', stage: 'Production', 'tracking-uri': uri },
    ...{ thresholds: 'auc: ">= 0.5"', 'check-name': '', 'timeout-seconds': '1' },
  });
  if (run.outputs['result'] !== 'error') throw new Error(`There is a registry at ${uri}.`);
  return files.reduce((sum, file) => sum + statSync(join(ROOT, 'dist', file)).size, 0);
}
