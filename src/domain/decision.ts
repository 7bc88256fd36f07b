import type { Lineage } from './evidence.js';
import type { GateReason, Reason } from './reason.js';
import type { Warning } from './gate.js';

/** What one gate says, in order of badness. */
export const VERDICTS = ['pass', 'warn', 'inconclusive', 'fail', 'invalid'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const OUTCOMES = [
  'promoted',
  'passed',
  'unchanged',
  'rejected',
  'inconclusive',
  'invalid',
  'superseded',
  'rolled-back',
  'archived',
  'listed',
  'error',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const MODES = ['promote', 'evaluate', 'list'] as const;
export type Mode = (typeof MODES)[number];

/** One comparison of a gate with its numbers filled in. Numbers are decimal strings, exactly as compared. */
export interface FilledComparison {
  /** `waived`: a rule excuses it (first promotion, zero baseline); `invalid`: it could not be made. */
  readonly result: 'pass' | 'fail' | 'waived' | 'invalid';
  readonly op: string;
  /** The right-hand side as a number; null when it could not be computed. */
  readonly limit: string | null;
  /** Signed room between candidate and limit, positive when it holds with room; null when not computed. */
  readonly distance: string | null;
  /** e.g. `0.934 ≥ 0.925 = production 0.920 + 0.005`. */
  readonly text: string;
}

/** One gate, judged. */
export interface GateResult {
  readonly metric: string;
  /** `name`, `name@digest`, or null when the metric was logged without a dataset. */
  readonly dataset: string | null;
  readonly required: boolean;
  readonly verdict: Verdict;
  readonly reason: GateReason;
  /** Decimal strings, exactly as compared; null when there is none. */
  readonly candidate: string | null;
  readonly baseline: string | null;
  /** The limit that decides: the one with the least room, or the first one missed. */
  readonly limit: string | null;
  /** Where the candidate's value came from. */
  readonly origin: 'logged-model' | 'run' | null;
  readonly condition: string;
  /** The filled-in normal form, or the sentence that says why it could not be filled in. */
  readonly text: string;
  /** What to do about it; empty when it passed. */
  readonly remedy: string;
  readonly comparisons: readonly FilledComparison[];
}

/** One version in a report. */
export interface VersionFacts {
  readonly version: string;
  readonly stage: string;
  readonly aliases: readonly string[];
  readonly status: string;
  readonly createdAt: number;
  readonly runId: string | null;
  readonly description: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Null when the evidence was not read (nothing needed it). */
  readonly lineage: Lineage | null;
}

/** One write, done or not. `unknown`: the reply was lost and reading back did not settle it. */
export interface Move {
  /** `archive` is what a transition with archiving does to the holder it replaces. */
  readonly kind: 'transition' | 'archive' | 'alias' | 'repair';
  readonly version: string;
  /** A stage, or for an alias the version that held it (empty: nobody). */
  readonly from: string;
  /** A stage, or `@alias`. */
  readonly to: string;
  readonly done: boolean | 'unknown';
}

/** A row of list mode. */
export interface ListedVersion extends VersionFacts {
  /** Null where metrics were not read. Value by label (`metric` or `metric on dataset`), shortest decimal text. */
  readonly metrics: Readonly<Record<string, string>> | null;
}

export interface Digests {
  /** SHA-256, hex; null when the run did not come that far. */
  readonly policy: string | null;
  readonly evidence: string | null;
  readonly plan: string | null;
}

/** The run that decided, as GitHub names it; null outside. */
export interface WorkflowRun {
  readonly url: string | null;
  readonly actor: string | null;
  readonly sha: string | null;
  readonly attempt: number | null;
}

/** What was decided and done. Pure data, computed once, rendered many times. Times are ISO 8601 UTC. */
export interface Decision {
  readonly schemaVersion: 1;
  readonly outcome: Outcome;
  readonly mode: Mode;
  readonly model: string;
  /** `Production`, or `@champion` for an alias; empty in list mode. */
  readonly target: string;
  readonly candidate: VersionFacts | null;
  readonly baseline: VersionFacts | null;
  /** The sole holder of the target before; null when nobody, several, `Archived`, or list. */
  readonly previousVersion: string | null;
  readonly gates: readonly GateResult[];
  /** Never empty. The first one is the headline. */
  readonly reasons: readonly Reason[];
  readonly moves: readonly Move[];
  readonly warnings: readonly Warning[];
  readonly digests: Digests;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly run: WorkflowRun;
  /** Only in list mode. */
  readonly versions: readonly ListedVersion[] | null;
}
