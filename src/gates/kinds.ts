import type { Gate, GateKind, GateOf, ResultOf } from '../domain/gate.js';
import type { Grounds, JudgedGate, Kind, Needs } from './kind.js';
import { threshold } from './threshold/threshold.js';

/** Every kind of gate. */
const KINDS: { readonly [K in GateKind]: Kind<K> } = { threshold };

export function judgeGate<K extends GateKind>(gate: GateOf<K>, grounds: Grounds): JudgedGate<K> {
  return kindOf(gate.kind).judge(gate, grounds);
}

/** What all gates together need. */
export function needsOf(gates: readonly Gate[]): Needs {
  return { baseline: gates.some(needsBaseline) };
}

export function needsBaseline<K extends GateKind>(gate: GateOf<K>): boolean {
  return kindOf(gate.kind).needs(gate).baseline;
}

export function asksAbsolutely<K extends GateKind>(gate: GateOf<K>): boolean {
  return kindOf(gate.kind).asksAbsolutely(gate);
}

export function isWaived<K extends GateKind>(result: ResultOf<K>): boolean {
  return kindOf(result.kind).isWaived(result);
}

/** The metrics that gates name, each once. */
export function metricsOf(gates: readonly Gate[]): readonly string[] {
  return [...new Set(gates.flatMap(metrics))];
}

function metrics<K extends GateKind>(gate: GateOf<K>): readonly string[] {
  return kindOf(gate.kind).metrics(gate);
}

function kindOf<K extends GateKind>(kind: K): Kind<K> {
  return KINDS[kind];
}
