import { lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PromotionError } from '../../domain/error.js';
import { MIGRATE_FILE_STORE } from './words.js';

/** MLflow's own default address since 3.7 (`store/tracking/__init__.py`). */
const DEFAULT_URI = 'sqlite:///mlflow.db';

/**
 * Where MLflow itself would look when nothing names a tracking URI: `./mlflow.db`, unless `./mlruns` holds
 * experiments, which makes it a file store (the rule of MLflow 3.7 and later).
 *
 * @throws PromotionError `not-supported` where MLflow's rule ends at a file store.
 */
export async function defaultTrackingUri(workingDirectory: string): Promise<string> {
  const mlruns = join(workingDirectory, 'mlruns');
  for (const name of await namesIn(mlruns)) {
    if (/^\d+$/.test(name) && (await isExperiment(join(mlruns, name)))) {
      throw new PromotionError(
        'not-supported',
        'No tracking URI is given, and MLflow keeps this directory in the file store "./mlruns", which this action cannot read.',
        MIGRATE_FILE_STORE,
      );
    }
  }
  return DEFAULT_URI;
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch {
    // MLflow treats a folder it cannot list as one without experiments.
    return [];
  }
}

async function isExperiment(directory: string): Promise<boolean> {
  try {
    const entry = await stat(directory);
    await lstat(join(directory, 'meta.yaml'));
    return entry.isDirectory();
  } catch {
    return false;
  }
}
