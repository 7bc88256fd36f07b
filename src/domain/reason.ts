/** Why a gate, an outcome or an error is what it is. Closed: a new reason is added here first. */
export const GATE_REASONS = [
  // pass
  'threshold-met',
  'relative-waived',
  'tag-accepted',
  'in-place',
  'lineage-known',
  'signed-off',
  // could not tell
  'soak-not-known',
  // fail
  'threshold-not-met',
  'tag-not-accepted',
  'not-in-place',
  'soak-too-short',
  'sign-off-refused',
  // invalid
  'tag-missing',
  'lineage-missing',
  'sign-off-missing',
  'sign-off-unclear',
  'metric-too-old',
  'metric-missing',
  'metric-not-finite',
  'metric-suspect-zero',
  'metric-of-shared-run',
  'metric-run-unusable',
  'dataset-ambiguous',
  'dataset-mismatch',
  'baseline-metric-missing',
  'baseline-metric-not-finite',
  'baseline-metric-suspect-zero',
  'baseline-metric-of-shared-run',
  'baseline-metric-run-unusable',
  'baseline-zero',
  'baseline-missing',
  'baseline-run-unusable',
  'candidate-is-baseline',
] as const;
export type GateReason = (typeof GATE_REASONS)[number];

/** What to do next when a gate gives a reason; empty for a pass. */
export const GATE_REMEDIES: Readonly<Record<GateReason, string>> = {
  'threshold-met': '',
  'relative-waived': '',
  'tag-accepted': '',
  'in-place': '',
  'lineage-known': '',
  'signed-off': '',
  'soak-not-known':
    'Wait until the version has not been touched for that long, or take `soak` out of the policy in a reviewed commit.',
  'threshold-not-met':
    'Improve the candidate and register a new version, or change the threshold in a reviewed commit.',
  'tag-not-accepted':
    'Let whoever decides look at the version and set the tag, or change the policy in a reviewed commit.',
  'not-in-place': 'Promote the version there first, and run again when it has proved itself.',
  'soak-too-short': 'Run again when the time is over.',
  'sign-off-refused': 'Settle with whoever said no what has to change, and register a new version.',
  'lineage-missing':
    'Train from a Git checkout in a run that logs its dataset, and register the version from that run.',
  'sign-off-missing': 'Let that role look at the version and set the tag to "yes: <name>".',
  'sign-off-unclear': 'Let it be "yes: <name>" or "no: <name>".',
  'metric-too-old': 'Evaluate the candidate again and log the metric anew.',
  'tag-missing': 'Set the tag on the version when what it stands for has been done.',
  'metric-missing':
    "Log the metric in the candidate's run, or correct its name or dataset in the thresholds. An MLflow evaluation reaches the model only by `models:/m-…`; by another address its values stay in the evaluation's own run.",
  'metric-not-finite':
    'Find out why training or evaluation gave no number, and log the metric again in a new run.',
  'metric-suspect-zero':
    'Log the metric again with a step and a time; MLflow shows a NaN of a logged model as 0, so this one cannot be told from it.',
  'metric-of-shared-run': 'Log the metric on the model itself, or log one model per run.',
  'metric-run-unusable': 'Evaluate the model again: the newest value counts.',
  'dataset-ambiguous': 'Log the metric for one dataset only, or name the dataset in the thresholds.',
  'dataset-mismatch': 'Evaluate both versions on the same dataset, log the metric with it, and run again.',
  'baseline-metric-missing': "Log the metric in the baseline's run, or compare with a fixed number instead.",
  'baseline-metric-not-finite':
    'Log the metric of the baseline again, or compare with a fixed number instead.',
  'baseline-metric-suspect-zero':
    'Log the metric of the baseline again, or compare with a fixed number instead.',
  'baseline-metric-of-shared-run':
    'Evaluate the baseline by its logged model, or compare with a fixed number instead.',
  'baseline-metric-run-unusable': 'Evaluate the baseline again, or compare with a fixed number instead.',
  'baseline-zero':
    'Add an absolute step in the same direction to this gate, such as ">= production + 0.005".',
  'baseline-missing': 'Give a baseline that exists, or compare with a fixed number.',
  'baseline-run-unusable':
    "Restore the baseline's run, name another baseline, or compare with fixed numbers.",
  'candidate-is-baseline': 'Name another version as the baseline, or compare with fixed numbers.',
};

/** Reasons that concern the whole decision. */
export const DECISION_REASONS = [
  // green
  'promoted',
  'would-be-promoted',
  'already-holds-target',
  'archived',
  'listed',
  'explained',
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
  'logged-model-not-ready',
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
  'policy-invalid',
  'policy-missing',
  'not-in-policy',
  'policy-loosened',
  'not-supported',
  'untrusted-event',
  'plaintext-credentials',
  'model-unknown',
  'version-unknown',
  'selector-no-match',
  'selector-ambiguous',
  'production-would-empty',
  // a service that could not answer as asked
  'policy-unreadable',
  'unauthorized',
  'forbidden',
  'host-refused',
  'refused-in-front',
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
  // the runner
  'outputs-unwritable',
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
