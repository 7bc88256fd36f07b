import type { Move, Outcome } from '../domain/decision.js';
import type { Warning } from '../domain/policy.js';
import type { Reason } from '../domain/reason.js';
import type { AuthorizedPlan } from './authorize.js';
import { targetName } from './settle.js';

/** What became of a plan. */
export interface Applied {
  readonly outcome: Extract<Outcome, 'promoted' | 'archived' | 'superseded' | 'error'>;
  readonly reasons: readonly Reason[];
  readonly moves: readonly Move[];
  readonly warnings: readonly Warning[];
}

/** The plan's moves, all with the same state. */
export function marked(plan: AuthorizedPlan, done: Move['done']): readonly Move[] {
  return plan.moves.map((move) => ({ ...move, done }));
}

/** The candidate was read back as holding the target. */
export function done(plan: AuthorizedPlan, warnings: readonly Warning[]): Applied {
  const target = targetName(plan.request.target);
  const archived = target === 'Archived';
  const reason: Reason = archived
    ? { code: 'archived', message: `Version ${plan.candidate} is archived.`, remedy: 'Nothing to do.' }
    : {
        code: 'promoted',
        message: `Version ${plan.candidate} now holds ${target}; this was read back.`,
        remedy: 'Nothing to do.',
      };
  return {
    outcome: archived ? 'archived' : 'promoted',
    reasons: [reason],
    moves: marked(plan, true),
    warnings,
  };
}
