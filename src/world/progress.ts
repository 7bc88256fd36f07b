import type { Log } from '../domain/log.js';

/** How often a waiting run says that it still waits. */
const EVERY_SECONDS = 15;

/** Prints a line from time to time, so that a slow server does not look like a hung step. */
export function startProgress(log: Log, limitSeconds: number): { stop(): void } {
  let waited = 0;
  const timer = setInterval(() => {
    waited += EVERY_SECONDS;
    log.info(`Still working: ${waited} s of at most ${limitSeconds} s.`);
  }, EVERY_SECONDS * 1_000);
  return {
    stop: () => {
      clearInterval(timer);
    },
  };
}
