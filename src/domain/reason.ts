/** Why a gate, an outcome or an error is what it is. Closed: a new reason is added here first. */
export const GATE_REASONS = [
  // pass
  'threshold-met',
  'relative-waived',
  // fail
  'threshold-not-met',
  // invalid
  'metric-missing',
  'metric-not-finite',
  'metric-suspect-zero',
  'dataset-ambiguous',
  'dataset-mismatch',
  'baseline-metric-missing',
  'baseline-metric-not-finite',
  'baseline-metric-suspect-zero',
  'baseline-zero',
  'baseline-missing',
  'baseline-run-unusable',
  'candidate-is-baseline',
] as const;
export type GateReason = (typeof GATE_REASONS)[number];

/** Reasons that concern the whole decision. */
export const DECISION_REASONS = [
  // green
  'promoted',
  'would-be-promoted',
  'already-holds-target',
  'archived',
  'listed',
  // policy said no
  'first-promotion-blocked',
  // could not tell
  'no-required-gate',
  'no-absolute-condition',
  'several-holders',
  'alias-dangling',
  'version-not-ready',
  'run-missing',
  'run-deleted',
  'run-not-finished',
  'lineage-unresolved',
  // the world moved
  'holder-changed',
  'candidate-changed',
  'evidence-changed',
  'overtaken',
] as const;
export type DecisionReason = (typeof DECISION_REASONS)[number];

/** Reasons for `error`: misuse, a service that could not answer, or a bug of ours. */
export const ERROR_CODES = [
  // misuse
  'input-invalid',
  'thresholds-invalid',
  'not-supported',
  'untrusted-event',
  'plaintext-credentials',
  'model-unknown',
  'version-unknown',
  'selector-no-match',
  'selector-ambiguous',
  'production-would-empty',
  // a service that could not answer as asked
  'unauthorized',
  'forbidden',
  'host-refused',
  'workspace-unknown',
  'not-an-api',
  'unexpected-reply',
  'reply-too-large',
  'redirect-refused',
  'server-error',
  'rate-limited',
  'request-refused',
  'connection-refused',
  'dns-failed',
  'tls-failed',
  'connection-failed',
  'timeout',
  'cancelled',
  // a local store
  'store-missing',
  'store-unusable',
  'store-schema',
  'store-busy',
  'store-read-only',
  // after a write
  'outcome-unknown',
  'read-back-failed',
  // ours
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export type ReasonCode = GateReason | DecisionReason | ErrorCode;

/** One reason as a person reads it: what is, and what to do next. */
export interface Reason {
  readonly code: ReasonCode;
  readonly message: string;
  readonly remedy: string;
}
