import type { Needs } from '../domain/evidence.js';
import type { Gate, GateKind, GateOf, ResultOf } from '../domain/gate.js';
import type { Grounds, JudgedGate, Kind } from './kind.js';
import { from } from './from.js';
import { lineage } from './lineage.js';
import { signOff } from './sign-off.js';
import { tag } from './tag.js';
import { threshold } from './threshold/threshold.js';

/** Every kind of gate. */
const KINDS: { readonly [K in GateKind]: Kind<K> } = {
  threshold,
  tag,
  from,
  lineage,
  'sign-off': signOff,
};

export function judgeGate<K extends GateKind>(gate: GateOf<K>, grounds: Grounds): JudgedGate<K> {
  return kindOf(gate.kind).judge(gate, grounds);
}

/** What all gates together need. */
export function needsOf(gates: readonly Gate[]): Needs {
  const all = gates.map(needs);
  return {
    baseline: all.some(({ baseline }) => baseline),
    metrics: [...new Set(all.flatMap(({ metrics }) => metrics))],
    tags: [...new Set(all.flatMap(({ tags }) => tags))],
    holds: all.some(({ holds }) => holds),
    lineage: all.some((one) => one.lineage),
  };
}

/** What a gate asks for, as a sentence about the version. */
export function asks<K extends GateKind>(gate: GateOf<K>): string {
  return kindOf(gate.kind).asks(gate);
}

export function asksAbsolutely<K extends GateKind>(gate: GateOf<K>): boolean {
  return kindOf(gate.kind).asksAbsolutely(gate);
}

export function isWaived<K extends GateKind>(result: ResultOf<K>): boolean {
  return kindOf(result.kind).isWaived(result);
}

function needs<K extends GateKind>(gate: GateOf<K>): Needs {
  return kindOf(gate.kind).needs(gate);
}

function kindOf<K extends GateKind>(kind: K): Kind<K> {
  return KINDS[kind];
}
