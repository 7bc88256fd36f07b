import { forLog } from './escape.js';

/** Progress lines may be this long. */
const LINE = 400;

interface Lines {
  info(text: string): void;
  debug(text: string): void;
}

/** A log whose every line is escaped before it is printed. */
export function safeLog(log: Lines): Lines {
  return {
    info: (text) => {
      log.info(forLog(text, LINE));
    },
    debug: (text) => {
      for (const line of text.split('\n')) log.debug(forLog(line, LINE));
    },
  };
}
