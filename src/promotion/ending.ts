import { targetName } from '../domain/version.js';
import type { Move } from '../domain/decision.js';
import type { Outcome } from '../domain/outcome.js';
import type { Reason } from '../domain/reason.js';
import type { Warning } from '../domain/warning.js';
import type { AuthorizedPlan } from './authorize.js';
import type { Plan } from './plan.js';

/** What became of an assessment, or of the plan made from it. */
export interface Ending {
  readonly outcome: Outcome;
  /** They stand in front of what the assessment says. */
  readonly reasons: readonly Reason[];
  readonly moves: readonly Move[];
  readonly warnings: readonly Warning[];
}

/** The plan's moves, all with the same state. */
export function marked(plan: Plan, done: Move['done']): readonly Move[] {
  return plan.moves.map((move) => ({ ...move, done }));
}

/** The candidate was read back as holding the target. */
export function done(plan: AuthorizedPlan, warnings: readonly Warning[]): Ending {
  return {
    outcome: plan.purpose === 'archive' ? 'archived' : 'promoted',
    reasons: [doneReason(plan)],
    moves: marked(plan, true),
    warnings: [...warnings, ...keptHolders(plan)],
  };
}

function doneReason({ purpose, order, standing }: AuthorizedPlan): Reason {
  const { version } = standing.candidate;
  if (purpose === 'archive')
    return { code: 'archived', message: `Version ${version} is archived.`, remedy: 'Nothing to do.' };
  const message = `Version ${version} now holds ${targetName(order.target)}; this was read back.`;
  return { code: 'promoted', message, remedy: 'Nothing to do.' };
}

/** Earlier holders were kept on purpose: the next comparison has several to choose from. */
function keptHolders({ purpose, write, standing }: AuthorizedPlan): readonly Warning[] {
  const keeps = purpose === 'promote' && write.kind === 'transition' && !write.archiveExisting;
  if (!keeps || standing.holders.length === 0) return [];
  const message = `Earlier holders stay in ${write.stage} (archive-existing is false): the next comparison needs a baseline given by number or alias.`;
  return [{ code: 'several-holders-after', message }];
}
