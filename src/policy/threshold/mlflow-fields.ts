import Big from 'big.js';
import { isScalar, type Node } from 'yaml';
import type { Comparison, Operator } from '../../domain/threshold.js';
import type { Reading } from '../document/mistake.js';
import { report, shown, type Entry } from '../document/nodes.js';
import { readNumber } from '../condition/number-text.js';

/** The amounts of `mlflow.models.MetricThreshold`. */
export const AMOUNTS = ['threshold', 'min_absolute_change', 'min_relative_change'] as const;
/** MLflow's name of the direction, and the one of MLflow 1. */
export const DIRECTIONS = ['greater_is_better', 'higher_is_better'] as const;

type Entries = ReadonlyMap<string, Entry>;

/** True or false, or null after a report. */
export function readBoolean(reading: Reading, entry: Entry): boolean | null {
  const node: Node | null = entry.value;
  if (isScalar(node) && typeof node.value === 'boolean') return node.value;
  const sentence = `${entry.name} must be true or false, not ${shown(node)}.`;
  report(reading, node ?? entry.key, sentence, `Write ${entry.name}: true or ${entry.name}: false.`);
  return null;
}

/**
 * Compiles MLflow's fields to comparisons: `threshold` to `>= t`, `min_absolute_change` to
 * `>= production + c`, `min_relative_change` to `>= production + c·100%`; with `greater_is_better: false` to
 * `<= t`, `<= production - c`, `<= production - c·100%`. Empty when none is there; null after a report.
 */
export function readMlflowFields(reading: Reading, entries: Entries): readonly Comparison[] | null {
  const amounts = AMOUNTS.flatMap((name) => entries.get(name) ?? []);
  const [first] = amounts;
  if (first === undefined) {
    const stray = DIRECTIONS.flatMap((name) => entries.get(name) ?? [])[0];
    if (stray !== undefined) {
      const remedy = `Remove it, or add one of ${AMOUNTS.join(', ')}. The direction of "require" is in its operator.`;
      report(reading, stray.key, `${stray.name} says nothing without an amount.`, remedy);
    }
    return stray === undefined ? [] : null;
  }
  const values = amounts.map((entry) => ({ field: entry.name, value: readAmount(reading, entry) }));
  const greater = readDirection(reading, entries, first);
  const comparisons: Comparison[] = [];
  for (const { field, value } of values) {
    if (greater === null || value === null) return null;
    comparisons.push(compile(field, greater ? '>=' : '<=', value));
  }
  return comparisons;
}

function readAmount(reading: Reading, entry: Entry): string | null {
  const { value } = entry;
  if (!isScalar(value) || typeof value.value !== 'number' || value.source === undefined) {
    const sentence = `${entry.name} must be a number, not ${shown(value)}.`;
    report(
      reading,
      value ?? entry.key,
      sentence,
      `Write a plain number without quotes: ${entry.name}: 0.05.`,
    );
    return null;
  }
  const read = readNumber(value.source);
  if (!read.ok) {
    report(reading, value, read.sentence, 'Write a plain decimal number.');
    return null;
  }
  const remedy = outOfRange(entry.name, read.value);
  if (remedy !== null) {
    report(reading, value, `${entry.name} is ${read.value}.`, remedy);
    return null;
  }
  return read.value;
}

/** MLflow's own constraints; a change of 0 is refused because MLflow cannot judge it without a baseline. */
function outOfRange(field: string, value: string): string | null {
  const number = new Big(value);
  if (field === 'min_absolute_change' && number.lte(0))
    return 'It must be above 0. For "at least as good", write require: ">= production".';
  if (field === 'min_relative_change' && (number.lte(0) || number.gt(1)))
    return 'It must be a fraction above 0 and at most 1. For "at least as good", write require: ">= production".';
  return null;
}

function readDirection(reading: Reading, entries: Entries, first: Entry): boolean | null {
  const given = DIRECTIONS.flatMap((name) => entries.get(name) ?? []);
  const [direction, second] = given;
  if (direction === undefined) {
    const remedy = 'Add greater_is_better: true (or false for a loss).';
    report(reading, first.key, `${first.name} does not say which direction is better.`, remedy);
    return null;
  }
  if (second !== undefined) {
    report(reading, second.key, 'The direction is given twice.', `Keep ${direction.name} only.`);
    return null;
  }
  return readBoolean(reading, direction);
}

function compile(field: string, op: Operator, value: string): Comparison {
  if (field === 'threshold') return { op, operand: { kind: 'number', value } };
  const sign = op === '>=' ? '+' : '-';
  return field === 'min_absolute_change'
    ? { op, operand: { kind: 'baseline', offset: { sign, amount: value, unit: 'absolute' } } }
    : { op, operand: { kind: 'baseline', offset: { sign, amount: percent(value), unit: 'percent' } } };
}

/** A fraction as a percentage, exactly: 0.1 is 10. */
function percent(fraction: string): string {
  return new Big(fraction).times(100).toString();
}
