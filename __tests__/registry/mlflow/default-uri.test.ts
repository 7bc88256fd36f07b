import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { defaultTrackingUri } from '../../../src/registry/mlflow/default-uri.js';
import { failure } from './store/stores.js';

describe("MLflow's own default", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'default-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('is ./mlflow.db, whether it is there or not', async () => {
    expect(await defaultTrackingUri(folder)).toBe('sqlite:///mlflow.db');
  });

  it('is still ./mlflow.db beside an mlruns without experiments', async () => {
    mkdirSync(join(folder, 'mlruns/models/x'), { recursive: true });
    mkdirSync(join(folder, 'mlruns/12'));
    mkdirSync(join(folder, 'mlruns/a1'));
    writeFileSync(join(folder, 'mlruns/a1/meta.yaml'), '');
    writeFileSync(join(folder, 'mlruns/7'), 'a file');
    expect(await defaultTrackingUri(folder)).toBe('sqlite:///mlflow.db');
  });

  it('ends at a file store that holds an experiment, with the way out', async () => {
    mkdirSync(join(folder, 'mlruns/0'), { recursive: true });
    writeFileSync(join(folder, 'mlruns/0/meta.yaml'), '');
    const error = await failure(() => defaultTrackingUri(folder));
    expect(error.code).toBe('not-supported');
    expect(error.remedy).toContain('mlflow migrate-filestore');
  });

  it('counts a dangling link as an experiment, as MLflow does (lexists)', async () => {
    mkdirSync(join(folder, 'mlruns/0'), { recursive: true });
    symlinkSync(join(folder, 'gone'), join(folder, 'mlruns/0/meta.yaml'));
    expect((await failure(() => defaultTrackingUri(folder))).code).toBe('not-supported');
  });
});
