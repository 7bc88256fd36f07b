import { type FirstPromotion } from '../domain/gate.js';
import type { AskedPromotion, PromotionOrder } from '../domain/order.js';
import type { RuleInForce, WrittenAt } from '../domain/policy.js';

/** What happens when nobody holds the baseline yet and nobody said what. */
export const DEFAULT_FIRST_PROMOTION: FirstPromotion = 'require-absolute';

/** The policy in force where there is no file: what inputs ask for, and defaults. */
export function withoutFile(asked: AskedPromotion): PromotionOrder {
  const { firstPromotion } = asked;
  const value = firstPromotion ?? DEFAULT_FIRST_PROMOTION;
  const writtenAt = firstPromotion === null ? null : inputLine('first-promotion');
  return {
    ...errandOf(asked),
    gates: asked.gates,
    policyWarnings: asked.policyWarnings,
    firstPromotion: value,
    maxAge: null,
    policy: null,
    rules: [firstPromotionRule(value, writtenAt)],
  };
}

/** Who wants to go where, which no policy changes. */
export function errandOf({ model, version, target, baseline, archiveExisting }: AskedPromotion) {
  return { model, version, target, baseline, archiveExisting };
}

export function firstPromotionRule(value: FirstPromotion, writtenAt: WrittenAt | null): RuleInForce {
  return { name: 'first-promotion', value, writtenAt };
}

/** Where an input of one line is written. */
export function inputLine(name: string): WrittenAt {
  return { in: 'input', name, line: 1 };
}
