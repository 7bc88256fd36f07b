import type { Dataset } from '../../../../src/domain/evidence.js';
import type { ModelVersion } from '../../../../src/domain/version.js';
import { pagesAt } from '../../../../src/registry/mlflow/pages.js';
import type {
  LoggedModel,
  MetricRow,
  Records,
  TrainingRun,
} from '../../../../src/registry/mlflow/evidence/records.js';

type StoredRun = Omit<TrainingRun, 'metrics' | 'loggedModelIds'> & { readonly history: readonly MetricRow[] };

interface Logged {
  readonly step?: number;
  readonly timestamp?: number;
  readonly dataset?: Dataset;
  /** Where MLflow 3 keeps the value as well, with its dataset. */
  readonly loggedModel?: string;
}

/** What SQL stores write for an infinity. */
const LARGEST = Number.MAX_VALUE;

export const MODEL = 'churn';

/** An id as MLflow makes them, recognisable by its first letters. */
export function hex(start: string): string {
  return start.padEnd(32, '0');
}

export function version(more: Partial<ModelVersion> = {}): ModelVersion {
  return {
    ...{ model: MODEL, version: '1', stage: 'None', status: 'READY', runId: null, source: '' },
    ...{ runLink: '', description: '', tags: {}, createdAt: 1_700_000_000_000, updatedAt: null, url: null },
    ...more,
  };
}

/** Runs, logged models and versions of an MLflow server, with the semantics observed on 2.9 to 3.18. */
export class MlflowTables {
  readonly #versions = new Map<string, ModelVersion>();
  readonly #locations = new Map<string, string>();
  readonly #runs = new Map<string, StoredRun>();
  readonly #loggedModels = new Map<string, LoggedModel>();
  /** What was asked, in short. */
  readonly asked: string[] = [];
  #clock = 1_700_000_000_000;

  /** A version as others copy it. `location` is where its artifacts are; the source unless told. */
  addVersion(added: ModelVersion, location?: string): ModelVersion {
    const key = `${added.model}/${added.version}`;
    this.#versions.set(key, added);
    this.#locations.set(key, location ?? added.source);
    return added;
  }

  removeVersion(model: string, version: string): void {
    this.#versions.delete(`${model}/${version}`);
  }

  addRun(id: string, more: Partial<Omit<StoredRun, 'id'>> = {}): string {
    const run = { id, experimentId: '1', status: 'FINISHED', deleted: false, commit: null };
    this.#runs.set(id, { ...run, history: [], datasets: [], usedModelIds: [], modelPaths: [], ...more });
    return id;
  }

  updateRun(id: string, patch: Partial<StoredRun>): void {
    this.#runs.set(id, { ...this.#run(id), ...patch });
  }

  removeRun(id: string): void {
    this.#runs.delete(id);
  }

  addLoggedModel(id: string, sourceRunId: string | null, more: Partial<LoggedModel> = {}): string {
    const model = {
      id,
      experimentId: '1',
      name: 'clf',
      status: 'LOGGED_MODEL_READY',
      sourceRunId,
      metrics: [],
    };
    this.#loggedModels.set(id, { ...model, ...more });
    return id;
  }

  removeLoggedModel(id: string): void {
    this.#loggedModels.delete(id);
  }

  /** Runs keep the value without its dataset; a logged model keeps the dataset, and loses that it was a NaN. */
  logMetric(runId: string, key: string, value: number, more: Logged = {}): void {
    const { step = 0, timestamp = (this.#clock += 1_000), dataset = null, loggedModel } = more;
    const stored = Math.min(LARGEST, Math.max(-LARGEST, value));
    const row: MetricRow = { key, value: stored, step, timestamp, dataset: null, runId };
    const run = this.#run(runId);
    this.#runs.set(runId, { ...run, history: [...run.history, row] });
    if (loggedModel === undefined) return;
    const model = this.#loggedModels.get(loggedModel);
    if (model === undefined) throw new TypeError(`no logged model ${loggedModel}`);
    const kept = { ...row, dataset, value: Number.isNaN(stored) ? 0 : stored };
    this.#loggedModels.set(loggedModel, { ...model, metrics: [...model.metrics, kept] });
  }

  /** What a reader of this server sees. A read that `fails` names throws what it gives. */
  records(fails: (asked: string) => Error | null = () => null): Records {
    const answer = <T>(asked: string, look: () => T): Promise<T> => {
      this.asked.push(asked);
      const error = fails(asked);
      return error === null ? Promise.resolve(structuredClone(look())) : Promise.reject(error);
    };
    return {
      version: (model, number) =>
        answer(`version ${model}/${number}`, () => this.#versions.get(`${model}/${number}`) ?? null),
      downloadUri: ({ model, version: number, source }) =>
        answer(`location ${model}/${number}`, () => this.#locations.get(`${model}/${number}`) ?? source),
      run: (id) => answer(`run ${id}`, () => this.run(id)),
      loggedModel: (id) => answer(`logged model ${id}`, () => this.#loggedModels.get(id) ?? null),
      loggedModelsOf: ({ id }) =>
        answer(`logged models of ${id}`, () =>
          [...this.#loggedModels.values()].filter(({ sourceRunId }) => sourceRunId === id),
        ),
      metricHistory: (id, key) =>
        answer(
          `history ${id} ${key}`,
          () => this.#runs.get(id)?.history.filter((row) => row.key === key) ?? [],
        ),
      trackingLabel: 'https://mlflow.example.com',
      pages: pagesAt('https://mlflow.example.com', null),
    };
  }

  run(id: string): TrainingRun | null {
    const run = this.#runs.get(id);
    if (run === undefined) return null;
    const { history, ...rest } = run;
    const last = Map.groupBy(history, (row) => row.key).values();
    const made = [...this.#loggedModels.values()].filter(({ sourceRunId }) => sourceRunId === id);
    return {
      ...rest,
      metrics: [...last].map((rows) => rows.reduce(later)),
      loggedModelIds: made.map((model) => model.id),
    };
  }

  loggedModel(id: string): LoggedModel | null {
    return this.#loggedModels.get(id) ?? null;
  }

  #run(id: string): StoredRun {
    const run = this.#runs.get(id);
    if (run === undefined) throw new TypeError(`no run ${id}`);
    return run;
  }
}

/** MLflow's choice of a run's one value: the last by (step, timestamp, value). NaN sorts as the least. */
function later(a: MetricRow, b: MetricRow): MetricRow {
  if (a.step !== b.step) return a.step > b.step ? a : b;
  if (a.timestamp !== b.timestamp) return a.timestamp > b.timestamp ? a : b;
  return a.value > b.value || Number.isNaN(b.value) ? a : b;
}
