// Loaded by Jest and by plain Node: nothing of Jest here.
import { tmpdir } from 'node:os';
import type { PromotionDecision } from '../../../src/domain/decision.js';
import { openRegistry } from '../../../src/registry/open.js';
import type { Registry } from '../../../src/registry/port.js';
import { run } from '../../../src/run.js';
import { testWorld } from '../../harness/world.js';

export interface WholeRun {
  readonly exitCode: number;
  readonly outputs: Readonly<Record<string, string>>;
  readonly decision: PromotionDecision;
  readonly log: string;
}

const LOGGED: ReadonlySet<string> = new Set(['info', 'group', 'annotate']);

/**
 * One whole run of the action's own `run()`, from inputs to report, in this process: what the shipped action does,
 * without its start. `wrap` may stand between it and the registry.
 */
export async function wholeRun(
  workspace: string,
  inputs: Readonly<Record<string, string>>,
  wrap: (registry: Registry) => Registry = (registry) => registry,
): Promise<WholeRun> {
  const world = testWorld({
    inputs,
    registry: async (...args) => wrap(await openRegistry(...args)),
    workingDirectory: workspace,
    env: { RUNNER_TEMP: process.env['HARNESS_SCRATCH'] ?? tmpdir() },
    now: () => new Date(),
  });
  const exitCode = await run(world);
  const log = world.said.filter(({ kind }) => LOGGED.has(kind)).map(({ text }) => text);
  return { exitCode, outputs: world.outputs(), decision: world.decision(), log: log.join('\n') };
}
