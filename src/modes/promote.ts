import { targetName } from '../domain/version.js';
import type { AskedPromotion } from '../domain/order.js';
import { assess } from '../promotion/assess.js';
import type { Assessment } from '../promotion/assessment.js';
import { authorize, refuseUntrusted } from '../promotion/authorize.js';
import { conclude, stoppedEnding, unresolved, type PromotionResult } from '../promotion/conclude.js';
import type { Ending } from '../promotion/ending.js';
import { makePlan, type Plan } from '../promotion/plan.js';
import { reasonsOf } from '../promotion/reasons.js';
import { traceOf } from '../text/thrown.js';
import type { WriteContext } from './context.js';

/** Judges the candidate and, when every required gate passed, moves it. */
export async function promote(wanted: AskedPromotion, context: WriteContext): Promise<PromotionResult> {
  refuseUntrusted(context.event);
  const order = await context.ruled(wanted);
  const asked = { mode: 'promote', order } as const;
  const assessment = await assess(context.reader, order, context.now());
  if (!('stop' in assessment)) return unresolved(asked, assessment);
  if (assessment.stop !== null) return conclude(asked, assessment, null, stoppedEnding(assessment));
  const plan = makePlan(order, assessment);
  return conclude(asked, assessment, plan, await move(plan, assessment, context));
}

/** `apply` throws only while nothing has been moved, so a failure here keeps the plan's moves as not done. */
async function move(plan: Plan, { gates }: Assessment, context: WriteContext): Promise<Ending> {
  const { registry, deadline, event, log, beforeWrite } = context;
  const proof = gates.length === 0 ? 'No gate is needed' : 'Every required gate passed';
  const { version } = plan.standing.candidate;
  log.info(`${proof}: moving version ${version} to ${targetName(plan.order.target)}.`);
  try {
    // Loaded when a plan is there to be applied: most candidates stop before.
    const { apply } = await import('../promotion/apply/apply.js');
    return await apply(authorize(plan, event), { registry, deadline, beforeWrite });
  } catch (error) {
    log.debug(traceOf(error));
    return { outcome: 'error', reasons: reasonsOf(error), moves: plan.moves, warnings: [] };
  }
}
