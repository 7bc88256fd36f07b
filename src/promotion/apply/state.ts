import type { RegisteredModel } from '../../domain/version.js';
import { holdersOf } from '../select.js';
import type { Plan } from '../plan.js';

/** What a listing after the write shows. */
export type SettledState =
  | { readonly kind: 'held' }
  /** The candidate and others hold the target, and only one should. */
  | { readonly kind: 'several'; readonly holders: readonly string[] }
  /** The candidate holds it, and an earlier holder that should have stayed does not. */
  | { readonly kind: 'unkept'; readonly holders: readonly string[] }
  | { readonly kind: 'lost'; readonly holders: readonly string[] };

/**
 * Whether the target is held as the plan wanted: by the candidate alone; with `archive-existing: false` by the
 * candidate and everyone who held it before; for `Archived` by the candidate among others.
 */
export function settledState(plan: Plan, model: RegisteredModel): SettledState {
  const holders = holdersOf(model, plan.order.target);
  if (!holders.includes(plan.candidate)) return { kind: 'lost', holders };
  if (plan.write.kind === 'transition' && !plan.write.archiveExisting) {
    const kept = plan.write.stage === 'Archived' || plan.holders.every((holder) => holders.includes(holder));
    return kept ? { kind: 'held' } : { kind: 'unkept', holders };
  }
  return holders.length === 1 ? { kind: 'held' } : { kind: 'several', holders };
}
