import type { PromotionOrder } from '../domain/order.js';
import { apply } from '../promotion/apply/apply.js';
import { assess } from '../promotion/assess.js';
import type { Assessment } from '../promotion/assessment.js';
import { authorize, refuseUntrusted } from '../promotion/authorize.js';
import { conclude, ruled, unresolved, type Ending, type Result } from '../promotion/conclude.js';
import { makePlan, type Plan } from '../promotion/plan.js';
import { reasonsOf } from '../promotion/reasons.js';
import { targetName } from '../promotion/rules.js';
import { traceOf } from '../text/thrown.js';
import type { WriteContext } from './context.js';

/** Judges the candidate and, when every required gate passed, moves it. */
export async function promote(order: PromotionOrder, context: WriteContext): Promise<Result> {
  refuseUntrusted(context.event);
  const assessment = await assess(context.reader, order);
  if (!('ruling' in assessment)) return unresolved(order, assessment);
  const plan = makePlan(order, assessment);
  const ending = plan.ruling === 'go' ? await move(plan, assessment, context) : ruled(assessment);
  return conclude(assessment, plan, ending);
}

/** `apply` throws only while nothing has been moved, so a failure here keeps the plan's moves as not done. */
async function move(plan: Plan, assessment: Assessment, context: WriteContext): Promise<Ending> {
  const { registry, deadline, event, log } = context;
  const proof = assessment.gates.length === 0 ? 'No gate is needed' : 'Every required gate passed';
  log.info(`${proof}: moving version ${plan.candidate} to ${targetName(plan.order.target)}.`);
  try {
    return await apply(authorize(plan, event), assessment.standing, registry, deadline);
  } catch (error) {
    log.debug(traceOf(error));
    return { outcome: 'error', reasons: reasonsOf(error), moves: plan.moves, warnings: [] };
  }
}
