import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startMlflow } from '../harness/mlflow.js';
import type { MlflowServer } from '../harness/mlflow.js';
import { createUser, grant } from '../harness/mlflow-users.js';
import { RELEASES } from '../harness/needs.js';
import { resolveModelUri } from '../harness/python.js';
import { RegistryClient } from '../harness/registry-client.js';
import { dump } from '../harness/registry-dump.js';
import { describeWith } from '../harness/suites.js';

const bot = { username: 'bot', password: 'a-bot-of-twelve' };

for (const release of RELEASES) {
  describeWith([`mlflow-${release}`], `harness: MLflow ${release}`, () => {
    let server: MlflowServer;
    let registry: RegistryClient;
    beforeAll(async () => {
      server = await startMlflow({ release });
      registry = new RegistryClient(server);
    });
    afterAll(() => server.stop());

    it('is that release', async () => {
      expect(await (await fetch(`${server.url}/version`)).text()).toBe(release);
    });

    it('is seeded and looked at', async () => {
      await registry.createModel('seed');
      const first = await registry.trainedVersion('seed', { auc: 0.5, loss: 'NaN' }, { tags: { a: 'b' } });
      const datasets = [{ name: 'holdout', digest: 'abcd' }];
      const second = await registry.trainedVersion(
        'seed',
        { auc: 'Infinity' },
        { datasets, status: 'FAILED' },
      );
      await registry.transition('seed', first, 'Production');
      const before = dump(server);
      await registry.transition('seed', second, 'Production', true);
      await registry.setAlias('seed', 'champion', second);
      await registry.setTag('seed', second, 'gate', 'pass');
      await registry.describe('seed', second, 'better');
      expect(await registry.stages('seed')).toEqual({ [first]: 'Archived', [second]: 'Production' });
      expect(await registry.get('seed', second)).toMatchObject({
        description: 'better',
        aliases: ['champion'],
      });
      expect(await registry.byAlias('seed', 'champion')).toBe(second);
      expect(dump(server)).not.toBe(before);
      expect(dump(server)).toContain('"is_nan":1');
      expect(await resolveModelUri(server, 'models:/seed/Production')).toEqual({
        name: 'seed',
        version: second,
      });
      expect(await resolveModelUri(server, 'models:/seed@champion')).toEqual({
        name: 'seed',
        version: second,
      });
    });

    it('looks the same after reads', async () => {
      await registry.createModel('quiet');
      const version = await registry.trainedVersion('quiet', { auc: 1 });
      const before = dump(server);
      await registry.stages('quiet');
      await registry.get('quiet', version);
      expect(dump(server)).toBe(before);
    });
  });

  describeWith([`mlflow-${release}`], `harness: MLflow ${release} with basic-auth`, () => {
    let server: MlflowServer;
    beforeAll(async () => {
      server = await startMlflow({ release, auth: true });
      await createUser(server, bot);
    });
    afterAll(() => server.stop());

    it('refuses strangers, and lets a user do what was granted', async () => {
      const admin = new RegistryClient(server);
      await admin.createModel('guarded');
      const version = await admin.trainedVersion('guarded', { auc: 1 });
      const user = new RegistryClient(server, { as: bot });
      expect((await fetch(`${server.url}/api/2.0/mlflow/registered-models/search`)).status).toBe(401);
      await expect(user.transition('guarded', version, 'Production')).rejects.toThrow('403');
      await grant(server, { username: 'bot', model: 'guarded', permission: 'EDIT' });
      await user.transition('guarded', version, 'Production');
      expect(await admin.stages('guarded')).toEqual({ [version]: 'Production' });
    });
  });

  describeWith([`mlflow-${release}`], `harness: MLflow ${release} behind a prefix`, () => {
    it('answers where this release serves its API', async () => {
      const server = await startMlflow({ release, staticPrefix: '/mlf' });
      try {
        await new RegistryClient(server).createModel('prefixed');
        expect(server.url.endsWith('/mlf')).toBe(release === '3.17.2');
      } finally {
        await server.stop();
      }
      await expect(fetch(`${server.origin}/health`)).rejects.toThrow('fetch failed');
    });
  });
}

describeWith(['mlflow-3.17.2'], 'harness: MLflow with workspaces and logged models', () => {
  let server: MlflowServer;
  beforeAll(async () => {
    server = await startMlflow({ release: '3.17.2', workspaces: true });
  });
  afterAll(() => server.stop());

  it('keeps workspaces apart', async () => {
    const all = new RegistryClient(server);
    await all.createWorkspace('team-a');
    const team = new RegistryClient(server, { workspace: 'team-a' });
    await team.createModel('theirs');
    const runId = await team.logRun({ metrics: { auc: 1 } }, await team.createExperiment('training'));
    const version = await team.createVersion('theirs', { runId });
    await expect(all.get('theirs', version)).rejects.toThrow('404');
    expect(await team.stages('theirs')).toEqual({ [version]: 'None' });
  });

  it('keeps one metric on two datasets', async () => {
    const registry = new RegistryClient(server);
    const runId = await registry.logRun();
    const modelId = await registry.loggedModel({
      runId,
      metrics: [
        { key: 'auc', value: 0.9, dataset: { name: 'holdout', digest: 'a1' } },
        { key: 'auc', value: 0.8, dataset: { name: 'train', digest: 'b2' }, step: 1 },
      ],
    });
    await registry.createModel('logged');
    await registry.createVersion('logged', { runId, modelId });
    const model = await registry.call<{ model: { data: { metrics: unknown[] } } }>(
      'GET',
      `/api/2.0/mlflow/logged-models/${modelId}`,
    );
    expect(model.model.data.metrics).toHaveLength(2);
  });
});

describeWith(['mlflow-2.9.2'], 'harness: a server that cannot start', () => {
  it('says why', async () => {
    await expect(startMlflow({ release: '2.9.2', workspaces: true })).rejects.toThrow('--enable-workspaces');
  });
});
