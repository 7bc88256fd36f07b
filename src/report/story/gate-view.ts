import type { GateKind, ResultOf } from '../../domain/gate.js';
import type { ValueSource } from '../../domain/evidence.js';
import type { WrittenAt } from '../../domain/policy.js';
import type { FilledComparison } from '../../domain/threshold.js';
import { count, minute } from '../../text/number.js';
import type { Fact, Mark, Phrase, Room } from '../document.js';
import { COMPARISON_MARKS } from '../looks.js';

/** How a judged gate reads, whatever its kind. */
export interface GateView {
  /** What it looks at. */
  readonly subject: Phrase;
  /** On which data, and where that was read; null where there is nothing to say. Many gates have the same. */
  readonly dataset: Phrase | null;
  readonly origin: Phrase | null;
  /** Between the value and the limit that decided; null when nothing could be compared. */
  readonly room: Room | null;
  /** What was found for either version; null when there is nothing. */
  readonly candidate: string | null;
  readonly baseline: string | null;
  /** Who says so, for candidate and baseline; empty where there is nothing. */
  readonly sources: readonly Fact[];
  /** What was found, a line each; marked when each line has a result of its own. */
  readonly lines: readonly { readonly mark: Mark | null; readonly text: string }[];
  /** What the values were held against, a line each with its decimal text; empty where nothing could be compared. */
  readonly limits: readonly Limit[];
  /** What was asked for, as it was written. */
  readonly condition: string;
  /** Of how many parts a rule excused how many. */
  readonly parts: number;
  readonly waived: number;
}

/** One limit: `≥` and `0.925`, or in words why there is none. */
export interface Limit {
  readonly mark: Mark | null;
  readonly sign: string;
  /** Null where a rule excused it. */
  readonly decimal: string | null;
}

/** Where a rule stands: `.github/model-promotion.yml, line 7`, or the input. */
export function whereWritten({ in: kind, name, line }: WrittenAt): string {
  return kind === 'file' ? `${name}, line ${line}` : `input ${name}, line ${line}`;
}

/** Every kind of gate. */
const VIEWS: { readonly [K in GateKind]: (gate: ResultOf<K>) => GateView } = {
  threshold,
  tag,
  from,
  lineage,
  'sign-off': signOff,
};

export function viewOf<K extends GateKind>(gate: ResultOf<K>): GateView {
  return VIEWS[gate.kind](gate);
}

function tag({ name, text, accepted }: ResultOf<'tag'>): GateView {
  return inWords(['tag ', { name }], text, accepted.join(', '));
}

function from({ place, soak, text }: ResultOf<'from'>): GateView {
  return inWords(['from ', { name: place }], text, soak === null ? place : `${place} for ${soak.text}`);
}

function lineage({ part, text }: ResultOf<'lineage'>): GateView {
  return inWords(['lineage'], text, part);
}

function signOff({ tag: name, roles, text }: ResultOf<'sign-off'>): GateView {
  return inWords(['sign-off ', { name }], text, roles.join(', '));
}

/** A gate that compares no numbers: what it found says it all. */
function inWords(subject: Phrase, text: string, condition: string): GateView {
  return {
    ...{ subject, condition, dataset: null, origin: null, room: null, candidate: null, baseline: null },
    ...{ sources: [], limits: [], lines: [{ mark: null, text }], parts: 1, waived: 0 },
  };
}

const ORIGINS = { 'logged-model': 'logged model', run: 'run' } as const;

function threshold(gate: ResultOf<'threshold'>): GateView {
  const { metric, origin, candidate, baseline, condition, comparisons } = gate;
  // Several comparisons, all of them made, say more than the text that they add up to.
  const inParts = comparisons.length > 1 && gate.verdict !== 'invalid';
  return {
    subject: [{ name: metric }],
    dataset: datasetOf(gate),
    origin: origin === null ? null : [`from the ${ORIGINS[origin]}`],
    room: decisiveRoom(comparisons),
    candidate,
    baseline,
    sources: [
      ...sourceFacts('Candidate', candidate, gate.candidateSource),
      ...sourceFacts('Baseline', baseline, gate.baselineSource),
    ],
    lines: inParts
      ? comparisons.map(({ result, text }) => ({ mark: COMPARISON_MARKS[result], text }))
      : [{ mark: null, text: gate.text }],
    limits: limitsOf(gate),
    condition,
    parts: comparisons.length,
    waived: comparisons.filter(({ result }) => result === 'waived').length,
  };
}

/** Where values are kept by dataset, none is one of them. */
function datasetOf({ dataset, origin }: ResultOf<'threshold'>): Phrase | null {
  if (dataset !== null) return ['on ', { name: dataset }];
  return origin === 'logged-model' ? ['without a dataset'] : null;
}

const SIGNS: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤' };

function limitsOf({ verdict, comparisons }: ResultOf<'threshold'>): readonly Limit[] {
  if (verdict === 'invalid') return [];
  return comparisons.map(({ result, op, limit }) => ({
    mark: comparisons.length > 1 ? COMPARISON_MARKS[result] : null,
    sign: SIGNS[op] ?? op,
    decimal: limit,
  }));
}

function decisiveRoom(comparisons: readonly FilledComparison[]): Room | null {
  const { distance = null, limit = null } = comparisons.find(({ decides }) => decides) ?? {};
  return distance === null || limit === null ? null : { distance, limit };
}

function sourceFacts(label: string, value: string | null, source: ValueSource | null): readonly Fact[] {
  if (source === null) return [];
  const start = value === null ? '' : `${value} `;
  return [{ label, values: [[`${start}from the `, ...placeOf(source), whichOf(source)]] }];
}

/** `logged model, logged by run abc`, or `run abc`. */
function placeOf({ origin, runId }: ValueSource): Phrase {
  if (runId === null) return [ORIGINS[origin]];
  return [origin === 'run' ? 'run ' : `${ORIGINS[origin]}, logged by run `, { name: runId }];
}

/** `, step 3, 2026-11-21 00:44 UTC, the last of 5 values`. */
function whichOf({ step, timestamp, of }: ValueSource): string {
  const time = timestamp === null ? '' : `, ${minute(timestamp)}`;
  const which = of === null ? '' : of === 1 ? ', the only value' : `, the last of ${count(of, 'value')}`;
  return `, step ${step}${time}${which}`;
}
