import type { Lineage } from './evidence.js';
import type { GateKind, GateResult } from './gate.js';
import type { Outcome } from './outcome.js';
import type { PolicyFile, RuleInForce, WrittenAt } from './policy.js';
import type { Reason } from './reason.js';
import type { Warning } from './warning.js';

/** One version in a report. */
export interface VersionFacts {
  readonly version: string;
  readonly stage: string;
  readonly aliases: readonly string[];
  readonly status: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly runId: string | null;
  readonly description: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Null when the evidence was not read (nothing needed it). */
  readonly lineage: Lineage | null;
  /** The registry's own page about it; null where it has none. */
  readonly url: string | null;
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

/** SHA-256, hex; null when the run did not come that far, or ended before there was a plan. */
export interface Digests {
  readonly policy: string | null;
  readonly evidence: string | null;
  readonly plan: string | null;
}

/** GitHub's run that decided; null outside. */
export interface WorkflowRun {
  readonly url: string | null;
  readonly actor: string | null;
  readonly sha: string | null;
  readonly commitUrl: string | null;
  readonly attempt: number | null;
  /** Where every reason code has a row of its own name, for the action as it was used; null where nothing tells which. */
  readonly docsUrl: string | null;
}

/** The modes that judge a candidate. */
const PROMOTION_MODES = ['promote', 'evaluate'] as const;
export type PromotionMode = (typeof PROMOTION_MODES)[number];

export const MODES = [...PROMOTION_MODES, 'list', 'explain'] as const;
export type Mode = (typeof MODES)[number];

/** What promote and evaluate say. */
export interface PromotionPart {
  readonly mode: PromotionMode;
  readonly model: string;
  /** `Production`, or `@champion` for an alias. */
  readonly target: string;
  readonly candidate: VersionFacts | null;
  readonly baseline: VersionFacts | null;
  /** The sole holder of the target before; null when nobody, several, or `Archived`. */
  readonly previousVersion: string | null;
  readonly gates: readonly GateResult[];
  /** The file that said what must hold; null where inputs alone did, or the run did not come that far. */
  readonly policy: PolicyFile | null;
  /** The settings that decided beside the gates; empty where the run did not come that far. */
  readonly rules: readonly RuleInForce[];
  readonly moves: readonly Move[];
  readonly digests: Digests;
}

/** A row of list mode. */
export interface ListedVersion extends VersionFacts {
  /** Null where metrics were not read. Value by label (`metric` or `metric on dataset`), shortest decimal text. */
  readonly metrics: Readonly<Record<string, string>> | null;
}

/** What list says. */
export interface ListPart {
  readonly mode: 'list';
  readonly model: string;
  /** Null when the model could not be read. */
  readonly versions: readonly ListedVersion[] | null;
}

/** A gate in force, before anything is judged. */
export interface ExplainedGate {
  readonly kind: GateKind;
  readonly name: string;
  readonly required: boolean;
  /** One sentence about the version. */
  readonly asks: string;
  readonly writtenAt: WrittenAt;
}

/** What explain says: the policy in force for one target of one model. */
export interface ExplainPart {
  readonly mode: 'explain';
  readonly model: string;
  readonly target: string;
  readonly policy: PolicyFile | null;
  /** Null when it could not be told. */
  readonly gates: readonly ExplainedGate[] | null;
  readonly rules: readonly RuleInForce[];
}

/** What a mode says, one part per mode. A new mode is added here first. */
export type ModePart = PromotionPart | ListPart | ExplainPart;

/** What every mode ends with. */
interface Ended {
  readonly outcome: Outcome;
  /** Never empty. The first one is the headline. */
  readonly reasons: readonly Reason[];
  readonly warnings: readonly Warning[];
}

/** What a mode found out and did; the run adds where, when and by whom. */
export type Result<Part extends ModePart = ModePart> = Ended & Part;

/** The same for every mode: where, when and by whom. Times are ISO 8601 UTC. */
interface Envelope {
  readonly schemaVersion: 1;
  /** The registry's address without credentials; null when none was opened. */
  readonly registry: string | null;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly run: WorkflowRun;
}

/** What was decided and done. Pure data, computed once, rendered many times. */
export type Decision<Part extends ModePart = ModePart> = Envelope & Result<Part>;
export type PromotionDecision = Decision<PromotionPart>;
export type ListDecision = Decision<ListPart>;
export type ExplainDecision = Decision<ExplainPart>;

/** Whether a mode has a candidate and a target. */
export function judgesCandidate(mode: Mode): mode is PromotionMode {
  return PROMOTION_MODES.some((known) => known === mode);
}

export function isPromotion(decision: Decision): decision is PromotionDecision {
  return judgesCandidate(decision.mode);
}
