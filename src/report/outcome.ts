import type { Verdict } from '../domain/gate.js';
import type { Outcome } from '../domain/outcome.js';

/** What a check run may conclude here; null: no check run. */
export type Conclusion = 'success' | 'failure' | 'action_required';

interface OutcomeFacts {
  readonly icon: string;
  /** One or two words, as a heading. */
  readonly label: string;
  readonly conclusion: Conclusion | null;
  /** `switch`: red unless the workflow turned `fail-on-rejection` off. */
  readonly job: 'green' | 'red' | 'switch';
  /** What to do when no reason says it better. */
  readonly next: string;
}

/** How every outcome looks and what it does to the job. */
export const OUTCOME_FACTS: Readonly<Record<Outcome, OutcomeFacts>> = {
  promoted: {
    icon: '✅',
    label: 'Promoted',
    conclusion: 'success',
    job: 'green',
    next: 'Nothing to do.',
  },
  passed: {
    icon: '✅',
    label: 'Would be promoted',
    conclusion: 'success',
    job: 'green',
    next: 'Run again with `mode: promote` to make the move.',
  },
  unchanged: {
    icon: '✅',
    label: 'Unchanged',
    conclusion: 'success',
    job: 'green',
    next: 'Nothing to do.',
  },
  rejected: {
    icon: '❌',
    label: 'Rejected',
    conclusion: 'failure',
    job: 'switch',
    next: 'Improve the model, or change the thresholds on purpose, and run again.',
  },
  inconclusive: {
    icon: '❓',
    label: 'Inconclusive',
    conclusion: 'action_required',
    job: 'switch',
    next: 'Evaluate both versions on more data and run again.',
  },
  invalid: {
    icon: '⛔',
    label: 'Invalid evidence',
    conclusion: 'failure',
    job: 'red',
    next: 'Repair the evidence named above and run again.',
  },
  superseded: {
    icon: '🔁',
    label: 'Superseded',
    conclusion: 'action_required',
    job: 'red',
    next: 'Look at who holds the target now, then run again if this version should still replace it.',
  },
  'rolled-back': {
    icon: '↩️',
    label: 'Rolled back',
    conclusion: 'success',
    job: 'green',
    next: 'Nothing to do.',
  },
  archived: {
    icon: '📦',
    label: 'Archived',
    conclusion: 'success',
    job: 'green',
    next: 'Nothing to do.',
  },
  listed: {
    icon: '📋',
    label: 'Listed',
    conclusion: null,
    job: 'green',
    next: 'Nothing to do.',
  },
  error: {
    icon: '🛑',
    label: 'Error',
    conclusion: 'failure',
    job: 'red',
    next: 'Repair what the error names and run again.',
  },
};

/** Whether the process exits 1. `failOnRejection` changes exit code and job colour only, never a conclusion. */
export function jobFails(outcome: Outcome, failOnRejection: boolean): boolean {
  const { job } = OUTCOME_FACTS[outcome];
  return job === 'red' || (job === 'switch' && failOnRejection);
}

/** How a verdict is marked in Markdown and in a log. */
export const VERDICT_MARKS: Readonly<Record<Verdict, { readonly icon: string; readonly mark: string }>> = {
  pass: { icon: '✅', mark: '✔' },
  warn: { icon: '⚠️', mark: '!' },
  inconclusive: { icon: '❓', mark: '?' },
  fail: { icon: '❌', mark: '✘' },
  invalid: { icon: '⛔', mark: '⊘' },
};
