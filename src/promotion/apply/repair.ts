import { targetName } from '../../domain/version.js';
import type { Deadline } from '../../domain/deadline.js';
import type { Move } from '../../domain/decision.js';
import type { Reason } from '../../domain/reason.js';
import type { Warning } from '../../domain/warning.js';
import type { Registry } from '../../registry/port.js';
import type { AuthorizedPlan } from '../authorize.js';
import { done, marked, type Ending } from '../ending.js';
import { holderNames } from '../target.js';
import { readBack } from './read-back.js';

/** Others may promote while we repair; after this many rounds it is left to a human. */
const ROUNDS = 3;

/**
 * Several versions hold the target because someone promoted at the same moment. Every cooperating run promotes the
 * same one again, the highest, with archiving; that leaves exactly one (observed on releases 2.9 to 3.18).
 */
export async function repair(
  plan: AuthorizedPlan,
  found: readonly string[],
  registry: Registry,
  deadline: Deadline,
): Promise<Ending> {
  let holders = found;
  const moves: Move[] = [...marked(plan, true)];
  for (let round = 0; round < ROUNDS; round++) {
    const winner = highest(holders);
    moves.push(...(await promoteAgain(plan, winner, holders, registry, deadline)));
    const now = await readBack(plan, registry, deadline);
    if (now.kind === 'unread') break;
    if (now.kind === 'held') return { ...done(plan, [repaired(plan, found)]), moves };
    // Several others are repaired as well: whoever put them there may have looked before our last write.
    if (now.holders.length < 2) return superseded(plan, now.holders, found, moves);
    holders = now.holders;
  }
  return unrepaired(plan, holders, moves);
}

function highest(holders: readonly string[]): string {
  return holders.reduce((high, holder) => (Number(holder) > Number(high) ? holder : high));
}

/** One write, which archives every other holder. */
async function promoteAgain(
  plan: AuthorizedPlan,
  version: string,
  holders: readonly string[],
  registry: Registry,
  deadline: Deadline,
): Promise<readonly Move[]> {
  const target = targetName(plan.order.target);
  const write = { ...plan.write, version };
  const moves = (done: Move['done']): Move[] => [
    { kind: 'repair', version, from: target, to: target, done },
    ...holders
      .filter((holder) => holder !== version)
      .map((holder): Move => ({ kind: 'archive', version: holder, from: target, to: 'Archived', done })),
  ];
  const signal = deadline.signal.aborted ? deadline.grace() : deadline.signal;
  try {
    await registry.writer(signal).transact((transaction) => transaction.write(write));
    return moves(true);
  } catch {
    return moves('unknown');
  }
}

function repaired(plan: AuthorizedPlan, found: readonly string[]): Warning {
  const target = targetName(plan.order.target);
  const message = `After the move ${target} was held by versions ${found.join(', ')}: another promotion ran at the same moment. Version ${plan.standing.candidate.version} is the highest and was promoted again, which archived the others.`;
  return { code: 'concurrent-promotion-repaired', message };
}

function superseded(
  plan: AuthorizedPlan,
  holders: readonly string[],
  found: readonly string[],
  moves: readonly Move[],
): Ending {
  const target = targetName(plan.order.target);
  const holder = holderNames(holders);
  const reason: Reason = {
    code: 'overtaken',
    message: `After the move ${target} was held by versions ${found.join(', ')}: another promotion ran at the same moment, and the higher version wins. ${target} is now held by ${holder}.`,
    remedy: 'Check who promoted, then run again if this candidate should still win.',
  };
  return { outcome: 'superseded', reasons: [reason], moves, warnings: [] };
}

function unrepaired(plan: AuthorizedPlan, holders: readonly string[], moves: readonly Move[]): Ending {
  const target = targetName(plan.order.target);
  const reason: Reason = {
    code: 'read-back-failed',
    message: `The move was made, but ${target} was held by versions ${holders.join(', ')} when last read, and could not be brought to one.`,
    remedy: `Stop other promotions of this model, move all but one version out of ${target}, then run again.`,
  };
  return { outcome: 'error', reasons: [reason], moves, warnings: [] };
}
