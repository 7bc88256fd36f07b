import { errorOf } from '../domain/error.js';
import type { AskedPromotion, PromotionOrder } from '../domain/order.js';
import type { PolicyText } from '../domain/policy.js';
import type { Reason } from '../domain/reason.js';
import type { Warning } from '../domain/warning.js';
import { withoutFile } from '../policy/without-file.js';
import { EMPTIED } from '../text/emptied.js';
import { findPolicy, proposedPolicy, type PolicyDeps } from './policy.js';

/** What a policy is found and read with. */
export interface RuledDeps extends PolicyDeps {
  /** Ends what goes on for ever. */
  readonly bounded: <T>(work: () => T) => T;
  readonly signal: AbortSignal;
  /** The head of the pull request that is evaluated; null where it is none. */
  readonly proposed: string | null;
}

/**
 * The policy in force for what inputs ask. Archiving needs no proof, so it looks for no file. Throws what `findPolicy`
 * throws, and one error with everything that is wrong with the file or with inputs beside it.
 */
export async function ruled(asked: AskedPromotion, deps: RuledDeps): Promise<PromotionOrder> {
  if (asked.baseline === null) return withoutFile(asked);
  const { signal, proposed: head } = deps;
  const [{ chosen, reviewed }, proposed] = await Promise.all([
    findPolicy(asked.policy, deps, signal),
    head === null ? undefined : proposedPolicy(asked.policy, head, deps, signal),
  ]);
  const order = chosen === null ? withoutFile(asked) : await laidOver(asked, chosen, reviewed, deps);
  const changes = proposed === undefined ? [] : await changesOf(chosen, proposed, deps);
  return provable({ ...order, policyWarnings: [...changes, ...order.policyWarnings] });
}

/** Loaded when there is a file: many runs have none. */
const policies = () => import('../policy/in-force.js');

async function laidOver(
  asked: AskedPromotion,
  chosen: PolicyText,
  reviewed: PolicyText | null,
  { bounded }: RuledDeps,
): Promise<PromotionOrder> {
  const { inForce } = await policies();
  const found = bounded(() => inForce(asked, chosen, reviewed));
  if (!found.ok) throw errorOf(found.reasons);
  return found.order;
}

async function changesOf(
  chosen: PolicyText | null,
  proposed: PolicyText | null | Warning,
  { bounded }: RuledDeps,
): Promise<readonly Warning[]> {
  if (proposed !== null && 'code' in proposed) return [proposed];
  if (chosen === null && proposed === null) return [];
  const { proposedChanges } = await policies();
  return bounded(() => proposedChanges(chosen, proposed));
}

/** Nothing is promoted unproven. */
function provable(order: PromotionOrder): PromotionOrder {
  if (order.gates.some(({ required }) => required)) return order;
  const { gates, policy } = order;
  throw errorOf([policy === null ? nothingAsked(gates.length === 0) : nothingInFile(policy.path)]);
}

function nothingAsked(empty: boolean): Reason {
  const example = 'Give at least one required gate, such as `thresholds: \'accuracy: ">= 0.9"\'`';
  return {
    code: 'input-invalid',
    message:
      'Input `thresholds` has no required gate, there is no policy file, and nothing is promoted unproven.',
    remedy: empty ? `${example}; ${EMPTIED}.` : `${example}.`,
  };
}

function nothingInFile(path: string): Reason {
  return {
    code: 'policy-invalid',
    message: `The policy ${path} has no required gate for this target, and nothing is promoted unproven.`,
    remedy: 'Add at least one threshold that is not advisory, such as accuracy: ">= 0.9".',
  };
}
