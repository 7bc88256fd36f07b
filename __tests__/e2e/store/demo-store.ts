import { expect } from '@jest/globals';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { runAction } from '../../harness/action.js';
import type { ActionRun } from '../../harness/action.js';
import { ROOT, scratch } from '../../harness/paths.js';
import type { Circumstances, Inputs } from '../promotion/steps.js';

/** The model of the committed demo store, which MLflow 3.17.2 wrote. Version 1 holds Production. */
export const MODEL = 'tumour-classifier';
/** All three versions pass. */
export const EASY = 'accuracy: ">= 0.8"';

/** A workspace of its own with a store in it. */
export interface LocalStore {
  readonly folder: string;
  readonly path: string;
}

/** A fresh copy of the demo store, as `mlflow.db` in a folder of its own. */
export async function demoStore(): Promise<LocalStore> {
  const folder = await scratch('store');
  const file = path.join(folder, 'mlflow.db');
  await writeFile(file, gunzipSync(await readFile(path.join(ROOT, 'demo/mlflow.db.gz'))));
  return { folder, path: file };
}

/** The inputs of a step that promotes version 3 in `./mlflow.db`, unless they say otherwise. */
export function promotionInputs(inputs: Inputs = {}): Inputs {
  return {
    ...{ 'model-name': MODEL, version: '3', stage: 'Production', thresholds: EASY },
    ...{ 'tracking-uri': 'sqlite:///mlflow.db', 'check-name': '', ...inputs },
  };
}

/** Runs the shipped action with the store's folder as its workspace. */
export function gate(
  store: Pick<LocalStore, 'folder'>,
  inputs: Inputs = {},
  around: Circumstances = {},
): Promise<ActionRun> {
  return runAction({ workspace: store.folder, ...around, inputs: promotionInputs(inputs) });
}

/** The inputs that turn a promotion into a list. */
export const LIST: Inputs = { mode: 'list', version: '', stage: '', thresholds: '' };

/** Holds a finished list to its end, which needs no annotation. @returns what people read. */
export function expectListed(run: ActionRun): string {
  expect([run.outputs['result'], run.exitCode, run.annotations]).toEqual(['listed', 0, []]);
  return run.log;
}
