import { given } from './domain/environment.js';
import { gitHubOf } from './github/github.js';
import { openRegistry } from './registry/open.js';
import { run } from './run.js';
import { actionsRunner } from './world/runner.js';
import { processSignals } from './world/signals.js';

const { env } = process;
const world = {
  env,
  workingDirectory: given(env, 'GITHUB_WORKSPACE') ?? process.cwd(),
  runner: actionsRunner(env),
  signals: processSignals,
  now: () => new Date(),
  openRegistry,
  github: gitHubOf(env),
};

try {
  process.exitCode = await run(world);
} catch (error) {
  // Nothing below this line can report any more: say it and be red.
  const why = Error.isError(error) ? error.message.replaceAll(/\s+/g, ' ').slice(0, 300) : 'unknown';
  world.runner.annotate('error', 'Model promotion failed', `The action itself failed: ${why}`);
  process.exitCode = 1;
}

// All that was to be said is said, and everything is closed: the process has nothing to wait for, nor to tidy up. Not
// before the log is out: a pipe is written in the background on some systems.
process.stdout.write('', () => process.exit());
