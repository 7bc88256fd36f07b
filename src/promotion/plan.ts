import type { Move } from '../domain/decision.js';
import type { PromotionOrder } from '../domain/order.js';
import type { Write } from '../registry/port.js';
import type { Assessment, Ruling } from './assessment.js';
import { digest, evidenceDigest, policyDigest } from './digest.js';
import { targetName } from './rules.js';

/** The one write that commits a promotion. */
export type TargetWrite = Extract<Write, { kind: 'transition' | 'alias' }>;

/** What would be written, and what it rests on. Pure data; its digest is what a human approves. */
export interface Plan {
  readonly order: PromotionOrder;
  readonly ruling: Ruling;
  readonly candidate: string;
  /** Who holds the target now; the write happens only while this is still so. */
  readonly holders: readonly string[];
  readonly write: TargetWrite;
  /** The write as a person reads it, none of it done. */
  readonly moves: readonly Move[];
  /** SHA-256, hex. */
  readonly digests: { readonly policy: string; readonly evidence: string; readonly plan: string };
}

/** Plans the move of an assessment's candidate to the target. */
export function makePlan(order: PromotionOrder, assessment: Assessment): Plan {
  const { standing, ruling } = assessment;
  const candidate = standing.candidate.version;
  const write = writeOf(order, candidate);
  const policy = policyDigest(order);
  const evidence = evidenceDigest(assessment.evidence);
  const plan = digest({
    model: order.model,
    target: targetName(order.target),
    from: standing.holders,
    to: candidate,
    archiveExisting: write.kind === 'transition' && write.archiveExisting,
    ruling,
    policy,
    evidence,
  });
  return {
    order,
    ruling,
    candidate,
    holders: standing.holders,
    write,
    moves: ruling === 'go' ? movesOf(write, assessment) : [],
    digests: { policy, evidence, plan },
  };
}

function writeOf(order: PromotionOrder, version: string): TargetWrite {
  const { model, target } = order;
  if (target.kind === 'alias') return { kind: 'alias', model, version, alias: target.alias };
  // MLflow answers 500 to archiving along with a move to Archived.
  const archiveExisting = order.archiveExisting && target.stage !== 'Archived';
  return { kind: 'transition', model, version, stage: target.stage, archiveExisting };
}

function movesOf(write: TargetWrite, assessment: Assessment): readonly Move[] {
  const { candidate, holders } = assessment.standing;
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
