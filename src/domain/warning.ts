/** What a reader should know that decided nothing. Closed: a new warning is added here first. */
export const WARNING_CODES = [
  'older-than-holder',
  'alias-near-another',
  'gates-not-judged',
  'baseline-run-not-finished',
  'first-promotion-rubber-stamp',
  'comparison-waived',
  'dataset-known-on-one-side',
  'origins-differ',
  'scales-differ',
  'direction-looks-wrong',
  'several-holders-after',
  'concurrent-promotion-repaired',
  'metrics-unread',
  'insecure-tls-ignored',
  'registry-by-default',
  'policy-would-loosen',
  'policy-may-loosen',
  'policy-would-tighten',
  'policy-would-break',
  'policy-change-unread',
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

/** Something a reader should know that decided nothing. */
export interface Warning {
  readonly code: WarningCode;
  readonly message: string;
}
