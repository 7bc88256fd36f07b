import type { ValueSource } from './evidence.js';

/** The four comparisons a condition may use. The direction is in the operator, never in the metric's name. */
export const OPERATORS = ['>=', '<=', '>', '<'] as const;
export type Operator = (typeof OPERATORS)[number];

/** What is added to or taken from the baseline. `percent` is of |baseline|. */
export interface Offset {
  readonly sign: '+' | '-';
  /** Decimal text as written, never negative. */
  readonly amount: string;
  readonly unit: 'absolute' | 'percent';
}

/** The right-hand side of a comparison. Numbers are decimal text as written. */
export type Operand =
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'baseline'; readonly offset: Offset | null };

/** `op operand`, one part of a condition. */
export interface Comparison {
  readonly op: Operator;
  readonly operand: Operand;
}

/** Which of a metric's values a gate looks at, by what they were measured on. */
export type DatasetFilter =
  /** The gate does not say: the only value there is. */
  | { readonly kind: 'any' }
  /** The value that was logged without a dataset. */
  | { readonly kind: 'none' }
  /** A digest of null: any content under that name, as long as there is only one. */
  | { readonly kind: 'named'; readonly name: string; readonly digest: string | null };

/** What a gate of kind `threshold` asks for: every comparison must hold. */
export interface ThresholdGate {
  readonly metric: string;
  readonly dataset: DatasetFilter;
  /** Never empty. */
  readonly comparisons: readonly Comparison[];
  /** The normal form, e.g. `>= 0.92 and >= production + 0.005`. */
  readonly condition: string;
}

/** One comparison of a gate with its numbers filled in. Numbers are decimal strings, exactly as compared. */
export interface FilledComparison {
  /** `waived`: a rule excuses it (first promotion, zero baseline); `invalid`: it could not be made. */
  readonly result: 'pass' | 'fail' | 'waived' | 'invalid';
  /** It decided the gate: the first one missed or, when all hold, the one with the least room. At most one does. */
  readonly decides: boolean;
  readonly op: string;
  /** The right-hand side as a number; null when it could not be computed. */
  readonly limit: string | null;
  /** Signed room between candidate and limit, positive when it holds with room; null when not computed. */
  readonly distance: string | null;
  /** e.g. `0.934 ≥ 0.925 = production 0.920 + 0.005`. */
  readonly text: string;
}

/** What a judged gate of kind `threshold` says besides its verdict. Its text is the filled-in normal form. */
export interface ThresholdResult {
  readonly metric: string;
  /** `name`, `name@digest`, or null when the metric was logged without a dataset. */
  readonly dataset: string | null;
  /** Decimal strings, exactly as compared; null when there is none. */
  readonly candidate: string | null;
  readonly baseline: string | null;
  /** The limit of the comparison that decided; null when it has none. */
  readonly limit: string | null;
  /** Where the candidate's value came from. */
  readonly origin: ValueSource['origin'] | null;
  /** Where either value came from, believed or not; null when there is none, or none was looked at. */
  readonly candidateSource: ValueSource | null;
  readonly baselineSource: ValueSource | null;
  readonly condition: string;
  readonly comparisons: readonly FilledComparison[];
}
