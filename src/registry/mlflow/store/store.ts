import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { PromotionError } from '../../../domain/error.js';
import { demandPlain, unfinished } from './beside.js';
import { openDatabase } from './driver.js';
import { isBusy, isDiskFailure, needsFolder, needsRecovery } from './errors.js';
import { demandFrozen, frozenState, unsettled } from './frozen.js';
import { DEFAULT_WORKSPACE, type StoreFacts } from './protocol.js';
import { retryWhileBusy, type Sleep } from './waiting.js';
import { inspect, type Schema } from './schema.js';
import { Session } from './session.js';

export interface StoreDeps {
  readonly log: (line: string) => void;
  readonly sleep: Sleep;
  readonly now: () => number;
}

/** One moment of a store, on a connection of its own. */
export interface Moment {
  readonly session: Session;
  /** Commits what was written; of what was read, makes sure that it was of one moment. */
  keep(signal: AbortSignal): Promise<void>;
  /** Takes back whatever was not committed. */
  close(): void;
}

/**
 * One database file. Every read opens it read-only, sees one moment of it and closes it: nothing is locked
 * between reads, and a file that was replaced meanwhile is seen.
 */
export class Store {
  readonly facts: StoreFacts;
  readonly #deps: StoreDeps;
  #revision: string | null = null;
  /** As the last connection found it. */
  #schema: Schema | null = null;

  constructor(facts: StoreFacts, deps: StoreDeps) {
    this.facts = facts;
    this.#deps = deps;
  }

  /** A moment to read in: whatever is asked, no write comes between. */
  async beginReading(signal: AbortSignal): Promise<Moment> {
    demandPlain(this.facts);
    const attempt = (frozen: string | null) => this.#retrying(() => this.#reading(frozen), signal);
    try {
      return await attempt(null);
    } catch (error) {
      if (needsFolder(error) && existsSync(this.facts.path)) return attempt(frozenState(this.facts, error));
      if (!needsRecovery(error)) throw error;
      if (!this.facts.recovers) throw unfinished(this.facts, error);
    }
    await this.#recover(signal);
    return attempt(null);
  }

  /** A moment to write in, holding the only write lock from its start (`BEGIN IMMEDIATE`). */
  async beginWriting(signal: AbortSignal): Promise<Moment> {
    demandPlain(this.facts);
    const database = openDatabase(this.facts.path, 'rw');
    try {
      await this.#retrying(() => {
        database.exec('BEGIN IMMEDIATE');
      }, signal);
      const session = this.#session(database);
      this.#demandSameRevision(session.schema.revision);
      return {
        session,
        keep: (until) => this.#commit(database, until),
        close: () => {
          database.close();
        },
      };
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** The first look at the file takes the lock that keeps its moment: nothing after it has to wait. */
  #reading(frozen: string | null): Moment {
    const database = openDatabase(this.facts.path, frozen === null ? 'ro' : 'frozen');
    try {
      database.exec('BEGIN');
      const session = this.#session(database);
      this.#revision ??= session.schema.revision;
      return {
        session,
        keep: () => {
          if (frozen !== null) demandFrozen(this.facts, frozen);
          return Promise.resolve();
        },
        close: () => {
          database.close();
        },
      };
    } catch (error) {
      database.close();
      throw error;
    }
  }

  #session(database: DatabaseSync): Session {
    const { uri, workspace } = this.facts;
    this.#schema = inspect(database, uri, this.#schema);
    const session = new Session(database, this.#schema, { uri, workspace, now: this.#deps.now });
    demandWorkspace(session, workspace);
    return session;
  }

  /** Tables may only change between runs: a migration meanwhile makes what was read worthless. */
  #demandSameRevision(revision: string): void {
    this.#revision ??= revision;
    if (this.#revision === revision) return;
    throw new PromotionError(
      'store-schema',
      `The store "${this.facts.uri}" was migrated from ${this.#revision} to ${revision} during this run; nothing was changed.`,
      'Let the migration finish and run again.',
    );
  }

  async #commit(database: DatabaseSync, signal: AbortSignal): Promise<void> {
    try {
      // Readers hold a commit up; the transaction stays as it is while they do.
      await this.#retrying(() => {
        database.exec('COMMIT');
      }, signal);
    } catch (error) {
      if (!isDiskFailure(error)) throw error;
      throw new PromotionError(
        'outcome-unknown',
        `The disk failed while the change to "${this.facts.uri}" was being committed.`,
        'Check the disk, then list the versions to see which one holds the target.',
        { cause: error },
      );
    }
  }

  /** Takes back the half-made write of a killed process, as the next writer would: what was committed stays. */
  async #recover(signal: AbortSignal): Promise<void> {
    this.#deps.log(
      `A process was killed while it wrote to "${this.facts.uri}"; its unfinished change is taken back.`,
    );
    await this.#retrying(() => {
      const database = openDatabase(this.facts.path, 'rw');
      try {
        database.exec('SELECT count(*) FROM sqlite_schema');
      } catch (error) {
        throw isBusy(error) ? error : (unsettled(this.facts, error) ?? error);
      } finally {
        database.close();
      }
    }, signal);
  }

  #retrying<T>(attempt: () => T, signal: AbortSignal): Promise<T> {
    return retryWhileBusy(attempt, signal, { ...this.#deps, uri: this.facts.uri });
  }
}

/** A name nobody made is a slip, not an empty workspace. Every store has the one named `default`. */
function demandWorkspace(session: Session, workspace: string): void {
  if (workspace === DEFAULT_WORKSPACE) return;
  const sql = 'SELECT 1 FROM workspaces WHERE name = :workspace';
  if (session.hasTable('workspaces') && session.rows(sql, {}).length > 0) return;
  throw new PromotionError(
    'workspace-unknown',
    `The store "${session.uri}" has no workspace "${workspace}".`,
    'Correct or unset MLFLOW_WORKSPACE. Workspaces came with MLflow 3.10.',
  );
}
