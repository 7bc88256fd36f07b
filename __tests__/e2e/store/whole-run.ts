// Loaded by Jest and by plain Node: nothing of Jest here.
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import type { PromotionDecision } from '../../../src/domain/decision.js';
import { openRegistry } from '../../../src/registry/open.js';
import type { Registry } from '../../../src/registry/port.js';
import { run } from '../../../src/run.js';
import { inputVariables, readMetadata } from '../../harness/action-metadata.js';
import { ROOT } from '../../harness/paths.js';

export interface WholeRun {
  readonly exitCode: number;
  readonly outputs: Readonly<Record<string, string>>;
  readonly decision: PromotionDecision;
  readonly log: string;
}

const metadata = await readMetadata(ROOT);

/**
 * One whole run of the action's own `run()`, from inputs to report, in this process: what the shipped action does,
 * without its start. `wrap` may stand between it and the registry.
 */
export async function wholeRun(
  workspace: string,
  inputs: Readonly<Record<string, string>>,
  wrap: (registry: Registry) => Registry = (registry) => registry,
): Promise<WholeRun> {
  const given = inputVariables(metadata, inputs, '');
  const outputs: Record<string, string> = {};
  const lines: string[] = [];
  const say = (text: string): void => {
    lines.push(text);
  };
  const exitCode = await run({
    env: { RUNNER_TEMP: process.env['HARNESS_SCRATCH'] ?? tmpdir() },
    workingDirectory: workspace,
    runner: {
      input: (name) => given[`INPUT_${name.toUpperCase()}`] ?? '',
      mask: () => undefined,
      info: say,
      debug: () => undefined,
      group: (title, more) => {
        [title, ...more].forEach(say);
      },
      annotate: (_level, _title, message) => {
        say(message);
      },
      output: (name, value) => {
        outputs[name] = value;
      },
      summary: () => Promise.resolve(),
    },
    signals: { onSignal: () => undefined },
    github: { createCheckRun: () => Promise.resolve(null) },
    now: () => new Date(),
    openRegistry: async (...args) => wrap(await openRegistry(...args)),
  });
  const decision = JSON.parse(await readFile(outputs['decision'] ?? '', 'utf8')) as PromotionDecision;
  return { exitCode, outputs, decision, log: lines.join('\n') };
}
