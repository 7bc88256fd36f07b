import { PromotionError } from '../../../domain/error.js';
import { STAGES, type ModelVersion, type RegisteredModel, type Stage } from '../../../domain/version.js';
import { nearest } from '../../../text/near.js';
import { PROMPT_TAG, promptRefused, saysPrompt, unknownModel } from '../words.js';
import { SETTING } from './missing.js';
import { digits, finite, text, textOrNull, type Row, type Session } from './session.js';

/** SQLite's largest integer has 19 digits; MLflow counts versions from 1. */
const VERSION = /^[1-9]\d{0,17}$/;

/** Deleting a version in MLflow only renames its stage; a stage that was never written is NULL. */
const VISIBLE = "current_stage IS NOT 'Deleted_Internal'";

const COLUMNS =
  'name, version, creation_time, last_updated_time, description, current_stage, source, run_id, run_link, status';

/** All versions of a model that are not deleted, highest number first, and all its aliases. */
export function readModel(session: Session, name: string): RegisteredModel {
  if (!modelExists(session, name)) {
    const place = { where: `in the store "${session.uri}"`, setting: SETTING };
    throw unknownModel(name, place, nearest(name, modelNames(session)));
  }
  if (isPrompt(session, name)) throw promptRefused(name);
  const tags = tagsByVersion(session, name);
  const versions = session.rows(
    `SELECT ${COLUMNS} FROM model_versions WHERE name = :name AND ${VISIBLE}${session.within('model_versions')} ORDER BY version DESC`,
    { name },
  );
  const aliases = session.rows(
    `SELECT alias, version FROM registered_model_aliases WHERE name = :name${session.within('registered_model_aliases')} ORDER BY alias`,
    { name },
  );
  return {
    name,
    versions: versions.map((row) => toVersion(row, tags.get(digits(row, 'version')) ?? new Map())),
    aliases: new Map(aliases.map((row) => [text(row, 'alias'), digits(row, 'version')])),
  };
}

/** One version, or null when it does not exist or was deleted. */
export function readVersion(session: Session, name: string, version: string): ModelVersion | null {
  if (!VERSION.test(version)) return null;
  const [row] = session.rows(
    `SELECT ${COLUMNS} FROM model_versions WHERE name = :name AND version = :version AND ${VISIBLE}${session.within('model_versions')}`,
    { name, version: BigInt(version) },
  );
  return row === undefined ? null : toVersion(row, tagsByVersion(session, name).get(version) ?? new Map());
}

/** What MLflow's server answers for it: where the artifacts are, else the source. */
export function readDownloadUri(session: Session, name: string, version: string): string {
  if (!VERSION.test(version)) return '';
  // Stores of MLflow before 2.8 have no column for it.
  const located = session.schema.tables.get('model_versions')?.has('storage_location') === true;
  const [row] = session.rows(
    `SELECT source, ${located ? 'storage_location' : 'NULL AS storage_location'} FROM model_versions WHERE name = :name AND version = :version${session.within('model_versions')}`,
    { name, version: BigInt(version) },
  );
  if (row === undefined) return '';
  return textOrNull(row, 'storage_location') ?? text(row, 'source');
}

function modelExists(session: Session, name: string): boolean {
  const sql = `SELECT 1 FROM registered_models WHERE name = :name${session.within('registered_models')}`;
  return session.rows(sql, { name }).length > 0;
}

function isPrompt(session: Session, name: string): boolean {
  const sql = `SELECT value FROM registered_model_tags WHERE name = :name AND key = '${PROMPT_TAG}'${session.within('registered_model_tags')}`;
  return session.rows(sql, { name }).some((row) => saysPrompt(text(row, 'value')));
}

function modelNames(session: Session): string[] {
  const sql = `SELECT name FROM registered_models WHERE true${session.within('registered_models')} ORDER BY name`;
  return session.rows(sql, {}).map((row) => text(row, 'name'));
}

function tagsByVersion(session: Session, name: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const found = new Map<string, Map<string, string>>();
  const sql = `SELECT version, key, value FROM model_version_tags WHERE name = :name${session.within('model_version_tags')} ORDER BY key`;
  for (const row of session.rows(sql, { name })) {
    const version = digits(row, 'version');
    const tags = found.get(version) ?? new Map<string, string>();
    found.set(version, tags.set(text(row, 'key'), text(row, 'value')));
  }
  return found;
}

function toVersion(row: Row, tags: ReadonlyMap<string, string>): ModelVersion {
  const runId = text(row, 'run_id');
  return {
    model: text(row, 'name'),
    version: digits(row, 'version'),
    stage: toStage(row),
    status: text(row, 'status'),
    runId: runId === '' ? null : runId,
    source: text(row, 'source'),
    runLink: text(row, 'run_link'),
    description: text(row, 'description'),
    tags: Object.fromEntries(tags),
    createdAt: finite(row, 'creation_time', 0),
    updatedAt: row['last_updated_time'] === null ? null : finite(row, 'last_updated_time', 0),
    url: null,
  };
}

function toStage(row: Row): Stage {
  // MLflow fills in 'None' itself; NULL is a row that another tool wrote without a stage.
  const stored = textOrNull(row, 'current_stage') ?? 'None';
  const stage = STAGES.find((known) => known === stored);
  if (stage !== undefined) return stage;
  throw new PromotionError(
    'store-unusable',
    `Version ${digits(row, 'version')} of "${text(row, 'name')}" has the stage "${stored}", which MLflow does not know.`,
    'Move that version to a stage of MLflow (None, Staging, Production, Archived) with the MLflow client.',
  );
}
