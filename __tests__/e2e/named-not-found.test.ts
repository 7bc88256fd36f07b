import { afterAll, beforeAll, expect, it } from '@jest/globals';
import path from 'node:path';
import { runAction } from '../harness/action.js';
import { startMlflow, type MlflowServer } from '../harness/mlflow.js';
import { scratch } from '../harness/paths.js';
import { RegistryClient } from '../harness/registry-client.js';
import { describeWith } from '../harness/suites.js';
import { expectEnd, type End, type Inputs } from './promotion/steps.js';
import { copyStore } from './store/files.js';

const MODEL = 'named';
const THRESHOLDS = 'accuracy: ">= 0.9 and >= production"';
const MISSING = { result: 'error', code: 'input-invalid', says: ['looks like a missing value'] } as const;
const NOBODY = { result: 'error', code: 'selector-no-match', says: ['means no version of'] } as const;

/** What a workflow names, and how the run ends: version 2 is worse than 1, so it must never be promoted. */
const NAMED: readonly (readonly [Inputs, End])[] = [
  [{ baseline: '@champoin' }, { ...NOBODY, says: ['Did you mean @champion?', '1 (Production)'] }],
  [{ baseline: '@Champion' }, { ...NOBODY, says: ['Did you mean @champion?'] }],
  [{ baseline: 'Staging' }, NOBODY],
  [{ baseline: 'Archived' }, NOBODY],
  [{ baseline: 'run:0123456789abcdef0123456789abcdef' }, NOBODY],
  [{ stage: '', alias: 'shadow', baseline: 'Staging' }, NOBODY],
  [{ baseline: '9' }, { ...NOBODY, code: 'version-unknown', says: ['has no version 9'] }],
  ...['None', 'null', '0', '-1', '@None'].map((baseline) => [{ baseline }, MISSING] as const),
  ...['None', 'NaN', 'undefined', '${VERSION}', 'run:None'].map((version) => [{ version }, MISSING] as const),
  [{ stage: '', alias: 'None' }, MISSING],
  [{}, { result: 'rejected', code: 'threshold-not-met' }],
];

describeWith(['mlflow-3.17.2'], 'what is named and not there', () => {
  let place: { readonly server: MlflowServer; readonly folder: string } | null = null;

  beforeAll(async () => {
    const server = await startMlflow({ release: '3.17.2' });
    const client = new RegistryClient(server);
    await client.createModel(MODEL);
    for (const accuracy of [0.95, 0.91]) await client.trainedVersion(MODEL, { accuracy });
    await client.transition(MODEL, '1', 'Production');
    await client.setAlias(MODEL, 'champion', '1');
    const folder = await scratch('named');
    await copyStore(server.databasePath, path.join(folder, 'mlflow.db'));
    place = { server, folder };
  });
  afterAll(() => place?.server.stop());

  it.each(NAMED)('%j ends as it must, through both doors', async (named, end) => {
    const folder = place?.folder ?? '';
    for (const uri of [place?.server.url ?? '', 'sqlite:///mlflow.db']) {
      const inputs = { 'model-name': MODEL, version: '2', stage: 'Production', thresholds: THRESHOLDS };
      const run = await runAction({
        inputs: { ...inputs, 'tracking-uri': uri, 'check-name': '', ...named },
        workspace: folder,
      });
      const { moves } = await expectEnd(run, end);
      expect(moves.filter(({ done }) => done !== false)).toEqual([]);
    }
  });
});
