// Loaded by Jest and by plain Node: nothing of Jest here.
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

/** Makes a store write down every change of a stage, in the transaction that makes it. */
export function keepAudit(path: string): void {
  sql(
    path,
    `CREATE TABLE audit (number INTEGER PRIMARY KEY, version TEXT, was TEXT, now TEXT);
     CREATE TRIGGER audit_stages AFTER UPDATE OF current_stage ON model_versions
       WHEN OLD.current_stage IS NOT NEW.current_stage
     BEGIN
       INSERT INTO audit (version, was, now) VALUES (NEW.version, OLD.current_stage, NEW.current_stage);
     END`,
  );
}

/** All changes, the oldest first. */
export function audit(path: string): Change[] {
  return query(path, 'SELECT * FROM audit ORDER BY number').map((row) => ({
    number: Number(row['number']),
    version: String(row['version']),
    was: String(row['was']),
    now: String(row['now']),
  }));
}

/** The number of the newest change; 0 before the first. */
export function newestChange(path: string): number {
  return Number(query(path, 'SELECT coalesce(max(number), 0) AS number FROM audit')[0]?.['number']);
}
