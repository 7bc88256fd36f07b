import type { Deadline } from '../../domain/deadline.js';
import type { RegisteredModel } from '../../domain/version.js';
import type { Registry } from '../../registry/port.js';
import type { AuthorizedPlan } from '../authorize.js';

/** Lists the model again. When the run's own time is over, one short look is still taken. */
export async function readBack(
  plan: AuthorizedPlan,
  registry: Registry,
  deadline: Deadline,
): Promise<RegisteredModel | null> {
  for (const signal of [() => deadline.signal, () => deadline.grace()]) {
    try {
      return await registry.reader(signal()).model(plan.order.model);
    } catch {
      // The reason for not reading matters less than that it could not be read: the caller says so.
    }
  }
  return null;
}
