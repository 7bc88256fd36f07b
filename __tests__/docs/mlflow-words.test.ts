import { expect, it } from '@jest/globals';
import { list, read } from './files.js';

/** Where MLflow may be spoken of: its own registry, its inputs and threshold fields, and texts for people. */
const ITS_OWN = /^src\/(registry|inputs|policy|report)\/|^src\/domain\/reason\.ts$/;

it('MLflow is known to its registry, to inputs, to its threshold fields and to texts for people only', () => {
  const named = list('src/**/*.ts').filter((file) => /mlflow/i.test(read(file)));
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((file) => !ITS_OWN.test(file))).toEqual([]);
});
