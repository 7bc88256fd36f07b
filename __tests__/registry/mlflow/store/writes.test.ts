import { describe, expect, it } from '@jest/globals';
import type { Write } from '../../../../src/registry/port.js';
import { reading, failure, MODEL, NEWEST, RELEASES, signal, TestStore, type Release } from './stores.js';

const NOW = 1_700_000_000_123;

function storeWith(release: Release): TestStore {
  return new TestStore(release)
    .model()
    .model('other')
    .version(1, 'Production')
    .version(2, 'None')
    .version(3, 'Production')
    .version(4, 'Deleted_Internal')
    .version(5, 'Staging')
    .version(1, 'Production', { name: 'other' })
    .add('registered_model_aliases', { alias: 'champion', version: 1, name: MODEL })
    .add('model_version_tags', { key: 'k', value: 'old', name: MODEL, version: 2 });
}

async function write(store: TestStore, one: Write): Promise<void> {
  const registry = await store.open({}, { now: () => NOW });
  await registry.writer(signal).transact((transaction) => transaction.write(one));
}

/** The rows that changed, table by table; rows that came are marked as new. */
function changes(
  before: Record<string, unknown[]>,
  after: Record<string, unknown[]>,
): Record<string, unknown[]> {
  const changed = Object.keys(after).map((table) => {
    const old = new Set(before[table]?.map((row) => JSON.stringify(row)));
    return [table, after[table]?.filter((row) => !old.has(JSON.stringify(row))) ?? []] as const;
  });
  return Object.fromEntries(changed.filter(([, rows]) => rows.length > 0));
}

const transition = (
  version: string,
  stage: 'Staging' | 'Production' | 'Archived',
  archiveExisting: boolean,
) => ({ kind: 'transition', model: MODEL, version, stage, archiveExisting }) as const;

describe.each(RELEASES)('writing to a store of MLflow %s', (release) => {
  const touched = { registered_models: [expect.objectContaining({ name: MODEL, last_updated_time: NOW })] };
  const moved = (version: number, current_stage: string): unknown =>
    expect.objectContaining({
      name: MODEL,
      version,
      current_stage,
      last_updated_time: NOW,
      creation_time: 1000 + version,
    });

  it.each([
    [
      'with archiving',
      transition('2', 'Production', true),
      [moved(1, 'Archived'), moved(2, 'Production'), moved(3, 'Archived')],
    ],
    ['without archiving', transition('2', 'Production', false), [moved(2, 'Production')]],
    [
      'of a holder with archiving',
      transition('3', 'Production', true),
      [moved(1, 'Archived'), moved(3, 'Production')],
    ],
    ['to where it is', transition('5', 'Staging', true), [moved(5, 'Staging')]],
    ['to Archived', transition('1', 'Archived', false), [moved(1, 'Archived')]],
  ])('makes a transition %s', async (_what, one, model_versions) => {
    using store = storeWith(release);
    const before = store.dump();
    await write(store, one);
    expect(changes(before, store.dump())).toEqual({ ...touched, model_versions });
  });

  it('sets a new alias and moves an old one, and touches no time', async () => {
    using store = storeWith(release);
    const before = store.dump();
    await write(store, { kind: 'alias', model: MODEL, version: '2', alias: 'champion' });
    await write(store, { kind: 'alias', model: MODEL, version: '3', alias: 'Champion' });
    const after = store.dump();
    expect(changes(before, after)).toEqual({
      registered_model_aliases: [
        expect.objectContaining({ name: MODEL, alias: 'champion', version: 2 }),
        expect.objectContaining({ name: MODEL, alias: 'Champion', version: 3 }),
      ],
    });
    expect(after['registered_model_aliases']).toHaveLength(2);
  });

  it.each<[string, Write, string]>([
    ['an unknown version', transition('9', 'Production', true), 'version-unknown'],
    ['a deleted version', transition('4', 'Production', true), 'version-unknown'],
    ['a version that is no number', transition('2 OR 1=1', 'Production', true), 'version-unknown'],
    ['an unknown model', { kind: 'alias', model: 'no', version: '1', alias: 'a' }, 'version-unknown'],
    ['archiving for Archived', transition('2', 'Archived', true), 'request-refused'],
    ['the alias latest', { kind: 'alias', model: MODEL, version: '1', alias: 'Latest' }, 'request-refused'],
    ['the alias v7', { kind: 'alias', model: MODEL, version: '1', alias: 'v7' }, 'request-refused'],
    ['an alias with a dot', { kind: 'alias', model: MODEL, version: '1', alias: 'a.b' }, 'request-refused'],
  ])('refuses %s and changes nothing', async (_what, one, code) => {
    using store = storeWith(release);
    const before = store.bytes();
    const error = await failure(() => write(store, one));
    expect(error.code).toBe(code);
    expect(store.bytes()).toBe(before);
  });
});

describe('a store with workspaces', () => {
  it('is written only in its own', async () => {
    const elsewhere = { workspace: 'team-a' };
    using store = storeWith(NEWEST)
      .add('workspaces', { name: 'team-a' })
      .model(MODEL, elsewhere)
      .version(1, 'Production', elsewhere)
      .version(2, 'None', elsewhere)
      .add('registered_model_aliases', { alias: 'champion', version: 1, name: MODEL, ...elsewhere });
    const before = store.dump();
    const registry = await store.open(elsewhere, { now: () => NOW });
    await registry.writer(signal).transact(async (transaction) => {
      await transaction.write(transition('2', 'Production', true));
      await transaction.write({ kind: 'alias', model: MODEL, version: '2', alias: 'champion' });
    });
    const changed = Object.values(changes(before, store.dump())).flat();
    expect(changed).toHaveLength(4);
    expect(changed.every((row) => (row as typeof elsewhere).workspace === 'team-a')).toBe(true);
  });
});

describe('a transaction', () => {
  it('keeps nothing of work that throws, and passes its error on', async () => {
    using store = storeWith(NEWEST);
    const before = store.bytes();
    const registry = await store.open();
    const mine = new Error('superseded');
    const run = registry.writer(signal).transact(async (transaction) => {
      await transaction.write(transition('2', 'Production', true));
      const { versions } = await transaction.reader.model(MODEL);
      expect(versions.find(({ version }) => version === '2')?.stage).toBe('Production');
      throw mine;
    });
    await expect(run).rejects.toBe(mine);
    expect(store.bytes()).toBe(before);
    await write(store, transition('2', 'Production', true));
  });

  it('shows others the old state until it is over, and gives back what the work gave', async () => {
    using store = storeWith(NEWEST);
    const registry = await store.open();
    const result = await registry.writer(signal).transact(async (transaction) => {
      await transaction.write(transition('2', 'Production', true));
      return (await reading(registry).version(MODEL, '2'))?.stage;
    });
    expect(result).toBe('None');
    expect((await reading(registry).version(MODEL, '2'))?.stage).toBe('Production');
  });

  it('rejects, and never throws at once, when a write is refused', async () => {
    using store = storeWith(NEWEST);
    const registry = await store.open();
    await registry.writer(signal).transact(async (transaction) => {
      const refused = transaction.write(transition('9', 'Production', true));
      expect((await failure(() => refused)).code).toBe('version-unknown');
    });
  });
});
