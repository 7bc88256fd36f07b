import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { GateOf } from '../../domain/gate.js';
import { quoted } from '../condition/hints.js';
import { readCondition } from '../condition/node.js';
import type { Reading } from '../document/mistake.js';
import { entriesOf, report, type Entry } from '../document/nodes.js';
import { readLongForm, thresholdGate, type PlacedGate } from './long-form.js';

const EXAMPLE = 'Write one line per metric, such as accuracy: ">= 0.9".';

/**
 * Reads thresholds where they stand: a mapping from metric to a condition, to a mapping (`require`, `advisory`,
 * `dataset`, MLflow's own fields) or to a list of such mappings. What is wrong is reported and left out.
 */
export function readThresholdSection(reading: Reading, node: Node): readonly GateOf<'threshold'>[] {
  if (!isMap(node)) {
    const glued = isScalar(node) && /^[^\s:]+:\S/.test(node.source ?? '');
    const remedy = glued ? 'Write a space after the colon.' : EXAMPLE;
    report(reading, node, 'The thresholds must be a mapping from metric to condition.', remedy);
    return [];
  }
  const placed = entriesOf(reading, node, 'metric').flatMap((entry) => readMetric(reading, entry));
  refuseDuplicates(reading, placed);
  return placed.map(({ gate }) => gate);
}

/** What a threshold looks at and whether it counts. Two gates alike in this are about one thing. */
export function thresholdIdentity({ metric, dataset, required }: GateOf<'threshold'>): string {
  return JSON.stringify([metric, dataset, required]);
}

function readMetric(reading: Reading, { name, key, value }: Entry): PlacedGate[] {
  if (isMap(value)) return readLongForm(reading, name, value);
  if (isSeq(value)) return readList(reading, name, value.items, value);
  const comparisons = readCondition(reading, `The metric ${quoted(name)}`, value ?? key);
  if (comparisons === null) return [];
  const asked = { metric: name, dataset: { kind: 'any' }, required: true, comparisons } as const;
  return [{ gate: thresholdGate(reading, key, asked), node: key }];
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
    const identity = thresholdIdentity(gate);
    if (seen.has(identity)) {
      const what = `${gate.required ? 'required' : 'advisory'} gate on ${quoted(gate.metric)}`;
      const remedy = 'Join the conditions with "and", or give the entries different datasets.';
      report(reading, node, `This is a second ${what} for the same dataset.`, remedy);
    }
    seen.add(identity);
  }
}
