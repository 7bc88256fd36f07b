import { afterAll, beforeAll, expect, it } from '@jest/globals';
import path from 'node:path';
import type { MlflowRegistry } from '../../../src/registry/mlflow/registry.js';
import { openMlflow } from '../../../src/registry/mlflow/rest/open.js';
import { startMlflow } from '../../harness/mlflow.js';
import type { MlflowServer } from '../../harness/mlflow.js';
import type { Release } from '../../harness/needs.js';
import { scratch } from '../../harness/paths.js';
import { RegistryClient } from '../../harness/registry-client.js';
import { describeWith } from '../../harness/suites.js';
import { connectionTo, reading, openStore } from '../../registry/mlflow/store/stores.js';
import { registryContract } from './registry-contract.js';
import { MODEL, seedRegistry } from './seed.js';
import type { Seed } from './seed.js';
import { copyStore } from '../store/files.js';

interface Place {
  readonly server: MlflowServer;
  readonly seed: Seed;
  /** A folder with a copy of the server's store, taken when it had been seeded. */
  readonly folder: string;
}

async function seeded(server: MlflowServer, workspace: string | null): Promise<Omit<Place, 'server'>> {
  const client = new RegistryClient(server, workspace === null ? {} : { workspace });
  let { experimentId } = server;
  if (workspace !== null) {
    const elsewhere = new RegistryClient(server);
    await elsewhere.createWorkspace(workspace);
    experimentId = await client.createExperiment('training');
    // A model of the same name in another workspace, which nobody may see or touch from here.
    await elsewhere.createModel(MODEL);
    await elsewhere.transition(MODEL, await elsewhere.createVersion(MODEL), 'Production');
    await elsewhere.setAlias(MODEL, 'champion', '1');
  }
  const seed = await seedRegistry(client, { experimentId, loggedModels: server.release === '3.17.2' });
  const folder = await scratch('contract');
  await copyStore(server.databasePath, path.join(folder, 'mlflow.db'));
  return { seed, folder };
}

function open(uri: string, folder: string, workspace: string | null): Promise<MlflowRegistry> {
  const log = { info: () => undefined, debug: () => undefined };
  const connection = { ...connectionTo(uri, folder), workspace };
  return uri.startsWith('sqlite:')
    ? openStore(connection, { log })
    : openMlflow(connection, { env: {}, log });
}

/** Holds both kinds of registry to the contract, on what a real server was told and wrote. */
export function contractSuite(release: Release, workspace: string | null = null): void {
  const what = `MLflow ${release}${workspace === null ? '' : ' with workspaces'}`;
  describeWith([`mlflow-${release}`], `the registry port on ${what}`, () => {
    let server: MlflowServer | null = null;
    let place: Place | null = null;
    const at = (): Place => {
      if (place === null) throw new Error('There is no server before the tests run');
      return place;
    };
    beforeAll(async () => {
      server = await startMlflow({ release, workspaces: workspace !== null });
      place = { server, ...(await seeded(server, workspace)) };
    });
    afterAll(() => server?.stop());

    registryContract('over REST', async () => ({
      registry: await open(at().server.url, at().folder, workspace),
      seed: at().seed,
      transactions: false,
      loggedModels: release === '3.17.2' ? 'known' : 'no-call',
      lostNaN: 0,
      page: (model, version) =>
        `${at().server.url}/#/models/${encodeURIComponent(model)}/versions/${version}${workspace === null ? '' : `?workspace=${workspace}`}`,
    }));
    registryContract('in its store', async () => ({
      registry: await open('sqlite:///mlflow.db', at().folder, workspace),
      seed: at().seed,
      transactions: true,
      loggedModels: 'known',
      lostNaN: NaN,
      page: () => null,
    }));

    if (workspace !== null) {
      it.each(['over REST', 'in its store'])('keeps workspaces apart, %s', async (kind) => {
        const { server, folder, seed } = at();
        const uri = kind === 'over REST' ? server.url : 'sqlite:///mlflow.db';
        const registry = await open(uri, folder, null);
        try {
          const reader = reading(registry);
          const { versions, aliases } = await reader.model(MODEL);
          expect(versions.map(({ version, stage }) => [version, stage])).toEqual([['1', 'Production']]);
          expect(Object.fromEntries(aliases)).toEqual({ champion: '1' });
          expect(await reader.run(seed.runs.finished)).toBeNull();
        } finally {
          await registry.close();
        }
      });
    }
  });
}
