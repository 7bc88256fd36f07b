import type { Move, Outcome } from '../domain/decision.js';
import type { Warning } from '../domain/gate.js';
import type { Reason } from '../domain/reason.js';
import type { AuthorizedPlan } from './authorize.js';
import { targetName } from './rules.js';

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
  const target = targetName(plan.order.target);
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
    warnings: [...warnings, ...keptHolders(plan)],
  };
}

/** Earlier holders were kept on purpose: the next comparison has several to choose from. */
function keptHolders({ write, holders }: AuthorizedPlan): readonly Warning[] {
  const keeps = write.kind === 'transition' && !write.archiveExisting && write.stage !== 'Archived';
  if (!keeps || holders.length === 0) return [];
  const message = `Earlier holders stay in ${write.stage} (archive-existing is false): the next comparison needs a baseline given by number or alias.`;
  return [{ code: 'several-holders-after', message }];
}
