import Big from 'big.js';
import type { Gate, GateOf } from '../domain/gate.js';
import type { Comparison, Offset, Operand } from '../domain/threshold.js';
import { thresholdIdentity } from './threshold/section.js';

type Threshold = GateOf<'threshold'>;

/** Only thresholds can be compared with one another. */
export function isThreshold(gate: Gate): gate is Threshold {
  return gate.kind === 'threshold';
}

/** Whether two gates are about the same metric, on the same data, and count alike. */
export function sameMatter(a: Threshold, b: Threshold): boolean {
  return thresholdIdentity(a) === thresholdIdentity(b);
}

/** Whether a gate asks for less than another does in one of its comparisons, and makes up for it in none. */
export function asksLess(gate: Threshold, than: Threshold): boolean {
  return than.comparisons.some((other) => {
    const orders = gate.comparisons.flatMap((own) => order(own, other) ?? []);
    return orders.length > 0 && Math.max(...orders) < 0;
  });
}

/** Whether whatever passes a gate passes another too, as far as their texts tell. */
export function isAsStrict(gate: Threshold, than: Threshold): boolean {
  return than.comparisons.every((other) => gate.comparisons.some((own) => (order(own, other) ?? -1) >= 0));
}

/**
 * How strict one comparison is beside another: below 0 weaker, above 0 stricter. Null where they cannot be compared: in
 * another direction, or a number beside the baseline, or a step beside a percentage of what nobody knows yet.
 */
function order(a: Comparison, b: Comparison): number | null {
  const up = isUp(a);
  if (up !== isUp(b)) return null;
  const bounds = boundsOf(a.operand, b.operand);
  if (bounds === null) return null;
  const compared = up ? bounds[0].cmp(bounds[1]) : bounds[1].cmp(bounds[0]);
  return compared === 0 ? Number(isStrict(a)) - Number(isStrict(b)) : compared;
}

function isUp({ op }: Comparison): boolean {
  return op.startsWith('>');
}

function isStrict({ op }: Comparison): boolean {
  return op.length === 1;
}

function boundsOf(a: Operand, b: Operand): readonly [Big, Big] | null {
  if (a.kind === 'number') return b.kind === 'number' ? [new Big(a.value), new Big(b.value)] : null;
  if (b.kind === 'number') return null;
  const units = new Set([a, b].flatMap(({ offset }) => (isStep(offset) ? [offset.unit] : [])));
  return units.size > 1 ? null : [step(a.offset), step(b.offset)];
}

function isStep(offset: Offset | null): offset is Offset {
  return offset !== null && !new Big(offset.amount).eq(0);
}

function step(offset: Offset | null): Big {
  return offset === null ? new Big(0) : new Big(`${offset.sign === '-' ? '-' : ''}${offset.amount}`);
}
