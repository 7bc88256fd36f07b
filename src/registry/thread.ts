import { given, type Environment } from '../domain/environment.js';

/** Another thread of this process, which may stand still without this one standing still with it. */
export interface Thread {
  /** Sends a copy. */
  post(message: unknown): void;
  /** Calls back with every message from it. One handler at a time. */
  onMessage(handler: (message: unknown) => void): void;
  /** Calls back when it ended by itself, with why. */
  onEnd(handler: (why: unknown) => void): void;
  /** Ends it, or gives up on one that stands still. */
  end(): void;
}

/** The side of the thread itself. */
export type ThreadPort = Pick<Thread, 'post' | 'onMessage'>;

/**
 * Whether a run will most likely want a thread: it names a local store. Only a guess, made before anything is read, so
 * that the thread starts while the rest is loaded; a wrong one costs a thread that is not used, or a start later on.
 */
export function wantsThread(env: Environment): boolean {
  const named = given(env, 'INPUT_TRACKING-URI') ?? given(env, 'MLFLOW_TRACKING_URI');
  return named?.trim().startsWith('sqlite:') === true;
}
