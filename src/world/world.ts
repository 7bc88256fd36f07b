import type { Timekeeper } from './deadline.js';
import type { Runner } from './runner.js';
import type { openRegistry } from '../registry/open.js';

/** Everything of the world that a run touches. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly workingDirectory: string;
  readonly runner: Runner;
  readonly timekeeper: Timekeeper;
  readonly now: () => Date;
  readonly openRegistry: typeof openRegistry;
}
