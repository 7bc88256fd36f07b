import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { PromotionError } from '../../../../src/domain/error.js';
import type { Registry } from '../../../../src/registry/port.js';
import { constraint, PLANTS, rebuilt } from './plants.js';
import { failure, MODEL, NEWEST, RUN, signal, TestStore } from './stores.js';

const planted = (plant: (path: string) => void): TestStore => {
  const store = new TestStore(NEWEST).model().trainingRun().version(1, 'Production').version(2).version(3);
  store.add('latest_metrics', { key: 'auc', value: 0.9, timestamp: 1, step: 0, is_nan: 0, run_uuid: RUN });
  store.add('model_version_tags', { name: MODEL, version: 3, key: 'a', value: 'b' });
  plant(store.path);
  return store;
};

/** What a promotion does with a store: reads the model and the candidate's evidence, and moves it. */
async function promote(registry: Registry): Promise<void> {
  const reader = registry.reader(signal);
  const candidate = (await reader.model(MODEL)).versions.find(({ version }) => version === '3');
  if (candidate === undefined) throw new PromotionError('version-unknown', 'there is no version 3', '');
  await reader.evidence(candidate, 'candidate', new Set(['auc']));
  await registry.writer(signal).transact((transaction) =>
    transaction.write({
      ...{ kind: 'transition', model: MODEL, version: '3', stage: 'Production' },
      archiveExisting: true,
    }),
  );
}

/** It stops the thread that asks: it is in `e2e/planted-stores.test.ts` alone. */
const BLOCKING = 'a constraint that never ends';

describe('a planted store', () => {
  it.each(PLANTS.filter(({ name }) => name !== BLOCKING))(
    '$name is $end, and nothing is changed when it is refused',
    async ({ plant, end, says = '' }) => {
      using store = planted(plant);
      const bytes = () => (lstatSync(store.path).isFile() ? store.bytes() : '');
      const before = bytes();
      const work = async () => promote(await store.open());
      if (end === 'right') {
        await work();
        const stages = store.query(
          'SELECT version, current_stage AS stage FROM model_versions ORDER BY version',
        );
        expect(stages.map(({ stage }) => stage)).toEqual(['Archived', 'None', 'Production']);
        return;
      }
      const { code, message } = await failure(work);
      expect([code, message]).toEqual([
        expect.stringMatching(/^(store-unusable|store-schema|unexpected-reply)$/),
        expect.stringContaining(says),
      ]);
      expect(bytes()).toBe(before);
      const precious = join(store.folder, 'precious');
      if (existsSync(precious)) expect(readFileSync(precious, 'utf8')).toBe('precious');
    },
  );

  it('with a trigger is one like any other after what the remedy says', async () => {
    const [{ plant } = { plant: () => undefined }] = PLANTS;
    using store = planted(plant);
    const { remedy } = await failure(async () => promote(await store.open()));
    expect(remedy).toContain('`DROP TRIGGER`');
    store.run('DROP TRIGGER planted');
    await promote(await store.open());
  });
});

describe('an alias in a store', () => {
  const set = async (store: TestStore): Promise<void> =>
    (await store.open())
      .writer(signal)
      .transact((transaction) =>
        transaction.write({ kind: 'alias', model: MODEL, version: '3', alias: 'champion' }),
      );
  const aliases = (store: TestStore) =>
    store.query('SELECT alias, version FROM registered_model_aliases ORDER BY alias');

  it('is set beside the others', async () => {
    using store = planted(() => undefined);
    store.add('registered_model_aliases', { alias: 'holder', version: 3, name: MODEL });
    await set(store);
    expect(aliases(store)).toEqual([
      { alias: 'champion', version: 3 },
      { alias: 'holder', version: 3 },
    ]);
  });

  it.each(['REPLACE', 'IGNORE'])('is not set where others change with it: ON CONFLICT %s', async (how) => {
    using store = planted(
      rebuilt('registered_model_aliases', constraint(`UNIQUE (name, version) ON CONFLICT ${how}`)),
    );
    store.add('registered_model_aliases', { alias: 'holder', version: 3, name: MODEL });
    const before = store.bytes();
    const { code, message } = await failure(() => set(store));
    expect([code, message]).toEqual(['store-unusable', expect.stringContaining('the alias "champion"')]);
    expect(store.bytes()).toBe(before);
  });
});
