import type { Needs, VersionEvidence } from '../domain/evidence.js';
import type { FirstPromotion, GateKind, GateOf, ResultOf } from '../domain/gate.js';
import type { Warning } from '../domain/warning.js';

/** What gates are judged on. */
export interface Grounds {
  readonly candidate: VersionEvidence;
  /** Null: nobody holds it, or no gate needs it. */
  readonly baseline: VersionEvidence | null;
  /** What to do when nobody holds the baseline; null when somebody does. */
  readonly firstPromotion: FirstPromotion | null;
  readonly candidateIsBaseline: boolean;
}

/** One gate, judged, with what a reader should know besides. */
export interface JudgedGate<K extends GateKind> {
  readonly result: ResultOf<K>;
  readonly warnings: readonly Warning[];
}

/** A kind of gate: all that judging and planning have to know about it. Pure; nothing here throws. */
export interface Kind<K extends GateKind> {
  /** Says `pass` only where the evidence proves it. */
  judge(gate: GateOf<K>, grounds: Grounds): JudgedGate<K>;
  needs(gate: GateOf<K>): Needs;
  /** Whether the gate asks for something that needs no baseline: a first promotion has only that to go by. */
  asksAbsolutely(gate: GateOf<K>): boolean;
  /** Whether a rule excused part of what the gate asks for. */
  isWaived(result: ResultOf<K>): boolean;
}
