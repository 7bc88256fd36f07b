import { expect, it } from '@jest/globals';
import { list, read } from './files.js';

/** Rooms that speak of MLflow by right: its registry, its inputs, its threshold fields, and texts for people. */
const ROOMS = /^src\/(?:registry|inputs|policy|report)\//;

it('MLflow is known to its registry, to inputs, to its threshold fields and to texts for people only', () => {
  const named = list('src/**/*.*').filter((file) => /mlflow/i.test(read(file)));
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((file) => !ROOMS.test(file))).toEqual(['src/domain/reason.ts']);
});
