import type { PromotionOrder } from '../domain/order.js';
import type { RegisteredModel, Target } from '../domain/version.js';

/** Whether the candidate is only to be archived: that needs no proof and has many holders. */
export function isArchiving({ target }: PromotionOrder): boolean {
  return target.kind === 'stage' && target.stage === 'Archived';
}

/** Who holds the target, highest number first. */
export function holdersOf(model: RegisteredModel, target: Target): readonly string[] {
  if (target.kind === 'alias') {
    const holder = model.aliases.get(target.alias);
    return holder === undefined ? [] : [holder];
  }
  return model.versions.filter((version) => version.stage === target.stage).map((version) => version.version);
}

/** `version 7`, `version 7, 5`, or `nobody`. */
export function holderNames(holders: readonly string[]): string {
  return holders.length === 0 ? 'nobody' : `version ${holders.join(', ')}`;
}
