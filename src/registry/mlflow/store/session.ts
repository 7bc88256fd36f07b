import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';
import { PromotionError } from '../../../domain/error.js';
import type { Schema } from './schema.js';

export type Row = Readonly<Record<string, SQLOutputValue>>;
type Values = Readonly<Record<string, SQLInputValue>>;

/** One open connection with what is known about its store. */
export class Session {
  /** The store's address, for messages. */
  readonly uri: string;
  readonly schema: Schema;
  readonly #database: DatabaseSync;
  readonly #workspace: string;

  constructor(database: DatabaseSync, schema: Schema, uri: string, workspace: string) {
    this.#database = database;
    this.schema = schema;
    this.uri = uri;
    this.#workspace = workspace;
  }

  /** The rows of a query. Integers are bigints, so that none is rounded. */
  rows(sql: string, values: Values): Row[] {
    return this.#statement(sql).all(this.#bound(values));
  }

  /** Makes a change and says how many rows it touched. */
  change(sql: string, values: Values): number {
    return Number(this.#statement(sql).run(this.#bound(values)).changes);
  }

  hasTable(table: string): boolean {
    return this.schema.tables.has(table);
  }

  hasWorkspace(table: string): boolean {
    return this.schema.tables.get(table)?.has('workspace') === true;
  }

  /** ` AND workspace = …` for a table that has that column (MLflow 3.10 and later), else nothing. */
  within(table: string): string {
    return this.hasWorkspace(table) ? ' AND workspace = :workspace' : '';
  }

  /** The same for tables whose workspace is that of their experiment. */
  withinExperiment(): string {
    return this.hasWorkspace('experiments')
      ? ' AND experiment_id IN (SELECT experiment_id FROM experiments WHERE workspace = :workspace)'
      : '';
  }

  #statement(sql: string) {
    const statement = this.#database.prepare(sql);
    statement.setReadBigInts(true);
    statement.setAllowUnknownNamedParameters(true);
    return statement;
  }

  #bound(values: Values): Record<string, SQLInputValue> {
    return { ...values, workspace: this.#workspace };
  }
}

/** Text of a cell; null stays null. A BLOB is not text. */
export function textOrNull(row: Row, column: string): string | null {
  const value = row[column];
  if (value === null || typeof value === 'string') return value;
  throw strange(column, 'text');
}

export function text(row: Row, column: string): string {
  return textOrNull(row, column) ?? '';
}

/** A number of a cell; null is given as `absent`. Integers beyond 2^53 become the nearest double. */
export function number(row: Row, column: string, absent: number): number {
  const value = row[column];
  if (value === null) return absent;
  if (typeof value === 'bigint' || typeof value === 'number') return Number(value);
  throw strange(column, 'a number');
}

/** As `number`, for what is counted or dated: an infinity, which SQLite keeps and MLflow never writes, is none. */
export function finite(row: Row, column: string, absent: number): number {
  const value = number(row, column, absent);
  if (Number.isFinite(value)) return value;
  throw strange(column, 'a finite number');
}

/** The exact digits of an integer cell. */
export function digits(row: Row, column: string): string {
  const value = row[column];
  if (typeof value === 'bigint') return String(value);
  throw strange(column, 'an integer');
}

function strange(column: string, wanted: string): PromotionError {
  return new PromotionError(
    'store-unusable',
    `The store has something else than ${wanted} in column "${column}".`,
    'MLflow never writes that: restore the store from a copy.',
  );
}
