import { PromotionError } from '../../src/domain/error.js';
import type { Lineage, Measurement, Role, VersionEvidence } from '../../src/domain/evidence.js';
import type { Reason } from '../../src/domain/reason.js';
import type { ModelVersion, RegisteredModel, Stage } from '../../src/domain/version.js';
import type { Write } from '../../src/registry/port.js';

/** What is known of one version besides its row. */
interface StoredEvidence {
  readonly lineage: Lineage;
  readonly measurements: readonly Measurement[];
  readonly problems: Readonly<Record<Role, readonly Reason[]>>;
}

interface StoredModel {
  readonly versions: Map<string, ModelVersion>;
  readonly aliases: Map<string, string>;
  readonly evidence: Map<string, StoredEvidence>;
}

interface Tables {
  readonly models: Map<string, StoredModel>;
  clock: number;
}

/** A write whose rows have been looked up and not yet changed: a registry without a lock does the one, then the other. */
export interface PendingWrite {
  readonly write: Write;
  readonly archived: readonly string[];
}

const NO_LINEAGE: Lineage = {
  runId: null,
  runStatus: 'FINISHED',
  runDeleted: false,
  experimentId: null,
  loggedModelId: null,
  commit: null,
  datasets: [],
  copiedFrom: [],
  urls: { run: null, experiment: null, loggedModel: null },
};

/**
 * What a registry holds, in the words of the port: versions, who holds what, and the evidence of each version. A row is
 * never changed, only replaced, so what was read once stays as it was.
 */
export class MemoryStore {
  #tables: Tables = { models: new Map(), clock: 1_700_000_000_000 };

  copy(): MemoryStore {
    const copy = new MemoryStore();
    copy.adopt(this);
    return copy;
  }

  /** Takes over everything another store holds. */
  adopt(other: MemoryStore): void {
    const models = [...other.#tables.models].map(([name, model]) => [name, copyOf(model)] as const);
    this.#tables = { models: new Map(models), clock: other.#tables.clock };
  }

  /** All of it as text, to see whether anything changed. */
  dump(): string {
    return JSON.stringify(this.#tables, (_, value: unknown) =>
      value instanceof Map ? [...(value as Map<unknown, unknown>)] : Number.isNaN(value) ? 'NaN' : value,
    );
  }

  addModel(name: string): void {
    this.#tables.models.set(name, { versions: new Map(), aliases: new Map(), evidence: new Map() });
  }

  addVersion(model: string, version: string, more: Partial<ModelVersion> = {}): void {
    if (!this.#tables.models.has(model)) this.addModel(model);
    const { versions, evidence } = this.#model(model);
    versions.set(version, {
      model,
      version,
      stage: 'None',
      status: 'READY',
      runId: null,
      source: '',
      runLink: '',
      description: '',
      tags: {},
      createdAt: this.#now(),
      updatedAt: null,
      url: null,
      ...more,
    });
    const lineage = { ...NO_LINEAGE, runId: more.runId ?? null };
    evidence.set(version, { lineage, measurements: [], problems: { candidate: [], baseline: [] } });
  }

  updateVersion(model: string, version: string, patch: Partial<ModelVersion>): void {
    const old = this.#model(model).versions.get(version);
    if (old === undefined) throw unknownVersion(model, version);
    this.#model(model).versions.set(version, { ...old, ...patch });
  }

  setStage(model: string, version: string, stage: Stage): void {
    this.updateVersion(model, version, { stage });
  }

  /** Some registries leave the aliases of a deleted version behind. */
  deleteVersion(model: string, version: string): void {
    this.#model(model).versions.delete(version);
  }

  deleteModel(model: string): void {
    this.#tables.models.delete(model);
  }

  /** `null` deletes the alias. It may name a version that is not there. */
  setAlias(model: string, alias: string, version: string | null): void {
    if (version === null) this.#model(model).aliases.delete(alias);
    else this.#model(model).aliases.set(alias, version);
  }

  /** Gives a version a value of a metric, in place of the one it had on that dataset. */
  measure(
    model: string,
    version: string,
    metric: string,
    value: number,
    more: Partial<Measurement> = {},
  ): void {
    const taken: Measurement = {
      ...{ metric, value, dataset: null, step: 0, timestamp: this.#now(), origin: 'run' },
      ...{ runId: null, of: null, doubt: null },
      ...more,
    };
    const others = this.#evidence(model, version).measurements.filter(
      (other) => other.metric !== metric || !sameDataset(other, taken),
    );
    this.#change(model, version, { measurements: [...others, taken] });
  }

  forget(model: string, version: string, metric: string): void {
    const { measurements } = this.#evidence(model, version);
    this.#change(model, version, { measurements: measurements.filter((one) => one.metric !== metric) });
  }

  setLineage(model: string, version: string, patch: Partial<Lineage>): void {
    this.#change(model, version, { lineage: { ...this.#evidence(model, version).lineage, ...patch } });
  }

  /** Makes a version unbelievable in these roles. */
  addProblem(model: string, version: string, problem: Reason, roles: readonly Role[]): void {
    const { problems } = this.#evidence(model, version);
    const added = (role: Role) => (roles.includes(role) ? [...problems[role], problem] : problems[role]);
    this.#change(model, version, {
      problems: { candidate: added('candidate'), baseline: added('baseline') },
    });
  }

  model(name: string): RegisteredModel {
    return { name, versions: this.#sorted(name), aliases: new Map(this.#model(name).aliases) };
  }

  version(model: string, version: string): ModelVersion | null {
    return this.#tables.models.get(model)?.versions.get(version) ?? null;
  }

  /** Of a version that was deleted meanwhile there is still what it was made from. */
  evidence(asked: ModelVersion, role: Role): VersionEvidence {
    const { lineage, measurements, problems } = this.#evidence(asked.model, asked.version);
    const row = this.version(asked.model, asked.version) ?? asked;
    const pending = role === 'candidate' && row.status !== 'READY' ? [notReady(row)] : [];
    return { version: row, lineage, measurements, problems: [...problems[role], ...pending] };
  }

  /** Who holds a stage now, highest number first. */
  holders(model: string, stage: Stage): readonly string[] {
    const held = this.#sorted(model).filter((version) => version.stage === stage);
    return held.map(({ version }) => version);
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
    if (write.kind === 'alias') {
      this.setAlias(model, write.alias, version);
      return;
    }
    for (const other of archived) this.setStage(model, other, 'Archived');
    this.setStage(model, version, write.stage);
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

  #sorted(model: string): readonly ModelVersion[] {
    return [...this.#model(model).versions.values()].sort((a, b) => Number(b.version) - Number(a.version));
  }

  #evidence(model: string, version: string): StoredEvidence {
    const evidence = this.#model(model).evidence.get(version);
    if (evidence === undefined) throw unknownVersion(model, version);
    return evidence;
  }

  #change(model: string, version: string, patch: Partial<StoredEvidence>): void {
    this.#model(model).evidence.set(version, { ...this.#evidence(model, version), ...patch });
  }
}

function copyOf({ versions, aliases, evidence }: StoredModel): StoredModel {
  return { versions: new Map(versions), aliases: new Map(aliases), evidence: new Map(evidence) };
}

function sameDataset(a: Measurement, b: Measurement): boolean {
  return a.dataset?.name === b.dataset?.name && a.dataset?.digest === b.dataset?.digest;
}

function notReady({ version, status }: ModelVersion): Reason {
  return { code: 'version-not-ready', message: `Version ${version} is ${status}.`, remedy: 'Wait.' };
}

function unknownVersion(model: string, version: string): PromotionError {
  return new PromotionError('version-unknown', `No version ${version} of "${model}".`, 'List the versions.');
}
