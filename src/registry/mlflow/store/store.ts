import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { PromotionError } from '../../../domain/error.js';
import type { Log } from '../../../domain/log.js';
import { openDatabase } from './driver.js';
import { isBusy, isDiskFailure, needsFolder, needsRecovery, translated } from './errors.js';
import { demandFrozen, frozenState, unsettled } from './frozen.js';
import { retryWhileBusy, type Sleep } from './waiting.js';
import { inspect, type Schema } from './schema.js';
import { Session } from './session.js';

/** Where everything lives that was made without a workspace (MLflow 3.10). */
export const DEFAULT_WORKSPACE = 'default';

export interface StoreFacts {
  readonly uri: string;
  /** Absolute and real: no links. */
  readonly path: string;
  readonly workspace: string;
  readonly log: Log;
  readonly sleep: Sleep;
}

interface Reading {
  readonly database: DatabaseSync;
  readonly session: Session;
  /** The file as it was, where it is read alone; null where SQLite keeps the moment. */
  readonly frozen: string | null;
}

/**
 * One database file. Every read opens it read-only, sees one moment of it and closes it: nothing is locked
 * between reads, and a file that was replaced meanwhile is seen.
 */
export class Store {
  readonly #facts: StoreFacts;
  #revision: string | null = null;
  /** As the last connection found it. */
  #schema: Schema | null = null;

  constructor(facts: StoreFacts) {
    this.#facts = facts;
  }

  /** Runs `work` on one moment of the file: whatever it asks, no write comes between. */
  async read<T>(work: (session: Session) => T | Promise<T>, signal: AbortSignal): Promise<T> {
    return this.#translating(async () => {
      const { database, session, frozen } = await this.#openForReading(signal);
      try {
        const result = await work(session);
        if (frozen !== null) demandFrozen(this.#facts, frozen);
        return result;
      } finally {
        database.close();
      }
    });
  }

  /**
   * Runs `work` in one transaction that holds the only write lock from its start (`BEGIN IMMEDIATE`), on a
   * connection that nothing else uses. When `work` throws, nothing of it stays.
   */
  async transact<T>(work: (session: Session) => Promise<T>, signal: AbortSignal): Promise<T> {
    return this.#translating(async () => {
      const database = openDatabase(this.#facts.path, 'rw');
      try {
        await retryWhileBusy(
          () => {
            database.exec('BEGIN IMMEDIATE');
          },
          signal,
          this.#facts,
        );
        const session = this.#session(database);
        this.#demandSameRevision(session.schema.revision);
        const result = await work(session);
        await this.#commit(database, signal);
        return result;
      } finally {
        // Closing takes back whatever was not committed.
        database.close();
      }
    });
  }

  async #openForReading(signal: AbortSignal): Promise<Reading> {
    const attempt = (frozen: string | null) =>
      retryWhileBusy(() => this.#beginReading(frozen), signal, this.#facts);
    try {
      return await attempt(null);
    } catch (error) {
      if (needsFolder(error) && existsSync(this.#facts.path)) return attempt(frozenState(this.#facts, error));
      if (!needsRecovery(error)) throw error;
    }
    await this.#recover(signal);
    return attempt(null);
  }

  /** The first look at the file takes the lock that keeps its moment: nothing after it has to wait. */
  #beginReading(frozen: string | null): Reading {
    const database = openDatabase(this.#facts.path, frozen === null ? 'ro' : 'frozen');
    try {
      database.exec('BEGIN');
      const session = this.#session(database);
      this.#revision ??= session.schema.revision;
      return { database, session, frozen };
    } catch (error) {
      database.close();
      throw error;
    }
  }

  #session(database: DatabaseSync): Session {
    const { uri, workspace } = this.#facts;
    this.#schema = inspect(database, uri, this.#schema);
    const session = new Session(database, this.#schema, uri, workspace);
    demandWorkspace(session, workspace);
    return session;
  }

  /** Tables may only change between runs: a migration meanwhile makes what was read worthless. */
  #demandSameRevision(revision: string): void {
    this.#revision ??= revision;
    if (this.#revision === revision) return;
    throw new PromotionError(
      'store-schema',
      `The store "${this.#facts.uri}" was migrated from ${this.#revision} to ${revision} during this run; nothing was changed.`,
      'Let the migration finish and run again.',
    );
  }

  async #commit(database: DatabaseSync, signal: AbortSignal): Promise<void> {
    try {
      // Readers hold a commit up; the transaction stays as it is while they do.
      await retryWhileBusy(
        () => {
          database.exec('COMMIT');
        },
        signal,
        this.#facts,
      );
    } catch (error) {
      if (!isDiskFailure(error)) throw error;
      throw new PromotionError(
        'outcome-unknown',
        `The disk failed while the change to "${this.#facts.uri}" was being committed.`,
        'Check the disk, then list the versions to see which one holds the target.',
        { cause: error },
      );
    }
  }

  /** Takes back the half-made write of a killed process, as the next writer would: what was committed stays. */
  async #recover(signal: AbortSignal): Promise<void> {
    this.#facts.log.info(
      `A process was killed while it wrote to "${this.#facts.uri}"; its unfinished change is taken back.`,
    );
    await this.#translating(() =>
      retryWhileBusy(
        () => {
          const database = openDatabase(this.#facts.path, 'rw');
          try {
            database.exec('SELECT count(*) FROM sqlite_schema');
          } catch (error) {
            throw isBusy(error) ? error : (unsettled(this.#facts, error) ?? error);
          } finally {
            database.close();
          }
        },
        signal,
        this.#facts,
      ),
    );
  }

  async #translating<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw translated(error, this.#facts);
    }
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
