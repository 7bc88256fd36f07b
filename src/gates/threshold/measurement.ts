import { datasetName, type Dataset, type Doubt, type Measurement, type Role } from '../../domain/evidence.js';
import type { GateOf } from '../../domain/gate.js';
import type { GateReason } from '../../domain/reason.js';
import type { DatasetFilter } from '../../domain/threshold.js';
import { listed } from '../../text/list.js';
import { lookAlikeHint } from '../../text/look-alike.js';
import { nearest } from '../../text/near.js';
import { quote } from '../../text/quote.js';
import type { Grounds } from '../kind.js';
import { isFiniteMetric } from './decimal.js';

/** Why there is no number to compare. The message is one sentence; the remedy overrides the usual one. */
export interface Obstacle {
  readonly reason: GateReason;
  readonly message: string;
  readonly remedy?: string;
}

export type Choice =
  | { readonly ok: true; readonly measurement: Measurement; readonly oneSided: boolean }
  | { readonly ok: false; readonly obstacle: Obstacle };

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
  if (rows.length === 0) return { ok: false, obstacle: missing('candidate', gate, all, 'metric-missing') };
  const matching = rows.filter(({ dataset }) => isMeant(gate.dataset, dataset));
  const [measurement, second] = matching;
  if (measurement === undefined) {
    const wanted = filterLabel(gate.dataset);
    const not = wanted === null ? 'not without a dataset' : `not for ${quote(wanted)}`;
    const message = `The candidate has ${quote(gate.metric)} for ${datasets(rows)}, ${not}.${datasetHint(gate, rows)}`;
    return { ok: false, obstacle: { reason: 'metric-missing', message } };
  }
  if (second === undefined) return { ok: true, measurement, oneSided: false };
  return { ok: false, obstacle: ambiguous('candidate', gate, matching, pinned(gate, matching)) };
}

/**
 * The baseline's value to compare a candidate's with: the same digest first; without one, the only value that
 * may be of the same dataset. A known difference is never compared.
 */
export function chooseBaseline(gate: Threshold, candidate: Measurement, all: readonly Measurement[]): Choice {
  const rows = all.filter(({ metric }) => metric === gate.metric);
  if (rows.length === 0)
    return { ok: false, obstacle: missing('baseline', gate, all, 'baseline-metric-missing') };
  const related = rows.map((row) => ({ row, relation: relation(candidate.dataset, row.dataset) }));
  const same = related.filter((item) => item.relation === 'same');
  const usable = same.length > 0 ? same : related.filter((item) => item.relation !== 'different');
  const named = usable.filter(({ row }) => row.dataset?.name === candidate.dataset?.name);
  const decides = candidate.dataset !== null || gate.dataset.kind === 'none';
  const [chosen, second] = named.length === 1 && decides ? named : usable;
  if (chosen === undefined) {
    const on = quoteOr(datasetLabel(candidate.dataset), 'no dataset');
    const message = `${quote(gate.metric)} of the candidate is for ${on}, but of the baseline for ${datasets(rows)}.`;
    return { ok: false, obstacle: { reason: 'dataset-mismatch', message } };
  }
  if (second !== undefined) {
    const meant = usable.map(({ row }) => row);
    const remedy =
      "Log the candidate's metric with the dataset it was measured on, under the same name and digest.";
    const alike = meant.filter(({ dataset }) => dataset === null && candidate.dataset === null);
    return { ok: false, obstacle: ambiguous('baseline', gate, meant, pinned(gate, alike) ?? remedy) };
  }
  return { ok: true, measurement: chosen.row, oneSided: chosen.relation === 'one-sided' };
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

/** Clocks differ by less. */
const SKEW_MS = 3_600_000;

/** Whether the candidate's value is older than the policy allows. A time that is none, or to come, proves no age. */
export function ageDoubt(
  { metric, timestamp }: Measurement,
  { maxAge, circumstances }: Pick<Grounds, 'maxAge' | 'circumstances'>,
): Obstacle | null {
  if (maxAge === null) return null;
  const age = circumstances.now - timestamp;
  if (age <= maxAge.ms && age >= -SKEW_MS) return null;
  const date = new Date(timestamp);
  const when = Number.isNaN(date.getTime()) ? 'has no time' : `was logged at ${date.toISOString()}`;
  const message = `The candidate's ${quote(metric)} ${when}, and may be at most ${maxAge.text} old.`;
  return { reason: 'metric-too-old', message };
}

/** `name`, `name@digest`, or null for a value logged without a dataset. */
export function datasetLabel(dataset: Dataset | null): string | null {
  return dataset === null ? null : datasetName(dataset);
}

/** The dataset a gate names, as a label; null when it names none. */
export function filterLabel(filter: DatasetFilter): string | null {
  return filter.kind === 'named' ? datasetLabel(filter) : null;
}

/** The dataset a gate names may differ from what was logged in what nobody sees. */
function datasetHint({ dataset: filter }: Threshold, rows: readonly Measurement[]): string {
  const names = rows.flatMap(({ dataset }) => dataset?.name ?? []);
  return filter.kind === 'named' ? lookAlikeHint(filter.name, names) : '';
}

function isMeant(filter: DatasetFilter, dataset: Dataset | null): boolean {
  if (filter.kind !== 'named') return filter.kind === 'any' || dataset === null;
  return dataset?.name === filter.name && (filter.digest === null || dataset.digest === filter.digest);
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
  const near = nearest(gate.metric, names);
  const hint = near.length > 0 ? `; near it: ${near.map((name) => quote(name)).join(', ')}` : '';
  const quoted = names.map((name) => quote(name));
  const has = quoted.length > 0 ? `it has ${listed(quoted, SHOWN)}` : 'it has no metrics at all';
  return {
    reason,
    message: `The ${who} has no metric ${quote(gate.metric)}; ${has}${hint}.${lookAlikeHint(gate.metric, near)}`,
  };
}

function ambiguous(who: string, gate: Threshold, rows: readonly Measurement[], remedy?: string): Obstacle {
  const message = `The ${who}'s metric ${quote(gate.metric)} exists for more than one dataset: ${datasets(rows)}.`;
  return { reason: 'dataset-ambiguous', message, ...(remedy === undefined ? {} : { remedy }) };
}

/** What to write, with a line of YAML that means the first value that can be named; JSON strings are YAML strings. */
function pinned(gate: Threshold, rows: readonly Measurement[]): string | undefined {
  const [value] = rows.flatMap(({ dataset }) => nameAmong(rows, dataset) ?? []);
  if (value === undefined) return undefined;
  const key = gate.required ? 'require' : 'advisory';
  const yaml = `${quote(gate.metric)}: { ${key}: ${quote(gate.condition)}, dataset: ${value} }`;
  const without = rows.some(({ dataset }) => dataset === null);
  const what = without ? ', or null for the value that was logged without one' : '';
  return `Name the dataset the gate means${what}, for example ${yaml}.`;
}

/** How YAML names one dataset of several; null when its name is not enough and its content is not known. */
function nameAmong(rows: readonly Measurement[], dataset: Dataset | null): string | null {
  if (dataset === null) return 'null';
  const { name, digest } = dataset;
  if (rows.filter((row) => row.dataset?.name === name).length === 1) return quote(name);
  return digest === null ? null : `{ name: ${quote(name)}, digest: ${quote(digest)} }`;
}

function datasets(rows: readonly Measurement[]): string {
  const labels = rows.map(({ dataset }) => quoteOr(datasetLabel(dataset), 'no dataset'));
  return listed(labels, SHOWN);
}

function quoteOr(label: string | null, otherwise: string): string {
  return label === null ? otherwise : quote(label);
}
