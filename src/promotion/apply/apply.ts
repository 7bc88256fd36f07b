import { PromotionError } from '../../domain/error.js';
import type { Reason } from '../../domain/reason.js';
import type { Standing } from '../../domain/standing.js';
import type { Registry } from '../../registry/port.js';
import { messageOf } from '../../text/thrown.js';
import { done, marked, type Applied } from '../ending.js';
import type { AuthorizedPlan } from '../authorize.js';
import type { Deadline } from '../../domain/deadline.js';
import { readBack } from './read-back.js';
import { whatChanged } from './recheck.js';
import { repair } from './repair.js';
import { holderNames, targetName } from '../rules.js';
import { settledState } from './state.js';

/**
 * Applies an authorized plan: recheck, one write, read back, repair. Throws only while nothing has been moved;
 * after that it always says what was done.
 */
export async function apply(
  plan: AuthorizedPlan,
  standing: Standing,
  registry: Registry,
  deadline: Deadline,
): Promise<Applied> {
  const committed = await commit(plan, standing, registry, deadline.signal);
  if (committed.kind === 'changed') {
    return { outcome: 'superseded', reasons: [committed.reason], moves: plan.moves, warnings: [] };
  }
  const model = await readBack(plan, registry, deadline);
  if (model === null) return unread(plan, committed.sure);
  const state = settledState(plan, model);
  if (state.kind === 'held') return done(plan, []);
  if (state.kind === 'unkept') return unkept(plan, state.holders);
  if (state.kind === 'several') return repair(plan, state.holders, registry, deadline);
  return lost(plan, state.holders, committed);
}

type Committed =
  | { readonly kind: 'changed'; readonly reason: Reason }
  /** `sure` is false when the reply was lost: only reading can tell. */
  | { readonly kind: 'written'; readonly sure: boolean; readonly fault: string };

async function commit(
  plan: AuthorizedPlan,
  standing: Standing,
  registry: Registry,
  signal: AbortSignal,
): Promise<Committed> {
  const sent = { write: false };
  try {
    return await registry.writer(signal).transact(async (transaction): Promise<Committed> => {
      const reason = await whatChanged(transaction.reader, plan, standing);
      if (reason !== null) return { kind: 'changed', reason };
      sent.write = true;
      await transaction.write(plan.write);
      return { kind: 'written', sure: true, fault: '' };
    });
  } catch (error) {
    // A refusal says that nothing was written. A defect of ours in the middle of the write says nothing.
    const refused = error instanceof PromotionError && error.code !== 'outcome-unknown';
    if (!sent.write || refused) throw error;
    return { kind: 'written', sure: false, fault: messageOf(error) };
  }
}

function unread(plan: AuthorizedPlan, sure: boolean): Applied {
  const target = targetName(plan.order.target);
  const written = sure ? 'The registry took the move' : 'The move was sent and its reply was lost';
  const reason: Reason = {
    code: 'read-back-failed',
    message: `${written}, but the registry could not be read afterwards, so nobody knows who holds ${target}.`,
    remedy: `Look who holds ${target} (mode list), then run again: a version that already holds it is left as it is.`,
  };
  return { outcome: 'error', reasons: [reason], moves: marked(plan, 'unknown'), warnings: [] };
}

/** `archive-existing: false` promises that earlier holders stay; somebody else moved one away. */
function unkept(plan: AuthorizedPlan, holders: readonly string[]): Applied {
  const target = targetName(plan.order.target);
  const gone = plan.holders.filter((holder) => !holders.includes(holder)).join(', ');
  const reason: Reason = {
    code: 'read-back-failed',
    message: `Version ${plan.candidate} now holds ${target}, but version ${gone}, which should have stayed there, no longer does.`,
    remedy: `Check who moved version ${gone}, and move it back by hand if it is still needed.`,
  };
  return { outcome: 'error', reasons: [reason], moves: marked(plan, true), warnings: [] };
}

/** Read back, and somebody else holds the target. */
function lost(
  plan: AuthorizedPlan,
  holders: readonly string[],
  committed: Extract<Committed, { kind: 'written' }>,
): Applied {
  const target = targetName(plan.order.target);
  const holder = holderNames(holders);
  if (!committed.sure && String(holders) === String(plan.holders)) {
    const reason: Reason = {
      code: 'outcome-unknown',
      message:
        `${committed.fault} Read back, ${holder} holds ${target}: the move was not made, or not yet.`.trim(),
      remedy: `Look again in a minute (mode list), then run again.`,
    };
    return { outcome: 'error', reasons: [reason], moves: marked(plan, 'unknown'), warnings: [] };
  }
  const reason: Reason = {
    code: 'overtaken',
    message: `Another promotion moved ${target} at the same moment: it is now held by ${holder}.`,
    remedy: 'Check who promoted, then run again if this candidate should still win.',
  };
  return {
    outcome: 'superseded',
    reasons: [reason],
    moves: marked(plan, committed.sure ? true : 'unknown'),
    warnings: [],
  };
}
