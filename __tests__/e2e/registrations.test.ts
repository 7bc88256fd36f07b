import { afterAll, beforeAll, expect, it } from '@jest/globals';
import path from 'node:path';
import type { PromotionOrder } from '../../src/domain/order.js';
import { assess } from '../../src/promotion/assess.js';
import { openMlflow } from '../../src/registry/mlflow/rest/open.js';
import { openSqlite } from '../../src/registry/mlflow/store/open.js';
import type { Registry } from '../../src/registry/port.js';
import { startMlflow, type MlflowServer } from '../harness/mlflow.js';
import type { Release } from '../harness/needs.js';
import { scratch } from '../harness/paths.js';
import { runPython, trackingEnvironment } from '../harness/python.js';
import { describeWith } from '../harness/suites.js';
import { numberSelector, orderFor } from '../promotion/kit.js';
import { connectionTo } from '../registry/mlflow/store/stores.js';
import { REGISTER } from './evidence/registrations.js';
import { copyStore } from './store/files.js';

interface Registered {
  readonly evaluation: string;
  readonly way: string;
  readonly name: string;
  readonly versions: Readonly<Record<'good' | 'bad', string>>;
}

const LOG = { info: () => undefined, debug: () => undefined };
const DOORS = ['over REST', 'in its store'] as const;

/** At least so many ways of registering and evaluating; fewer would mean that the script lost some. */
const WAYS: Readonly<Partial<Record<Release, number>>> = { '3.17.2': 74, '2.22.5': 7 };

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
        : openSqlite(connectionTo('sqlite:///mlflow.db', place.folder), { log: LOG });
    }

    async function verdicts(registry: Registry, one: Registered): Promise<readonly string[]> {
      const against = async (candidate: 'good' | 'bad', baseline: 'good' | 'bad'): Promise<string> => {
        const order: PromotionOrder = orderFor({
          model: one.name,
          version: numberSelector(one.versions[candidate]),
          baseline: numberSelector(one.versions[baseline]),
          target: { kind: 'alias', alias: 'champion' },
          thresholds: thresholdsOf(one),
        });
        const assessed = await assess(registry.reader(new AbortController().signal), order);
        if (!('stop' in assessed)) return 'unresolved';
        return assessed.stop ?? 'may go on';
      };
      return [await against('good', 'bad'), await against('bad', 'good')];
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
          expect(found).toEqual(all.map(({ name }) => `${name}: may go on, rejected`));
        } finally {
          await registry.close();
        }
      },
      120_000,
    );
  },
);
