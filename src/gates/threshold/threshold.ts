import { datasetName } from '../../domain/evidence.js';
import type { GateOf } from '../../domain/gate.js';
import type { DatasetFilter } from '../../domain/threshold.js';
import { quote } from '../../text/quote.js';
import { NOTHING, type Kind } from '../kind.js';
import { judgeThreshold } from './judge.js';

/** A metric that must keep to numbers, or to the baseline's value of it. */
export const threshold: Kind<'threshold'> = {
  judge: judgeThreshold,
  needs: (gate) => ({ ...NOTHING, baseline: compares(gate, 'baseline'), metrics: [gate.metric] }),
  asks: ({ metric, condition, dataset }) => `Its ${quote(metric)}${onData(dataset)} is ${condition}.`,
  asksAbsolutely: (gate) => compares(gate, 'number'),
  isWaived: ({ comparisons }) => comparisons.some(({ result }) => result === 'waived'),
};

function onData(filter: DatasetFilter): string {
  if (filter.kind === 'any') return '';
  return filter.kind === 'none' ? ' without a dataset' : ` on ${quote(datasetName(filter))}`;
}

function compares(gate: GateOf<'threshold'>, kind: 'baseline' | 'number'): boolean {
  return gate.comparisons.some(({ operand }) => operand.kind === kind);
}
