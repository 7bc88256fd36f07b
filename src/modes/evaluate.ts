import { targetName } from '../domain/version.js';
import type { AskedPromotion } from '../domain/order.js';
import type { Reason } from '../domain/reason.js';
import { assess } from '../promotion/assess.js';
import { conclude, stoppedEnding, unresolved, type PromotionResult } from '../promotion/conclude.js';
import { makePlan, type Plan } from '../promotion/plan.js';
import type { JudgeContext } from './context.js';

/** Judges as promote would and says what it would move. It is given no writer. */
export async function evaluate(wanted: AskedPromotion, context: JudgeContext): Promise<PromotionResult> {
  const order = await context.ruled(wanted);
  const asked = { mode: 'evaluate', order } as const;
  const assessment = await assess(context.reader, order, context.now());
  if (!('stop' in assessment)) return unresolved(asked, assessment);
  if (assessment.stop !== null) return conclude(asked, assessment, null, stoppedEnding(assessment));
  const plan = makePlan(order, assessment);
  const reasons = [wouldBePromoted(plan)];
  return conclude(asked, assessment, plan, { outcome: 'passed', reasons, moves: plan.moves, warnings: [] });
}

function wouldBePromoted({ order, standing }: Plan): Reason {
  const { version } = standing.candidate;
  return {
    code: 'would-be-promoted',
    message: `Version ${version} would be moved to ${targetName(order.target)}; evaluate mode moves nothing.`,
    remedy: 'Run the same step with `mode: promote` to move it.',
  };
}
