import type { Deadline } from '../../domain/deadline.js';
import { PromotionError } from '../../domain/error.js';
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

/** Between two looks at a registry that is out of reach for a while. */
const PAUSE_MS = 2_000;

/**
 * Lists the model again: as long as the run has time where the registry is only out of reach for a while, since
 * nobody else will look. When that time is over, one short look is still taken.
 */
export async function readBack(
  plan: AuthorizedPlan,
  registry: Registry,
  deadline: Deadline,
): Promise<ReadBack> {
  const look = async (signal: AbortSignal) =>
    shownBy(await registry.reader(signal).model(plan.order.model), plan);
  let passing = true;
  while (passing && !deadline.signal.aborted) {
    try {
      return await look(deadline.signal);
    } catch (error) {
      passing = error instanceof PromotionError && error.passing;
      if (passing) await deadline.pause(PAUSE_MS);
    }
  }
  // The reason for not reading matters less than that it could not be read: the caller says so.
  return await look(deadline.grace()).catch(() => ({ kind: 'unread' }));
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
