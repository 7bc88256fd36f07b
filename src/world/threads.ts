import { once } from 'node:events';
import { SHARE_ENV, Worker } from 'node:worker_threads';
import type { Thread } from '../registry/thread.js';

/** A thread that runs at all ends well within this when it is told to. */
const PATIENCE_MS = 300;

export interface Threads {
  /** Starts one that the next `start` hands out. */
  prepare(): void;
  start(): Thread;
  /**
   * Ends all of them. False when one stands still in native code: the process cannot end while it does, but for a signal
   * that nobody can refuse.
   */
  end(): Promise<boolean>;
}

/** Threads of this process, which run its own program again; what they do is the program's affair. */
export function processThreads(program: string): Threads {
  const workers = new Set<Worker>();
  const begin = (): Thread => {
    const worker = new Worker(program, { env: SHARE_ENV, execArgv: process.execArgv });
    workers.add(worker);
    worker.once('exit', () => workers.delete(worker));
    return threadOf(worker);
  };
  let prepared: Thread | null = null;
  return {
    prepare: () => {
      prepared ??= begin();
    },
    start: () => {
      const thread = prepared ?? begin();
      prepared = null;
      return thread;
    },
    end: async () => {
      const ending = [...workers].map((worker) => worker.terminate());
      const patience = AbortSignal.timeout(PATIENCE_MS);
      await Promise.race([Promise.all(ending), once(patience, 'abort')]);
      return workers.size === 0;
    },
  };
}

function threadOf(worker: Worker): Thread {
  // A thread that is not needed any more holds nothing up.
  worker.unref();
  // It may end before anybody asks.
  const ended = Promise.withResolvers<unknown>();
  worker.once('error', ended.resolve);
  worker.once('exit', (code) => {
    ended.resolve(new Error(`it ended with code ${code}`));
  });
  return {
    post: (message) => {
      worker.postMessage(message);
    },
    onMessage: (handler) => {
      worker.on('message', handler);
    },
    onEnd: (handler) => {
      void ended.promise.then(handler);
    },
    end: () => {
      void worker.terminate();
    },
  };
}
