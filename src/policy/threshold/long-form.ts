import { isMap, isScalar, type Node, type YAMLMap } from 'yaml';
import type { GateOf } from '../../domain/gate.js';
import type { Comparison, DatasetFilter } from '../../domain/threshold.js';
import { readCondition } from '../condition/node.js';
import type { Reading } from '../document/mistake.js';
import { AMOUNTS, DIRECTIONS, readBoolean, readMlflowFields } from './mlflow-fields.js';
import { knownEntries, nameOf, report, writtenAt, type Entry } from '../document/nodes.js';
import { normalForm } from '../condition/normal-form.js';

const KEYS = ['require', 'advisory', 'dataset', ...AMOUNTS, ...DIRECTIONS];

/** A gate with the place it came from. */
export interface PlacedGate {
  readonly gate: GateOf<'threshold'>;
  readonly node: Node;
}

interface Parts {
  readonly require: readonly Comparison[];
  readonly mlflow: readonly Comparison[];
  readonly advisory: boolean | readonly Comparison[];
}

/** Reads one mapping: at most one required and one advisory gate on one dataset. */
export function readLongForm(reading: Reading, metric: string, map: YAMLMap): PlacedGate[] {
  const before = reading.mistakes.length;
  const entries = knownEntries(reading, map, KEYS);
  const dataset = readDataset(reading, entries.get('dataset'));
  const parts = readParts(reading, entries);
  if (parts === null || dataset === null) return [];
  const divided = divide(parts);
  const gates: PlacedGate[] = [];
  for (const required of [true, false]) {
    const comparisons = required ? divided.required : divided.advisory;
    if (comparisons.length > 0) {
      gates.push({
        gate: thresholdGate(reading, map, { metric, dataset, required, comparisons }),
        node: map,
      });
    }
  }
  if (gates.length === 0 && reading.mistakes.length === before) {
    const remedy = 'Add require: ">= 0.9", advisory: ">= 0.9", or MLflow\'s threshold and greater_is_better.';
    report(reading, map, 'This entry asks for nothing.', remedy);
  }
  return gates;
}

/** A gate as it is read, named by its metric. */
export function thresholdGate(
  reading: Reading,
  node: Node,
  asked: Pick<GateOf<'threshold'>, 'metric' | 'dataset' | 'required' | 'comparisons'>,
): GateOf<'threshold'> {
  const head = { kind: 'threshold', name: asked.metric, writtenAt: writtenAt(reading, node) } as const;
  return { ...asked, ...head, condition: normalForm(asked.comparisons) };
}

/** The values an entry means; null after a report. */
function readDataset(reading: Reading, entry: Entry | undefined): DatasetFilter | null {
  if (entry === undefined) return { kind: 'any' };
  const { value } = entry;
  if (value === null || (isScalar(value) && value.value === null)) return readNull(reading, entry);
  if (isMap(value)) return readNameAndDigest(reading, entry, value);
  const name = readName(reading, entry);
  return name === null ? null : { kind: 'named', name, digest: null };
}

/** A null that was written names the value without a dataset; nothing at all is more likely a slip. */
function readNull(reading: Reading, { key, value }: Entry): DatasetFilter | null {
  if (isScalar(value) && (value.source ?? '') !== '') return { kind: 'none' };
  const remedy =
    'Write dataset: null for the value that was logged without a dataset, or the name that MLflow shows.';
  report(reading, key, 'Nothing stands after "dataset:".', remedy);
  return null;
}

function readNameAndDigest(reading: Reading, entry: Entry, map: YAMLMap): DatasetFilter | null {
  const parts = knownEntries(reading, map, ['name', 'digest']);
  const nameEntry = parts.get('name');
  if (nameEntry === undefined) {
    report(
      reading,
      entry.key,
      'The dataset has no name.',
      'Write dataset: { name: holdout, digest: 1a2b3c4d }.',
    );
    return null;
  }
  const name = readName(reading, nameEntry);
  const digestEntry = parts.get('digest');
  const digest = digestEntry === undefined ? null : readName(reading, digestEntry);
  if (name === null || (digestEntry !== undefined && digest === null)) return null;
  return { kind: 'named', name, digest };
}

function readName(reading: Reading, entry: Entry): string | null {
  const name = nameOf(entry.value);
  if (name === null) {
    const sentence = `${entry.name} is not a name.`;
    report(
      reading,
      entry.value ?? entry.key,
      sentence,
      `Write the text MLflow shows as the dataset's ${entry.name}.`,
    );
  }
  return name;
}

function readParts(reading: Reading, entries: ReadonlyMap<string, Entry>): Parts | null {
  const requireEntry = entries.get('require');
  const advisoryEntry = entries.get('advisory');
  const require =
    requireEntry === undefined
      ? []
      : readCondition(reading, requireEntry.name, requireEntry.value ?? requireEntry.key);
  const mlflow = readMlflowFields(reading, entries);
  const advisory = readAdvisory(reading, advisoryEntry);
  if (advisory === true && requireEntry !== undefined && advisoryEntry !== undefined) {
    const remedy = 'Write advisory: "<condition>" instead of require, or remove advisory.';
    report(reading, advisoryEntry.key, '"require" and "advisory: true" contradict each other.', remedy);
    return null;
  }
  return require === null || mlflow === null || advisory === null ? null : { require, mlflow, advisory };
}

/** `advisory` is a switch for the MLflow fields, or a condition of its own. */
function readAdvisory(reading: Reading, entry: Entry | undefined): boolean | readonly Comparison[] | null {
  if (entry === undefined) return false;
  const { value } = entry;
  return isScalar(value) && typeof value.value === 'boolean'
    ? readBoolean(reading, entry)
    : readCondition(reading, entry.name, value ?? entry.key);
}

/** The comparisons that must hold, and those that are only shown. */
function divide({ require, mlflow, advisory }: Parts): {
  readonly required: readonly Comparison[];
  readonly advisory: readonly Comparison[];
} {
  if (advisory === true) return { required: [], advisory: mlflow };
  return { required: [...require, ...mlflow], advisory: advisory === false ? [] : advisory };
}
