import type { EventFacts } from '../domain/event.js';
import type { Log } from '../domain/log.js';
import type { Order } from '../domain/order.js';
import type { Result } from '../promotion/conclude.js';
import type { Deadline } from '../domain/deadline.js';
import type { Registry } from '../registry/port.js';
import { evaluate } from './evaluate.js';
import { list } from './list.js';
import { promote } from './promote.js';

/** What every mode may be given of one run. */
export interface ModeDeps {
  readonly registry: Registry;
  readonly deadline: Deadline;
  readonly event: EventFacts;
  readonly log: Log;
}

/** Runs the mode that was asked for. Only promote is handed the registry with its writer. */
export function runMode(job: Order['job'], deps: ModeDeps): Promise<Result> {
  const { registry, deadline, event, log } = deps;
  const reader = registry.reader(deadline.signal);
  switch (job.mode) {
    case 'promote':
      return promote(job.promotion, { reader, log, registry, deadline, event });
    case 'evaluate':
      return evaluate(job.promotion, { reader, log });
    case 'list':
      return list(job.list, { reader, log });
  }
}
