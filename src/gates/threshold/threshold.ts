import type { GateOf } from '../../domain/gate.js';
import { NOTHING, type Kind } from '../kind.js';
import { judgeThreshold } from './judge.js';

/** A metric that must keep to numbers, or to the baseline's value of it. */
export const threshold: Kind<'threshold'> = {
  judge: judgeThreshold,
  needs: (gate) => ({ ...NOTHING, baseline: compares(gate, 'baseline'), metrics: [gate.metric] }),
  asksAbsolutely: (gate) => compares(gate, 'number'),
  isWaived: ({ comparisons }) => comparisons.some(({ result }) => result === 'waived'),
};

function compares(gate: GateOf<'threshold'>, kind: 'baseline' | 'number'): boolean {
  return gate.comparisons.some(({ operand }) => operand.kind === kind);
}
