import type { Dataset } from './metric.js';
import type { Reason } from './reason.js';
import type { ModelVersion } from './version.js';

/** The one value of a metric on one dataset that a gate may look at. */
export interface Measurement {
  readonly metric: string;
  readonly dataset: Dataset | null;
  readonly value: number;
  readonly step: number;
  readonly timestamp: number;
  readonly origin: 'logged-model' | 'run';
  /** A 0 that may be a NaN or an unread body: MLflow stores both as 0 (logged models, seen on 3.6 to 3.18). */
  readonly suspectZero: boolean;
}

/** Where a version came from. */
export interface Lineage {
  readonly runId: string | null;
  readonly runStatus: string | null;
  readonly runDeleted: boolean;
  readonly loggedModelId: string | null;
  readonly commit: string | null;
  readonly datasets: readonly Dataset[];
  /** `name/version` of each registered version this one was copied from, nearest first. */
  readonly copiedFrom: readonly string[];
}

/** Everything read about one version that a gate may look at. */
export interface VersionEvidence {
  readonly version: ModelVersion;
  readonly lineage: Lineage;
  /** At most one per metric and dataset. */
  readonly measurements: readonly Measurement[];
  /** Why this version is not to be believed; empty when it is. */
  readonly problems: readonly Reason[];
}
