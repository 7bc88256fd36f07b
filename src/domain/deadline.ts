import { PromotionError } from './error.js';

/** How long the run may still take, and how long after the end it may look once more. */
export interface Deadline {
  /** Aborts when the run is out of time or cancelled. */
  readonly signal: AbortSignal;
  /** A short extra time for reading back after that; it starts with the first call and is the same ever after. */
  grace(): AbortSignal;
  /** Waits so many milliseconds, and no longer than the run's time. */
  pause(ms: number): Promise<void>;
}

/** What an aborted signal means: its own PromotionError, else `timeout` or `cancelled`. */
export function abortError(signal: AbortSignal): PromotionError {
  const reason: unknown = signal.reason;
  if (reason instanceof PromotionError) return reason;
  const late =
    typeof reason === 'object' && reason !== null && 'name' in reason && reason.name === 'TimeoutError';
  return late
    ? new PromotionError(
        'timeout',
        'The time for this run is over.',
        'Raise timeout-seconds, or find out why the registry is slow.',
        { cause: reason },
      )
    : new PromotionError('cancelled', 'The run was cancelled.', 'Start it again when you want it.', {
        cause: reason,
      });
}

/** Ends a call whose signal is aborted. */
export function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw abortError(signal);
}
