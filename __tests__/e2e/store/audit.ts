// Loaded by Jest and by plain Node: nothing of Jest here.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PromotionDecision } from '../../../src/domain/decision.js';
import { query, run as sql } from './files.js';

/** A stage that changed in the store, as the store itself wrote it down, whoever changed it. */
export interface Change {
  readonly number: number;
  readonly version: string;
  readonly was: string;
  readonly now: string;
}

/** What a run said of itself. */
export interface RunReport {
  readonly version: string;
  readonly result: string;
  readonly promoted: string;
  readonly previous: string;
  readonly reason: string;
  readonly warnings: readonly string[];
  readonly moves: PromotionDecision['moves'];
  /** The newest change before the run and after it. */
  readonly changes: readonly [number, number];
}

/**
 * Gives a store a table where its writers write down every change of a stage, in the transaction that makes it: those
 * that run with `AUDITED` or `AUDITED_PYTHON`. A trigger in the store itself would be refused.
 */
export function keepAudit(store: string): void {
  sql(store, 'CREATE TABLE audit (number INTEGER PRIMARY KEY, version TEXT, was TEXT, now TEXT)');
}

/** The environment of an action whose store is audited. */
export const AUDITED = hooked('audit-hook.js');

/** The environment of an MLflow server whose store is audited. */
export const AUDITED_PYTHON = {
  PYTHONPATH: path.join(import.meta.dirname, 'audit-python'),
  PYTHONDONTWRITEBYTECODE: '1',
};

/** The environment of a process of Node's that loads a file of this folder first, in each of its threads. */
export function hooked(file: string): { readonly NODE_OPTIONS: string } {
  return { NODE_OPTIONS: `--import=${pathToFileURL(path.join(import.meta.dirname, file)).href}` };
}

/** All changes, the oldest first. */
export function audit(store: string): Change[] {
  return query(store, 'SELECT * FROM audit ORDER BY number').map((row) => ({
    number: Number(row['number']),
    version: String(row['version']),
    was: String(row['was']),
    now: String(row['now']),
  }));
}

/** The number of the newest change; 0 before the first. */
export function newestChange(store: string): number {
  return Number(query(store, 'SELECT coalesce(max(number), 0) AS number FROM audit')[0]?.['number']);
}
