import type { Deadline } from '../domain/deadline.js';
import type { Mode, Result } from '../domain/decision.js';
import type { EventFacts } from '../domain/event.js';
import type { Log } from '../domain/log.js';
import type { Job } from '../domain/order.js';
import type { Reason } from '../domain/reason.js';
import { unassessed } from '../promotion/conclude.js';
import type { Registry } from '../registry/port.js';
import type { Ruled } from './context.js';

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

/** A job that looks at no registry. */
type Unregistered = Extract<Job, { mode: 'explain' }>;

/** Whether a job can do without a registry. */
export function isUnregistered(job: Job): job is Unregistered {
  return job.mode === 'explain';
}

/** Runs a mode that looks at no registry. */
export async function runUnregistered({ promotion }: Unregistered, ruled: Ruled): Promise<Result> {
  const { explain } = await import('./explain.js');
  return await explain(promotion, ruled);
}

/**
 * Runs the mode that was asked for, which is loaded then: no run has a use for the others. Only a mode that writes is
 * handed the registry with its writer.
 */
export async function runMode(job: Exclude<Job, Unregistered>, deps: ModeDeps): Promise<Result> {
  const { registry, deadline, event, log, ruled, now, beforeWrite } = deps;
  const reader = registry.reader(deadline.signal);
  switch (job.mode) {
    case 'promote': {
      const { promote } = await import('./promote.js');
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
    }
    case 'evaluate': {
      const { evaluate } = await import('./evaluate.js');
      return await evaluate(job.promotion, { reader, log, ruled, now });
    }
    case 'list': {
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
    case 'explain': {
      const nothing = { policy: null, gates: null, rules: [], warnings: [] };
      return { mode, outcome: 'error', model, target, reasons, ...nothing };
    }
  }
}
