import { PromotionError } from '../domain/error.js';
import type { Deadline } from '../domain/deadline.js';
import type { Signals } from './signals.js';

/**
 * The runner sends SIGINT, SIGTERM 7.5 s later and SIGKILL 2.5 s after that: what has to be said after a
 * cancellation is said within this time.
 */
const GRACE_MS = 6_000;
/** When even the grace time did not end the work, something hangs; the run says so instead of hanging with it. */
const OVERRUN_MS = GRACE_MS + 3_000;

export interface RunDeadline extends Deadline {
  /** Rejects when the work goes on although its time is over; never settles otherwise. */
  readonly overrun: Promise<never>;
  /** Of the run's time; 0 when it is over. */
  leftMs(): number;
  /** From here on nobody can tell without looking whether something was moved. */
  writing(): void;
  stop(): void;
}

/** What the clock of a run is made from. */
interface Clock {
  readonly signals: Signals;
  /** Since the process began: loading this program and reading its inputs count. */
  readonly uptimeMs: () => number;
}

/** Starts the clock of one run. Out of time and cancelled both abort the same signal. */
export function startDeadline(seconds: number, { signals, uptimeMs }: Clock): RunDeadline {
  const controller = new AbortController();
  const overrun = Promise.withResolvers<never>();
  // Nobody may be listening when it rejects: the work may just have ended.
  overrun.promise.catch(() => undefined);
  const timers: NodeJS.Timeout[] = [];
  let grace: AbortSignal | null = null;
  let stopped = false;
  let written = false;
  const end = (error: PromotionError) => {
    if (stopped || controller.signal.aborted) return;
    controller.abort(error);
    timers.push(
      setTimeout(() => {
        overrun.reject(hung(written));
      }, OVERRUN_MS),
    );
  };
  const leftMs = () => Math.max(0, seconds * 1_000 - uptimeMs());
  const limit = () => {
    end(outOfTime(seconds));
  };
  timers.push(setTimeout(limit, leftMs()));
  signals.onSignal((signal) => {
    end(cancelled(signal));
  });
  return {
    signal: controller.signal,
    grace: () => (grace ??= endsAfter(GRACE_MS, timers)),
    overrun: overrun.promise,
    leftMs,
    writing: () => {
      written = true;
    },
    pause: (ms) => pause(ms, controller.signal),
    stop: () => {
      stopped = true;
      timers.forEach(clearTimeout);
    },
  };
}

/** Being out of time ends the wait; whoever waited asks the signal. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}

/** As `AbortSignal.timeout`, on the same clock as everything here. */
function endsAfter(ms: number, timers: NodeJS.Timeout[]): AbortSignal {
  const controller = new AbortController();
  const end = () => {
    controller.abort(new DOMException('The extra time is over.', 'TimeoutError'));
  };
  timers.push(setTimeout(end, ms).unref());
  return controller.signal;
}

function outOfTime(seconds: number): PromotionError {
  return new PromotionError(
    'timeout',
    `The time limit of ${seconds} s was reached.`,
    'Look whether the server is slow or out of reach, or raise `timeout-seconds`.',
  );
}

function cancelled(signal: string): PromotionError {
  return new PromotionError(
    'cancelled',
    `The run was cancelled (${signal}).`,
    'Run again when you are ready.',
  );
}

function hung(written: boolean): PromotionError {
  const late = 'The action did not stop when its time was over';
  if (!written) {
    return new PromotionError(
      'timeout',
      `${late}. It had not begun to write, so nothing was moved.`,
      'Look whether the registry is slow or out of reach, and run again.',
    );
  }
  return new PromotionError(
    'outcome-unknown',
    `${late}, and it was writing; whether anything was moved is not known.`,
    'Look who holds the target (mode list) before you run again.',
  );
}
