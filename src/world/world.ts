import type { Environment } from '../domain/environment.js';
import type { GitHub } from '../github/port.js';
import type { openRegistry } from '../registry/open.js';
import type { Thread } from '../registry/thread.js';
import type { Bounded } from './bounded.js';
import type { Runner } from './runner.js';
import type { Signals } from './signals.js';

/** Everything of the world that a run touches. */
export interface World {
  readonly env: Environment;
  readonly workingDirectory: string;
  readonly runner: Runner;
  readonly signals: Signals;
  readonly now: () => Date;
  /** Since the process began. */
  readonly uptimeMs: () => number;
  readonly startThread: () => Thread;
  readonly bounded: Bounded;
  readonly openRegistry: typeof openRegistry;
  readonly github: GitHub;
}
