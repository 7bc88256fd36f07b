import type { Deadline } from '../../domain/deadline.js';
import type { RegisteredModel } from '../../domain/version.js';
import type { Registry } from '../../registry/port.js';
import type { AuthorizedPlan } from '../authorize.js';
import { holdersOf } from '../target.js';

/** What a listing after the write shows. */
export type ReadBack =
  | { readonly kind: 'unread' }
  /** The target is held as the plan wanted. */
  | { readonly kind: 'held' }
  /** The candidate and others hold the target, and only one should. */
  | { readonly kind: 'several'; readonly holders: readonly string[] }
  /** The candidate holds it, and an earlier holder that should have stayed does not. */
  | { readonly kind: 'unkept'; readonly holders: readonly string[] }
  | { readonly kind: 'not-held'; readonly holders: readonly string[] };

/** Lists the model again. When the run's own time is over, one short look is still taken. */
export async function readBack(
  plan: AuthorizedPlan,
  registry: Registry,
  deadline: Deadline,
): Promise<ReadBack> {
  for (const signal of [() => deadline.signal, () => deadline.grace()]) {
    try {
      return shownBy(await registry.reader(signal()).model(plan.order.model), plan);
    } catch {
      // The reason for not reading matters less than that it could not be read: the caller says so.
    }
  }
  return { kind: 'unread' };
}

/**
 * Whether the target is held as the plan wanted: by the candidate alone; with `archive-existing: false` by the
 * candidate and everyone who held it before; for `Archived` by the candidate among others.
 */
function shownBy(model: RegisteredModel, { purpose, order, standing, write }: AuthorizedPlan): ReadBack {
  const holders = holdersOf(model, order.target);
  if (!holders.includes(standing.candidate.version)) return { kind: 'not-held', holders };
  if (purpose === 'archive') return { kind: 'held' };
  if (write.kind === 'transition' && !write.archiveExisting) {
    const kept = standing.holders.every((holder) => holders.includes(holder));
    return kept ? { kind: 'held' } : { kind: 'unkept', holders };
  }
  return holders.length === 1 ? { kind: 'held' } : { kind: 'several', holders };
}
