import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { startMlflow } from '../../harness/mlflow.js';
import type { MlflowOptions, MlflowServer } from '../../harness/mlflow.js';
import { startRecorder } from '../../harness/recorder.js';
import type { Recorded, Recorder } from '../../harness/recorder.js';
import { RegistryClient } from '../../harness/registry-client.js';
import type { Metrics } from '../../harness/registry-client.js';

/** A server with what stands around it. */
export interface Place {
  readonly server: MlflowServer;
  /** As the server's administrator, where it has one. */
  readonly registry: RegistryClient;
  /** In front of the server; every test finds it empty. */
  readonly recorder: Recorder;
}

/** One server for all tests of the enclosing `describe`. The place can be had once they run. */
export function usePlace(options: MlflowOptions): () => Place {
  let place: Place | null = null;
  beforeAll(async () => {
    const server = await startMlflow(options);
    place = { server, registry: new RegistryClient(server), recorder: await startRecorder(server.url) };
  });
  afterEach(() => place?.recorder.reset());
  afterAll(async () => {
    await place?.recorder.stop();
    await place?.server.stop();
  });
  return () => {
    if (place === null) throw new Error('There is no server before the tests run');
    return place;
  };
}

let count = 0;

/** A model name no other test of this file has. */
export function unique(name = 'churn'): string {
  count += 1;
  return `${name}-${count}`;
}

/** A model whose version `holder` is in Production and whose version `candidate` wants to go there. */
export interface Contest {
  readonly model: string;
  readonly holder: string;
  readonly candidate: string;
}

/** The usual seed: version 1 holds Production, version 2 has just been trained. */
export async function contest(
  { registry }: Pick<Place, 'registry'>,
  metrics: { readonly holder: Metrics; readonly candidate: Metrics },
  model = unique(),
): Promise<Contest> {
  await registry.createModel(model);
  const holder = await registry.trainedVersion(model, metrics.holder);
  const candidate = await registry.trainedVersion(model, metrics.candidate);
  await registry.transition(model, holder, 'Production');
  return { model, holder, candidate };
}

/** A contest that the candidate wins by `WINNING`. */
export function wonContest(place: Pick<Place, 'registry'>, model?: string): Promise<Contest> {
  return contest(place, { holder: { accuracy: 0.8 }, candidate: { accuracy: 0.9 } }, model);
}

export const WINNING = 'accuracy: ">= production + 0.005"';

type When = (request: Pick<Recorded, 'path'>) => boolean;

/** True for requests whose path contains the part, e.g. `runs/get`. */
export function requestsTo(part: string): When {
  return ({ path }) => path.includes(part);
}

export const TRANSITION = 'model-versions/transition-stage';
/** Every look at a model asks for this once. */
export const LISTING = 'model-versions/search';

/** How often a promotion looks at its model, and what for. */
const LOOKS = ['judging', 'recheck', 'read back'] as const;

/** True for requests to `part` from this look on; `each` look makes so many of them. */
export function sinceLook(look: (typeof LOOKS)[number], part = LISTING, each = 1): When {
  const before = LOOKS.indexOf(look) * each;
  let seen = 0;
  return ({ path }) => path.includes(part) && ++seen > before;
}
