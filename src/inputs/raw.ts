import type { Environment } from '../domain/environment.js';
import { DEFAULTS, INPUT_NAMES, type InputName } from './fields.js';

/** What the entry hands over: the raw inputs, trimmed as the runner gives them, and the variables beside them. */
export interface RawInputs {
  readonly texts: Readonly<Record<InputName, string>>;
  readonly env: Environment;
  readonly workingDirectory: string;
}

/** Asks the runner for every input. */
export function readRaw(
  input: (name: string) => string | null,
  env: Environment,
  workingDirectory: string,
): RawInputs {
  // The runner sets every input of action.yml; a shell sets only those it means.
  const texts = Object.fromEntries(INPUT_NAMES.map((name) => [name, input(name) ?? DEFAULTS[name] ?? '']));
  return { texts: texts as Record<InputName, string>, env, workingDirectory };
}
