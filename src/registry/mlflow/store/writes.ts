import { isDeepStrictEqual } from 'node:util';
import { PromotionError } from '../../../domain/error.js';
import type { Write } from '../../port.js';
import { aliasProblem } from '../words.js';
import { readVersion } from './registry-queries.js';
import type { Session } from './session.js';

type WriteOf<K extends Write['kind']> = Extract<Write, { kind: K }>;

/**
 * Changes the rows that MLflow's server changes for the same call, and no others (compared cell by cell with
 * 2.9.2, 2.22.5 and 3.17.2). Runs inside the caller's transaction, and looks in it at what became of the model: a store
 * can be made so that a change of one row changes others.
 *
 * @throws PromotionError `store-unusable` when anything but the write happened; the caller takes all of it back.
 */
export function makeWrite(session: Session, write: Write): void {
  mustExist(session, write.model, write.version);
  const before = standingOf(session, write.model);
  switch (write.kind) {
    case 'transition':
      transition(session, write);
      break;
    case 'alias':
      setAlias(session, write);
      break;
  }
  const after = standingOf(session, write.model);
  if (isDeepStrictEqual(after, planned(before, write))) return;
  throw new PromotionError(
    'store-unusable',
    `The store "${session.uri}" did something else than was asked when ${describe(write)}; all of it was taken back.`,
    'Compare its tables (.schema in sqlite3) with those of a store that MLflow makes, or restore the store from a copy.',
  );
}

/** Who stands where in a model: each version by number, deleted ones too, and each alias. */
interface Standing {
  readonly stages: ReadonlyMap<unknown, unknown>;
  readonly aliases: ReadonlyMap<unknown, unknown>;
}

function standingOf(session: Session, name: string): Standing {
  const pairs = (table: string, key: string, value: string) =>
    new Map(
      session
        .rows(`SELECT ${key}, ${value} FROM ${table} WHERE name = :name${session.within(table)}`, { name })
        .map((row) => [row[key], row[value]]),
    );
  return {
    stages: pairs('model_versions', 'version', 'current_stage'),
    aliases: pairs('registered_model_aliases', 'alias', 'version'),
  };
}

function planned({ stages, aliases }: Standing, write: Write): Standing {
  const version = BigInt(write.version);
  if (write.kind === 'alias') return { stages, aliases: new Map(aliases).set(write.alias, version) };
  const moved = [...stages].map(([each, stage]) => {
    if (each === version) return [each, write.stage] as const;
    return [each, write.archiveExisting && stage === write.stage ? 'Archived' : stage] as const;
  });
  return { stages: new Map(moved), aliases };
}

function describe(write: Write): string {
  const to = write.kind === 'alias' ? `the alias "${write.alias}"` : write.stage;
  return `version ${write.version} was moved to ${to}`;
}

function mustExist(session: Session, model: string, version: string): void {
  if (readVersion(session, model, version) !== null) return;
  throw new PromotionError(
    'version-unknown',
    `Model "${model}" has no version ${version} in the store "${session.uri}".`,
    'List the versions with `mode: list` and name one of them.',
  );
}

function transition(session: Session, write: WriteOf<'transition'>): void {
  if (write.archiveExisting && write.stage === 'Archived') {
    throw new PromotionError(
      'request-refused',
      'Existing versions can be archived only for Staging and Production.',
      'Move to Archived without archiving existing versions.',
    );
  }
  const values = {
    name: write.model,
    version: BigInt(write.version),
    stage: write.stage,
    now: BigInt(session.now()),
  };
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
