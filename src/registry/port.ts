import type { Role, VersionEvidence } from '../domain/evidence.js';
import type { ModelVersion, RegisteredModel, TargetStage } from '../domain/version.js';

/**
 * Where versions live, read side. Every method throws a `PromotionError` when the registry did not answer as asked: a
 * missing, strange or late answer is never "there is none".
 */
export interface RegistryReader {
  /** All versions and aliases of a model. Throws `model-unknown`, naming near names. */
  model(name: string): Promise<RegisteredModel>;
  /**
   * Everything the registry knows about a version that a gate may look at. How it finds the numbers that belong to
   * the version is its own affair; what is not to be believed in that role comes back as a problem, and what speaks
   * against one value as its doubt. Only of `asked` metrics is looked further than their values are listed.
   */
  evidence(version: ModelVersion, role: Role, asked: ReadonlySet<string>): Promise<VersionEvidence>;
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
  | { readonly kind: 'alias'; readonly model: string; readonly version: string; readonly alias: string };

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
 * Where versions live, write side. A registry with real transactions runs `work` inside one: it sees its own writes,
 * may make several, and nothing of them stays when `work` throws. One without (REST) runs it as it is: what was
 * written before it throws stays.
 */
export interface RegistryWriter {
  /** Whether what `transact` did has certainly been made once it returns; else something in between may have answered. */
  readonly commits: boolean;
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
