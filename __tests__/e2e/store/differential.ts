import { withoutPages } from '../../harness/pages.js';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PromotionDecision } from '../../../src/domain/decision.js';
import { thisThread } from '../../harness/thread.js';
import { openRegistry } from '../../../src/registry/open.js';
import { runAction } from '../../harness/action.js';
import { startMlflow } from '../../harness/mlflow.js';
import type { MlflowServer } from '../../harness/mlflow.js';
import type { Release } from '../../harness/needs.js';
import { scratch } from '../../harness/paths.js';
import { resolveModelUri } from '../../harness/python.js';
import { RegistryClient } from '../../harness/registry-client.js';
import { describeWith } from '../../harness/suites.js';
import { connectionTo, signal } from '../../registry/mlflow/store/stores.js';
import { expectEnd } from '../promotion/steps.js';
import { CASES, seedModel } from './differential-cases.js';
import type { Case } from './differential-cases.js';
import { changes, copyStore, query, tables, timesAside } from './files.js';
import type { Tables } from './files.js';

const STORE = 'sqlite:///mlflow.db';

interface Place {
  readonly server: MlflowServer;
  readonly client: RegistryClient;
  readonly workspace: string | null;
  /** Where the action works on its own copy, and the copy. */
  readonly folder: string;
  readonly copy: string;
  /** Epoch milliseconds: nothing of the seed is as late. */
  readonly since: number;
}

async function seeded(server: MlflowServer, workspace: string | null): Promise<Place> {
  const client = new RegistryClient(server, workspace === null ? {} : { workspace });
  let { experimentId } = server;
  if (workspace !== null) {
    const elsewhere = new RegistryClient(server);
    await elsewhere.createWorkspace(workspace);
    experimentId = await client.createExperiment('training');
    for (const { model } of CASES) await seedModel(elsewhere, model, server.experimentId);
  }
  for (const { model } of CASES) await seedModel(client, model, experimentId);
  const folder = await scratch('differential');
  const copy = path.join(folder, 'mlflow.db');
  await copyStore(server.databasePath, copy);
  await sleep(2);
  return { server, client, workspace, folder, copy, since: Date.now() };
}

/** What of a decision does not tell when, where and by whom it was made. */
function essence({
  outcome,
  target,
  candidate,
  baseline,
  gates,
  reasons,
  moves,
  ...rest
}: PromotionDecision) {
  const { previousVersion, warnings, digests } = rest;
  const versions = { candidate: withoutPages(candidate), baseline: withoutPages(baseline) };
  return { outcome, target, ...versions, gates, reasons, moves, previousVersion, warnings, digests };
}

/** Makes the change of a case in our own way; `uri` says where. */
async function change(place: Place, { model, ours }: Case, uri: string): Promise<unknown> {
  const { folder, workspace } = place;
  if (ours.through === 'action') {
    const inputs = {
      'model-name': model,
      version: '2',
      'check-name': '',
      ...ours.inputs,
      'tracking-uri': uri,
    };
    const env = workspace === null ? {} : { MLFLOW_WORKSPACE: workspace };
    const run = await runAction({ inputs, env, workspace: folder });
    return essence(await expectEnd(run, ours.end));
  }
  const log = { info: () => undefined, debug: () => undefined };
  const registry = await openRegistry(
    { ...connectionTo(uri, folder), workspace },
    { env: {}, log, startThread: thisThread(), writes: true },
  );
  await registry.writer(signal).transact((transaction) => transaction.write(ours.write(model)));
  await registry.close();
  return null;
}

/** The same change three times, each on a store that is like the others. */
async function threeWays(place: Place, one: Case): Promise<Readonly<Record<string, Tables>>> {
  const { server, client, copy, folder, since } = place;
  const look = (file: string): Tables => timesAside(tables(file), since);
  const before = path.join(folder, 'before.db');
  await copyStore(server.databasePath, before);
  expect(look(copy)).toEqual(look(before));
  const said = await change(place, one, server.url);
  const served = look(server.databasePath);
  await copyStore(before, server.databasePath);
  expect(look(server.databasePath)).toEqual(look(before));
  await one.rest(client, one.model);
  const asked = look(server.databasePath);
  expect(await change(place, one, STORE)).toEqual(said);
  return { before: look(before), served, asked, ours: look(copy) };
}

function afterwards(at: () => Place): void {
  it('a server started on the store afterwards serves what was written', async () => {
    const { server: first, client, folder, copy, workspace } = at();
    const stages = await Promise.all(CASES.map(({ model }) => client.stages(model)));
    const revision = query(copy, 'SELECT * FROM alembic_version');
    const server = await startMlflow({
      ...{ release: first.release, directory: folder, workspaces: workspace !== null },
    });
    try {
      const second = new RegistryClient(server, workspace === null ? {} : { workspace });
      expect(await Promise.all(CASES.map(({ model }) => second.stages(model)))).toEqual(stages);
      expect(stages[0]).toEqual({ '1': 'Archived', '2': 'Production', '3': 'Staging', '5': 'Staging' });
      expect(await second.get('archiving', '2')).toMatchObject({ current_stage: 'Production' });
      expect(await second.byAlias('alias-new', 'Champion')).toBe('2');
      expect(await second.byAlias('alias-moved', 'champion')).toBe('2');
      expect(query(copy, 'SELECT * FROM alembic_version')).toEqual(revision);
      if (workspace === null) {
        for (const [uri, name] of [
          ['models:/archiving/Production', 'archiving'],
          ['models:/alias-moved@champion', 'alias-moved'],
        ] as const) {
          expect(await resolveModelUri(server, uri)).toEqual({ name, version: '2' });
        }
      }
      // And it goes on from there as from its own.
      await second.transition('archiving', '1', 'Production', true);
      expect(await second.stages('archiving')).toMatchObject({ '1': 'Production', '2': 'Archived' });
    } finally {
      await server.stop();
    }
  });
}

/**
 * From equal stores, the same change through a server and through the store leaves equal databases, row for row,
 * times aside: times that were there stay, new ones come in the same order.
 */
export function differentialSuite(release: Release, workspace: string | null = null): void {
  const what = `MLflow ${release}${workspace === null ? '' : ' with workspaces'}`;
  describeWith([`mlflow-${release}`], `a server and its store, ${what}`, () => {
    let server: MlflowServer | null = null;
    let place: Place | null = null;
    const at = (): Place => {
      if (place === null) throw new Error('There is no server before the tests run');
      return place;
    };
    beforeAll(async () => {
      server = await startMlflow({ release, workspaces: workspace !== null });
      place = await seeded(server, workspace);
    });
    afterAll(() => server?.stop());

    it.each(CASES)('are changed alike: $name', async (one) => {
      const { before, served, asked, ours } = await threeWays(at(), one);
      const touched = changes(before ?? {}, ours ?? {});
      expect(Object.keys(touched).sort()).toEqual([...one.touches].sort());
      expect(ours).toEqual(asked);
      expect(ours).toEqual(served);
    });

    afterwards(at);
  });
}
