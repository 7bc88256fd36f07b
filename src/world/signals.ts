/** What may end a run from outside. */
export interface Signals {
  /** Calls back on SIGINT and SIGTERM, with the name. */
  onSignal(handler: (signal: string) => void): void;
}

/** Those of this process. Without a handler they would end it without a word. */
export const processSignals: Signals = {
  onSignal: (handler) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, handler);
  },
};
