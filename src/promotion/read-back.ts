import type { RegisteredModel } from '../domain/version.js';
import type { Registry } from '../registry/port.js';
import type { AuthorizedPlan } from './authorize.js';

/** How long the run may still take, and how long after the end it may look once more. */
export interface Deadline {
  /** Aborts when the run is out of time or cancelled. */
  readonly signal: AbortSignal;
  /** A short extra time for reading back after that; it starts with the first call and is the same ever after. */
  grace(): AbortSignal;
}

/** Lists the model again. When the run's own time is over, one short look is still taken. */
export async function readBack(
  plan: AuthorizedPlan,
  registry: Registry,
  deadline: Deadline,
): Promise<RegisteredModel | null> {
  for (const signal of [() => deadline.signal, () => deadline.grace()]) {
    try {
      return await registry.reader(signal()).model(plan.request.model);
    } catch {
      // The reason for not reading matters less than that it could not be read: the caller says so.
    }
  }
  return null;
}
