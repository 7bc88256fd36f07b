import type { Deadline } from '../domain/deadline.js';
import type { Mode, Result } from '../domain/decision.js';
import type { EventFacts } from '../domain/event.js';
import type { Log } from '../domain/log.js';
import type { Job } from '../domain/order.js';
import type { Reason } from '../domain/reason.js';
import { unassessed } from '../promotion/conclude.js';
import type { Registry } from '../registry/port.js';
import type { Ruled } from './context.js';
import { evaluate } from './evaluate.js';
import { promote } from './promote.js';

/** What every mode may be given of one run. */
export interface ModeDeps {
  readonly registry: Registry;
  readonly deadline: Deadline;
  readonly event: EventFacts;
  readonly log: Log;
  readonly ruled: Ruled;
  readonly now: () => Date;
  /** Called right before a mode writes for the first time. */
  readonly beforeWrite: () => void;
}

/** Runs the mode that was asked for. Only a mode that writes is handed the registry with its writer. */
export async function runMode(job: Job, deps: ModeDeps): Promise<Result> {
  const { registry, deadline, event, log, ruled, now, beforeWrite } = deps;
  const reader = registry.reader(deadline.signal);
  switch (job.mode) {
    case 'promote':
      return await promote(job.promotion, {
        reader,
        log,
        ruled,
        now,
        registry,
        deadline,
        event,
        beforeWrite,
      });
    case 'evaluate':
      return await evaluate(job.promotion, { reader, log, ruled, now });
    case 'list': {
      // Loaded when it is asked for: a promotion has no use for it.
      const { list } = await import('./list.js');
      return await list(job.list, { reader, log });
    }
  }
}

/** What was asked for, as far as it could be read. */
interface Asked {
  readonly mode: Mode;
  readonly model: string;
  /** Empty where the mode has none. */
  readonly target: string;
}

/** The result of a run that ended before its mode could say anything. */
export function failedResult({ mode, model, target }: Asked, reasons: readonly Reason[]): Result {
  switch (mode) {
    case 'promote':
    case 'evaluate':
      return unassessed(mode, model, target, 'error', reasons);
    case 'list':
      return { mode, outcome: 'error', model, versions: null, reasons, warnings: [] };
  }
}
