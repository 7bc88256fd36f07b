/** How a run can end. */
export const OUTCOMES = [
  'promoted',
  'passed',
  'unchanged',
  'rejected',
  'inconclusive',
  'invalid',
  'superseded',
  'archived',
  'listed',
  'error',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What a check run may conclude here. */
export type Conclusion = 'success' | 'failure' | 'action_required';

interface OutcomeRule {
  /** `switch`: red unless the workflow turned `fail-on-rejection` off. */
  readonly job: 'green' | 'red' | 'switch';
  /** Null: no check run. */
  readonly conclusion: Conclusion | null;
}

/** What every outcome does to the job and to the check run. */
export const OUTCOME_RULES: Readonly<Record<Outcome, OutcomeRule>> = {
  promoted: { job: 'green', conclusion: 'success' },
  passed: { job: 'green', conclusion: 'success' },
  unchanged: { job: 'green', conclusion: 'success' },
  rejected: { job: 'switch', conclusion: 'failure' },
  inconclusive: { job: 'switch', conclusion: 'action_required' },
  invalid: { job: 'red', conclusion: 'failure' },
  superseded: { job: 'red', conclusion: 'action_required' },
  archived: { job: 'green', conclusion: 'success' },
  listed: { job: 'green', conclusion: null },
  error: { job: 'red', conclusion: 'failure' },
};

/** Whether the process exits 1. `failOnRejection` changes exit code and job colour only, never a conclusion. */
export function jobFails(outcome: Outcome, failOnRejection: boolean): boolean {
  const { job } = OUTCOME_RULES[outcome];
  return job === 'red' || (job === 'switch' && failOnRejection);
}
