import { forLog } from './escape.js';
import type { Scrub } from './scrub.js';

/** Progress lines may be this long. */
const LINE = 400;

interface Lines {
  info(text: string): void;
  debug(text: string): void;
}

/** A log whose every line is without secrets, and escaped, before it is printed. */
export function safeLog(log: Lines, scrub: Scrub): Lines {
  return {
    info: (text) => {
      log.info(forLog(scrub(text), LINE));
    },
    debug: (text) => {
      for (const line of scrub(text).split('\n')) log.debug(forLog(line, LINE));
    },
  };
}
