import type { Move } from '../domain/decision.js';
import type { PromotionOrder } from '../domain/order.js';
import type { Standing } from '../domain/standing.js';
import type { Write } from '../registry/port.js';
import type { Cleared } from './assessment.js';
import { digest } from './digest.js';
import { isArchiving } from './target.js';

/** What a plan is for. Each purpose says what has to be proven before it may be applied. */
export type Purpose = 'promote' | 'archive';

/**
 * What is to be written, and what it rests on. Plain data, whole in itself: written to a file and read again it is the
 * same plan. Its digest is what a human approves.
 */
export interface Plan {
  readonly purpose: Purpose;
  readonly order: PromotionOrder;
  /** Who was who when it was made; it is applied only while this is still so. */
  readonly standing: Standing;
  /** The one write that commits it. */
  readonly write: Write;
  /** The write as a person reads it, none of it done. */
  readonly moves: readonly Move[];
  /** SHA-256, hex. */
  readonly digests: { readonly policy: string; readonly evidence: string; readonly plan: string };
}

/** Plans the move of a candidate that may go on. */
export function makePlan(order: PromotionOrder, { standing, digests }: Cleared): Plan {
  const write = writeOf(order, standing.candidate.version);
  const plan: Plan = {
    purpose: isArchiving(order) ? 'archive' : 'promote',
    order,
    standing,
    write,
    moves: movesOf(write, standing),
    digests: { ...digests, plan: '' },
  };
  return { ...plan, digests: { ...digests, plan: planDigest(plan) } };
}

/** The digest of a plan as it stands, so that a change to it shows. */
export function planDigest({ purpose, standing, write, moves, digests }: Plan): string {
  const { policy, evidence } = digests;
  return digest({ purpose, holders: standing.holders, write, moves, policy, evidence });
}

function writeOf(order: PromotionOrder, version: string): Write {
  const { model, target } = order;
  if (target.kind === 'alias') return { kind: 'alias', model, version, alias: target.alias };
  // Archived has many holders, so there is nobody to make room.
  const archiveExisting = order.archiveExisting && target.stage !== 'Archived';
  return { kind: 'transition', model, version, stage: target.stage, archiveExisting };
}

function movesOf(write: Write, { candidate, holders }: Standing): readonly Move[] {
  if (write.kind === 'alias') {
    const from = holders[0] ?? '';
    return [{ kind: 'alias', version: write.version, from, to: `@${write.alias}`, done: false }];
  }
  const { version, stage, archiveExisting } = write;
  const archived = archiveExisting ? holders.filter((holder) => holder !== version) : [];
  return [
    { kind: 'transition', version, from: candidate.stage, to: stage, done: false },
    ...archived.map((holder): Move => ({
      kind: 'archive',
      version: holder,
      from: stage,
      to: 'Archived',
      done: false,
    })),
  ];
}
