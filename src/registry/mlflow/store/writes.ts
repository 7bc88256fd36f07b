import { PromotionError } from '../../../domain/error.js';
import type { Write } from '../../port.js';
import { aliasProblem } from '../words.js';
import { readVersion } from './registry-queries.js';
import type { Session } from './session.js';

type WriteOf<K extends Write['kind']> = Extract<Write, { kind: K }>;

/**
 * Changes the rows that MLflow's server changes for the same call, and no others (compared cell by cell with
 * 2.9.2, 2.22.5 and 3.17.2). Runs inside the caller's transaction.
 *
 * @param now Epoch milliseconds, one value for all rows, as in MLflow.
 */
export function makeWrite(session: Session, write: Write, now: number): void {
  mustExist(session, write.model, write.version);
  switch (write.kind) {
    case 'transition':
      transition(session, write, now);
      break;
    case 'alias':
      setAlias(session, write);
      break;
  }
}

function mustExist(session: Session, model: string, version: string): void {
  if (readVersion(session, model, version) !== null) return;
  throw new PromotionError(
    'version-unknown',
    `Model "${model}" has no version ${version} in the store "${session.uri}".`,
    'List the versions with `mode: list` and name one of them.',
  );
}

function transition(session: Session, write: WriteOf<'transition'>, now: number): void {
  if (write.archiveExisting && write.stage === 'Archived') {
    throw new PromotionError(
      'request-refused',
      'Existing versions can be archived only for Staging and Production.',
      'Move to Archived without archiving existing versions.',
    );
  }
  const values = { name: write.model, version: BigInt(write.version), stage: write.stage, now: BigInt(now) };
  const scope = session.within('model_versions');
  if (write.archiveExisting) {
    session.change(
      `UPDATE model_versions SET current_stage = 'Archived', last_updated_time = :now
        WHERE name = :name AND version <> :version AND current_stage = :stage${scope}`,
      values,
    );
  }
  session.change(
    `UPDATE model_versions SET current_stage = :stage, last_updated_time = :now
      WHERE name = :name AND version = :version${scope}`,
    values,
  );
  session.change(
    `UPDATE registered_models SET last_updated_time = :now WHERE name = :name${session.within('registered_models')}`,
    values,
  );
}

function setAlias(session: Session, write: WriteOf<'alias'>): void {
  const problem = aliasProblem(write.alias);
  if (problem !== null) {
    throw new PromotionError(
      'request-refused',
      `MLflow does not take "${write.alias}" as an alias: ${problem}.`,
      'Use letters, digits, "_" and "-"; `latest` and `v<number>` are reserved.',
    );
  }
  upsert(session, 'registered_model_aliases', ['name', 'alias'], {
    name: write.model,
    alias: write.alias,
    version: BigInt(write.version),
  });
}

/** Inserts a row or, where its key is there, sets what is not key. */
function upsert(
  session: Session,
  table: string,
  key: readonly string[],
  values: Readonly<Record<string, string | bigint>>,
): void {
  const scoped = session.hasWorkspace(table) ? ['workspace'] : [];
  const columns = [...Object.keys(values), ...scoped];
  const target = [...scoped, ...key];
  const rest = columns.filter((column) => !target.includes(column));
  session.change(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `:${column}`).join(', ')})
       ON CONFLICT (${target.join(', ')}) DO UPDATE SET ${rest.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    values,
  );
}
