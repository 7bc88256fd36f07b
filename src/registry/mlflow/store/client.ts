import { abortError, throwIfAborted } from '../../../domain/deadline.js';
import { PromotionError } from '../../../domain/error.js';
import type { Log } from '../../../domain/log.js';
import { messageOf } from '../../../text/thrown.js';
import type { Thread } from '../../thread.js';
import { received, sent, type Call, type FromStore, type StoreFacts, type ToStore } from './protocol.js';
import type { Ask } from './queries.js';

/** A thread that works at all answers well within this after it was told to end. */
const PATIENCE_MS = 500;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

export interface StoreClientDeps {
  readonly log: Log;
  readonly startThread: () => Thread;
}

/**
 * A store, from the run's side. SQLite blocks the thread that calls it, and what a file makes it do has no bound: a
 * crafted one can hold it for ever. So it is called in another thread, which is left behind when it does not answer in
 * time; what it has not committed by then is never committed.
 */
export class StoreClient {
  readonly #facts: StoreFacts;
  readonly #deps: StoreClientDeps;
  readonly #waiting = new Map<number, Waiting>();
  #thread: Thread | null = null;
  #calls = 0;

  constructor(facts: StoreFacts, deps: StoreClientDeps) {
    this.#facts = facts;
    this.#deps = deps;
  }

  /** Runs `work` on one moment of the file: whatever it asks, no write comes between. */
  read<T>(work: (ask: Ask) => Promise<T>, signal: AbortSignal): Promise<T> {
    return this.#during('read', work, signal);
  }

  /**
   * Runs `work` in one transaction that holds the only write lock from its start (`BEGIN IMMEDIATE`), on a
   * connection that nothing else uses. When `work` throws, nothing of it stays.
   */
  transact<T>(work: (ask: Ask) => Promise<T>, signal: AbortSignal): Promise<T> {
    return this.#during('write', work, signal);
  }

  close(): void {
    this.#thread?.end();
    this.#thread = null;
  }

  async #during<T>(to: 'read' | 'write', work: (ask: Ask) => Promise<T>, signal: AbortSignal): Promise<T> {
    const begin = this.#call({ kind: 'begin', to, facts: this.#facts }, signal);
    const [moment, thread] = [this.#calls, this.#thread];
    await begin;
    let kept = false;
    try {
      const ask: Ask = (query, ...args) =>
        // What comes back is what that query returns: both ends are built together.
        this.#call({ kind: 'ask', moment, query, args }, signal) as Promise<never>;
      const result = await work(ask);
      kept = true;
      await this.#call({ kind: 'end', moment, keep: true }, signal, to === 'write' ? lostCommit : undefined);
      return result;
    } finally {
      if (!kept && this.#thread === thread) this.#post({ kind: 'end', moment, keep: false });
    }
  }

  /** `lost` says what it means when no answer comes. */
  async #call(call: Call, signal: AbortSignal, lost: Lost = unanswered): Promise<unknown> {
    throwIfAborted(signal);
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const number = this.#post(call);
    this.#waiting.set(number, {
      resolve,
      reject: (error) => {
        reject(error instanceof Ended ? lost(this.#facts.uri, error.cause) : error);
      },
    });
    let patience: NodeJS.Timeout | undefined;
    const abort = () => {
      this.#post({ kind: 'abort', call: number, why: sent(abortError(signal)) });
      patience = setTimeout(() => {
        this.#leave(new Ended(abortError(signal)));
      }, PATIENCE_MS);
    };
    signal.addEventListener('abort', abort);
    try {
      return await promise;
    } finally {
      clearTimeout(patience);
      signal.removeEventListener('abort', abort);
      this.#waiting.delete(number);
    }
  }

  #post(call: Call): number {
    this.#calls += 1;
    const message: ToStore = { ...call, number: this.#calls };
    this.#running().post(message);
    return message.number;
  }

  #running(): Thread {
    if (this.#thread !== null) return this.#thread;
    const thread = this.#deps.startThread();
    thread.onMessage((message) => {
      this.#take(message as FromStore);
    });
    thread.onEnd((why) => {
      if (this.#thread === thread) this.#leave(new Ended(why));
    });
    this.#thread = thread;
    return thread;
  }

  #take(message: FromStore): void {
    switch (message.kind) {
      case 'answer':
        this.#waiting.get(message.number)?.resolve(message.value);
        return;
      case 'failure':
        this.#waiting.get(message.number)?.reject(received(message.error));
        return;
      case 'log':
        this.#deps.log.info(message.line);
    }
  }

  /** Nothing is waited for any more; the next call gets a thread of its own. */
  #leave(why: Ended): void {
    this.close();
    for (const { reject } of this.#waiting.values()) reject(why);
  }
}

/** The thread ended or was left behind, because of `cause`. */
class Ended extends Error {
  constructor(cause: unknown) {
    super('the thread of the store ended', { cause });
  }
}

type Lost = (uri: string, cause: unknown) => PromotionError;

const unanswered: Lost = (uri, cause) =>
  cause instanceof PromotionError
    ? cause
    : new PromotionError(
        'store-unusable',
        `The store "${uri}" could not be worked on: ${messageOf(cause)}.`,
        'Check how large the file is and whether MLflow can read it, or restore it from a copy.',
        { cause },
      );

const lostCommit: Lost = (uri, cause) =>
  new PromotionError(
    'outcome-unknown',
    `The change to "${uri}" was being committed when the run had to end.`,
    'List the versions to see which one holds the target.',
    { cause },
  );
