import { targetName } from '../../domain/version.js';
import type { Deadline } from '../../domain/deadline.js';
import { PromotionError } from '../../domain/error.js';
import type { Reason } from '../../domain/reason.js';
import type { Registry } from '../../registry/port.js';
import { messageOf } from '../../text/thrown.js';
import type { AuthorizedPlan } from '../authorize.js';
import { done, marked, type Ending } from '../ending.js';
import { holderNames } from '../target.js';
import { readBack } from './read-back.js';
import { whatChanged } from './recheck.js';
import { repair } from './repair.js';

/** What a plan is applied with. */
export interface Means {
  readonly registry: Registry;
  readonly deadline: Deadline;
  /** Called right before the write leaves. What it throws keeps it from leaving. */
  readonly beforeWrite: () => void;
}

/**
 * Applies an authorized plan: recheck, one write, read back, repair. Throws only while nothing has been moved;
 * after that it always says what was done.
 */
export async function apply(plan: AuthorizedPlan, means: Means): Promise<Ending> {
  const { registry, deadline } = means;
  const committed = await commit(plan, means);
  if (committed.kind === 'changed')
    return { outcome: 'superseded', reasons: [committed.reason], moves: plan.moves, warnings: [] };
  const found = await readBack(plan, registry, deadline);
  switch (found.kind) {
    case 'held':
      return done(plan, []);
    case 'several':
      return repair(plan, found.holders, registry, deadline);
    case 'unread':
      return unread(plan, committed);
    case 'unkept':
      return unkept(plan, found.holders);
    case 'not-held':
      return notHeld(plan, found.holders, committed);
  }
}

type Committed =
  | { readonly kind: 'changed'; readonly reason: Reason }
  /** Only reading can tell what became of it, whatever was answered. */
  | Written;

interface Written {
  readonly kind: 'written';
  /** What was answered, as a sentence. */
  readonly answer: string;
  /** The registry's own refusal, in its own words; null where it took the write, or nobody knows. */
  readonly refusal: PromotionError | null;
  /** Whether the registry took it, and whether that alone is certain. */
  readonly taken: boolean;
  readonly certain: boolean;
}

async function commit(plan: AuthorizedPlan, { registry, deadline, beforeWrite }: Means): Promise<Committed> {
  const sent = { write: false };
  const writer = registry.writer(deadline.signal);
  try {
    return await writer.transact(async (transaction): Promise<Committed> => {
      const reason = await whatChanged(transaction.reader, plan);
      if (reason !== null) return { kind: 'changed', reason };
      beforeWrite();
      sent.write = true;
      await transaction.write(plan.write);
      return {
        kind: 'written',
        answer: 'The registry took the move.',
        refusal: null,
        taken: true,
        certain: writer.commits,
      };
    });
  } catch (error) {
    if (!sent.write || (error instanceof PromotionError && error.unsent)) throw error;
    const refused = error instanceof PromotionError && error.code !== 'outcome-unknown';
    return {
      kind: 'written',
      answer: messageOf(error),
      refusal: refused ? error : null,
      taken: false,
      certain: false,
    };
  }
}

function unread(plan: AuthorizedPlan, { taken, refusal, answer }: Written): Ending {
  const target = targetName(plan.order.target);
  const lost =
    refusal === null
      ? 'The move was sent and its reply was lost'
      : `The move was sent. ${answer} That is all`;
  const written = taken ? 'The registry took the move' : lost;
  const reason: Reason = {
    code: 'read-back-failed',
    message: `${written}, but the registry could not be read afterwards, so nobody knows who holds ${target}.`,
    remedy: `Look who holds ${target} (mode list), then run again: a version that already holds it is left as it is.`,
  };
  return { outcome: 'error', reasons: [reason], moves: marked(plan, 'unknown'), warnings: [] };
}

/** `archive-existing: false` promises that earlier holders stay; somebody else moved one away. */
function unkept(plan: AuthorizedPlan, holders: readonly string[]): Ending {
  const target = targetName(plan.order.target);
  const { candidate } = plan.standing;
  const gone = plan.standing.holders.filter((holder) => !holders.includes(holder)).join(', ');
  const reason: Reason = {
    code: 'read-back-failed',
    message: `Version ${candidate.version} now holds ${target}, but version ${gone}, which should have stayed there, no longer does.`,
    remedy: `Check who moved version ${gone}, and move it back by hand if it is still needed.`,
  };
  return { outcome: 'error', reasons: [reason], moves: marked(plan, true), warnings: [] };
}

/** Read back, and the candidate does not hold the target. Where nobody else does either, a refusal is what was said. */
function notHeld(
  plan: AuthorizedPlan,
  holders: readonly string[],
  { refusal, answer, taken, certain }: Written,
): Ending {
  const target = targetName(plan.order.target);
  const holder = holderNames(holders);
  if (!certain && String(holders) === String(plan.standing.holders)) {
    if (refusal !== null) throw refusal;
    const reason: Reason = {
      code: 'outcome-unknown',
      message: `${answer} Read back, ${holder} holds ${target}: ${taken ? 'something in between did not pass the move on, or another one undid it' : 'the move was not made, or not yet'}.`,
      remedy: `Look again in a minute (mode list), then run again.`,
    };
    return { outcome: 'error', reasons: [reason], moves: marked(plan, 'unknown'), warnings: [] };
  }
  const reason: Reason = {
    code: 'overtaken',
    message: `Another promotion moved ${target} at the same moment: it is now held by ${holder}.`,
    remedy: 'Check who promoted, then run again if this candidate should still win.',
  };
  const moves = marked(plan, taken ? true : 'unknown');
  return { outcome: 'superseded', reasons: [reason], moves, warnings: [] };
}
