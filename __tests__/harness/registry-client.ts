import { basic } from './mlflow.js';
import type { Credentials, MlflowServer } from './mlflow.js';

/** A double as protobuf's JSON writes it: the words stand for the values JSON has no number for. */
export type Value = number | 'NaN' | 'Infinity' | '-Infinity';

export interface Dataset {
  readonly name: string;
  readonly digest: string;
}

/** One metric row. Timestamps in epoch milliseconds. */
export interface MetricRow {
  readonly key: string;
  readonly value: Value;
  readonly timestamp?: number;
  readonly step?: number;
  /** Kept by logged models only (3.x). */
  readonly dataset?: Dataset;
}

/** Either rows, or the short form: one row per key. */
export type Metrics = readonly MetricRow[] | Readonly<Record<string, Value>>;
export type Tags = Readonly<Record<string, string>>;

export interface RunSpec {
  readonly metrics?: Metrics;
  readonly tags?: Tags;
  readonly params?: Tags;
  /** Inputs of the run, with the context `eval`. */
  readonly datasets?: readonly Dataset[];
  /** Default FINISHED. */
  readonly status?: 'RUNNING' | 'SCHEDULED' | 'FINISHED' | 'FAILED' | 'KILLED';
}

export interface VersionSpec {
  readonly runId?: string;
  readonly modelId?: string;
  /** Default: the logged model, the run's artifacts, or a bucket nobody reads. */
  readonly source?: string;
  readonly tags?: Tags;
  readonly description?: string;
}

export interface Version {
  readonly name: string;
  readonly version: string;
  readonly current_stage: string;
  readonly description?: string;
  readonly source: string;
  readonly run_id: string;
  readonly status: string;
  readonly last_updated_timestamp: number;
  readonly tags?: readonly { readonly key: string; readonly value: string }[];
  readonly aliases?: readonly string[];
}

export type Stage = 'None' | 'Staging' | 'Production' | 'Archived';

const MLFLOW = '/api/2.0/mlflow';
/** 14 November 2023: any time that is not 0, which MLflow leaves behind for a value it did not understand. */
const LOGGED_AT = 1_700_000_000_000;

export interface ClientOptions {
  /** Default: the server's administrator, if it has one. */
  readonly as?: Credentials;
  readonly workspace?: string;
}

const pairs = (tags: Tags = {}): { key: string; value: string }[] =>
  Object.entries(tags).map(([key, value]) => ({ key, value }));

const isRows = (metrics: Metrics): metrics is readonly MetricRow[] => Array.isArray(metrics);

function rows(metrics: Metrics = {}): Required<Omit<MetricRow, 'dataset'>>[] {
  const list: readonly MetricRow[] = isRows(metrics)
    ? metrics
    : Object.entries(metrics).map(([key, value]) => ({ key, value }));
  return list.map(({ key, value, timestamp = LOGGED_AT, step = 0 }) => ({ key, value, timestamp, step }));
}

/**
 * A small MLflow client for seeding a registry and for looking at it: it shares nothing with the code under test.
 * Every method throws on any answer but 2xx.
 */
export class RegistryClient {
  readonly #server: MlflowServer;
  readonly #options: ClientOptions;

  constructor(server: MlflowServer, options: ClientOptions = {}) {
    this.#server = server;
    this.#options = options;
  }

  /** One call. `path` begins with `/api/`; a string body is sent as it stands. Returns the parsed answer. */
  async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const who = this.#options.as ?? this.#server.admin;
    const answer = await fetch(`${this.#server.url}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(who === null ? {} : { authorization: basic(who) }),
        ...(this.#options.workspace === undefined ? {} : { 'x-mlflow-workspace': this.#options.workspace }),
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} was answered with ${answer.status}: ${text}`);
    return (text === '' ? {} : JSON.parse(text)) as T;
  }

  #post<T>(path: string, body: unknown): Promise<T> {
    return this.call('POST', `${MLFLOW}${path}`, body);
  }

  #read<T>(path: string, query: Readonly<Record<string, string>>): Promise<T> {
    return this.call('GET', `${MLFLOW}${path}?${new URLSearchParams(query).toString()}`);
  }

  async createWorkspace(name: string): Promise<void> {
    await this.call('POST', '/api/3.0/mlflow/workspaces', { name });
  }

  /** @returns the id of a new experiment of this client's workspace. */
  async createExperiment(name: string): Promise<string> {
    return (await this.#post<{ experiment_id: string }>('/experiments/create', { name })).experiment_id;
  }

  async createModel(name: string, tags?: Tags): Promise<void> {
    await this.#post('/registered-models/create', { name, tags: pairs(tags) });
  }

  /** Logs one run and ends it. @returns its id. */
  async logRun(spec: RunSpec = {}, experimentId = this.#server.experimentId): Promise<string> {
    const created = await this.#post<{ run: { info: { run_id: string } } }>('/runs/create', {
      experiment_id: experimentId,
      start_time: LOGGED_AT,
      tags: pairs(spec.tags),
    });
    const { run_id } = created.run.info;
    const batch = { run_id, metrics: rows(spec.metrics), params: pairs(spec.params) };
    if (batch.metrics.length + batch.params.length > 0) await this.#post('/runs/log-batch', batch);
    if (spec.datasets !== undefined) await this.#logInputs(run_id, spec.datasets);
    await this.setRunStatus(run_id, spec.status ?? 'FINISHED');
    return run_id;
  }

  async #logInputs(run_id: string, datasets: readonly Dataset[]): Promise<void> {
    const tags = [{ key: 'mlflow.data.context', value: 'eval' }];
    await this.#post('/runs/log-inputs', {
      run_id,
      datasets: datasets.map(({ name, digest }) => ({
        dataset: { name, digest, source_type: 'local', source: '{"uri":"file"}' },
        tags,
      })),
    });
  }

  async setRunStatus(run_id: string, status: NonNullable<RunSpec['status']>): Promise<void> {
    await this.#post('/runs/update', { run_id, status, end_time: LOGGED_AT + 1000 });
  }

  async deleteRun(run_id: string): Promise<void> {
    await this.#post('/runs/delete', { run_id });
  }

  /** A logged model (3.x) with its own metric rows, each logged through the run. @returns its id, `m-…`. */
  async loggedModel(spec: { readonly runId: string; readonly metrics: Metrics }): Promise<string> {
    const created = await this.#post<{ model: { info: { model_id: string } } }>('/logged-models', {
      experiment_id: this.#server.experimentId,
      source_run_id: spec.runId,
      name: 'model',
    });
    const { model_id } = created.model.info;
    const { metrics } = spec;
    for (const [index, row] of rows(metrics).entries()) {
      const dataset = isRows(metrics) ? metrics[index]?.dataset : undefined;
      await this.logMetric({
        ...row,
        run_id: spec.runId,
        model_id,
        ...(dataset === undefined ? {} : { dataset }),
      });
    }
    await this.call('PATCH', `${MLFLOW}/logged-models/${model_id}`, {
      model_id,
      status: 'LOGGED_MODEL_READY',
    });
    return model_id;
  }

  async logMetric(row: MetricRow & { readonly run_id: string; readonly model_id?: string }): Promise<void> {
    const { dataset, ...rest } = row;
    const measured = dataset && { dataset_name: dataset.name, dataset_digest: dataset.digest };
    await this.#post('/runs/log-metric', { timestamp: LOGGED_AT, step: 0, ...rest, ...measured });
  }

  /** @returns the number of the new version. */
  async createVersion(name: string, spec: VersionSpec = {}): Promise<string> {
    const source = spec.source ?? (await this.#source(spec));
    const created = await this.#post<{ model_version: Version }>('/model-versions/create', {
      name,
      source,
      tags: pairs(spec.tags),
      ...(spec.runId === undefined ? {} : { run_id: spec.runId }),
      ...(spec.modelId === undefined ? {} : { model_id: spec.modelId }),
      ...(spec.description === undefined ? {} : { description: spec.description }),
    });
    return created.model_version.version;
  }

  async #source(spec: VersionSpec): Promise<string> {
    if (spec.modelId !== undefined) return `models:/${spec.modelId}`;
    if (spec.runId === undefined) return 's3://models/of/nobody';
    const { run } = await this.#read<{ run: { info: { artifact_uri: string } } }>('/runs/get', {
      run_id: spec.runId,
    });
    return `${run.info.artifact_uri}/model`;
  }

  /** The usual seed: a finished run with these metrics, and a version that came from it. @returns its number. */
  async trainedVersion(name: string, metrics: Metrics, spec: RunSpec = {}): Promise<string> {
    return this.createVersion(name, { runId: await this.logRun({ ...spec, metrics }) });
  }

  async transition(name: string, version: string, stage: Stage, archive = false): Promise<void> {
    const body = { name, version, stage, archive_existing_versions: archive };
    await this.#post('/model-versions/transition-stage', body);
  }

  async setAlias(name: string, alias: string, version: string): Promise<void> {
    await this.#post('/registered-models/alias', { name, alias, version });
  }

  async deleteAlias(name: string, alias: string): Promise<void> {
    await this.call('DELETE', `${MLFLOW}/registered-models/alias`, { name, alias });
  }

  async setTag(name: string, version: string, key: string, value: string): Promise<void> {
    await this.#post('/model-versions/set-tag', { name, version, key, value });
  }

  async describe(name: string, version: string, description: string): Promise<void> {
    await this.call('PATCH', `${MLFLOW}/model-versions/update`, { name, version, description });
  }

  async deleteVersion(name: string, version: string): Promise<void> {
    await this.call('DELETE', `${MLFLOW}/model-versions/delete`, { name, version });
  }

  async get(name: string, version: string): Promise<Version> {
    return (await this.#read<{ model_version: Version }>('/model-versions/get', { name, version }))
      .model_version;
  }

  /** The version an alias points at; null when nobody holds it. */
  async byAlias(name: string, alias: string): Promise<string | null> {
    const model = await this.#read<{
      registered_model: { aliases?: readonly { alias: string; version: string }[] };
    }>('/registered-models/get', { name });
    return model.registered_model.aliases?.find((entry) => entry.alias === alias)?.version ?? null;
  }

  /** Every version's stage by its number, e.g. `{ '1': 'Archived', '2': 'Production' }`. */
  async stages(name: string): Promise<Record<string, string>> {
    const quote = name.includes("'") ? '"' : "'";
    const found = await this.#read<{ model_versions?: readonly Version[] }>('/model-versions/search', {
      filter: `name=${quote}${name}${quote}`,
      max_results: '1000',
      order_by: 'version_number DESC',
    });
    return Object.fromEntries((found.model_versions ?? []).map((v) => [v.version, v.current_stage]));
  }
}
