import { Script } from 'node:vm';
import { PromotionError } from '../domain/error.js';

/** Runs what may keep hold of the processor, and ends it after so many milliseconds with `timeout`. */
export type Bounded = <T>(work: () => T, ms: number) => T;

// No timer fires and no signal is heard while JavaScript runs. Node's `vm` watches a script from a native thread and ends it,
// in the middle of a regular expression too; all that this script does is to call what it is handed.
const HANDED = 'workOfBounded';
const script = new Script(`${HANDED}()`);

/** The real one. Of work that goes on in promises it is the part before the first of them that counts. */
export const bounded: Bounded = <T>(work: () => T, ms: number): T => {
  Reflect.set(globalThis, HANDED, work);
  try {
    return script.runInThisContext({ timeout: Math.max(1, Math.floor(ms)) }) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new PromotionError(
      'timeout',
      `A part of the run did not let go of the processor for ${(ms / 1_000).toFixed(1)} s and was ended.`,
      'This is a defect of the action or an input made for it: please report it, with the inputs of this step.',
      { cause: error },
    );
  } finally {
    Reflect.deleteProperty(globalThis, HANDED);
  }
};
