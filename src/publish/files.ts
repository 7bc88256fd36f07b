import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { given } from '../domain/environment.js';
import { serializeDecision } from '../report/decision-schema.js';
import type { ReportPaths } from '../report/outputs.js';
import { incomplete, type Publication, type Sink } from './sink.js';

/**
 * Decision and report as files. Each step has a folder of its own: one job may decide several times. Where the runner's
 * folder cannot be written, the system's is tried; a full disk does not undo a decision.
 */
export const writeFiles: Sink = async (publication, { env, runner }) => {
  const parents = new Set([given(env, 'RUNNER_TEMP') ?? tmpdir(), tmpdir()]);
  let fault: unknown;
  for (const parent of parents) {
    try {
      return { ...publication, paths: await writeInto(parent, publication) };
    } catch (error) {
      fault = error;
    }
  }
  incomplete(runner, 'The decision file could not be written', fault);
  return publication;
};

async function writeInto(parent: string, { decision, markdown }: Publication): Promise<ReportPaths> {
  const folder = await mkdtemp(join(parent, 'model-promotion-'));
  const paths = { decision: join(folder, 'decision.json'), report: join(folder, 'report.md') };
  await writeFile(paths.decision, serializeDecision(decision));
  await writeFile(paths.report, markdown);
  return paths;
}
