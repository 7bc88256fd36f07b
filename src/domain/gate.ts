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

/** Which of a metric's datasets a gate looks at. */
export interface DatasetFilter {
  readonly name: string;
  /** Null: any content under that name, as long as there is only one. */
  readonly digest: string | null;
}

/** One requirement: every comparison must hold. */
export interface Gate {
  readonly metric: string;
  readonly dataset: DatasetFilter | null;
  readonly required: boolean;
  /** Never empty. */
  readonly comparisons: readonly Comparison[];
  /** The normal form, e.g. `>= 0.92 and >= production + 0.005`. */
  readonly condition: string;
}

/** What happens when nobody holds the baseline yet. */
export const FIRST_PROMOTION = ['require-absolute', 'rubber-stamp', 'block'] as const;
export type FirstPromotion = (typeof FIRST_PROMOTION)[number];

/** All gates and rules of one promotion. */
export interface Policy {
  readonly gates: readonly Gate[];
  readonly firstPromotion: FirstPromotion;
  /** Findings about the policy itself, such as a direction that contradicts a metric's name. */
  readonly warnings: readonly Warning[];
}

/** Something a reader should know that decided nothing. */
export interface Warning {
  readonly code: string;
  readonly message: string;
}
