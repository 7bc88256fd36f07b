import { abortError, throwIfAborted } from '../../src/domain/deadline.js';
import { PromotionError } from '../../src/domain/error.js';
import type { Registry, RegistryReader, RegistryTransaction, Write } from '../../src/registry/port.js';
import type { MemoryStore } from './memory-store.js';

export { MemoryStore } from './memory-store.js';

export type CallName = 'model' | 'evidence' | 'write' | 'begin' | 'commit';

/** One call as the registry saw it. `started` and `ended` count all beginnings and endings of this client. */
export interface CallRecord {
  /**
   * Which one it is, in the words of a test: `second model` is the second look at the model, `first evidence of 7` the
   * first look at the evidence of version 7.
   */
  readonly which: string;
  readonly name: CallName;
  readonly detail: string;
  readonly started: number;
  ended: number;
  /** What a write asked for. */
  readonly write: Write | null;
}

/** What goes wrong with one call. */
export type Fault =
  /** The registry refuses: nothing was done. */
  | { readonly kind: 'throw'; readonly error: unknown }
  /** The reply is lost. Of a write, `applied` says whether it was made. */
  | { readonly kind: 'lose-reply'; readonly applied: boolean }
  /** No reply until the signal aborts. */
  | { readonly kind: 'hang'; readonly applied: boolean };

export interface MemoryOptions {
  /** Called before the registry looks; what it returns goes wrong. It may also change the world first. */
  readonly beforeCall?: (call: CallRecord) => Fault | undefined;
  /** Called when the registry has done its part and the reply is on its way. */
  readonly afterCall?: (call: CallRecord) => void;
  /** Called between the two halves of a transition: rows read, nothing changed yet. */
  readonly insideTransition?: (call: CallRecord) => void;
  /** One step of a call through the world. Tests of interleavings pass a scheduler's. */
  readonly tick?: (label: string) => Promise<void>;
  /** True: `transact` is one transaction under one write lock, of one registry at a time. False: as it is. */
  readonly atomic?: boolean;
  /** Asking for a writer throws. */
  readonly readOnly?: boolean;
  readonly close?: () => Promise<void>;
}

/** What goes wrong with the call that is named so. */
export function onCall(which: string, fault: Fault): NonNullable<MemoryOptions['beforeCall']> {
  return (call) => (call.which === which ? fault : undefined);
}

/** A registry in memory, with its log. */
export interface MemoryRegistry extends Registry {
  readonly calls: readonly CallRecord[];
  readonly closed: () => number;
}

interface Client {
  readonly store: MemoryStore;
  readonly options: MemoryOptions;
  readonly tick: (label: string) => Promise<void>;
  readonly calls: CallRecord[];
  moment: number;
}

/** Opens a store as one client. Clients of one store see each other's writes. */
export function memoryRegistry(store: MemoryStore, options: MemoryOptions = {}): MemoryRegistry {
  const tick = options.tick ?? (() => new Promise<void>((resolve) => setImmediate(resolve)));
  const client: Client = { store, options, tick, calls: [], moment: 0 };
  let closed = 0;
  return {
    label: 'memory',
    calls: client.calls,
    closed: () => closed,
    reader: (signal) => readerOf(client, store, signal),
    writer: (signal) => {
      if (options.readOnly === true) throw new TypeError('This mode was handed a writer.');
      return {
        commits: options.atomic === true,
        transact: (work) =>
          options.atomic === true
            ? transaction(client, signal, work)
            : work({
                reader: readerOf(client, store, signal),
                write: (write) => make(client, write, signal),
              }),
      };
    },
    close: async () => {
      closed += 1;
      await options.close?.();
    },
  };
}

function readerOf(client: Client, store: MemoryStore, signal: AbortSignal): RegistryReader {
  const read = <T>(name: CallName, detail: string, look: () => T) =>
    call(client, { name, detail, write: null }, signal, () => Promise.resolve(look()));
  return {
    model: (name) => read('model', name, () => store.model(name)),
    evidence: (version, role) =>
      read('evidence', `${version.model}/${version.version}`, () => store.evidence(version, role)),
  };
}

/** Without transactions rows are read, then changed; in between anything may happen. */
function make(client: Client, write: Write, signal: AbortSignal): Promise<void> {
  return call(client, { name: 'write', detail: detailOf(write), write }, signal, async (record) => {
    const pending = client.store.look(write);
    if (write.kind === 'transition') {
      client.options.insideTransition?.(record);
      await client.tick(`${record.detail}: rows read`);
    }
    client.store.make(pending);
  });
}

/** One writer at a time, who sees its own copy; it takes the place of the store at the end, or never. */
async function transaction<T>(
  client: Client,
  signal: AbortSignal,
  work: (transaction: RegistryTransaction) => Promise<T>,
): Promise<T> {
  const { store } = client;
  const release = await lock(store, () => call(client, internal('begin'), signal, () => Promise.resolve()));
  try {
    const staged = store.copy();
    const result = await work({
      reader: readerOf(client, staged, signal),
      write: (write) =>
        call(client, { name: 'write', detail: detailOf(write), write }, signal, () => {
          staged.make(staged.look(write));
          return Promise.resolve();
        }),
    });
    await call(client, internal('commit'), signal, () => {
      store.adopt(staged);
      return Promise.resolve();
    });
    return result;
  } finally {
    release();
  }
}

const internal = (name: CallName) => ({ name, detail: name, write: null }) as const;

const locks = new WeakMap<MemoryStore, boolean>();

async function lock(store: MemoryStore, wait: () => Promise<void>): Promise<() => void> {
  await wait();
  while (locks.get(store) === true) await wait();
  locks.set(store, true);
  return () => locks.set(store, false);
}

/** Whether a transaction holds the write lock: what is done by hand has to wait for it. */
export function isLocked(store: MemoryStore): boolean {
  return locks.get(store) === true;
}

function detailOf(write: Write): string {
  const to = write.kind === 'alias' ? write.alias : write.stage;
  return `${write.kind} ${write.version} → ${to}`;
}

type Asked = Pick<CallRecord, 'name' | 'detail' | 'write'>;

/** One call: on its way there, at work, on its way back. */
async function call<T>(
  client: Client,
  asked: Asked,
  signal: AbortSignal,
  work: (record: CallRecord) => Promise<T>,
): Promise<T> {
  throwIfAborted(signal);
  const record: CallRecord = {
    ...{ ...asked, which: nameOf(asked, client.calls) },
    ...{ started: client.moment++, ended: NaN },
  };
  client.calls.push(record);
  const answer = serve(client, record, signal, work);
  answer.catch(() => undefined);
  try {
    return await orAborted(answer, signal, changes(record));
  } finally {
    record.ended = client.moment++;
  }
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];

function nameOf({ name, detail }: Asked, calls: readonly CallRecord[]): string {
  const alike = calls.filter((call) => call.name === name && (name === 'write' || call.detail === detail));
  const ordinal = ORDINALS[alike.length] ?? `${alike.length + 1}th`;
  return name === 'evidence' ? `${ordinal} evidence of ${detail.split('/')[1] ?? ''}` : `${ordinal} ${name}`;
}

async function serve<T>(
  client: Client,
  record: CallRecord,
  signal: AbortSignal,
  work: (record: CallRecord) => Promise<T>,
): Promise<T> {
  await client.tick(`${record.detail}: asked`);
  const fault = client.options.beforeCall?.(record);
  if (fault?.kind === 'throw') throw fault.error;
  if (fault === undefined || fault.applied) {
    const answer = await work(record);
    client.options.afterCall?.(record);
    if (fault === undefined) {
      await client.tick(`${record.detail}: answered`);
      return answer;
    }
  }
  if (fault.kind === 'hang') await aborted(signal);
  throw withoutReply(changes(record));
}

function changes(record: CallRecord): boolean {
  return record.name === 'write' || record.name === 'commit';
}

function withoutReply(write: boolean): PromotionError {
  return write
    ? new PromotionError('outcome-unknown', 'The answer was lost.', 'Look at the registry.')
    : new PromotionError('connection-failed', 'The connection broke.', 'Try again.');
}

/** Every call ends when its signal aborts; a write that is under way may have been made. */
async function orAborted<T>(answer: Promise<T>, signal: AbortSignal, write: boolean): Promise<T> {
  const stop = Promise.withResolvers<never>();
  const end = () => {
    stop.reject(write ? withoutReply(true) : abortError(signal));
  };
  signal.addEventListener('abort', end, { once: true });
  try {
    return await Promise.race([answer, stop.promise]);
  } finally {
    signal.removeEventListener('abort', end);
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      resolve();
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}

/** The longest chain of calls of which each began after the one before it had ended: round trips that add up. */
export function roundTrips(calls: readonly CallRecord[]): number {
  const depths: number[] = [];
  for (const [index, record] of calls.entries()) {
    const before = calls.slice(0, index).map((other, at) => (other.ended < record.started ? depths[at] : 0));
    depths.push(1 + Math.max(0, ...before.map((depth) => depth ?? 0)));
  }
  return Math.max(0, ...depths);
}
