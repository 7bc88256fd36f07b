import { initialOutputs, outputsOf, type Outputs } from '../report/outputs.js';
import type { Runner } from '../world/runner.js';
import type { Sink } from './sink.js';

/** The step's outputs. */
export const writeOutputs: Sink = (publication, { runner }) => {
  setAll(runner, outputsOf(publication.decision, publication.paths));
  return publication;
};

/** Says "nothing was promoted" before anything can go wrong. */
export function writeFirstOutputs(runner: Runner, model: string): void {
  setAll(runner, initialOutputs(model));
}

function setAll(runner: Runner, outputs: Outputs): void {
  for (const [name, value] of Object.entries(outputs)) runner.output(name, value);
}
