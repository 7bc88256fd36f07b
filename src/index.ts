import { given } from './github/event.js';
import { actionsRunner } from './world/runner.js';
import { openRegistry } from './registry/open.js';
import { run } from './run.js';

const world = {
  env: process.env,
  workingDirectory: given(process.env, 'GITHUB_WORKSPACE') ?? process.cwd(),
  runner: actionsRunner(process.env),
  timekeeper: {
    onSignal: (handler: (signal: string) => void) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, handler);
    },
  },
  now: () => new Date(),
  openRegistry,
};

try {
  process.exitCode = await run(world);
} catch (error) {
  // Nothing below this line can report any more: say it and be red.
  const why = Error.isError(error) ? error.message.replaceAll(/\s+/g, ' ').slice(0, 300) : 'unknown';
  world.runner.annotate('error', 'Model promotion failed', `The action itself failed: ${why}`);
  process.exitCode = 1;
}
