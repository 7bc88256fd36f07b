import type { GateReason } from '../../domain/reason.js';

/** What to do next when a gate gives a reason; empty for a pass. */
export const REMEDIES: Readonly<Record<GateReason, string>> = {
  'threshold-met': '',
  'relative-waived': '',
  'threshold-not-met':
    'Improve the candidate and register a new version, or change the threshold in a reviewed commit.',
  'metric-missing':
    "Log the metric in the candidate's run, or correct its name or dataset in the thresholds.",
  'metric-not-finite':
    'Find out why training or evaluation gave no number, and log the metric again in a new run.',
  'metric-suspect-zero':
    'Log the metric again with a step and a time; MLflow shows a NaN of a logged model as 0, so this one cannot be told from it.',
  'dataset-ambiguous': 'Log the metric for one dataset only, or name the dataset in the thresholds.',
  'dataset-mismatch': 'Evaluate both versions on the same dataset, log the metric with it, and run again.',
  'baseline-metric-missing': "Log the metric in the baseline's run, or compare with a fixed number instead.",
  'baseline-metric-not-finite':
    'Log the metric of the baseline again, or compare with a fixed number instead.',
  'baseline-metric-suspect-zero':
    'Log the metric of the baseline again, or compare with a fixed number instead.',
  'baseline-zero':
    'Add an absolute step in the same direction to this gate, such as ">= production + 0.005".',
  'baseline-missing': 'Give a baseline that exists, or compare with a fixed number.',
  'baseline-run-unusable':
    "Restore the baseline's run, name another baseline, or compare with fixed numbers.",
  'candidate-is-baseline': 'Name another version as the baseline, or compare with fixed numbers.',
};
