import { isPromotion, type Decision } from '../../src/domain/decision.js';
import { describe, expect, it } from '@jest/globals';
import { mkdir, readdir, readFile, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { scratch } from '../harness/paths.js';
import { expectEnd } from './promotion/steps.js';
import type { End, Inputs } from './promotion/steps.js';
import { demoStore, expectListed, gate, LIST, MODEL } from './store/demo-store.js';
import type { LocalStore } from './store/demo-store.js';
import { holders, run as sql } from './store/files.js';
import { unprivileged } from './store/unprivileged.js';

/** Every file of a folder with its bytes and times: equal means untouched. */
async function state(folder: string): Promise<unknown> {
  const names = await readdir(folder, { recursive: true });
  return Promise.all(
    names.sort().map(async (name) => {
      const file = path.join(folder, name);
      const { mtimeMs, size, mode } = await stat(file);
      const bytes = (await stat(file)).isFile() ? await readFile(file, 'latin1') : '';
      return [name, mtimeMs, size, mode, bytes];
    }),
  );
}

const MODES: readonly (readonly [string, Inputs])[] = [
  ['promote', {}],
  ['evaluate', { mode: 'evaluate' }],
  ['list', LIST],
];

describe('the shipped action finds its local store', () => {
  it.each([
    ['relative to the workspace', 'mlflow.db', ''],
    ['in a folder of the workspace', 'data/my store #1.db', ''],
    ['by its absolute path', 'mlflow.db', '/'],
  ])('%s', async (_what, name, root) => {
    const { folder, path: file } = await demoStore();
    const place = path.join(folder, name);
    await mkdir(path.dirname(place), { recursive: true });
    if (place !== file) await writeFile(place, await readFile(file));
    const uri = root === '' ? `sqlite:///${name}` : `sqlite:///${place}`;
    const workspace = root === '' ? folder : await scratch('elsewhere');
    const run = await gate({ folder: workspace }, { 'tracking-uri': uri });
    await expectEnd(run, { result: 'promoted', code: 'promoted' });
    expect(run.outputs).toMatchObject({ 'previous-version': '1', version: '3', target: 'Production' });
    expect(holders(place, MODEL)).toEqual(['3']);
    expect(run.log).toContain(`Store: ${uri} (from tracking-uri)`);
    expect(run.lines.filter(({ stream }) => stream === 'stderr')).toEqual([]);
    expect(run.rawLog).not.toContain('Experimental');
    const listed = await gate({ folder: workspace }, { ...LIST, 'tracking-uri': uri });
    expect(expectListed(listed)).toMatch(/v3 +Production/);
  });

  it('by MLflow’s own variable', async () => {
    const store = await demoStore();
    const env = { MLFLOW_TRACKING_URI: 'sqlite:///mlflow.db' };
    const run = await gate(store, { 'tracking-uri': '' }, { env });
    await expectEnd(run, { result: 'promoted', code: 'promoted' });
    expect(run.log).toContain('Store: sqlite:///mlflow.db (from MLFLOW_TRACKING_URI)');
  });

  it('by MLflow’s own default when nothing names one, to read and never to promote', async () => {
    const store = await demoStore();
    const read = await gate(store, { 'tracking-uri': '', mode: 'evaluate' });
    const decision = await expectEnd(read, { result: 'passed', code: 'would-be-promoted' });
    expect(decision.warnings.map(({ code }) => code)).toContain('registry-by-default');
    expect(read.outputs['registry']).toBe('sqlite:///mlflow.db');
    const refused = await gate(store, { 'tracking-uri': '' });
    await expectEnd(refused, {
      ...{ result: 'error', code: 'input-invalid' },
      says: ['No registry is named', 'tracking-uri: sqlite:///mlflow.db'],
    });
    expect(holders(store.path, MODEL)).toEqual(['1']);
  });

  it('by an alias target, and by two spellings of one file', async () => {
    const store = await demoStore();
    const uris = { 'tracking-uri': `sqlite:///${store.path}`, 'registry-uri': 'sqlite:///mlflow.db' };
    const run = await gate(store, { ...uris, stage: '', alias: 'champion' });
    await expectEnd(run, { result: 'promoted', code: 'promoted' });
    expect(run.log).toContain('Registry: sqlite:///mlflow.db (from registry-uri)');
  });

  it('and refuses two of them', async () => {
    const store = await demoStore();
    await writeFile(path.join(store.folder, 'runs.db'), await readFile(store.path));
    const uris = { 'tracking-uri': 'sqlite:///runs.db', 'registry-uri': 'sqlite:///mlflow.db' };
    const run = await gate(store, uris);
    await expectEnd(run, { result: 'error', code: 'not-supported', says: ['two local stores'] });
  });
});

describe('a store that is only looked at', () => {
  it.each(MODES.slice(1))('stays as it is, byte for byte: %s', async (_mode, inputs) => {
    const store = await demoStore();
    const before = await state(store.folder);
    const run = await gate(store, inputs);
    expect(run.exitCode).toBe(0);
    expect(await state(store.folder)).toEqual(before);
  });

  it('may be read-only, file and folder; promoting says what is missing', async () => {
    const store = await demoStore();
    const directory = await unprivileged(store);
    const before = await state(store.folder);
    const passed = await gate(store, { mode: 'evaluate' }, { directory });
    await expectEnd(passed, { result: 'passed', code: 'would-be-promoted' });
    expectListed(await gate(store, LIST, { directory }));
    await expectEnd(await gate(store, {}, { directory }), {
      ...{ result: 'error', code: 'store-read-only' },
      says: [
        'The store "sqlite:///mlflow.db" cannot be written: the file, its folder or its disk is read-only.',
      ],
    });
    expect(await state(store.folder)).toEqual(before);
  });
});

interface Unusable {
  readonly name: string;
  readonly prepare: (store: LocalStore) => Promise<unknown>;
  readonly inputs?: Inputs;
  readonly code: End['code'];
  readonly says: string;
  readonly env?: Inputs;
}

const DAMAGED: readonly Unusable[] = [
  {
    name: 'is cut in half',
    prepare: async ({ path: file }) => truncate(file, Math.floor((await stat(file)).size / 2)),
    code: 'store-unusable',
    says: 'The store "sqlite:///mlflow.db" is damaged or cut short.',
  },
  {
    name: 'is cut after its first page',
    prepare: ({ path: file }) => truncate(file, 4096),
    code: 'store-unusable',
    says: 'The store "sqlite:///mlflow.db" is damaged or cut short.',
  },
  {
    name: 'is empty',
    prepare: ({ path: file }) => truncate(file, 0),
    code: 'store-unusable',
    says: 'The file of "sqlite:///mlflow.db" is empty.',
  },
  {
    name: 'is a Git LFS pointer',
    prepare: ({ path: file }) => writeFile(file, 'version https://git-lfs.github.com/spec/v1\n'),
    code: 'store-unusable',
    says: 'The file of "sqlite:///mlflow.db" is not a SQLite database.',
  },
  {
    name: 'is another program’s database',
    prepare: async ({ folder }) => {
      const file = path.join(folder, 'other.db');
      await writeFile(file, '');
      sql(file, 'CREATE TABLE t (a)');
    },
    inputs: { 'tracking-uri': 'sqlite:///other.db' },
    code: 'store-schema',
    says: 'lacks the table "alembic_version"',
  },
  {
    name: 'lacks what a release adds',
    prepare: ({ path: file }) => {
      sql(file, 'DROP TABLE registered_model_aliases');
      return Promise.resolve();
    },
    code: 'store-schema',
    says: 'lacks the table "registered_model_aliases", which stores of MLflow 2.3 and later have.',
  },
];

const ELSEWHERE: readonly Unusable[] = [
  {
    name: 'is missing',
    prepare: () => Promise.resolve(),
    inputs: { 'tracking-uri': 'sqlite:///data/mlflow.db' },
    code: 'store-missing',
    says: 'There is no store at "sqlite:///data/mlflow.db".',
  },
  {
    name: 'is a folder',
    prepare: ({ folder }) => mkdir(path.join(folder, 'data')),
    inputs: { 'tracking-uri': 'sqlite:///data' },
    code: 'store-unusable',
    says: '"sqlite:///data" is not a file.',
  },
  {
    name: 'is a link that leaves the workspace',
    prepare: async ({ folder }) => symlink((await demoStore()).path, path.join(folder, 'link.db')),
    inputs: { 'tracking-uri': 'sqlite:///link.db' },
    code: 'store-unusable',
    says: '"sqlite:///link.db" is a link that leaves the workspace, so it was not opened.',
  },
  {
    name: 'lies outside of the workspace',
    prepare: () => Promise.resolve(),
    inputs: { 'tracking-uri': 'sqlite:///../mlflow.db' },
    code: 'input-invalid',
    says: '"sqlite:///../mlflow.db" leads out of the workspace.',
  },
  {
    name: 'is in memory',
    prepare: () => Promise.resolve(),
    inputs: { 'tracking-uri': 'sqlite:///:memory:' },
    code: 'not-supported',
    says: 'names a store in memory, which is empty at every start.',
  },
  {
    name: 'is a file store that MLflow finds by itself',
    prepare: async ({ folder }) => {
      await mkdir(path.join(folder, 'mlruns/0'), { recursive: true });
      await writeFile(path.join(folder, 'mlruns/0/meta.yaml'), 'name: Default\n');
    },
    inputs: { 'tracking-uri': '' },
    code: 'not-supported',
    says: 'mlflow migrate-filestore --source . --target sqlite:///mlflow.db',
    // On a runner a promotion goes nowhere by default.
    env: { GITHUB_ACTIONS: '' },
  },
];

describe('a store that cannot be used is a clear error, and stays as it is', () => {
  it.each([...DAMAGED, ...ELSEWHERE])('because it $name', async ({ prepare, inputs, code, says, env }) => {
    const store = await demoStore();
    await prepare(store);
    const before = await state(store.folder);
    for (const [, mode] of MODES) {
      const run = await gate(store, { ...mode, ...inputs }, { env: env ?? {} });
      const decision = (await expectEnd(run, { result: 'error', code })) as Decision;
      expect(run.summary).not.toBe('');
      expect(run.log).toContain(says);
      expect(isPromotion(decision) ? decision.moves : null).toEqual(isPromotion(decision) ? [] : null);
      expect(await state(store.folder)).toEqual(before);
    }
  });
});
