import type { Comparison, Operand } from '../../domain/threshold.js';

/** The one spelling of a condition, e.g. `>= 0.92 and >= production + 0.005`. Parsing it gives it back. */
export function normalForm(comparisons: readonly Comparison[]): string {
  return comparisons.map(({ op, operand }) => `${op} ${operandText(operand)}`).join(' and ');
}

function operandText(operand: Operand): string {
  if (operand.kind === 'number') return operand.value;
  const { offset } = operand;
  return offset === null
    ? 'production'
    : `production ${offset.sign} ${offset.amount}${offset.unit === 'percent' ? '%' : ''}`;
}
