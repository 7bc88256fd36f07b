import { expect, it } from '@jest/globals';
import { modelPaths } from '../../../../src/registry/mlflow/evidence/model-paths.js';

it.each<[string, readonly string[]]>([
  ['[{"run_id": "r", "artifact_path": "clf"}, {"run_id": "r", "artifact_path": "other"}]', ['clf', 'other']],
  ['[{"artifact_path": "clf"}, {"artifact_path": "clf"}]', ['clf']],
  ['[]', []],
  ['', []],
  ['{"artifact_path": "clf"}', []],
  ['[null, 7, "x", {"artifact_path": 7}, {}]', []],
  ['[{"artifact_path": "cut o', []],
])('%s', (history, paths) => {
  expect(modelPaths(history)).toEqual(paths);
});
