import type { Dataset, Doubt, Measurement, Role } from '../../domain/evidence.js';
import type { GateOf } from '../../domain/gate.js';
import type { GateReason } from '../../domain/reason.js';
import { nearest } from '../../text/near.js';
import { isFiniteMetric } from './decimal.js';

/** Why there is no number to compare. The message is one sentence; the remedy overrides the usual one. */
export interface Obstacle {
  readonly reason: GateReason;
  readonly message: string;
  readonly remedy?: string;
}

export type Choice =
  { readonly measurement: Measurement; readonly oneSided: boolean } | { readonly obstacle: Obstacle };

type Threshold = GateOf<'threshold'>;

const SHOWN = 10;

const DOUBTS: Readonly<Record<Doubt['kind'], Readonly<Record<Role, GateReason>>>> = {
  'suspect-zero': { candidate: 'metric-suspect-zero', baseline: 'baseline-metric-suspect-zero' },
  'shared-run': { candidate: 'metric-of-shared-run', baseline: 'baseline-metric-of-shared-run' },
  'run-unusable': { candidate: 'metric-run-unusable', baseline: 'baseline-metric-run-unusable' },
};

/** The candidate's value a gate looks at: the metric, on the dataset the gate names, or the only one there is. */
export function chooseCandidate(gate: Threshold, all: readonly Measurement[]): Choice {
  const rows = all.filter(({ metric }) => metric === gate.metric);
  if (rows.length === 0) return { obstacle: missing('candidate', gate, all, 'metric-missing') };
  const { dataset: filter } = gate;
  const matching =
    filter === null
      ? rows
      : rows.filter(
          ({ dataset }) =>
            dataset?.name === filter.name && (filter.digest === null || dataset.digest === filter.digest),
        );
  const [measurement, second] = matching;
  if (measurement === undefined) {
    const wanted = quoteOr(datasetLabel(filter), 'no dataset');
    const message = `The candidate has ${quote(gate.metric)} for ${datasets(rows)}, not for ${wanted}.`;
    return { obstacle: { reason: 'metric-missing', message } };
  }
  if (second === undefined) return { measurement, oneSided: false };
  const yaml = pinned(gate, matching);
  const remedy = yaml === undefined ? undefined : `Name the dataset the gate means, for example ${yaml}.`;
  return { obstacle: ambiguous('candidate', gate, matching, remedy) };
}

/**
 * The baseline's value to compare a candidate's with: the same digest first; without one, the only value that
 * may be of the same dataset. A known difference is never compared.
 */
export function chooseBaseline(gate: Threshold, candidate: Measurement, all: readonly Measurement[]): Choice {
  const rows = all.filter(({ metric }) => metric === gate.metric);
  if (rows.length === 0) return { obstacle: missing('baseline', gate, all, 'baseline-metric-missing') };
  const related = rows.map((row) => ({ row, relation: relation(candidate.dataset, row.dataset) }));
  const same = related.filter((item) => item.relation === 'same');
  const usable = same.length > 0 ? same : related.filter((item) => item.relation !== 'different');
  const named = usable.filter(({ row }) => row.dataset?.name === candidate.dataset?.name);
  const [chosen, second] = named.length === 1 && candidate.dataset !== null ? named : usable;
  if (chosen === undefined) {
    const on = quoteOr(datasetLabel(candidate.dataset), 'no dataset');
    const message = `${quote(gate.metric)} of the candidate is for ${on}, but of the baseline for ${datasets(rows)}.`;
    return { obstacle: { reason: 'dataset-mismatch', message } };
  }
  if (second !== undefined) {
    const meant = usable.map(({ row }) => row);
    const remedy =
      "Log the candidate's metric with the dataset it was measured on, under the same name and digest.";
    return { obstacle: ambiguous('baseline', gate, meant, remedy) };
  }
  return { measurement: chosen.row, oneSided: chosen.relation === 'one-sided' };
}

/** Why a value is not to be believed; null when it is. */
export function doubtAbout(measurement: Measurement, who: Role): Obstacle | null {
  const what = `The ${who}'s ${quote(measurement.metric)}`;
  if (!isFiniteMetric(measurement.value)) {
    const reason = who === 'candidate' ? 'metric-not-finite' : 'baseline-metric-not-finite';
    return { reason, message: `${what} is ${measurement.value}, which is not a finite number.` };
  }
  const { doubt } = measurement;
  if (doubt === null) return null;
  const { remedy } = doubt;
  const reason = DOUBTS[doubt.kind][who];
  return { reason, message: `${what} ${doubt.what}.`, ...(remedy === null ? {} : { remedy }) };
}

export function quote(text: string): string {
  return JSON.stringify(text);
}

/** `name`, `name@digest`, or null for a value logged without a dataset. */
export function datasetLabel(dataset: Dataset | null): string | null {
  if (dataset === null) return null;
  return dataset.digest === null ? dataset.name : `${dataset.name}@${dataset.digest}`;
}

/** Whether two values were measured on the same content, as far as is known. */
function relation(a: Dataset | null, b: Dataset | null): 'same' | 'different' | 'one-sided' | 'unknown' {
  if (a === null || b === null) return a === b ? 'unknown' : 'one-sided';
  if (a.digest !== null && b.digest !== null) return a.digest === b.digest ? 'same' : 'different';
  if (a.name !== b.name) return 'different';
  return a.digest === b.digest ? 'unknown' : 'one-sided';
}

function missing(who: string, gate: Threshold, all: readonly Measurement[], reason: GateReason): Obstacle {
  const names = [...new Set(all.map(({ metric }) => metric))].sort();
  const near = nearest(gate.metric, names).map(quote);
  const hint = near.length > 0 ? `; near it: ${near.join(', ')}` : '';
  const has = names.length > 0 ? `it has ${list(names.map(quote))}` : 'it has no metrics at all';
  return { reason, message: `The ${who} has no metric ${quote(gate.metric)}; ${has}${hint}.` };
}

function ambiguous(who: string, gate: Threshold, rows: readonly Measurement[], remedy?: string): Obstacle {
  const message = `The ${who}'s metric ${quote(gate.metric)} exists for more than one dataset: ${datasets(rows)}.`;
  return { reason: 'dataset-ambiguous', message, ...(remedy === undefined ? {} : { remedy }) };
}

/** A line of YAML that names the first dataset there is; JSON strings are YAML strings. */
function pinned(gate: Threshold, rows: readonly Measurement[]): string | undefined {
  const dataset = rows.find((row) => row.dataset !== null)?.dataset;
  if (dataset === undefined || dataset === null) return undefined;
  const sameName = rows.filter((row) => row.dataset?.name === dataset.name).length;
  const value =
    sameName > 1 && dataset.digest !== null
      ? `{ name: ${quote(dataset.name)}, digest: ${quote(dataset.digest)} }`
      : quote(dataset.name);
  const key = gate.required ? 'require' : 'advisory';
  return `${quote(gate.metric)}: { ${key}: ${quote(gate.condition)}, dataset: ${value} }`;
}

function datasets(rows: readonly Measurement[]): string {
  return list(rows.map(({ dataset }) => quoteOr(datasetLabel(dataset), 'no dataset')));
}

function list(labels: readonly string[]): string {
  const more = labels.length > SHOWN ? ` and ${labels.length - SHOWN} more` : '';
  return `${labels.slice(0, SHOWN).join(', ')}${more}`;
}

function quoteOr(label: string | null, otherwise: string): string {
  return label === null ? otherwise : quote(label);
}
