import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { given } from '../domain/environment.js';
import { serializeDecision } from '../report/decision-schema.js';
import type { ReportPaths } from '../report/outputs.js';
import { incomplete, type Publication, type Sink } from './sink.js';

/**
 * Decision and report as files. Each step has a folder of its own: one job may decide several times. Where the runner's
 * folder cannot be written, the system's is tried; a full disk does not undo a decision. Written at once: there is
 * nothing else to do meanwhile, and each wait would go through a pool of threads.
 */
export const writeFiles: Sink = (publication, { env, runner }) => {
  const parents = new Set([given(env, 'RUNNER_TEMP') ?? tmpdir(), tmpdir()]);
  let fault: unknown;
  for (const parent of parents) {
    try {
      return { ...publication, paths: writeInto(parent, publication) };
    } catch (error) {
      fault = error;
    }
  }
  incomplete(runner, 'The decision file could not be written', fault);
  return publication;
};

function writeInto(parent: string, { decision, markdown }: Publication): ReportPaths {
  const folder = mkdtempSync(join(parent, 'model-promotion-'));
  const paths = { decision: join(folder, 'decision.json'), report: join(folder, 'report.md') };
  writeFileSync(paths.decision, serializeDecision(decision));
  writeFileSync(paths.report, markdown);
  return paths;
}
