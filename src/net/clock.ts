import { setTimeout as wait } from 'node:timers/promises';

/** The world as the retries see it, for tests. */
export interface HttpClock {
  /** Rejects when the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** In [0, 1). */
  readonly random: () => number;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export const REAL_CLOCK: HttpClock = {
  sleep: (ms, signal) => wait(ms, undefined, { signal }),
  random: Math.random,
  now: Date.now,
};
