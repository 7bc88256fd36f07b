import { PromotionError } from '../domain/error.js';
import type { PromotionOrder } from '../domain/order.js';
import type { Reason } from '../domain/reason.js';
import type { Standing } from '../domain/standing.js';
import type { ModelVersion, RegisteredModel } from '../domain/version.js';
import type { RegistryReader } from '../registry/port.js';
import { selectBaseline, selectVersion } from './select.js';
import { holdersOf } from './target.js';

/** The model as it was read, and who is who in it. */
export interface Look {
  readonly model: RegisteredModel;
  readonly standing: Standing;
}

/** The model was read, and a selector means no version of it, or several. */
export interface Unresolved {
  readonly model: RegisteredModel;
  readonly holders: readonly string[];
  /** Null when it is the candidate that was not found. */
  readonly candidate: ModelVersion | null;
  readonly reasons: readonly Reason[];
}

/** Who is who now: one look at the model, then the selectors are resolved on that one answer. */
export async function readStanding(
  reader: RegistryReader,
  order: PromotionOrder,
): Promise<Look | Unresolved> {
  const model = await reader.model(order.model);
  const holders = holdersOf(model, order.target);
  let candidate: ModelVersion | null = null;
  try {
    candidate = selectVersion(model, order.version, 'version');
    return { model, standing: { candidate, holders, baseline: selectBaseline(model, order) } };
  } catch (error) {
    if (!(error instanceof PromotionError)) throw error;
    return { model, candidate, holders, reasons: error.reasons };
  }
}
