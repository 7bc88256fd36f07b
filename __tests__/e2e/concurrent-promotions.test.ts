import { describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ActionRun } from '../harness/action.js';
import { describeWith } from '../harness/suites.js';
import { LISTING, TRANSITION, unique, usePlace } from './promotion/place.js';
import type { Place } from './promotion/place.js';
import { decisionOf, step } from './promotion/steps.js';

/** Passes requests on and keeps who was said to hold Production in the last listing after a write. */
interface Tap {
  readonly url: string;
  readonly readBack: () => readonly string[] | null;
  readonly stop: () => void;
}

interface Listing {
  readonly model_versions?: readonly { readonly version: string; readonly current_stage: string }[];
}

function holders(listing: string): readonly string[] {
  const versions = (JSON.parse(listing) as Listing).model_versions ?? [];
  return versions.filter((each) => each.current_stage === 'Production').map(({ version }) => version);
}

/** `go` is waited for before a write is passed on. */
async function startTap(target: string, go: () => Promise<void>): Promise<Tap> {
  let written = false;
  let readBack: readonly string[] | null = null;
  const server = createServer((request, response) => {
    const { method = 'GET', url = '/' } = request;
    const pass = async (): Promise<void> => {
      const chunks = (await request.toArray()) as Buffer[];
      if (url.includes(TRANSITION) && !written) await go();
      written ||= url.includes(TRANSITION);
      const answer = await fetch(`${target}${url}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(method === 'POST' ? { body: Buffer.concat(chunks) } : {}),
      });
      const body = await answer.text();
      if (written && url.includes(LISTING)) readBack = holders(body);
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(body);
    };
    pass().catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}`, readBack: () => readBack, stop };
}

/** Lets everyone through once so many have come. */
function gate(size: number): () => Promise<void> {
  const open = Promise.withResolvers<undefined>();
  let come = 0;
  return async () => {
    come += 1;
    if (come === size) open.resolve(undefined);
    await open.promise;
  };
}

/** Promotes a version and holds what the step claims to what it was told by its own read-back. */
async function promote(
  place: Place,
  inputs: { readonly 'model-name': string; readonly version: string },
  go: () => Promise<void>,
): Promise<ActionRun> {
  const tap = await startTap(place.server.url, go);
  try {
    const thresholds = 'accuracy: ">= production"';
    const run = await step(place, { ...inputs, thresholds, 'tracking-uri': tap.url });
    const { result = '', promoted } = run.outputs;
    expect(`${result}\n${run.log}`).toMatch(/^(promoted|superseded)\n/);
    expect([promoted, run.exitCode]).toEqual(result === 'promoted' ? ['true', 0] : ['false', 1]);
    if (result === 'promoted') expect(tap.readBack()).toEqual([inputs.version]);
    return run;
  } finally {
    tap.stop();
  }
}

/** Promotes so many versions of one model at once. @returns whether two were found in Production in between. */
async function race(place: Place, size: number, go: () => Promise<void>): Promise<boolean> {
  const model = unique('raced');
  await place.registry.createModel(model);
  await place.registry.trainedVersion(model, { accuracy: 0.8 });
  await place.registry.transition(model, '1', 'Production');
  const versions: string[] = [];
  for (let n = 0; n < size; n += 1) {
    versions.push(await place.registry.trainedVersion(model, { accuracy: 0.9 }));
  }
  const runs = await Promise.all(
    versions.map((version) => promote(place, { 'model-name': model, version }, go)),
  );
  const stages = await place.registry.stages(model);
  const left = Object.keys(stages).filter((version) => stages[version] === 'Production');
  expect(left).toHaveLength(1);
  const decisions = await Promise.all(runs.map(decisionOf));
  const winners = runs.filter(({ outputs }) => outputs['result'] === 'promoted');
  const claimed = winners.map(({ outputs }) => outputs['version']);
  // Whoever is left has said so, or had read back already when the repair of another chose it, and that one has said so.
  const repairs = decisions.flatMap(({ moves }) => moves.filter(({ kind }) => kind === 'repair'));
  const chosen = repairs.filter(({ done }) => done === true).map(({ version }) => version);
  expect([...claimed, ...chosen]).toContain(left[0]);
  return repairs.length > 0;
}

const RACES = [
  { release: '3.17.2', workers: 1, rounds: 10 },
  // One gunicorn worker would serve one request after another.
  { release: '2.22.5', workers: 4, rounds: 5 },
] as const;

const atOnce = (): Promise<void> => Promise.resolve();

for (const { release, workers, rounds } of RACES) {
  describeWith([`mlflow-${release}`], `promotions at the same moment on MLflow ${release}`, () => {
    const at = usePlace({ release, workers });

    describe('leave one version in Production, and no step claims it without having read it back', () => {
      it(`when two write together, ${rounds} times`, async () => {
        let met = 0;
        // MLflow lets both in more often than not; without one such round nothing would have been shown.
        for (let n = 0; n < rounds || (met === 0 && n < 5 * rounds); n += 1) {
          met += Number(await race(at(), 2, gate(2)));
        }
        expect(met).toBeGreaterThan(0);
      });

      it(`when two start together, ${rounds} times`, async () => {
        for (let n = 0; n < rounds; n += 1) await race(at(), 2, atOnce);
      });

      it('when four write together', async () => {
        await race(at(), 4, gate(4));
      });
    });
  });
}
