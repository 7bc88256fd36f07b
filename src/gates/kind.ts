import type { Needs, VersionEvidence } from '../domain/evidence.js';
import type { Duration, FirstPromotion, GateKind, GateOf, ResultOf } from '../domain/gate.js';
import type { Warning } from '../domain/warning.js';

/** What is so of the candidate at the moment, beside what was measured. */
export interface Circumstances {
  /** Epoch milliseconds. */
  readonly now: number;
  /** The stage and the aliases it has: `Staging`, `@challenger`. No stage is none. */
  readonly holds: readonly string[];
  readonly createdAt: number;
  /** When its row was last changed, a stage included; null where the registry does not say. */
  readonly updatedAt: number | null;
}

/** A kind of gate that looks at nothing but its own begins with this. */
export const NOTHING: Needs = { baseline: false, metrics: [], tags: [], holds: false, lineage: false };

/** What gates are judged on. */
export interface Grounds {
  readonly circumstances: Circumstances;
  readonly candidate: VersionEvidence;
  /** Null: nobody holds it, or no gate needs it. */
  readonly baseline: VersionEvidence | null;
  /** What to do when nobody holds the baseline; null when somebody does. */
  readonly firstPromotion: FirstPromotion | null;
  readonly candidateIsBaseline: boolean;
  /** How old a value of the candidate may be; null: any age will do. */
  readonly maxAge: Duration | null;
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
  /** What the gate asks for, as a sentence about the version. */
  asks(gate: GateOf<K>): string;
  /** Whether the gate asks for something that needs no baseline: a first promotion has only that to go by. */
  asksAbsolutely(gate: GateOf<K>): boolean;
  /** Whether a rule excused part of what the gate asks for. */
  isWaived(result: ResultOf<K>): boolean;
}
