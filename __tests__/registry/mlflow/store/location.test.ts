import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { locateStore } from '../../../../src/registry/mlflow/store/location.js';
import { reading, connectionTo, failure, NEWEST, TestStore, openStore } from './stores.js';

const HEADER = 'SQLite format 3\0 and so on';

describe('where a sqlite URI leads', () => {
  let outer: string;
  let workspace: string;
  beforeEach(() => {
    outer = realpathSync(mkdtempSync(join(tmpdir(), 'locate-')));
    workspace = join(outer, 'workspace');
    mkdirSync(join(workspace, 'sub'), { recursive: true });
    writeFileSync(join(workspace, 'mlflow.db'), HEADER);
    writeFileSync(join(workspace, 'sub/a #1?%41.db'.replace('?', '')), HEADER);
    writeFileSync(join(outer, 'outside.db'), HEADER);
  });
  afterEach(() => {
    rmSync(outer, { recursive: true });
  });

  it('reads three slashes as relative to the working directory and four as absolute', async () => {
    expect(await locateStore('sqlite:///mlflow.db', workspace)).toBe(join(workspace, 'mlflow.db'));
    expect(await locateStore('sqlite:///sub/../mlflow.db', workspace)).toBe(join(workspace, 'mlflow.db'));
    expect(await locateStore(`sqlite:///${join(outer, 'outside.db')}`, workspace)).toBe(
      join(outer, 'outside.db'),
    );
  });

  it('takes the path as it is written, without percent decoding', async () => {
    expect(await locateStore('sqlite:///sub/a #1%41.db', workspace)).toBe(join(workspace, 'sub/a #1%41.db'));
  });

  it('follows a link that stays and refuses one that leaves', async () => {
    symlinkSync('mlflow.db', join(workspace, 'stays.db'));
    symlinkSync('../outside.db', join(workspace, 'leaves.db'));
    symlinkSync('..', join(workspace, 'up'));
    expect(await locateStore('sqlite:///stays.db', workspace)).toBe(join(workspace, 'mlflow.db'));
    for (const uri of ['sqlite:///leaves.db', 'sqlite:///up/outside.db']) {
      const error = await failure(() => locateStore(uri, workspace));
      expect([error.code, error.message]).toEqual([
        'store-unusable',
        `"${uri}" is a link that leaves the workspace, so it was not opened.`,
      ]);
    }
  });

  it('works in a working directory that is itself a link', async () => {
    symlinkSync(workspace, join(outer, 'link'));
    expect(await locateStore('sqlite:///mlflow.db', join(outer, 'link'))).toBe(join(workspace, 'mlflow.db'));
  });

  it.each([
    ['sqlite:///../outside.db', 'input-invalid'],
    ['sqlite:///sub/../../outside.db', 'input-invalid'],
    ['sqlite://mlflow.db', 'input-invalid'],
    ['sqlite:mlflow.db', 'input-invalid'],
    ['sqlite://', 'not-supported'],
    ['sqlite:///', 'not-supported'],
    ['sqlite:////', 'not-supported'],
    ['sqlite:///:memory:', 'not-supported'],
    ['sqlite:////:memory:', 'not-supported'],
    ['sqlite:///mlflow.db?mode=memory', 'not-supported'],
    ['sqlite:///file:mlflow.db', 'not-supported'],
    ['sqlite:///missing.db', 'store-missing'],
    ['sqlite:///mlflow.db/x', 'store-missing'],
    ['sqlite:///sub', 'store-unusable'],
  ])('refuses %s as %s', async (uri, code) => {
    const error = await failure(() => locateStore(uri, workspace));
    expect(error.code).toBe(code);
    expect(error.remedy).not.toBe('');
    expect(readdirSync(workspace).sort()).toEqual(['mlflow.db', 'sub']);
  });

  it.each([
    ['', 'is empty'],
    ['version https://git-lfs.github.com/spec/v1', 'is not a SQLite database'],
    ['SQLite', 'is not a SQLite database'],
  ])('refuses a file that says %j', async (content, what) => {
    writeFileSync(join(workspace, 'other.db'), content);
    const error = await failure(() => locateStore('sqlite:///other.db', workspace));
    expect([error.code, error.message]).toEqual([
      'store-unusable',
      `The file of "sqlite:///other.db" ${what}.`,
    ]);
  });
});

describe('a store that is missing', () => {
  let workspace: string;
  beforeEach(() => {
    workspace = realpathSync(mkdtempSync(join(tmpdir(), 'missing-')));
  });
  afterEach(() => {
    rmSync(workspace, { recursive: true });
  });

  /** What is proposed, where there are these files; a name with a slash at its end is a folder. */
  async function proposed(uri: string, files: readonly string[]): Promise<string> {
    for (const file of files) {
      mkdirSync(join(workspace, file.endsWith('/') ? file : dirname(file)), { recursive: true });
      if (!file.endsWith('/')) writeFileSync(join(workspace, file), HEADER);
    }
    return (await failure(() => locateStore(uri, workspace))).remedy;
  }

  it.each([
    ['one folder down', 'sqlite:///mlflow.db', ['store/mlflow.db'], 'sqlite:///store/mlflow.db'],
    ['one folder up', 'sqlite:///store/mlflow.db', ['mlflow.db', 'store/'], 'sqlite:///mlflow.db'],
    ['in a folder that is not there', 'sqlite:///artifacts/mlflow.db', ['mlflow.db'], 'sqlite:///mlflow.db'],
    ['under a near name', 'sqlite:///mlflow.bd', ['mlflow.db'], 'sqlite:///mlflow.db'],
    ['in other case', 'sqlite:///MLflow.db', ['mlflow.db'], 'sqlite:///mlflow.db'],
    ['with its own blank', 'sqlite:///my%20store.db', ['my store.db'], 'sqlite:///my store.db'],
    ['with its own umlaut', 'sqlite:///pr%C3%BCfung.db', ['prüfung.db'], 'sqlite:///prüfung.db'],
  ])('is found %s, and what is offered opens', async (_, uri, files, meant) => {
    const remedy = await proposed(uri, files);
    const offered = [...remedy.matchAll(/`(sqlite:[^`]+)`/g)].map(([, address = '']) => address);
    expect(offered).toContain(meant);
    await expect(locateStore(meant, workspace)).resolves.toContain(workspace);
  });

  it.each([
    ['sqlite:///~/mlflow.db', 'not read as the home folder'],
    ['sqlite:///$RUNNER_TEMP/mlflow.db', '${{ env.RUNNER_TEMP }}'],
    ['sqlite:///${HOME}/mlflow.db', '${{ env.HOME }}'],
    ['sqlite:///%USERPROFILE%/mlflow.db', '${{ env.USERPROFILE }}'],
  ])('%s is told as what it is', async (uri, says) => {
    expect(await proposed(uri, [])).toContain(says);
  });

  it('beside a file store is told how that becomes one', async () => {
    expect(await proposed('sqlite:///mlflow.db', ['mlruns/'])).toContain('mlflow migrate-filestore');
  });

  it('is not looked for where nothing is near', async () => {
    const remedy = await proposed('sqlite:///mlflow.db', ['notes.txt', 'other/readme.md']);
    expect(remedy).not.toContain('There is');
    expect(remedy).toMatch(/^Check `tracking-uri`/);
  });
});

describe('what is said of an address', () => {
  const SECRET = 'canary-5d1';

  it.each([
    `sqlite://user:${SECRET}@host/mlflow.db`,
    `sqlite:${SECRET}/mlflow.db`,
    `sqlite:///mlflow.db?key=${SECRET}`,
    `sqlite:///:memory:?key=${SECRET}`,
    `sqlite:///file:mlflow.db?key=${SECRET}`,
  ])('is not what stands before or behind the path: %s', async (uri) => {
    const error = await failure(() => locateStore(uri, process.cwd()));
    expect(`${error.message} ${error.remedy}`).not.toContain(SECRET);
  });

  it.each(['trackingUri', 'registryUri'] as const)('is nothing when %s is a server', async (server) => {
    const uri = `sqlite://user:${SECRET}@host/mlflow.db?key=${SECRET}`;
    const connection = connectionTo(uri, process.cwd(), { [server]: 'http://127.0.0.1:5000' });
    const error = await failure(() =>
      openStore(connection, { log: { info: () => undefined, debug: () => undefined } }),
    );
    expect(error.message).toContain(
      server === 'trackingUri'
        ? 'registry address names a local store and the tracking address a server'
        : 'tracking address names a local store and the registry address a server',
    );
    expect(`${error.message} ${error.remedy}`).not.toContain(SECRET);
  });
});

describe('tracking and registry', () => {
  const log = { info: () => undefined, debug: () => undefined };

  it.each(['missing.db', '../outside.db', 'other.db', 'sub', 'away.db', ''])(
    'are blamed by the input that may have named them: %j',
    async (path) => {
      using store = new TestStore(NEWEST);
      writeFileSync(join(store.folder, 'other.db'), 'no store');
      mkdirSync(join(store.folder, 'sub'));
      symlinkSync(tmpdir(), join(store.folder, 'away.db'));
      const { remedy } = await failure(() =>
        openStore(connectionTo(`sqlite:///${path}`, store.folder), { log }),
      );
      expect(remedy).toContain('`tracking-uri` (or `registry-uri`, where only that is set)');
    },
  );

  it.each([{ registryUri: 'sqlite:///gone.db' }, { trackingUri: 'sqlite:///gone.db' }])(
    'a missing one is named: %j',
    async (more) => {
      using store = new TestStore(NEWEST);
      const connection = connectionTo('sqlite:///mlflow.db', store.folder, more);
      const { message } = await failure(() => openStore(connection, { log }));
      const path = JSON.stringify(join(store.folder, 'gone.db'));
      expect(message).toBe(`There is no store at "sqlite:///gone.db". It was looked for as ${path}.`);
    },
  );

  it('a store that is gone, or not one, is blamed by its input', async () => {
    using store = new TestStore(NEWEST);
    const opened = await openStore(connectionTo('sqlite:///mlflow.db', store.folder), { log });
    const fault = () => failure(() => opened.reader(new AbortController().signal).model('fraud clf'));
    const seen = [await fault()];
    store.run('DROP TABLE registered_model_aliases');
    seen.push(await fault());
    rmSync(store.path);
    seen.push(await fault());
    expect(seen.map(({ code }) => code)).toEqual(['model-unknown', 'store-schema', 'store-missing']);
    for (const { remedy } of seen) {
      expect(remedy).toContain('`tracking-uri` (or `registry-uri`, where only that is set)');
    }
  });

  it('are refused when they are two local stores', async () => {
    using registry = new TestStore(NEWEST).model().version(1);
    using tracking = new TestStore(NEWEST).trainingRun('c'.repeat(32));
    const connection = connectionTo('sqlite:///mlflow.db', registry.folder, {
      trackingUri: `sqlite:///${tracking.path}`,
    });
    const error = await failure(() => openStore(connection, { log }));
    expect(error.code).toBe('not-supported');
    expect(error.remedy).toContain('`registry-uri`');
  });

  it('may be two spellings of one store', async () => {
    using store = new TestStore(NEWEST).model().version(1).trainingRun('c'.repeat(32));
    const trackingUri = `sqlite:///${store.path}`;
    const opened = await openStore(connectionTo('sqlite:///mlflow.db', store.folder, { trackingUri }), {
      log,
    });
    expect((await reading(opened).model('fraud clf')).versions).toHaveLength(1);
    expect((await reading(opened).run('c'.repeat(32)))?.status).toBe('FINISHED');
  });

  it.each([
    ['http://127.0.0.1:5000', 'sqlite:///mlflow.db'],
    ['sqlite:///mlflow.db', 'http://127.0.0.1:5000'],
  ])('may not be %s and %s', async (trackingUri, registryUri) => {
    using store = new TestStore(NEWEST);
    const error = await failure(() =>
      openStore(connectionTo('', store.folder, { trackingUri, registryUri }), { log }),
    );
    expect(error.code).toBe('not-supported');
  });
});
