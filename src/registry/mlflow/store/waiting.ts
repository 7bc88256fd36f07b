import { setTimeout as wait } from 'node:timers/promises';
import { PromotionError } from '../../../domain/error.js';
import { throwIfAborted } from '../../../domain/deadline.js';
import { isBusy } from './errors.js';

/** How long MLflow itself waits for a lock (`PRAGMA busy_timeout = 20000` in every release from 2.9). */
const LONGEST_WAIT_MS = 20_000;
const SHORTEST_SLICE_MS = 10;
const LONGEST_SLICE_MS = 60;

/** Sleeps that long; throws when the signal aborts. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

export interface Waiting {
  readonly uri: string;
  readonly log: (line: string) => void;
  readonly sleep: Sleep;
}

export const sleep: Sleep = (ms, signal) => wait(ms, undefined, { signal });

/**
 * Tries until the store is free, in short slices so that signals and the time limit still work.
 *
 * @throws PromotionError `store-busy` after as long as MLflow itself would wait.
 */
export async function retryWhileBusy<T>(attempt: () => T, signal: AbortSignal, waiting: Waiting): Promise<T> {
  for (let waited = 0; ;) {
    throwIfAborted(signal);
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (waited >= LONGEST_WAIT_MS) throw busy(waiting.uri, error);
    }
    if (waited === 0) waiting.log(`Another process is writing to "${waiting.uri}"; waiting for it.`);
    // Waiters that are not in step do not starve each other.
    const slice = SHORTEST_SLICE_MS + Math.random() * (LONGEST_SLICE_MS - SHORTEST_SLICE_MS);
    await waiting.sleep(slice, signal).catch((error: unknown) => {
      throwIfAborted(signal);
      throw error;
    });
    waited += slice;
  }
}

function busy(uri: string, cause: unknown): PromotionError {
  return new PromotionError(
    'store-busy',
    `The store "${uri}" stayed locked by another process for ${LONGEST_WAIT_MS / 1000} seconds; nothing was changed.`,
    'Find what holds it (a training job, an MLflow server, a database browser with an open edit), let it finish, and run again.',
    { cause },
  );
}
