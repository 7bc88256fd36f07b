import type { Gate, GateOf, GateResult, ResultOf } from '../../src/domain/gate.js';

/** Results of a test that has thresholds only; another kind is a mistake of the test. */
export function thresholdsOf(results: readonly GateResult[]): readonly ResultOf<'threshold'>[] {
  return results.map((result) => {
    if (result.kind === 'threshold') return result;
    throw new TypeError(`This test has a gate of kind ${result.kind}.`);
  });
}

/** The same of gates. */
export function thresholdGatesOf(gates: readonly Gate[]): readonly GateOf<'threshold'>[] {
  return gates.map((gate) => {
    if (gate.kind === 'threshold') return gate;
    throw new TypeError(`This test has a gate of kind ${gate.kind}.`);
  });
}
