import type { Decision } from '../domain/decision.js';
import type { EventFacts } from '../domain/event.js';
import type { CheckOrder } from '../domain/order.js';
import type { ReportPaths } from '../report/outputs.js';
import { forLog } from '../text/escape.js';
import { messageOf } from '../text/thrown.js';
import type { Runner } from '../world/runner.js';
import type { World } from '../world/world.js';

/** What the workflow wants of the report. */
export interface Wishes {
  readonly failOnRejection: boolean;
  /** Null: no check run. */
  readonly check: CheckOrder | null;
  readonly event: EventFacts;
  /** Aborts when nobody waits for the report any longer. */
  readonly until: AbortSignal;
}

/** One decision on its way out. */
export interface Publication {
  readonly decision: Decision;
  readonly wishes: Wishes;
  /** The whole report as Markdown. */
  readonly markdown: string;
  /** Where the files are; empty until they are written, and where they could not be. */
  readonly paths: ReportPaths;
  /** Later steps cannot read what was decided. */
  readonly outputsMissing: boolean;
}

/**
 * One place that a decision goes to. Whatever fails there is said and keeps no other sink from its turn. Returns the
 * publication, with what later sinks may name.
 */
export type Sink = (publication: Publication, world: World) => Promise<Publication> | Publication;

/** Says that a part of the report is missing. */
export function incomplete(runner: Runner, what: string, error: unknown): void {
  runner.annotate('warning', 'Report incomplete', forLog(`${what}: ${messageOf(error)}`, 300));
}
