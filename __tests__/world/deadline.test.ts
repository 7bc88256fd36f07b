import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { startDeadline } from '../../src/world/deadline.js';

/** A process that can be signalled, and has run for some time. */
function process(uptimeMs = 0) {
  const handlers: ((signal: string) => void)[] = [];
  return {
    signals: {
      onSignal: (handler: (signal: string) => void) => {
        handlers.push(handler);
      },
    },
    uptimeMs: () => uptimeMs,
    send: (signal: string) => {
      for (const handler of handlers) handler(signal);
    },
  };
}

async function settled(promise: Promise<never>): Promise<unknown> {
  const open = new Promise((resolve) => {
    setImmediate(resolve, 'open');
  });
  return Promise.race([promise.catch((error: unknown) => error), open]);
}

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
});

afterEach(() => {
  jest.useRealTimers();
});

describe('startDeadline', () => {
  it('aborts with timeout exactly when its time is over', () => {
    const deadline = startDeadline(2, process());
    jest.advanceTimersByTime(1_999);
    expect(deadline.signal.aborted).toBe(false);
    jest.advanceTimersByTime(1);
    expect(deadline.signal.reason).toMatchObject({
      code: 'timeout',
      message: 'The time limit of 2 s was reached.',
    });
    deadline.stop();
  });

  it('counts what the process took before it', () => {
    const deadline = startDeadline(2, process(1_500));
    jest.advanceTimersByTime(499);
    expect(deadline.signal.aborted).toBe(false);
    jest.advanceTimersByTime(1);
    expect(deadline.signal.reason).toMatchObject({ code: 'timeout' });
    deadline.stop();
  });

  it.each(['SIGINT', 'SIGTERM'])('aborts with cancelled on %s', (name) => {
    const own = process();
    const deadline = startDeadline(300, own);
    own.send(name);
    expect(deadline.signal.reason).toMatchObject({
      code: 'cancelled',
      message: `The run was cancelled (${name}).`,
    });
    deadline.stop();
  });

  it('keeps its first reason', () => {
    const own = process();
    const deadline = startDeadline(1, own);
    own.send('SIGINT');
    own.send('SIGTERM');
    jest.advanceTimersByTime(1_000);
    expect(deadline.signal.reason).toMatchObject({ message: 'The run was cancelled (SIGINT).' });
    deadline.stop();
  });

  it('gives up on work that goes on, before the runner kills it', async () => {
    const own = process();
    const deadline = startDeadline(300, own);
    own.send('SIGINT');
    jest.advanceTimersByTime(8_999);
    expect(await settled(deadline.overrun)).toBe('open');
    jest.advanceTimersByTime(1);
    expect(await settled(deadline.overrun)).toMatchObject({
      code: 'timeout',
      message: expect.stringContaining('nothing was moved'),
    });
    deadline.stop();
  });

  it('claims nothing about a write that it gave up', async () => {
    const own = process();
    const deadline = startDeadline(300, own);
    deadline.writing();
    own.send('SIGTERM');
    jest.advanceTimersByTime(9_000);
    expect(await settled(deadline.overrun)).toMatchObject({
      code: 'outcome-unknown',
      message: expect.stringContaining('is not known'),
    });
    deadline.stop();
  });

  it('never ends after it was stopped, and holds nothing up', async () => {
    const own = process();
    const deadline = startDeadline(1, own);
    deadline.stop();
    own.send('SIGTERM');
    expect(jest.getTimerCount()).toBe(0);
    jest.advanceTimersByTime(60_000);
    expect(deadline.signal.aborted).toBe(false);
    expect(await settled(deadline.overrun)).toBe('open');
  });

  it('has an extra time that ends by itself, before the runner kills', () => {
    const deadline = startDeadline(300, process());
    const grace = deadline.grace();
    jest.advanceTimersByTime(5_999);
    expect(grace.aborted).toBe(false);
    // The runner's next signal comes after 7.5 s.
    jest.advanceTimersByTime(1);
    expect(grace.reason).toMatchObject({ name: 'TimeoutError' });
    deadline.stop();
  });

  it('has one extra time, that begins when it is first asked for', () => {
    const deadline = startDeadline(1, process());
    const first = deadline.grace();
    expect(first.aborted).toBe(false);
    expect(deadline.grace()).toBe(first);
    deadline.stop();
  });
});
