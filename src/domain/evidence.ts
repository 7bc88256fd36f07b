import type { Reason } from './reason.js';
import type { ModelVersion } from './version.js';

/** What a metric was measured on, as far as the registry was told. */
export interface Dataset {
  readonly name: string;
  /** Null where the name is known and the content is not. */
  readonly digest: string | null;
}

/** The one value of a metric on one dataset that a gate may look at. */
export interface Measurement {
  readonly metric: string;
  /** Null where the value was logged without one. */
  readonly dataset: Dataset | null;
  /** May be NaN, an infinity, or the ±1.797e308 that SQL stores write for one. */
  readonly value: number;
  readonly step: number;
  /** Epoch milliseconds. */
  readonly timestamp: number;
  readonly origin: 'logged-model' | 'run';
  /** A 0 that may be a NaN or an unread body: the registry cannot tell them apart. */
  readonly suspectZero: boolean;
}

/** Where a version came from. */
export interface Lineage {
  readonly runId: string | null;
  readonly runStatus: string | null;
  readonly runDeleted: boolean;
  readonly loggedModelId: string | null;
  readonly commit: string | null;
  /** What the run says it used: lineage, not what a metric was measured on. */
  readonly datasets: readonly Dataset[];
  /** `name/version` of each registered version this one was copied from, nearest first. */
  readonly copiedFrom: readonly string[];
}

/** Which part a version plays: a candidate must be beyond doubt, a baseline only usable. */
export type Role = 'candidate' | 'baseline';

/** Everything read about one version that a gate may look at. */
export interface VersionEvidence {
  readonly version: ModelVersion;
  readonly lineage: Lineage;
  /** At most one per metric and dataset. */
  readonly measurements: readonly Measurement[];
  /** Why this version is not to be believed in its role; empty when it is. */
  readonly problems: readonly Reason[];
}

/** What was read about the versions that gates compare; null where no gate needs it. */
export interface Evidence {
  readonly candidate: VersionEvidence | null;
  readonly baseline: VersionEvidence | null;
}
