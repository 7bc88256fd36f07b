import type { PromotionRequest } from '../domain/request.js';
import type { Standing } from '../domain/snapshot.js';
import type { RegistryReader } from '../registry/port.js';
import { holdersOf, selectBaseline, selectVersion } from './select.js';

/** Who is who now: one look at the model, then the selectors are resolved on that one answer. */
export async function readStanding(reader: RegistryReader, request: PromotionRequest): Promise<Standing> {
  const model = await reader.model(request.model);
  return {
    model,
    candidate: selectVersion(model, request.version),
    holders: holdersOf(model, request.target),
    baseline: selectBaseline(model, request.baseline),
  };
}
