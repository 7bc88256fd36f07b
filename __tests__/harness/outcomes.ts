import type { Conclusion, Outcome } from '../../src/domain/outcome.js';

interface Promised {
  readonly job: 'green' | 'red' | 'by switch';
  readonly conclusion: Conclusion | null;
}

/** What the docs promise of each outcome, said once more, so that src cannot be wrong alone. */
const PROMISES: Readonly<Record<Outcome, Promised>> = {
  promoted: { job: 'green', conclusion: 'success' },
  passed: { job: 'green', conclusion: 'success' },
  unchanged: { job: 'green', conclusion: 'success' },
  rejected: { job: 'by switch', conclusion: 'failure' },
  inconclusive: { job: 'by switch', conclusion: 'action_required' },
  invalid: { job: 'red', conclusion: 'failure' },
  superseded: { job: 'red', conclusion: 'action_required' },
  archived: { job: 'green', conclusion: 'success' },
  listed: { job: 'green', conclusion: null },
  error: { job: 'red', conclusion: 'failure' },
};

/** The exit code of an outcome, by `fail-on-rejection`. */
export function exitCodeOf(outcome: Outcome, failOnRejection = true): 0 | 1 {
  const { job } = PROMISES[outcome];
  return job === 'green' || (job === 'by switch' && !failOnRejection) ? 0 : 1;
}

/** The level of its annotation; null where it has none. */
export function levelOf(outcome: Outcome, exitCode: 0 | 1): 'error' | 'warning' | 'notice' | null {
  if (outcome === 'listed') return null;
  if (exitCode === 1) return 'error';
  return PROMISES[outcome].job === 'green' ? 'notice' : 'warning';
}

/** What its check run concludes; null where it has none. */
export function conclusionOf(outcome: Outcome): Conclusion | null {
  return PROMISES[outcome].conclusion;
}
