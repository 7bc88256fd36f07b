import type { Reason } from '../domain/reason.js';
import type { PromotionRequest } from '../domain/request.js';
import { assess } from '../promotion/assess.js';
import { conclude, ruled, unresolved, type Findings } from '../promotion/conclude.js';
import { makePlan } from '../promotion/plan.js';
import { targetName } from '../promotion/settle.js';
import type { ReadContext } from './context.js';

/** Judges as promote would and says what it would move. It is given no writer. */
export async function evaluate(request: PromotionRequest, context: ReadContext): Promise<Findings> {
  const assessment = await assess(context.reader, request);
  if (!('ruling' in assessment)) return unresolved(request, assessment);
  const plan = makePlan(request, assessment);
  const reasons: Reason[] = [];
  if (plan.ruling === 'go') {
    reasons.push({
      code: 'would-be-promoted',
      message: `Version ${plan.candidate} would be moved to ${targetName(request.target)}; evaluate mode moves nothing.`,
      remedy: 'Run the same step with `mode: promote` to move it.',
    });
  }
  return conclude(assessment, plan, { ...ruled(assessment), reasons, moves: plan.moves });
}
