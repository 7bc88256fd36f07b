import path from 'node:path';
import { jsonLines, startScript } from '../../harness/child.js';
import type { Inputs } from '../promotion/steps.js';
import { AUDITED, type RunReport } from './audit.js';

/** A process that is ready to promote. */
export interface Promoter {
  /** Begins, and resolves with what every run said when the last one is over. */
  readonly go: () => Promise<RunReport[]>;
}

/** Starts a process that promotes as `inputs` say, `times` times in turn. */
export async function startPromoter(folder: string, inputs: Inputs, times: number): Promise<Promoter> {
  const script = path.join(import.meta.dirname, 'promoter.ts');
  const env = { ...process.env, ...AUDITED };
  const child = startScript(script, [JSON.stringify(inputs), folder, String(times)], { stdin: 'pipe', env });
  await child.firstLine;
  return {
    go: async () => {
      child.write('go');
      const { stdout, stderr } = await child.ended;
      if (stderr !== '') throw new Error(stderr);
      return jsonLines<RunReport>(stdout);
    },
  };
}
