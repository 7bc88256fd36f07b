import type { Write } from '../../../src/registry/port.js';
import type { RegistryClient } from '../../harness/registry-client.js';
import type { End, Inputs } from '../promotion/steps.js';

/** One change, asked for in every way there is. */
export interface Case {
  readonly name: string;
  /** A model of its own: `seedModel` made it like all the others. */
  readonly model: string;
  /** Through the shipped action, or through the registry port where the action has no input for it. */
  readonly ours:
    | { readonly through: 'action'; readonly inputs: Inputs; readonly end: End }
    | { readonly through: 'port'; readonly write: (model: string) => Write };
  /** The same in MLflow's own words. */
  readonly rest: (client: RegistryClient, model: string) => Promise<void>;
  /** Tables in which rows must have changed, so that the case shows something. */
  readonly touches: readonly string[];
}

const PROMOTED: End = { result: 'promoted', code: 'promoted' };
const thresholds = 'accuracy: ">= 0.85"';
const MOVED = ['model_versions', 'registered_models'];

const stages: readonly Case[] = [
  {
    name: 'a stage, archiving who held it',
    model: 'archiving',
    ours: { through: 'action', inputs: { stage: 'Production', thresholds }, end: PROMOTED },
    rest: (client, model) => client.transition(model, '2', 'Production', true),
    touches: MOVED,
  },
  {
    name: 'a stage, beside who held it',
    model: 'beside',
    ours: {
      through: 'action',
      inputs: { stage: 'Production', thresholds, 'archive-existing': 'false' },
      end: PROMOTED,
    },
    rest: (client, model) => client.transition(model, '2', 'Production', false),
    touches: MOVED,
  },
  {
    name: 'a stage, archiving two who held it',
    model: 'archiving-two',
    ours: {
      through: 'port',
      write: (model) => ({
        ...{ kind: 'transition', model, version: '2', stage: 'Staging', archiveExisting: true },
      }),
    },
    rest: (client, model) => client.transition(model, '2', 'Staging', true),
    touches: MOVED,
  },
  {
    name: 'Archived',
    model: 'archived',
    ours: {
      through: 'action',
      inputs: { stage: 'Archived' },
      end: { result: 'archived', code: 'archived' },
    },
    rest: (client, model) => client.transition(model, '2', 'Archived'),
    touches: MOVED,
  },
];

const names: readonly Case[] = [
  {
    name: 'an alias that nobody held',
    model: 'alias-new',
    ours: { through: 'action', inputs: { stage: '', alias: 'Champion', thresholds }, end: PROMOTED },
    rest: (client, model) => client.setAlias(model, 'Champion', '2'),
    touches: ['registered_model_aliases'],
  },
  {
    name: 'an alias that moves',
    model: 'alias-moved',
    ours: { through: 'action', inputs: { stage: '', alias: 'champion', thresholds }, end: PROMOTED },
    rest: (client, model) => client.setAlias(model, 'champion', '2'),
    touches: ['registered_model_aliases'],
  },
];

export const CASES = [...stages, ...names];

/** 1 in Production and champion, 2 the better candidate with a tag, 3 and 5 in Staging, 4 deleted. */
export async function seedModel(client: RegistryClient, model: string, experimentId: string): Promise<void> {
  await client.createModel(model, { team: 'risk' });
  for (const accuracy of [0.8, 0.9]) {
    const runId = await client.logRun({ metrics: { accuracy } }, experimentId);
    await client.createVersion(model, { runId, description: `${accuracy}` });
  }
  for (let version = 3; version <= 5; version += 1) await client.createVersion(model);
  await client.transition(model, '1', 'Production');
  await client.transition(model, '3', 'Staging');
  await client.transition(model, '5', 'Staging');
  await client.deleteVersion(model, '4');
  await client.setAlias(model, 'champion', '1');
  await client.setTag(model, '2', 'k', 'old');
}
