import type { GateReason } from '../../domain/reason.js';
import type { Comparison, FilledComparison, Offset, Operator } from '../../domain/threshold.js';
import { fromText, holds, percentOf, print, type Decimal } from './decimal.js';
import type { Obstacle } from './measurement.js';

/** A comparison with its numbers; `obstacle` where it could not be made. */
export interface Filled {
  readonly filled: Omit<FilledComparison, 'decides'>;
  readonly obstacle: Obstacle | null;
}

/** What a comparison with the baseline has to go by. */
export type Ground =
  | { readonly kind: 'value'; readonly value: Decimal }
  | { readonly kind: 'waived'; readonly why: string }
  | { readonly kind: 'obstacle'; readonly obstacle: Obstacle };

const SIGNS: Readonly<Record<Operator, string>> = { '>=': '≥', '<=': '≤', '>': '>', '<': '<' };
const ZERO: GateReason = 'baseline-zero';

/**
 * Fills one comparison of a gate with its numbers and decides it. `± p%` means p % of |baseline|; of a
 * baseline of 0 that is no step at all, so such a comparison is invalid, unless the same gate also gives an
 * absolute step from the baseline in the same direction: then it is waived.
 */
export function fill(
  comparison: Comparison,
  all: readonly Comparison[],
  candidate: Decimal,
  ground: Ground,
): Filled {
  const { op, operand } = comparison;
  if (operand.kind === 'number') return decided(candidate, op, fromText(operand.value), '');
  if (ground.kind === 'waived') return waived(comparison, ground.why);
  if (ground.kind === 'obstacle') return blocked(comparison, ground.obstacle, ground.obstacle.reason);
  const { offset } = operand;
  if (offset?.unit !== 'percent' || !ground.value.eq(0))
    return againstBaseline(candidate, op, ground.value, offset);
  if (hasAbsoluteStep(all, op)) return waived(comparison, 'production is 0, so the absolute step decides');
  const message = `The baseline is 0, and ${offset.amount}% of 0 is no step at all.`;
  return blocked(comparison, { reason: ZERO, message }, ZERO);
}

/** A comparison that could not be made. */
export function blocked(comparison: Comparison, obstacle: Obstacle, why: string): Filled {
  return { filled: undecided(comparison, 'invalid', why), obstacle };
}

function waived(comparison: Comparison, why: string): Filled {
  return { filled: undecided(comparison, 'waived', why), obstacle: null };
}

function undecided(comparison: Comparison, result: 'waived' | 'invalid', why: string): Filled['filled'] {
  const { op, operand } = comparison;
  const side =
    operand.kind === 'number' ? print(fromText(operand.value)) : `production${offsetText(operand.offset)}`;
  const limit = operand.kind === 'number' ? side : null;
  return { result, op, limit, distance: null, text: `${SIGNS[op]} ${side} (${result}: ${why})` };
}

/** With a step from the baseline the limit is spelled out; without one it is the baseline. */
function againstBaseline(candidate: Decimal, op: Operator, baseline: Decimal, offset: Offset | null): Filled {
  if (offset === null) return decided(candidate, op, baseline, ' = production');
  const amount = fromText(offset.amount);
  const step = offset.unit === 'percent' ? percentOf(amount, baseline) : amount;
  const limit = offset.sign === '+' ? baseline.plus(step) : baseline.minus(step);
  const shownStep = offset.unit === 'percent' ? ` (${print(step)})` : '';
  return decided(candidate, op, limit, ` = production ${print(baseline)}${offsetText(offset)}${shownStep}`);
}

function decided(candidate: Decimal, op: Operator, limit: Decimal, origin: string): Filled {
  const distance = upward(op) ? candidate.minus(limit) : limit.minus(candidate);
  const filled: Filled['filled'] = {
    result: holds(candidate, op, limit) ? 'pass' : 'fail',
    op,
    limit: print(limit),
    distance: print(distance),
    text: `${relationText(candidate, op, limit)}${origin}`,
  };
  return { filled, obstacle: null };
}

/** What is true of the two numbers, so that a text never states what is false. */
function relationText(candidate: Decimal, op: Operator, limit: Decimal): string {
  if (holds(candidate, op, limit)) return `${print(candidate)} ${SIGNS[op]} ${print(limit)}`;
  if (candidate.eq(limit)) return `${print(candidate)} is not ${op} ${print(limit)}`;
  return `${print(candidate)} ${candidate.lt(limit) ? '<' : '>'} ${print(limit)}`;
}

function offsetText(offset: Offset | null): string {
  if (offset === null) return '';
  const percent = offset.unit === 'percent' ? '%' : '';
  return ` ${offset.sign} ${print(fromText(offset.amount))}${percent}`;
}

/** A step away from the baseline in the direction asked for: what lets a candidate fall behind it is none. */
function hasAbsoluteStep(all: readonly Comparison[], op: Operator): boolean {
  return all.some(({ op: other, operand }) => {
    if (operand.kind !== 'baseline' || upward(other) !== upward(op)) return false;
    const { offset } = operand;
    if (offset?.unit !== 'absolute' || fromText(offset.amount).eq(0)) return false;
    return offset.sign === (upward(op) ? '+' : '-');
  });
}

function upward(op: Operator): boolean {
  return op === '>=' || op === '>';
}
