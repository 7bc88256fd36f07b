import type { GateResult } from '../domain/decision.js';
import type { Warning } from '../domain/gate.js';
import type { Reason } from '../domain/reason.js';
import type { Evidence, Standing } from '../domain/standing.js';

/**
 * What follows from the rules before anything is written. `go`: the candidate has earned it. The others are
 * outcomes already.
 */
export type Ruling = 'go' | 'unchanged' | 'rejected' | 'inconclusive' | 'invalid' | 'error';

/** A ruling with all it rests on. */
export interface Assessment {
  readonly standing: Standing;
  readonly evidence: Evidence;
  readonly ruling: Ruling;
  readonly gates: readonly GateResult[];
  readonly reasons: readonly Reason[];
  readonly warnings: readonly Warning[];
}
