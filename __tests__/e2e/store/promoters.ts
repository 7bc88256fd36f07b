import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { ROOT } from '../../harness/paths.js';
import type { Inputs } from '../promotion/steps.js';
import type { Told } from './audit.js';

/** A process that is ready to promote. */
export interface Promoter {
  /** Begins, and resolves with what every run said when the last one is over. */
  readonly go: () => Promise<Told[]>;
}

/** Starts a process that promotes as `inputs` say, `times` times in turn. */
export async function startPromoter(folder: string, inputs: Inputs, times: number): Promise<Promoter> {
  const hooks = path.join(ROOT, 'scripts/typescript-hooks.mjs');
  const script = path.join(import.meta.dirname, 'promoter.ts');
  const child = spawn(
    process.execPath,
    ['--import', hooks, script, JSON.stringify(inputs), folder, String(times)],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  let output = '';
  let errors = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  const closed = once(child, 'close');
  await Promise.race([once(child.stdout, 'data'), closed]);
  return {
    go: async () => {
      child.stdin.write('go');
      await closed;
      if (errors !== '') throw new Error(errors);
      const lines = output.split('\n').filter((line) => line.startsWith('{'));
      return lines.map((line) => JSON.parse(line) as Told);
    },
  };
}
