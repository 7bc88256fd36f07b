import { PromotionError } from '../domain/error.js';
import type { EventFacts } from '../domain/event.js';
import { planDigest, type Plan } from './plan.js';

declare const authorized: unique symbol;

/** A plan that may be applied. Only `authorize` makes one; `apply` takes nothing else. */
export type AuthorizedPlan = Plan & { readonly [authorized]: true };

/**
 * Refuses to write for a workflow whose content or inputs an outsider may have chosen: `pull_request_target`, and
 * any event about a pull request from another repository. Throws `untrusted-event`.
 */
export function refuseUntrusted(event: EventFacts): void {
  if (event.name !== 'pull_request_target' && !event.fork) return;
  const what =
    event.name === 'pull_request_target'
      ? 'the event pull_request_target'
      : `an event that is not known to come from this repository (${event.name ?? 'without a name'}; see "Which events may promote" in docs/permissions.md)`;
  throw new PromotionError(
    'untrusted-event',
    `Mode promote is refused for ${what}: an outsider could choose what is promoted.`,
    'Use `mode: evaluate` there, and promote from push, workflow_dispatch or a job behind a protected environment.',
  );
}

/** The one door to writing. Throws `untrusted-event`, or `internal` for a plan that is not as it was made. */
export function authorize(plan: Plan, event: EventFacts): AuthorizedPlan {
  refuseUntrusted(event);
  if (planDigest(plan) !== plan.digests.plan) {
    throw new PromotionError(
      'internal',
      'A plan that was changed after it was made asked to be applied.',
      'This is a defect of the action; please report it with the decision file.',
    );
  }
  return plan as AuthorizedPlan;
}
