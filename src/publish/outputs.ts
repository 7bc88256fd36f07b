import { PromotionError } from '../domain/error.js';
import { renderMissingOutputs } from '../report/annotation.js';
import { initialOutputs, outputsOf, UNFINISHED, type Outputs } from '../report/outputs.js';
import { messageOf } from '../text/thrown.js';
import type { Runner } from '../world/runner.js';
import type { Sink } from './sink.js';

/** The step's outputs. Where they cannot be written the step is red: steps after it would read "nothing was promoted". */
export const writeOutputs: Sink = (publication, { runner }) => {
  const { decision, paths } = publication;
  try {
    setAll(runner, outputsOf(decision, paths));
    return publication;
  } catch (error) {
    const { level, title, message } = renderMissingOutputs(decision, messageOf(error));
    runner.annotate(level, title, message);
    return { ...publication, outputsMissing: true };
  }
};

/**
 * Says "nothing was promoted" before anything can go wrong. Returns why that could not be written, or null: who cannot
 * say what was moved had better move nothing.
 */
export function writeFirstOutputs(runner: Runner, model: string): PromotionError | null {
  try {
    setAll(runner, initialOutputs(model));
    return null;
  } catch (error) {
    return cannotSay(error);
  }
}

/** Says that a write is under way. Throws `outputs-unwritable`: who cannot say that had better not begin. */
export function writeUnfinished(runner: Runner): void {
  try {
    setAll(runner, UNFINISHED);
  } catch (error) {
    throw cannotSay(error);
  }
}

function cannotSay(error: unknown): PromotionError {
  return new PromotionError(
    'outputs-unwritable',
    `The outputs of this step cannot be written: ${messageOf(error)}. Nothing was moved, because no later step could tell.`,
    'Free the disk of the runner, or give the user that runs this step write permission on the file that GITHUB_OUTPUT names, and run again.',
    { cause: error },
  );
}

function setAll(runner: Runner, outputs: Partial<Outputs>): void {
  for (const [name, value] of Object.entries(outputs)) runner.output(name, value);
}
