import type { GateKind, ResultOf } from '../../domain/gate.js';
import type { FilledComparison } from '../../domain/threshold.js';
import type { Cell, Mark, Room } from '../document.js';
import { COMPARISON_MARKS } from '../looks.js';

/** How a judged gate reads, whatever its kind. */
export interface GateView {
  /** What it looks at and where that was read, a line each. */
  readonly subject: Cell;
  /** Between the value and the limit that decided; null when nothing could be compared. */
  readonly room: Room | null;
  /** What was found for either version; null when there is nothing. */
  readonly candidate: string | null;
  readonly baseline: string | null;
  /** What was found, a line each; marked when each line has a result of its own. */
  readonly lines: readonly { readonly mark: Mark | null; readonly text: string }[];
  /** What was asked for, as it was written. */
  readonly condition: string;
  /** Of how many parts a rule excused how many. */
  readonly parts: number;
  readonly waived: number;
}

/** Every kind of gate. */
const VIEWS: { readonly [K in GateKind]: (gate: ResultOf<K>) => GateView } = { threshold };

export function viewOf<K extends GateKind>(gate: ResultOf<K>): GateView {
  return VIEWS[gate.kind](gate);
}

const ORIGINS = { 'logged-model': 'logged model', run: 'run' } as const;

function threshold(gate: ResultOf<'threshold'>): GateView {
  const { metric, dataset, origin, candidate, baseline, condition, comparisons } = gate;
  // Several comparisons, all of them made, say more than the text that they add up to.
  const inParts = comparisons.length > 1 && gate.verdict !== 'invalid';
  return {
    subject: [
      [{ name: metric }],
      ...(dataset === null ? [] : [[{ small: ['on ', { name: dataset }] }]]),
      ...(origin === null ? [] : [[{ small: [`from the ${ORIGINS[origin]}`] }]]),
    ],
    room: decisiveRoom(comparisons),
    candidate,
    baseline,
    lines: inParts
      ? comparisons.map(({ result, text }) => ({ mark: COMPARISON_MARKS[result], text }))
      : [{ mark: null, text: gate.text }],
    condition,
    parts: comparisons.length,
    waived: comparisons.filter(({ result }) => result === 'waived').length,
  };
}

function decisiveRoom(comparisons: readonly FilledComparison[]): Room | null {
  const { distance = null, limit = null } = comparisons.find(({ decides }) => decides) ?? {};
  return distance === null || limit === null ? null : { distance, limit };
}
