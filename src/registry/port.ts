import type { LoggedModel, MetricRow, TrainingRun } from '../domain/metric.js';
import type { ModelVersion, RegisteredModel, TargetStage } from '../domain/version.js';

/**
 * Where versions live, read side. Every method throws a `PromotionError` when the registry did not answer as
 * asked; `null` is returned only on the exact reply that means "there is none".
 */
export interface RegistryReader {
  /** All versions and aliases of a model. Throws `model-unknown`, naming near names. */
  model(name: string): Promise<RegisteredModel>;
  /** One version of any model, for following copies. */
  version(name: string, version: string): Promise<ModelVersion | null>;
  run(id: string): Promise<TrainingRun | null>;
  loggedModel(id: string): Promise<LoggedModel | null>;
  /** Every row of a metric in a run, in no order. Empty when the run never logged it. */
  metricHistory(runId: string, key: string): Promise<readonly MetricRow[]>;
}

/** One write to the registry. */
export type Write =
  | {
      readonly kind: 'transition';
      readonly model: string;
      readonly version: string;
      readonly stage: TargetStage;
      /** Archive every other version of that stage in the same call. False for `Archived`. */
      readonly archiveExisting: boolean;
    }
  | { readonly kind: 'alias'; readonly model: string; readonly version: string; readonly alias: string }
  /** Sets a tag of a version, or overwrites it. */
  | {
      readonly kind: 'tag';
      readonly model: string;
      readonly version: string;
      readonly key: string;
      readonly value: string;
    };

/** What may be done between the first re-read and the commit. */
export interface RegistryTransaction {
  readonly reader: RegistryReader;
  /**
   * Makes one write. A return says that the registry took it, never that it held: read back. Throws
   * `outcome-unknown` when the reply was lost or may have come after the write was made.
   */
  write(write: Write): Promise<void>;
}

/**
 * Where versions live, write side. A registry with real transactions runs `work` inside one and nothing of it
 * stays when `work` throws; one without (MLflow over REST) runs it as it is. `work` writes at most once.
 */
export interface RegistryWriter {
  transact<T>(work: (transaction: RegistryTransaction) => Promise<T>): Promise<T>;
}

/** One registry, opened. Every call ends when its signal aborts, with `timeout` or `cancelled`. */
export interface Registry {
  /** For messages and the log: the address without credentials or query. */
  readonly label: string;
  reader(signal: AbortSignal): RegistryReader;
  writer(signal: AbortSignal): RegistryWriter;
  /** Ends connections and file handles. */
  close(): Promise<void>;
}
