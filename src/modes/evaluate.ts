import type { Reason } from '../domain/reason.js';
import type { PromotionOrder } from '../domain/order.js';
import { assess } from '../promotion/assess.js';
import { conclude, ruled, unresolved, type Result } from '../promotion/conclude.js';
import { makePlan } from '../promotion/plan.js';
import { targetName } from '../promotion/rules.js';
import type { ReadContext } from './context.js';

/** Judges as promote would and says what it would move. It is given no writer. */
export async function evaluate(order: PromotionOrder, context: ReadContext): Promise<Result> {
  const assessment = await assess(context.reader, order);
  if (!('ruling' in assessment)) return unresolved(order, assessment);
  const plan = makePlan(order, assessment);
  const reasons: Reason[] = [];
  if (plan.ruling === 'go') {
    reasons.push({
      code: 'would-be-promoted',
      message: `Version ${plan.candidate} would be moved to ${targetName(order.target)}; evaluate mode moves nothing.`,
      remedy: 'Run the same step with `mode: promote` to move it.',
    });
  }
  return conclude(assessment, plan, { ...ruled(assessment), reasons, moves: plan.moves });
}
