import type { LoggedModel, MetricRow, TrainingRun } from '../evidence/records.js';
import type { Dataset } from '../../../domain/evidence.js';
import { HISTORY_TAG, modelPaths } from '../evidence/model-paths.js';
import { COMMIT_TAG } from '../words.js';
import { digits, finite, number, text, textOrNull, type Row, type Session } from './session.js';

const LOGGED_COLUMNS = 'model_id, experiment_id, name, status, source_run_id';

/** MLflow's numbers for the states of a logged model (`entities/logged_model_status.py`). */
const LOGGED_STATUS: Readonly<Record<string, string>> = {
  '1': 'LOGGED_MODEL_PENDING',
  '2': 'LOGGED_MODEL_READY',
  '3': 'LOGGED_MODEL_UPLOAD_FAILED',
};

/**
 * Logged models keep a NaN as 0 and no mark of it. The run that logged it has the mark: where that row is NaN
 * and no real 0 was logged at the same step and time, the value was NaN.
 */
const LOGGED_METRICS = `
  SELECT metric_name, metric_value, metric_timestamp_ms, metric_step, run_id, dataset_name, dataset_digest,
         metric_value = 0 AND coalesce(
           (SELECT min(is_nan) FROM metrics
             WHERE run_uuid = run_id AND key = metric_name AND step = metric_step
               AND timestamp = metric_timestamp_ms AND value = 0), 0) AS was_nan
    FROM logged_model_metrics WHERE model_id = :id`;

/** A run, deleted or not, with the last row of every metric as MLflow itself keeps it; null when unknown. */
export function readRun(session: Session, id: string): TrainingRun | null {
  const [run] = session.rows(
    `SELECT status, lifecycle_stage, experiment_id FROM runs WHERE run_uuid = :id${session.withinExperiment()}`,
    { id },
  );
  if (run === undefined) return null;
  const metrics = session.rows(
    'SELECT key, value, timestamp, step, is_nan FROM latest_metrics WHERE run_uuid = :id ORDER BY key',
    { id },
  );
  return {
    id,
    experimentId: digits(run, 'experiment_id'),
    status: text(run, 'status'),
    deleted: text(run, 'lifecycle_stage') !== 'active',
    commit: filled(tagOf(session, id, COMMIT_TAG)),
    metrics: metrics.map((row) => runMetric(row, id)),
    datasets: datasetsOf(session, id),
    loggedModelIds: modelsOf(session, id, 'OUTPUT'),
    usedModelIds: modelsOf(session, id, 'INPUT'),
    modelPaths: modelPaths(tagOf(session, id, HISTORY_TAG) ?? ''),
  };
}

/** Every row of a metric in a run. */
export function readHistory(session: Session, runId: string, key: string): MetricRow[] {
  const rows = session.rows(
    `SELECT key, value, timestamp, step, is_nan FROM metrics WHERE run_uuid = :runId AND key = :key
        AND run_uuid IN (SELECT run_uuid FROM runs WHERE true${session.withinExperiment()})`,
    { runId, key },
  );
  return rows.map((row) => runMetric(row, runId));
}

/** A logged model that is not deleted; null when unknown, and in stores older than MLflow 3. */
export function readLoggedModel(session: Session, id: string): LoggedModel | null {
  if (!session.hasTable('logged_models')) return null;
  const [model] = session.rows(
    `SELECT ${LOGGED_COLUMNS} FROM logged_models
      WHERE model_id = :id AND lifecycle_stage <> 'deleted'${session.withinExperiment()}`,
    { id },
  );
  return model === undefined ? null : loggedModel(session, model);
}

/** Every logged model that a run made and that is not deleted. */
export function readLoggedModels(session: Session, runId: string): LoggedModel[] {
  if (!session.hasTable('logged_models')) return [];
  const rows = session.rows(
    `SELECT ${LOGGED_COLUMNS} FROM logged_models
      WHERE source_run_id = :runId AND lifecycle_stage <> 'deleted'${session.withinExperiment()} ORDER BY model_id`,
    { runId },
  );
  return rows.map((row) => loggedModel(session, row));
}

function filled(value: string | null): string | null {
  return value === '' ? null : value;
}

function tagOf(session: Session, runId: string, key: string): string | null {
  const [row] = session.rows('SELECT value FROM tags WHERE run_uuid = :runId AND key = :key', { runId, key });
  return row === undefined ? null : textOrNull(row, 'value');
}

/** MLflow writes a NaN as 0 with `is_nan`. */
function runMetric(row: Row, runId: string): MetricRow {
  return {
    key: text(row, 'key'),
    value: number(row, 'is_nan', 1) === 0 ? number(row, 'value', NaN) : NaN,
    step: finite(row, 'step', 0),
    timestamp: finite(row, 'timestamp', 0),
    dataset: null,
    runId,
  };
}

/**
 * The datasets a run says it used. Joined by `dataset_uuid`: MLflow 2.x reuses a row of the same name and
 * digest from another experiment.
 */
function datasetsOf(session: Session, runId: string): Dataset[] {
  const rows = session.rows(
    `SELECT DISTINCT datasets.name AS name, datasets.digest AS digest
       FROM inputs JOIN datasets ON datasets.dataset_uuid = inputs.source_id
      WHERE inputs.source_type = 'DATASET' AND inputs.destination_type = 'RUN' AND inputs.destination_id = :runId
      ORDER BY 1, 2`,
    { runId },
  );
  return rows.map((row) => ({ name: text(row, 'name'), digest: filled(textOrNull(row, 'digest')) }));
}

/** The logged models a run made or used (MLflow 3 keeps them beside the datasets it used). */
function modelsOf(session: Session, runId: string, as: 'OUTPUT' | 'INPUT'): string[] {
  const rows = session.rows(
    `SELECT DISTINCT destination_id AS id FROM inputs
      WHERE source_type = 'RUN_${as}' AND source_id = :runId AND destination_type = 'MODEL_${as}' ORDER BY 1`,
    { runId },
  );
  return rows.map((row) => text(row, 'id'));
}

function loggedModel(session: Session, row: Row): LoggedModel {
  const id = text(row, 'model_id');
  const status = digits(row, 'status');
  return {
    id,
    experimentId: digits(row, 'experiment_id'),
    name: text(row, 'name'),
    status: LOGGED_STATUS[status] ?? `in state ${status}`,
    sourceRunId: filled(textOrNull(row, 'source_run_id')),
    metrics: session.rows(LOGGED_METRICS, { id }).map(loggedMetric),
  };
}

function loggedMetric(row: Row): MetricRow {
  const dataset = filled(textOrNull(row, 'dataset_name'));
  return {
    key: text(row, 'metric_name'),
    value: row['was_nan'] === 1n ? NaN : number(row, 'metric_value', NaN),
    step: finite(row, 'metric_step', 0),
    timestamp: finite(row, 'metric_timestamp_ms', 0),
    dataset: dataset === null ? null : { name: dataset, digest: filled(textOrNull(row, 'dataset_digest')) },
    runId: filled(textOrNull(row, 'run_id')),
  };
}
