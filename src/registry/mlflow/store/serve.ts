import type { ThreadPort } from '../../thread.js';
import { translated } from './errors.js';
import { received, sent, type Call, type FromStore, type StoreFacts, type ToStore } from './protocol.js';
import { answer } from './queries.js';
import { Store, type Moment } from './store.js';
import { sleep, type Sleep } from './waiting.js';

export interface ServeDeps {
  /** Waits between two tries of a locked store. */
  readonly sleep?: Sleep;
  /** Epoch milliseconds, for the times MLflow keeps with a change. */
  readonly now?: () => number;
}

/** Works on one store for whoever is at the other end of the port. */
export function serveStore(port: ThreadPort, deps: ServeDeps = {}): void {
  const post = (message: FromStore) => {
    port.post(message);
  };
  const server = new StoreServer((line) => {
    post({ kind: 'log', line });
  }, deps);
  port.onMessage((message) => {
    const call = message as ToStore;
    server.work(call).then(
      (value) => {
        post({ kind: 'answer', number: call.number, value });
      },
      (error: unknown) => {
        post({ kind: 'failure', number: call.number, error: sent(error) });
      },
    );
  });
}

class StoreServer {
  readonly #log: (line: string) => void;
  readonly #deps: Required<ServeDeps>;
  readonly #moments = new Map<number, Moment>();
  readonly #waiting = new Map<number, AbortController>();
  #store: Store | null = null;

  constructor(log: (line: string) => void, deps: ServeDeps) {
    this.#log = log;
    this.#deps = { sleep: deps.sleep ?? sleep, now: deps.now ?? Date.now };
  }

  async work({ number, ...call }: ToStore): Promise<unknown> {
    const ending = new AbortController();
    this.#waiting.set(number, ending);
    try {
      return await this.#answer(number, call, ending.signal);
    } catch (error) {
      throw this.#store === null ? error : translated(error, this.#store.facts);
    } finally {
      this.#waiting.delete(number);
    }
  }

  async #answer(number: number, call: Call, signal: AbortSignal): Promise<unknown> {
    switch (call.kind) {
      case 'begin':
        this.#moments.set(number, await this.#begin(call.to, call.facts, signal));
        return null;
      case 'ask':
        return answer(this.#moment(call.moment).session, call.query, call.args);
      case 'end':
        await this.#end(call.moment, call.keep, signal);
        return null;
      case 'abort':
        this.#waiting.get(call.call)?.abort(received(call.why));
        return null;
    }
  }

  #begin(to: 'read' | 'write', facts: StoreFacts, signal: AbortSignal): Promise<Moment> {
    this.#store ??= new Store(facts, { log: this.#log, ...this.#deps });
    return to === 'read' ? this.#store.beginReading(signal) : this.#store.beginWriting(signal);
  }

  async #end(number: number, keep: boolean, signal: AbortSignal): Promise<void> {
    const moment = this.#moment(number);
    try {
      if (keep) await moment.keep(signal);
    } finally {
      this.#moments.delete(number);
      moment.close();
    }
  }

  #moment(number: number): Moment {
    const moment = this.#moments.get(number);
    if (moment === undefined) throw new Error(`no moment ${number} of the store is open`);
    return moment;
  }
}
