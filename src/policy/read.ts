import type { GateOf } from '../domain/gate.js';
import type { Warning } from '../domain/warning.js';
import { toProblems, type Mistake, type Problem, type Reading } from './document/mistake.js';
import { report } from './document/nodes.js';
import { openText } from './document/text.js';
import { outerShape } from './outer-shape.js';
import { directionWarnings } from './threshold/direction.js';
import { readThresholdSection } from './threshold/section.js';

export type { Problem } from './document/mistake.js';

const LARGEST_BYTES = 256 * 1024;
/** Of one promotion: slices count, and each is judged. */
export const MOST_GATES = 2_000;

/** The gates of a text, or everything that is wrong with it. */
export type ThresholdsReading =
  ({ readonly ok: true } & Found) | { readonly ok: false; readonly problems: Problem[] };

/** What was read. */
interface Found {
  readonly gates: readonly GateOf<'threshold'>[];
  readonly warnings: readonly Warning[];
}

/**
 * Reads the thresholds of an input: YAML 1.2, a mapping from metric to a condition, to a mapping (`require`,
 * `advisory`, `dataset`, MLflow's own fields) or to a list of such mappings. All problems are reported at
 * once, in the order of the text. A blank text has no gates. At most 256 kB, 2000 gates.
 */
export function readThresholds(text: string): ThresholdsReading {
  const opened = openText(text, { in: 'input', name: 'thresholds' }, LARGEST_BYTES);
  if (!('reading' in opened)) return { ok: false, problems: [opened] };
  const { reading, contents, syntax } = opened;
  const gates = contents === null ? [] : readThresholdSection(reading, contents);
  if (contents !== null && gates.length > MOST_GATES) {
    const sentence = `There are more than ${MOST_GATES} gates.`;
    report(reading, contents, sentence, 'Keep the ones that decide.');
  }
  if (reading.mistakes.length > 0) {
    const whole = outerShape(reading);
    const shown = whole === null ? withoutEchoes(reading, syntax) : { ...reading, mistakes: [whole] };
    return { ok: false, problems: toProblems(shown) };
  }
  return { ok: true, gates, warnings: directionWarnings(gates) };
}

/** An unquoted condition is reported once, not again for what YAML made of it. */
export function withoutEchoes(reading: Reading, syntax: number): Reading {
  const lineOf = ({ start }: Mistake): number => reading.lines.linePos(start).line;
  const wrong = new Set(reading.mistakes.slice(0, syntax).map(lineOf));
  const mistakes = reading.mistakes.filter((mistake, at) => at < syntax || !wrong.has(lineOf(mistake)));
  return { ...reading, mistakes };
}
