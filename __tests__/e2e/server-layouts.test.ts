import { beforeAll, expect, it } from '@jest/globals';
import { RegistryClient } from '../harness/registry-client.js';
import { describeWith } from '../harness/suites.js';
import { unique, usePlace, wonContest, WINNING } from './promotion/place.js';
import { expectEnd, refused, step } from './promotion/steps.js';

for (const release of ['2.22.5', '3.17.2'] as const) {
  describeWith([`mlflow-${release}`], `MLflow ${release} behind a path prefix`, () => {
    const at = usePlace({ release, staticPrefix: '/mlf' });

    it.each(['/mlf', '/mlf/'])('promotes by the address people see: %s', async (path) => {
      const place = at();
      const { model, candidate } = await wonContest(place);
      const inputs = { 'model-name': model, version: candidate, thresholds: WINNING };
      const run = await step(place, { ...inputs, 'tracking-uri': `${place.server.origin}${path}` });
      await expectEnd(run, { result: 'promoted', code: 'promoted' });
      expect(await place.registry.stages(model)).toEqual({ '1': 'Archived', '2': 'Production' });
    });

    it('says what is wrong with another path', async () => {
      const place = at();
      const { model, candidate } = await wonContest(place);
      const inputs = { 'model-name': model, version: candidate, thresholds: WINNING };
      await refused(
        place,
        { ...inputs, 'tracking-uri': `${place.server.origin}/mlflow` },
        { result: 'error', code: 'not-an-api', says: ['Check the path of the URI', '--static-prefix'] },
      );
    });
  });
}

describeWith(['mlflow-3.17.2'], 'MLflow with workspaces', () => {
  const at = usePlace({ release: '3.17.2', workspaces: true });
  const env = { MLFLOW_WORKSPACE: 'team-a' };
  beforeAll(() => at().registry.createWorkspace('team-a'));

  it('promotes inside the workspace, and leaves the default one alone', async () => {
    const place = at();
    const team = new RegistryClient(place.server, { workspace: 'team-a' });
    const model = unique('shared-name');
    await wonContest(place, model);
    await team.createModel(model);
    const experiment = await team.createExperiment('training');
    for (const accuracy of [0.5, 0.6]) {
      const runId = await team.logRun({ metrics: { accuracy } }, experiment);
      await team.createVersion(model, { runId });
    }
    await team.transition(model, '1', 'Production');
    const inputs = { 'model-name': model, version: '2', thresholds: WINNING };
    const run = await step(place, inputs, { env });
    const decision = await expectEnd(run, { result: 'promoted', code: 'promoted' });
    expect(decision.gates[0]).toMatchObject({ candidate: '0.6', baseline: '0.5' });
    expect(await team.stages(model)).toEqual({ '1': 'Archived', '2': 'Production' });
    expect(await place.registry.stages(model)).toEqual({ '1': 'Production', '2': 'None' });
  });

  it('knows no model of another workspace', async () => {
    const place = at();
    const { model, candidate } = await wonContest(place);
    const inputs = { 'model-name': model, version: candidate, thresholds: WINNING };
    await refused(
      place,
      inputs,
      { result: 'error', code: 'model-unknown', says: ['the workspace'] },
      { env },
    );
    await refused(
      place,
      inputs,
      { result: 'error', code: 'workspace-unknown', says: ['team-b', 'Check MLFLOW_WORKSPACE'] },
      { env: { MLFLOW_WORKSPACE: 'team-b' } },
    );
  });
});

for (const release of ['2.22.5', '3.17.2'] as const) {
  describeWith([`mlflow-${release}`], `MLflow ${release} without workspaces`, () => {
    const at = usePlace({ release });

    it('is not asked as if it had some', async () => {
      const place = at();
      const { model, candidate } = await wonContest(place);
      await refused(
        place,
        { 'model-name': model, version: candidate, thresholds: WINNING },
        { result: 'error', code: 'workspace-unknown', says: ['has no workspaces', 'Unset MLFLOW_WORKSPACE'] },
        { env: { MLFLOW_WORKSPACE: 'team-a' } },
      );
    });
  });
}
