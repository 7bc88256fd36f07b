import type { WrittenAt } from './policy.js';
import type { GateReason } from './reason.js';
import type { ThresholdGate, ThresholdResult } from './threshold.js';

/** Every kind of gate: what it asks for, and what it says when it was judged. A new kind is added here first. */
interface Kinds {
  readonly threshold: { readonly gate: ThresholdGate; readonly result: ThresholdResult };
  readonly tag: { readonly gate: TagGate; readonly result: TagGate & { readonly found: string | null } };
}

/** A tag of the version that must have one of some values. */
interface TagGate {
  readonly tag: string;
  /** Never empty. */
  readonly accepted: readonly string[];
}
export type GateKind = keyof Kinds;

/** What every gate has, whatever its kind. */
interface GateHead<K> {
  readonly kind: K;
  /** What a person calls it. */
  readonly name: string;
  /** False: advisory. Its verdict is shown and never counts. */
  readonly required: boolean;
  readonly writtenAt: WrittenAt;
}

/** One requirement of a kind. */
export type GateOf<K extends GateKind> = { [P in K]: GateHead<P> & Kinds[P]['gate'] }[K];
/** One requirement. */
export type Gate = GateOf<GateKind>;

/** What one gate says, in order of badness. */
export const VERDICTS = ['pass', 'fail', 'invalid'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What every judged gate says, whatever its kind. */
interface ResultHead<K> extends GateHead<K> {
  readonly verdict: Verdict;
  readonly reason: GateReason;
  /** What was found, in one sentence or in the gate's own language with its numbers filled in. */
  readonly text: string;
  /** What to do about it; empty when it passed. */
  readonly remedy: string;
}

/** One gate of a kind, judged. */
export type ResultOf<K extends GateKind> = { [P in K]: ResultHead<P> & Kinds[P]['result'] }[K];
/** One gate, judged. */
export type GateResult = ResultOf<GateKind>;

/** What happens when nobody holds the baseline yet. */
export const FIRST_PROMOTION = ['require-absolute', 'rubber-stamp', 'block'] as const;
export type FirstPromotion = (typeof FIRST_PROMOTION)[number];
