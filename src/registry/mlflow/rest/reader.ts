import { PromotionError } from '../../../domain/error.js';
import { readEvidence, type Memory } from '../evidence/evidence.js';
import type { LoggedModel, MetricRow, Records, TrainingRun } from '../evidence/records.js';
import type { ModelVersion } from '../../../domain/version.js';
import { LIST_LIMIT } from '../../../net/limits.js';
import type { RegistryReader } from '../../port.js';
import { get, mustBe, take, unexpected } from './answers.js';
import { isMissingLoggedModel, isMissingModel, isMissingRun, isMissingVersion } from './faults.js';
import { readModel } from './model.js';
import { allPages, pageOf, type Page } from './pages.js';
import {
  downloadUriReply,
  historyReply,
  loggedModelReply,
  loggedModelsReply,
  runReply,
  versionReply,
} from './schemas.js';
import type { MlflowServer } from './server.js';
import { toLoggedModel, toMetricRow, toModelVersion, toRun } from './wire.js';

/** Where to ask: runs and logged models live on one server, models on another or the same. */
export interface Servers {
  readonly tracking: MlflowServer;
  readonly registry: MlflowServer;
  /** What an earlier look found, so that the next one takes fewer round trips. */
  readonly memory: Memory;
}

/** The most rows of one page that MLflow takes; up to 2.22 it sends all rows at once. */
const HISTORY_PAGE = '25000';

export function createReader(servers: Servers, signal: AbortSignal): RegistryReader {
  const records = createRecords(servers, signal);
  return {
    model: (name) => readModel(servers.registry, name, signal),
    evidence: (version, role, asked) => readEvidence(records, version, role, asked, servers.memory),
  };
}

/** What MLflow's REST API tells of runs, logged models and versions. */
export function createRecords({ tracking, registry }: Servers, signal: AbortSignal): Records {
  return {
    version: (name, version) => readVersion(registry, name, version, signal),
    downloadUri: ({ model, version }) => readDownloadUri(registry, model, version, signal),
    run: (id) => readRun(tracking, id, signal),
    loggedModel: (id) => readLoggedModel(tracking, id, signal),
    loggedModelsOf: (run) => readLoggedModels(tracking, run, signal),
    metricHistory: (runId, key) => readHistory(tracking, runId, key, signal),
    trackingLabel: tracking.label,
    pages: tracking.pages,
  };
}

async function readVersion(
  server: MlflowServer,
  name: string,
  version: string,
  signal: AbortSignal,
): Promise<ModelVersion | null> {
  const query = [
    ['name', name],
    ['version', version],
  ] as const;
  const answer = await server.call(get('model-versions/get', query, `model '${name}'`, signal));
  if (!answer.ok && (isMissingVersion(answer.refused) || isMissingModel(answer.refused))) return null;
  const found = take(answer, versionReply).model_version;
  mustBe(answer, `${name}/${version}`, `${found.name}/${found.version}`);
  return toModelVersion(found, server.pages);
}

async function readDownloadUri(
  server: MlflowServer,
  name: string,
  version: string,
  signal: AbortSignal,
): Promise<string> {
  const query = [
    ['name', name],
    ['version', version],
  ] as const;
  const call = get('model-versions/get-download-uri', query, `model '${name}'`, signal);
  return take(await server.call(call), downloadUriReply).artifact_uri;
}

/** A search, because only that tells their names in one answer. */
async function readLoggedModels(
  server: MlflowServer,
  run: TrainingRun,
  signal: AbortSignal,
): Promise<readonly LoggedModel[]> {
  const search = { experiment_ids: [run.experimentId], filter: `source_run_id = '${run.id}'` };
  return await allPages(async (token): Promise<Page<LoggedModel>> => {
    const answer = await server.call({
      method: 'POST',
      reads: true,
      path: '2.0/mlflow/logged-models/search',
      json: token === null ? search : { ...search, page_token: token },
      permission: 'READ',
      subject: experimentOf(run.id),
      bodyLimit: LIST_LIMIT,
      signal,
    });
    return pageOf(answer, server.label, () => take(answer, loggedModelsReply).models.map(toLoggedModel));
  });
}

async function readRun(server: MlflowServer, id: string, signal: AbortSignal): Promise<TrainingRun | null> {
  const answer = await server.call(get('runs/get', [['run_id', id]], experimentOf(id), signal));
  if (!answer.ok && isMissingRun(answer.refused)) return null;
  const { run } = take(answer, runReply);
  mustBe(answer, id, run.info.run_id);
  return toRun(run);
}

async function readLoggedModel(
  server: MlflowServer,
  id: string,
  signal: AbortSignal,
): Promise<LoggedModel | null> {
  // It comes from a version's source and becomes part of a path.
  if (!/^[\w-]+$/.test(id)) throw unexpected(server.label, `'${id}' is not the id of a logged model`);
  const answer = await server.call({
    ...get(`logged-models/${id}`, [], `logged model ${id}`, signal),
    // Every value ever logged on it is in the one answer.
    bodyLimit: LIST_LIMIT,
  });
  if (!answer.ok && isMissingLoggedModel(answer.refused)) return null;
  if (!answer.ok && answer.refused.status === 404 && answer.refused.errorCode === null) {
    throw new PromotionError(
      'not-supported',
      `The metrics are those of logged model ${id}, and ${server.label} has no call for logged models.`,
      'They came with MLflow 3.0: check that tracking-uri is the server the model was logged to, or upgrade that server.',
      { cause: answer.error },
    );
  }
  const { model } = take(answer, loggedModelReply);
  mustBe(answer, id, model.info.model_id);
  return toLoggedModel(model);
}

async function readHistory(
  server: MlflowServer,
  runId: string,
  key: string,
  signal: AbortSignal,
): Promise<readonly MetricRow[]> {
  const base = [
    ['run_id', runId],
    ['metric_key', key],
    ['max_results', HISTORY_PAGE],
  ] as const;
  return await allPages(async (token): Promise<Page<MetricRow>> => {
    const query = token === null ? base : ([...base, ['page_token', token]] as const);
    const call = { ...get('metrics/get-history', query, experimentOf(runId), signal), bodyLimit: LIST_LIMIT };
    const answer = await server.call(call);
    return pageOf(answer, server.label, () => {
      const { metrics } = take(answer, historyReply);
      for (const row of metrics) mustBe(answer, key, row.key);
      return metrics.map((row) => toMetricRow(row, runId));
    });
  });
}

function experimentOf(runId: string): string {
  return `the experiment of run ${runId}`;
}
