import type { Reason } from './reason.js';
import type { ModelVersion } from './version.js';

/** What a metric was measured on, as far as the registry was told. */
export interface Dataset {
  readonly name: string;
  /** Null where the name is known and the content is not. */
  readonly digest: string | null;
}

/** Who logged a value, and which one of many it is. */
export interface ValueSource {
  readonly origin: 'logged-model' | 'run';
  /** The run that logged it; null where the registry does not say. */
  readonly runId: string | null;
  readonly step: number;
  /** Epoch milliseconds; null where what the registry keeps is no date. */
  readonly timestamp: number | null;
  /** Among how many values of the same dataset it is the newest; null where the registry keeps only the last. */
  readonly of: number | null;
}

/** The one value of a metric on one dataset that a gate may look at. */
export interface Measurement extends ValueSource {
  readonly metric: string;
  /** Null where the value was logged without one. */
  readonly dataset: Dataset | null;
  /** May be NaN, an infinity, or the ±1.797e308 that SQL stores write for one. */
  readonly value: number;
  /** Epoch milliseconds, as the registry keeps it: it may be no date. */
  readonly timestamp: number;
  /** Why it is not to be believed; null when nothing speaks against it. */
  readonly doubt: Doubt | null;
}

/** Why a value is not to be believed, although it is the one that counts. */
export interface Doubt {
  readonly kind:
    /** A 0 that may be a NaN or an unread body: the registry cannot tell them apart. */
    | 'suspect-zero'
    /** The run has one value for all models that it made. */
    | 'shared-run'
    /** The run that logged it is gone, did not end well, or cannot be read. */
    | 'run-unusable';
  /** Follows `The candidate's "accuracy"`, without a full stop. */
  readonly what: string;
  /** Where there is a better one than the reason's own. */
  readonly remedy: string | null;
}

/** Where a version came from. */
export interface Lineage {
  readonly runId: string | null;
  readonly runStatus: string | null;
  readonly runDeleted: boolean;
  readonly experimentId: string | null;
  readonly loggedModelId: string | null;
  readonly commit: string | null;
  /** What the run says it used: lineage, not what a metric was measured on. */
  readonly datasets: readonly Dataset[];
  /** `name/version` of each registered version this one was copied from, nearest first. */
  readonly copiedFrom: readonly string[];
  readonly urls: LineageUrls;
}

/** The registry's own pages about where a version came from, made from ids alone; null where it has none. */
export type LineageUrls = Readonly<Record<'run' | 'experiment' | 'loggedModel', string | null>>;

/** Which part a version plays: a candidate must be beyond doubt, a baseline only usable. */
export type Role = 'candidate' | 'baseline';

/** Evidence that gates look at. The candidate is always read, to know that it is what it says. */
export interface Needs {
  readonly baseline: boolean;
  /** The metrics they look at; a registry looks no further into others. */
  readonly metrics: readonly string[];
  /** The candidate's tags they look at; others may change while it is judged. */
  readonly tags: readonly string[];
  /** Whether they look at what the candidate holds, and when it was last changed. */
  readonly holds: boolean;
  /** Whether they look at where the candidate came from, beyond its run. */
  readonly lineage: boolean;
}

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

/** `name@digest`, or the name alone where the content is not known. */
export function datasetName({ name, digest }: Dataset): string {
  return digest === null ? name : `${name}@${digest}`;
}
