import type { LoggedModel, MetricRow, TrainingRun } from '../evidence/records.js';
import { HISTORY_TAG, modelPaths } from '../evidence/model-paths.js';
import type { Pages } from '../pages.js';
import { COMMIT_TAG } from '../words.js';
import type { Dataset } from '../../../domain/evidence.js';
import type { ModelVersion } from '../../../domain/version.js';
import type { WireLoggedModel, WireMetric, WireModelVersion, WireRun } from './schemas.js';

export function toModelVersion(wire: WireModelVersion, pages: Pages): ModelVersion {
  return {
    model: wire.name,
    version: wire.version,
    stage: wire.current_stage,
    status: wire.status,
    runId: wire.run_id,
    source: wire.source,
    runLink: wire.run_link,
    description: wire.description,
    tags: Object.fromEntries(wire.tags.map((tag) => [tag.key, tag.value])),
    createdAt: wire.creation_timestamp,
    updatedAt: wire.last_updated_timestamp,
    url: pages.version(wire.name, wire.version),
  };
}

/** `runId`: the run these rows were asked of; null where each row says its own. */
export function toMetricRow(wire: WireMetric, runId: string | null): MetricRow {
  return {
    key: wire.key,
    value: wire.value,
    step: wire.step,
    timestamp: wire.timestamp,
    dataset: wire.dataset_name === null ? null : { name: wire.dataset_name, digest: wire.dataset_digest },
    runId: runId ?? wire.run_id,
  };
}

export function toRun(wire: WireRun): TrainingRun {
  const id = wire.info.run_id;
  const commit = wire.data.tags.find((tag) => tag.key === COMMIT_TAG)?.value ?? '';
  return {
    id,
    experimentId: wire.info.experiment_id,
    status: wire.info.status,
    deleted: wire.info.lifecycle_stage === 'deleted',
    commit: commit === '' ? null : commit,
    metrics: wire.data.metrics.map((row) => toMetricRow(row, id)),
    datasets: wire.inputs.dataset_inputs.map((input): Dataset => input.dataset),
    loggedModelIds: [...new Set(wire.outputs.model_outputs.map((output) => output.model_id))],
    usedModelIds: [...new Set(wire.inputs.model_inputs.map((input) => input.model_id))],
    modelPaths: modelPaths(wire.data.tags.find((tag) => tag.key === HISTORY_TAG)?.value ?? ''),
  };
}

export function toLoggedModel(wire: WireLoggedModel): LoggedModel {
  return {
    id: wire.info.model_id,
    experimentId: wire.info.experiment_id,
    name: wire.info.name,
    status: wire.info.status,
    sourceRunId: wire.info.source_run_id,
    metrics: wire.data.metrics.map((row) => toMetricRow(row, null)),
  };
}
