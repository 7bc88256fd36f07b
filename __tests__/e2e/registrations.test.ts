import { afterAll, beforeAll, expect, it } from '@jest/globals';
import path from 'node:path';
import type { PromotionOrder } from '../../src/domain/order.js';
import { assess } from '../../src/promotion/assess.js';
import type { Assessment } from '../../src/promotion/assessment.js';
import { openMlflow } from '../../src/registry/mlflow/rest/open.js';
import type { Registry } from '../../src/registry/port.js';
import { startMlflow, type MlflowServer } from '../harness/mlflow.js';
import type { Release } from '../harness/needs.js';
import { scratch } from '../harness/paths.js';
import { runPython, trackingEnvironment } from '../harness/python.js';
import { describeWith } from '../harness/suites.js';
import { numberSelector, orderFor } from '../promotion/kit.js';
import { connectionTo, openStore } from '../registry/mlflow/store/stores.js';
import { REGISTER } from './evidence/registrations.js';
import { readNotKept } from './evidence/table.js';
import { copyStore } from './store/files.js';
import { thresholdsOf as thresholdResults } from '../harness/thresholds.js';

interface Registered {
  readonly evaluation: string;
  readonly way: string;
  readonly name: string;
  readonly versions: Readonly<Record<'good' | 'bad', string>>;
}

const LOG = { info: () => undefined, debug: () => undefined };
const DOORS = ['over REST', 'in its store'] as const;

/** At least so many ways of registering and evaluating; fewer would mean that the script lost some. */
const WAYS: Readonly<Partial<Record<Release, number>>> = { '3.17.2': 118, '2.22.5': 7 };

/** Ways of evaluating that leave no value on the model; docs/evidence.md lists them with what MLflow does not keep. */
const NOTHING_KEPT = {
  evaluate_run_uri_per_dataset: 'mlflow.models.evaluate("runs:/<run>/<name>")',
  evaluate_version_per_dataset: 'mlflow.models.evaluate("models:/<name>/<version>")',
};

/** `accuracy` on the data that tells the two apart; where it was measured without one there is only one. */
function thresholdsOf({ evaluation }: Registered): string {
  return evaluation.endsWith('per_dataset')
    ? 'accuracy: { require: ">= production + 0.05", dataset: holdout }'
    : 'accuracy: ">= production + 0.05"';
}

describeWith(
  ['mlflow-3.17.2', 'mlflow-2.22.5'],
  'the same two models, registered and evaluated in every way',
  () => {
    const found = new Map<Release, { server: MlflowServer; folder: string; all: Registered[] }>();

    beforeAll(async () => {
      for (const release of ['3.17.2', '2.22.5'] as const) {
        const server = await startMlflow({ release });
        const printed = await runPython(release, REGISTER, { env: trackingEnvironment(server) });
        const json = printed.split('\n').find((line) => line.startsWith('REGISTERED '));
        const folder = await scratch('registrations');
        await copyStore(server.databasePath, path.join(folder, 'mlflow.db'));
        const all = JSON.parse(json?.slice('REGISTERED '.length) ?? '[]') as Registered[];
        found.set(release, { server, folder, all });
      }
    }, 300_000);
    afterAll(async () => {
      for (const { server } of found.values()) await server.stop();
    });

    async function open(release: Release, door: (typeof DOORS)[number]): Promise<Registry> {
      const place = found.get(release);
      if (place === undefined) throw new Error('There is no server before the tests run');
      return door === 'over REST'
        ? openMlflow(connectionTo(place.server.url, place.folder), { env: {}, log: LOG })
        : openStore(connectionTo('sqlite:///mlflow.db', place.folder), { log: LOG });
    }

    async function against(
      registry: Registry,
      { name, versions }: Registered,
      thresholds: string,
      [candidate, baseline]: readonly ['good', 'bad'] | readonly ['bad', 'good'] = ['good', 'bad'],
    ): Promise<Assessment> {
      const order: PromotionOrder = orderFor({
        model: name,
        version: numberSelector(versions[candidate]),
        baseline: numberSelector(versions[baseline]),
        target: { kind: 'alias', alias: 'champion' },
        thresholds,
      });
      const assessed = await assess(registry.reader(new AbortController().signal), order, new Date());
      if (!('stop' in assessed)) throw new Error(`"${name}" has no such versions`);
      return assessed;
    }

    async function verdicts(registry: Registry, one: Registered): Promise<readonly string[]> {
      const thresholds = thresholdsOf(one);
      const there = await against(registry, one, thresholds, ['good', 'bad']);
      const back = await against(registry, one, thresholds, ['bad', 'good']);
      return [there, back].map(({ stop }) => stop ?? 'may go on');
    }

    it.each(
      (['3.17.2', '2.22.5'] as const).flatMap((release) => DOORS.map((door) => [release, door] as const)),
    )(
      'MLflow %s, %s: the better one may go on, the worse one may not, whatever the way',
      async (release, door) => {
        const all = found.get(release)?.all ?? [];
        expect(all.length).toBeGreaterThanOrEqual(WAYS[release] ?? 0);
        const registry = await open(release, door);
        try {
          const found: string[] = [];
          for (const one of all) {
            found.push(`${one.name}: ${(await verdicts(registry, one)).join(', ')}`);
          }
          expect(found).toEqual(all.map((one) => `${one.name}: ${bothVerdicts(one)}`));
        } finally {
          await registry.close();
        }
      },
      120_000,
    );

    it('what ends as invalid is listed in docs/evidence.md, and nothing else', () => {
      expect(readNotKept()).toEqual(Object.values(NOTHING_KEPT));
    });

    it.each(['3.17.2', '2.22.5'] as const)(
      'MLflow %s: both doors say the same of every value, and where it came from',
      async (release) => {
        const [rest, store] = await Promise.all(DOORS.map((door) => open(release, door)));
        if (rest === undefined || store === undefined) throw new Error('there are two doors');
        try {
          for (const one of found.get(release)?.all ?? []) {
            for (const thresholds of [thresholdsOf(one), WITHOUT_DATASET]) {
              const [served, stored] = await Promise.all(
                [rest, store].map(async (door) => essence(await against(door, one, thresholds))),
              );
              expect([one.name, stored]).toEqual([one.name, served]);
              expect([
                one.name,
                served?.stop,
                thresholdResults(served?.gates ?? [])[0]?.candidateSource,
              ]).toEqual([one.name, ...expected(one, thresholds)]);
            }
          }
        } finally {
          await Promise.all([rest.close(), store.close()]);
        }
      },
      120_000,
    );
  },
);

function bothVerdicts({ evaluation }: Registered): string {
  return evaluation in NOTHING_KEPT ? 'invalid, invalid' : 'may go on, rejected';
}

const WITHOUT_DATASET = 'accuracy: { require: ">= production + 0.05", dataset: null }';

/** What is so, whichever door it was seen through. */
function essence({ stop, gates, reasons, warnings, digests }: Assessment) {
  return { stop, gates, reasons, warnings, digests };
}

/** How it ends, and where the candidate's value came from. */
function expected({ evaluation }: Registered, thresholds: string): readonly unknown[] {
  const measured = evaluation.endsWith('per_dataset');
  const kept = !(evaluation in NOTHING_KEPT);
  if (!kept || (measured && thresholds === WITHOUT_DATASET)) return ['invalid', null];
  const ofRun = evaluation === 'run_only';
  // MLflow logs what it evaluates twice.
  const twice = evaluation === 'own_run' || evaluation === 'evaluate_model_id_per_dataset';
  const source = {
    ...{
      origin: ofRun ? 'run' : 'logged-model',
      step: 0,
      of: ofRun ? null : twice ? 2 : 1,
    },
    ...{ runId: expect.stringMatching(/^[0-9a-f]{32}$/), timestamp: expect.any(Number) },
  };
  return [null, source];
}
