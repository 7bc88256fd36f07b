import type { Dataset } from '../../../domain/evidence.js';
import type { ModelVersion } from '../../../domain/version.js';
import type { Pages } from '../pages.js';

/** One logged value. `value` may be NaN, an infinity, or the ±1.797e308 that SQL stores write for one. */
export interface MetricRow {
  readonly key: string;
  readonly value: number;
  readonly step: number;
  /** Epoch milliseconds. */
  readonly timestamp: number;
  /** Null where the value was logged without one, as every run metric is. */
  readonly dataset: Dataset | null;
  /** The run that logged it; null where the registry does not say. */
  readonly runId: string | null;
}

/** MLflow's run: of training or of evaluation. */
export interface TrainingRun {
  readonly id: string;
  readonly experimentId: string;
  /** `FINISHED`, `RUNNING`, `SCHEDULED`, `FAILED`, `KILLED`. */
  readonly status: string;
  readonly deleted: boolean;
  /** The commit it was started from (tag `mlflow.source.git.commit`). */
  readonly commit: string | null;
  /** Last row of each key by (step, timestamp, value), MLflow's own choice. */
  readonly metrics: readonly MetricRow[];
  /** Datasets the run says it used: lineage, not what a metric was measured on. */
  readonly datasets: readonly Dataset[];
  /** The logged models it made, each once (MLflow 3: `outputs.model_outputs`). */
  readonly loggedModelIds: readonly string[];
  /** The logged models it says it used, each once: what an evaluation is about (MLflow 3: `inputs.model_inputs`). */
  readonly usedModelIds: readonly string[];
  /** Where it put models among its own artifacts, each once (MLflow 1 and 2: tag `mlflow.log-model.history`). */
  readonly modelPaths: readonly string[];
}

/** MLflow 3's logged model. */
export interface LoggedModel {
  readonly id: string;
  /** Null where MLflow does not say. */
  readonly experimentId: string | null;
  readonly name: string;
  /** `LOGGED_MODEL_READY`, `LOGGED_MODEL_PENDING`, `LOGGED_MODEL_UPLOAD_FAILED`. */
  readonly status: string;
  /** Null for one that was logged outside a run. */
  readonly sourceRunId: string | null;
  /** Every row of every dataset, in no order. A NaN shows as 0. */
  readonly metrics: readonly MetricRow[];
}

/**
 * The records that evidence is made from, as both doors to MLflow read them. Every method throws a `PromotionError`
 * when MLflow did not answer as asked; `null` is returned only on the exact reply that means "there is none".
 */
export interface Records {
  /** One version of any model, for following copies. */
  version(name: string, version: string): Promise<ModelVersion | null>;
  /** Where the artifacts of a version are, resolved when it was made (`model-versions/get-download-uri`). */
  downloadUri(version: ModelVersion): Promise<string>;
  run(id: string): Promise<TrainingRun | null>;
  loggedModel(id: string): Promise<LoggedModel | null>;
  /** Every logged model that a run made. */
  loggedModelsOf(run: TrainingRun): Promise<readonly LoggedModel[]>;
  /** Every row of a metric in a run, in no order. Empty when the run never logged it. */
  metricHistory(runId: string, key: string): Promise<readonly MetricRow[]>;
  /** Where runs and logged models are asked for, for a person: without credentials or query. */
  readonly trackingLabel: string;
  /** The pages about them. */
  readonly pages: Pages;
}
