import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';
import { PromotionError } from '../../../domain/error.js';
import type { Schema } from './schema.js';

export type Row = Readonly<Record<string, SQLOutputValue>>;
type Values = Readonly<Record<string, SQLInputValue>>;

/** Far beyond what a model or a metric has; what a page that leads back to itself makes of one row has no bound. */
const MOST_ROWS = 1_000_000;

interface About {
  readonly uri: string;
  readonly workspace: string;
  readonly now: () => number;
}

/** One open connection with what is known about its store. */
export class Session {
  /** The store's address, for messages. */
  readonly uri: string;
  readonly schema: Schema;
  readonly #database: DatabaseSync;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly #workspace: string;

  constructor(database: DatabaseSync, schema: Schema, about: About) {
    this.#database = database;
    this.schema = schema;
    this.uri = about.uri;
    this.now = about.now;
    this.#workspace = about.workspace;
  }

  /** The rows of a query. Integers are bigints, so that none is rounded. */
  rows(sql: string, values: Values): Row[] {
    const rows = this.#statement(`${sql} LIMIT ${MOST_ROWS + 1}`).all(this.#bound(values));
    if (rows.length <= MOST_ROWS) return rows;
    throw new PromotionError(
      'store-unusable',
      `The store "${this.uri}" has more than ${MOST_ROWS} rows for one question.`,
      'Check whether it is the store you mean; SQLite can be made to read the same page again and again: restore it from a copy.',
    );
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
