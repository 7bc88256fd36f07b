import { PromotionError } from '../../src/domain/error.js';
import type { LoggedModel, MetricRow, TrainingRun } from '../../src/registry/mlflow/evidence/records.js';
import type { Dataset } from '../../src/domain/evidence.js';
import type { ModelVersion, RegisteredModel, Stage } from '../../src/domain/version.js';
import type { Write } from '../../src/registry/port.js';

interface StoredModel {
  readonly versions: Map<string, ModelVersion>;
  readonly aliases: Map<string, string>;
}
type StoredRun = Omit<TrainingRun, 'metrics'> & { readonly history: readonly MetricRow[] };

interface Tables {
  readonly models: Map<string, StoredModel>;
  readonly runs: Map<string, StoredRun>;
  readonly loggedModels: Map<string, LoggedModel>;
  clock: number;
}

/** A write whose rows have been looked up and not yet changed: MLflow does the one, then the other, without a lock. */
export interface PendingWrite {
  readonly write: Write;
  readonly archived: readonly string[];
}

interface Logged {
  readonly step?: number;
  readonly timestamp?: number;
  readonly dataset?: Dataset;
  /** Where MLflow 3 keeps the value as well, with its dataset. */
  readonly loggedModel?: string;
}

/** What SQL stores write for an infinity. */
const LARGEST = Number.MAX_VALUE;

/** The tables of an MLflow server as far as the port shows them, with the semantics observed on 2.9 to 3.18. */
export class MemoryStore {
  #tables: Tables = { models: new Map(), runs: new Map(), loggedModels: new Map(), clock: 1_700_000_000_000 };

  copy(): MemoryStore {
    const copy = new MemoryStore();
    copy.adopt(this);
    return copy;
  }

  /** Takes over everything another store holds. */
  adopt(other: MemoryStore): void {
    this.#tables = structuredClone(other.#tables);
  }

  /** All of it as text, to see whether anything changed. */
  dump(): string {
    return JSON.stringify(this.#tables, (_, value: unknown) =>
      value instanceof Map ? [...(value as Map<unknown, unknown>)] : Number.isNaN(value) ? 'NaN' : value,
    );
  }

  addModel(name: string): void {
    this.#tables.models.set(name, { versions: new Map(), aliases: new Map() });
  }

  addVersion(model: string, version: string, more: Partial<ModelVersion> = {}): void {
    if (!this.#tables.models.has(model)) this.addModel(model);
    const now = this.#now();
    this.#model(model).versions.set(version, {
      model,
      version,
      stage: 'None',
      status: 'READY',
      runId: null,
      source: '',
      description: '',
      tags: {},
      createdAt: now,
      ...more,
    });
  }

  updateVersion(model: string, version: string, patch: Partial<ModelVersion>): void {
    const old = this.#model(model).versions.get(version);
    if (old === undefined) throw unknownVersion(model, version);
    this.#model(model).versions.set(version, { ...old, ...patch });
  }

  setStage(model: string, version: string, stage: Stage): void {
    this.updateVersion(model, version, { stage });
  }

  /** Up to 3.16.1 a deleted version leaves its aliases behind, and rows left by older servers still dangle. */
  deleteVersion(model: string, version: string): void {
    this.#model(model).versions.delete(version);
  }

  deleteModel(model: string): void {
    this.#tables.models.delete(model);
  }

  /** `null` deletes the alias. Like MLflow's own tables, it may name a version that is not there. */
  setAlias(model: string, alias: string, version: string | null): void {
    if (version === null) this.#model(model).aliases.delete(alias);
    else this.#model(model).aliases.set(alias, version);
  }

  addRun(id: string, more: Partial<Omit<StoredRun, 'id'>> = {}): void {
    const run = { id, status: 'FINISHED', deleted: false, commit: null, history: [], datasets: [] };
    this.#tables.runs.set(id, { ...run, ...more });
  }

  updateRun(id: string, patch: Partial<StoredRun>): void {
    this.#tables.runs.set(id, { ...this.#run(id), ...patch });
  }

  removeRun(id: string): void {
    this.#tables.runs.delete(id);
  }

  addLoggedModel(id: string, sourceRunId: string | null): void {
    this.#tables.loggedModels.set(id, { id, sourceRunId, metrics: [] });
  }

  removeLoggedModel(id: string): void {
    this.#tables.loggedModels.delete(id);
  }

  /** Runs keep the value without its dataset; a logged model keeps the dataset, and loses that it was a NaN. */
  logMetric(runId: string, key: string, value: number, more: Logged = {}): void {
    const { step = 0, timestamp = this.#now(), dataset = null, loggedModel } = more;
    const stored = Math.min(LARGEST, Math.max(-LARGEST, value));
    const row: MetricRow = { key, value: stored, step, timestamp, dataset: null, runId };
    const run = this.#run(runId);
    this.#tables.runs.set(runId, { ...run, history: [...run.history, row] });
    if (loggedModel === undefined) return;
    const model = this.#tables.loggedModels.get(loggedModel);
    if (model === undefined) throw new TypeError(`no logged model ${loggedModel}`);
    const kept = { ...row, dataset, value: Number.isNaN(stored) ? 0 : stored };
    this.#tables.loggedModels.set(loggedModel, { ...model, metrics: [...model.metrics, kept] });
  }

  /** Forgets every value of a metric, in runs and logged models of one run. */
  forgetMetric(runId: string, key: string): void {
    const run = this.#run(runId);
    this.#tables.runs.set(runId, { ...run, history: run.history.filter((row) => row.key !== key) });
    for (const [id, model] of this.#tables.loggedModels) {
      if (model.sourceRunId !== runId) continue;
      const metrics = model.metrics.filter((row) => row.key !== key);
      this.#tables.loggedModels.set(id, { ...model, metrics });
    }
  }

  model(name: string): RegisteredModel {
    const { versions, aliases } = this.#model(name);
    const sorted = [...versions.values()].sort((a, b) => Number(b.version) - Number(a.version));
    return structuredClone({ name, versions: sorted, aliases });
  }

  version(model: string, version: string): ModelVersion | null {
    return structuredClone(this.#tables.models.get(model)?.versions.get(version) ?? null);
  }

  run(id: string): TrainingRun | null {
    const run = this.#tables.runs.get(id);
    if (run === undefined) return null;
    const { history, ...rest } = run;
    const last = Map.groupBy(history, (row) => row.key).values();
    return structuredClone({ ...rest, metrics: [...last].map((rows) => rows.reduce(later)) });
  }

  loggedModel(id: string): LoggedModel | null {
    return structuredClone(this.#tables.loggedModels.get(id) ?? null);
  }

  metricHistory(runId: string, key: string): readonly MetricRow[] {
    return structuredClone(this.#tables.runs.get(runId)?.history.filter((row) => row.key === key) ?? []);
  }

  /** Who holds a stage now, highest number first. */
  holders(model: string, stage: Stage): readonly string[] {
    return this.model(model)
      .versions.filter((version) => version.stage === stage)
      .map(({ version }) => version);
  }

  alias(model: string, alias: string): string | null {
    return this.#model(model).aliases.get(alias) ?? null;
  }

  /** First half of a write: checks it and reads the rows that it will archive. */
  look(write: Write): PendingWrite {
    if (this.version(write.model, write.version) === null) throw unknownVersion(write.model, write.version);
    if (write.kind !== 'transition' || !write.archiveExisting) return { write, archived: [] };
    if (write.stage === 'Archived') {
      throw new PromotionError(
        'server-error',
        "'Archived' is not an Active stage.",
        'Archive nothing along.',
      );
    }
    const others = this.holders(write.model, write.stage).filter((version) => version !== write.version);
    return { write, archived: others };
  }

  /** Second half: changes the rows read before, whatever they hold by now, and the version's own row. */
  make({ write, archived }: PendingWrite): void {
    const { model, version } = write;
    switch (write.kind) {
      case 'alias':
        this.setAlias(model, write.alias, version);
        break;
      case 'transition':
        for (const other of archived) this.setStage(model, other, 'Archived');
        this.setStage(model, version, write.stage);
    }
  }

  #now(): number {
    this.#tables.clock += 1_000;
    return this.#tables.clock;
  }

  #model(name: string): StoredModel {
    const model = this.#tables.models.get(name);
    if (model !== undefined) return model;
    throw new PromotionError('model-unknown', `There is no model "${name}".`, 'Check model-name.');
  }

  #run(id: string): StoredRun {
    const run = this.#tables.runs.get(id);
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

function unknownVersion(model: string, version: string): PromotionError {
  return new PromotionError('version-unknown', `No version ${version} of "${model}".`, 'List the versions.');
}
