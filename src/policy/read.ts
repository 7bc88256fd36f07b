import { isMap, isScalar, isSeq, LineCounter, type Node } from 'yaml';
import type { Gate } from '../domain/gate.js';
import type { Warning } from '../domain/warning.js';
import { quoted } from './condition/hints.js';
import { readCondition } from './condition/node.js';
import { directionWarnings } from './threshold/direction.js';
import { toProblems, type Mistake, type Problem, type Reading } from './document/mistake.js';
import { readLongForm, thresholdGate, type PlacedGate } from './threshold/long-form.js';
import { entriesOf, report, type Entry } from './document/nodes.js';
import { openDocument } from './document/open.js';
import { outerShape } from './outer-shape.js';

export type { Problem } from './document/mistake.js';

const LARGEST_BYTES = 256 * 1024;
const MOST_GATES = 200;
const EXAMPLE = 'Write one line per metric, such as accuracy: ">= 0.9".';

/** The gates of a policy text, or everything that is wrong with it. */
export type ThresholdsReading =
  ({ readonly ok: true } & Found) | { readonly ok: false; readonly problems: Problem[] };

/**
 * Reads the thresholds of a policy: YAML 1.2, a mapping from metric to a condition, to a mapping (`require`,
 * `advisory`, `dataset`, MLflow's own fields) or to a list of such mappings. All problems are reported at
 * once, in the order of the text. A blank text is a policy without gates. At most 256 kB, 200 gates.
 */
export function readThresholds(text: string): ThresholdsReading {
  if (Buffer.byteLength(text) > LARGEST_BYTES) {
    const message = `The thresholds are longer than ${LARGEST_BYTES / 1024} kB.`;
    return { ok: false, problems: [{ message, remedy: 'Shorten them.' }] };
  }
  const reading: Reading = {
    text: text.replace(/^\uFEFF/, ''),
    lines: new LineCounter(),
    mistakes: [],
  };
  const { contents } = openDocument(reading);
  const syntax = reading.mistakes.length;
  const empty = contents === null || (isScalar(contents) && contents.value === null);
  const found = empty ? { gates: [], warnings: [] } : readGates(reading, contents);
  if (reading.mistakes.length > 0) {
    const whole = outerShape(reading);
    const shown = whole === null ? withoutEchoes(reading, syntax) : { ...reading, mistakes: [whole] };
    return { ok: false, problems: toProblems(shown) };
  }
  return { ok: true, ...found };
}

/** What was read, whatever its kind. */
interface Found {
  readonly gates: readonly Gate[];
  readonly warnings: readonly Warning[];
}

/** A kind of gate that is written in another way is told apart here. */
function readGates(reading: Reading, contents: Node): Found {
  if (!isMap(contents)) {
    const glued = isScalar(contents) && /^[^\s:]+:\S/.test(contents.source ?? '');
    const remedy = glued ? 'Write a space after the colon.' : EXAMPLE;
    report(reading, contents, 'The thresholds must be a mapping from metric to condition.', remedy);
    return { gates: [], warnings: [] };
  }
  const placed = entriesOf(reading, contents, 'metric').flatMap((entry) => readMetric(reading, entry));
  refuseDuplicates(reading, placed);
  const beyond = placed[MOST_GATES];
  if (beyond !== undefined)
    report(reading, beyond.node, `There are more than ${MOST_GATES} gates.`, 'Keep the ones that decide.');
  const gates = placed.map(({ gate }) => gate);
  return { gates, warnings: directionWarnings(gates) };
}

function readMetric(reading: Reading, { name, key, value }: Entry): PlacedGate[] {
  if (isMap(value)) return readLongForm(reading, name, value);
  if (isSeq(value)) return readList(reading, name, value.items, value);
  const comparisons = readCondition(reading, `The metric ${quoted(name)}`, value ?? key);
  if (comparisons === null) return [];
  const gate = thresholdGate({ metric: name, dataset: { kind: 'any' }, required: true, comparisons });
  return [{ gate, node: key }];
}

function readList(reading: Reading, metric: string, items: readonly unknown[], node: Node): PlacedGate[] {
  if (items.length === 0) report(reading, node, `The list of ${quoted(metric)} is empty.`, EXAMPLE);
  return items.flatMap((item) => {
    if (isMap(item)) return readLongForm(reading, metric, item);
    const remedy = 'Write - { require: ">= 0.9", dataset: holdout }, or join conditions with "and".';
    report(reading, isScalar(item) ? item : node, 'A list takes one mapping per dataset.', remedy);
    return [];
  });
}

/** Two gates on the same metric and dataset, both required or both advisory, hide one another in a report. */
function refuseDuplicates(reading: Reading, placed: readonly PlacedGate[]): void {
  const seen = new Set<string>();
  for (const { gate, node } of placed) {
    const identity = JSON.stringify([gate.metric, gate.dataset, gate.required]);
    if (seen.has(identity)) {
      const what = `${gate.required ? 'required' : 'advisory'} gate on ${quoted(gate.metric)}`;
      const remedy = 'Join the conditions with "and", or give the entries different datasets.';
      report(reading, node, `This is a second ${what} for the same dataset.`, remedy);
    }
    seen.add(identity);
  }
}

/** An unquoted condition is reported once, not again for what YAML made of it. */
function withoutEchoes(reading: Reading, syntax: number): Reading {
  const lineOf = ({ start }: Mistake): number => reading.lines.linePos(start).line;
  const wrong = new Set(reading.mistakes.slice(0, syntax).map(lineOf));
  const mistakes = reading.mistakes.filter((mistake, at) => at < syntax || !wrong.has(lineOf(mistake)));
  return { ...reading, mistakes };
}
