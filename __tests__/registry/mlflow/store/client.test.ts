import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { PromotionError } from '../../../../src/domain/error.js';
import { StoreClient } from '../../../../src/registry/mlflow/store/client.js';
import type { FromStore, ToStore } from '../../../../src/registry/mlflow/store/protocol.js';
import { failure } from './stores.js';

const FACTS = { uri: 'sqlite:///mlflow.db', path: '/work/mlflow.db', workspace: 'default', recovers: false };

/** A thread that answers as it is told, and says and suffers what the test wants. */
class ThreadDouble {
  readonly calls: ToStore[] = [];
  ended = false;
  say: (message: FromStore) => void = () => undefined;
  die: (why: unknown) => void = () => undefined;
}

/** A client with the threads it starts. `answers` gives null where a thread stands still. */
function threads(answers: (call: ToStore) => FromStore | null) {
  const started: ThreadDouble[] = [];
  const startThread = () => {
    const thread = new ThreadDouble();
    started.push(thread);
    return {
      post: (message: unknown) => {
        const call = message as ToStore;
        thread.calls.push(call);
        const answer = answers(call);
        if (answer === null) return;
        queueMicrotask(() => {
          thread.say(answer);
        });
      },
      onMessage: (handler: (message: unknown) => void) => {
        thread.say = handler;
      },
      onEnd: (handler: (why: unknown) => void) => {
        thread.die = handler;
      },
      end: () => {
        thread.ended = true;
      },
    };
  };
  const lines: string[] = [];
  const log = { info: (line: string) => lines.push(line), debug: () => undefined };
  return { started, lines, client: new StoreClient(FACTS, { log, startThread }) };
}

const value = ({ number }: ToStore): FromStore => ({ kind: 'answer', number, value: null });
/** Stands still at calls of one kind. */
const stuckAt = (kind: ToStore['kind']) => (call: ToStore) =>
  call.kind === kind || call.kind === 'abort' ? null : value(call);

const cancelled = new PromotionError('cancelled', 'The run was cancelled (SIGTERM).', 'Run again.');

/** What a call fails with when the run is cancelled, and how long after that. */
async function afterCancelling(call: (signal: AbortSignal) => Promise<unknown>): Promise<PromotionError> {
  const controller = new AbortController();
  const failing = failure(() => call(controller.signal));
  await jest.advanceTimersByTimeAsync(60_000);
  controller.abort(cancelled);
  await jest.advanceTimersByTimeAsync(500);
  return failing;
}

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
});

afterEach(() => {
  jest.useRealTimers();
});

describe('a store whose thread stands still', () => {
  it.each(['begin', 'ask', 'end'] as const)(
    'at %s while it is read ends with the run, half a second later',
    async (kind) => {
      const { client, started } = threads(stuckAt(kind));
      const error = await afterCancelling((signal) => client.read((ask) => ask('model', 'm'), signal));
      expect([error.code, error.message]).toEqual(['cancelled', 'The run was cancelled (SIGTERM).']);
      expect(started.map(({ ended }) => ended)).toEqual([true]);
      expect(jest.getTimerCount()).toBe(0);
    },
  );

  it.each(['begin', 'ask'] as const)('at %s of a write has changed nothing, and never will', async (kind) => {
    const { client, started } = threads(stuckAt(kind));
    const error = await afterCancelling((signal) => client.transact((ask) => ask('model', 'm'), signal));
    expect(error.code).toBe('cancelled');
    // Only what is told to keep its work commits it.
    expect(started[0]?.calls.some((call) => call.kind === 'end')).toBe(false);
  });

  it('at the commit is not known', async () => {
    const { client } = threads(stuckAt('end'));
    const error = await afterCancelling((signal) => client.transact((ask) => ask('model', 'm'), signal));
    expect(error.code).toBe('outcome-unknown');
  });

  it('is not asked again: the next call has a thread of its own', async () => {
    let stuck = true;
    const { client, started } = threads((call) => (stuck ? null : value(call)));
    await afterCancelling((signal) => client.read((ask) => ask('model', 'm'), signal));
    stuck = false;
    const { signal } = new AbortController();
    expect(await client.read((ask) => ask('model', 'm'), signal)).toBeNull();
    expect(started.map(({ ended }) => ended)).toEqual([true, false]);
    const [begin] = started[1]?.calls ?? [];
    expect(begin).toMatchObject({ kind: 'begin', to: 'read', facts: FACTS });
  });
});

describe('a store whose thread answers late', () => {
  it('is told that the run is over, and its own answer counts', async () => {
    const { client, started } = threads(stuckAt('end'));
    const controller = new AbortController();
    const writing = client.transact((ask) => ask('model', 'm'), controller.signal);
    await jest.advanceTimersByTimeAsync(10);
    controller.abort(cancelled);
    const [thread] = started;
    const end = thread?.calls.find(({ kind }) => kind === 'end')?.number ?? 0;
    expect(thread?.calls.at(-1)).toMatchObject({ kind: 'abort', call: end, why: { code: 'cancelled' } });
    await jest.advanceTimersByTimeAsync(499);
    thread?.say({ kind: 'answer', number: end, value: null });
    expect(await writing).toBeNull();
    expect([thread?.ended, jest.getTimerCount()]).toEqual([false, 0]);
  });
});

describe('a store whose thread ends by itself', () => {
  const dying = async (kind: ToStore['kind'], to: 'read' | 'transact'): Promise<PromotionError> => {
    const { client, started } = threads(stuckAt(kind));
    const { signal } = new AbortController();
    const failing = failure(() => client[to]((ask) => ask('model', 'm'), signal));
    await jest.advanceTimersByTimeAsync(10);
    started[0]?.die(new Error('it ran out of memory'));
    return failing;
  };

  it.each([
    ['begin', 'read', 'store-unusable'],
    ['ask', 'read', 'store-unusable'],
    ['ask', 'transact', 'store-unusable'],
    ['end', 'transact', 'outcome-unknown'],
  ] as const)('at %s of %s is %s', async (kind, to, code) => {
    const error = await dying(kind, to);
    expect(error.code).toBe(code);
    if (code === 'store-unusable') expect(error.message).toContain('it ran out of memory');
  });
});

describe('a call whose run is over', () => {
  it('is not made', async () => {
    const { client, started } = threads(value);
    const error = await failure(() => client.read((ask) => ask('model', 'm'), AbortSignal.abort(cancelled)));
    expect([error.code, started]).toEqual(['cancelled', []]);
  });

  it('is not made inside a moment either, which is given back', async () => {
    const { client, started } = threads(value);
    const controller = new AbortController();
    const error = await failure(() =>
      client.transact((ask) => {
        controller.abort(cancelled);
        return ask('model', 'm');
      }, controller.signal),
    );
    expect(error.code).toBe('cancelled');
    expect(started[0]?.calls.map(({ kind }) => kind)).toEqual(['begin', 'end']);
    expect(started[0]?.calls.at(-1)).toMatchObject({ keep: false });
  });
});

it('what the thread says goes to the log, and what failed in it keeps code, sentence and remedy', async () => {
  const { client, lines, started } = threads(() => null);
  const { signal } = new AbortController();
  const failing = failure(() => client.read((ask) => ask('model', 'm'), signal));
  started[0]?.say({ kind: 'log', line: 'waiting' });
  const error = {
    code: 'store-busy' as const,
    message: 'Locked.',
    remedy: 'Wait.',
    stack: 'Error: at there',
  };
  started[0]?.say({ kind: 'failure', number: 1, error });
  expect(await failing).toMatchObject({ code: 'store-busy', message: 'Locked.', remedy: 'Wait.' });
  expect(lines).toEqual(['waiting']);
});
