import { given } from './domain/environment.js';
import { gitHubOf } from './github/github.js';
import { openRegistry } from './registry/open.js';
import { run } from './run.js';
import { bounded } from './world/bounded.js';
import { actionsRunner } from './world/runner.js';
import { processSignals } from './world/signals.js';
import { watchStdout } from './world/stdout.js';
import type { Threads } from './world/threads.js';

/** Runs the action in this process, and ends it. */
export async function main(threads: Threads): Promise<void> {
  const stdout = watchStdout();
  const { env } = process;
  const world = {
    env,
    workingDirectory: given(env, 'GITHUB_WORKSPACE') ?? process.cwd(),
    runner: actionsRunner(env),
    signals: processSignals,
    now: () => new Date(),
    uptimeMs: () => performance.now(),
    startThread: () => threads.start(),
    bounded,
    openRegistry,
    github: gitHubOf(env),
  };
  try {
    process.exitCode = await run(world);
  } catch (error) {
    const why = Error.isError(error) ? error.message.replaceAll(/\s+/g, ' ').slice(0, 300) : 'unknown';
    world.runner.annotate('error', 'Model promotion failed', `The action itself failed: ${why}`);
    process.exitCode = 1;
  }
  const ended = await threads.end();
  // All is said and closed, once the log is out: some systems write it in the background. One that nobody read is red.
  process.stdout.write('', () => {
    if (!ended) process.kill(process.pid, 'SIGKILL');
    process.exit(stdout.isRead() ? process.exitCode : 1);
  });
}
