import type { WrittenAt } from './policy.js';
import type { GateReason } from './reason.js';
import type { ThresholdGate, ThresholdResult } from './threshold.js';

/** Every kind of gate: what it asks for, and what it says when it was judged. A new kind is added here first. */
interface Kinds {
  readonly threshold: { readonly gate: ThresholdGate; readonly result: ThresholdResult };
  readonly from: { readonly gate: FromGate; readonly result: FromGate & { readonly since: number | null } };
  readonly lineage: {
    readonly gate: LineageGate;
    readonly result: LineageGate & { readonly found: string | null };
  };
  readonly 'sign-off': {
    readonly gate: SignOffGate;
    readonly result: SignOffGate & { readonly signed: readonly Signature[] };
  };
  readonly tag: { readonly gate: TagGate; readonly result: TagGate & { readonly found: string | null } };
}

/** Where the version must be now, and for how long at least. */
interface FromGate {
  /** `Staging`, or `@challenger`. */
  readonly place: string;
  /** As it was written; null: any time will do. */
  readonly soak: Duration | null;
}

/** A length of time, as it was written and in milliseconds. */
export interface Duration {
  readonly text: string;
  readonly ms: number;
}

/** Something that has to be known of where the version came from. */
interface LineageGate {
  readonly part: LineagePart;
}

export const LINEAGE_PARTS = ['commit', 'run', 'dataset'] as const;
export type LineagePart = (typeof LINEAGE_PARTS)[number];

/** Roles of which each has to say yes, in a tag of its own: `signed_off.ethics`. */
interface SignOffGate {
  readonly tag: string;
  /** Never empty. */
  readonly roles: readonly string[];
}

/** What one role said. */
export interface Signature {
  readonly role: string;
  readonly says: 'yes' | 'no' | 'nothing' | 'unclear';
  /** Null where there is none. */
  readonly name: string | null;
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
export const VERDICTS = ['pass', 'inconclusive', 'fail', 'invalid'] as const;
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
/** The same, from the softest to the strictest. */
export const STRICTNESS: readonly FirstPromotion[] = ['rubber-stamp', 'require-absolute', 'block'];
