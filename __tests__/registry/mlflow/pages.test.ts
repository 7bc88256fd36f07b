import { describe, expect, it } from '@jest/globals';
import { NO_PAGES } from '../../../src/registry/mlflow/no-pages.js';
import { pagesAt, type Pages } from '../../../src/registry/mlflow/pages.js';

const AT = 'https://mlflow.example.com';
const RUN = '0f'.repeat(16);

/** Every page there is. */
function all(pages: Pages): readonly (string | null)[] {
  return [
    pages.version('churn', '7'),
    pages.run('3', RUN),
    pages.experiment('3'),
    pages.loggedModel('3', `m-${RUN}`),
  ];
}

describe("MLflow's own pages", () => {
  it.each([
    [AT, null, AT, ''],
    [`${AT}:5000/mlflow`, null, `${AT}:5000/mlflow`, ''],
    ['http://[::1]:5000', null, 'http://[::1]:5000', ''],
    [AT, 'team a', AT, '?workspace=team%20a'],
  ])('are under %s, in the workspace %j', (address, workspace, start, end) => {
    expect(all(pagesAt(address, workspace))).toEqual([
      `${start}/#/models/churn/versions/7${end}`,
      `${start}/#/experiments/3/runs/${RUN}${end}`,
      `${start}/#/experiments/3${end}`,
      `${start}/#/experiments/3/models/m-${RUN}${end}`,
    ]);
  });

  it('encode the name of a model', () => {
    expect(pagesAt(AT, null).version('a/b?#c d', '1')).toBe(`${AT}/#/models/a%2Fb%3F%23c%20d/versions/1`);
  });

  it.each(['', '../x', 'a b', '1?x=', '1#', 'javascript:', '1/2', '1)', 'é'])(
    'take no %j for an id',
    (id) => {
      const pages = pagesAt(AT, null);
      expect([pages.version('m', id), pages.run('1', id), pages.run(id, '1')]).toEqual([null, null, null]);
      expect([pages.experiment(id), pages.loggedModel('1', id), pages.loggedModel(id, '1')]).toEqual([
        null,
        null,
        null,
      ]);
    },
  );

  it.each(['https://dbc-1.cloud.databricks.com', 'https://adb-1.2.azuredatabricks.net'])(
    'are not at %s, which has pages of its own',
    (address) => {
      expect(all(pagesAt(address, null))).toEqual([null, null, null, null]);
    },
  );

  it('are nowhere where there is no server', () => {
    expect(all(NO_PAGES)).toEqual([null, null, null, null]);
  });
});
