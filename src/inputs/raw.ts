import { MODES, type Mode } from '../domain/decision.js';
import { DEFAULTS, INPUT_NAMES, type InputName } from './fields.js';
import { stageNamed } from './selector.js';

/** What the entry hands over: the raw inputs, trimmed as the runner gives them, and the variables beside them. */
export interface RawInputs {
  readonly texts: Readonly<Record<InputName, string>>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly workingDirectory: string;
}

/** Asks the runner for every input. */
export function readRaw(
  input: (name: string) => string | null,
  env: RawInputs['env'],
  workingDirectory: string,
): RawInputs {
  // The runner sets every input of action.yml; a shell sets only those it means.
  const texts = Object.fromEntries(INPUT_NAMES.map((name) => [name, input(name) ?? DEFAULTS[name] ?? '']));
  return { texts: texts as Record<InputName, string>, env, workingDirectory };
}

/** The mode as far as it can be told from inputs that may be wrong; what writes is assumed. */
export function modeText(raw: RawInputs): Mode {
  return MODES.find((mode) => mode === raw.texts.mode.toLowerCase()) ?? 'promote';
}

/** The target as far as it can be told from inputs that may be wrong; empty in list mode. */
export function targetText(raw: RawInputs): string {
  const { stage, alias } = raw.texts;
  if (modeText(raw) === 'list') return '';
  return stage !== '' || alias === '' ? (stageNamed(stage) ?? stage) : `@${alias.replace(/^@/, '')}`;
}
