import type { Evidence } from '../domain/evidence.js';
import type { GateResult } from '../domain/gate.js';
import type { Outcome } from '../domain/outcome.js';
import type { Reason } from '../domain/reason.js';
import type { Warning } from '../domain/warning.js';
import type { Look } from './standing.js';

/** The outcomes that end a run before anything is planned. */
export type StopOutcome = Extract<Outcome, 'unchanged' | 'rejected' | 'inconclusive' | 'invalid' | 'error'>;

/** What is so, before anything is planned. */
interface Assessed extends Look {
  readonly evidence: Evidence;
  readonly gates: readonly GateResult[];
  readonly reasons: readonly Reason[];
  readonly warnings: readonly Warning[];
  /** SHA-256, hex. */
  readonly digests: { readonly policy: string; readonly evidence: string };
}

/** The candidate has earned its move; only this can be planned. */
export interface Cleared extends Assessed {
  readonly stop: null;
}

/** It has not, and the run ends like this. */
export interface Stopped extends Assessed {
  readonly stop: StopOutcome;
}

export type Assessment = Cleared | Stopped;
