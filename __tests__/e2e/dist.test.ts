import { describe, expect, it } from '@jest/globals';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readMetadata } from '../harness/action-metadata.js';
import { loadedFiles } from '../harness/loaded.js';
import { ROOT, scratch } from '../harness/paths.js';
import { must } from '../harness/tools.js';
import { policyOf, thresholds } from '../policy/file/texts.js';
import { demoStore, EASY, LIST, MODEL, promotionInputs } from './store/demo-store.js';

const DIST = path.join(ROOT, 'dist');
/** What builds dist, beside what goes into it. ncc counts: paths to it are part of what numbers are made from. */
const BUILD = ['@vercel/ncc', 'typescript', '@types', 'undici-types'].map((name) => `node_modules/${name}`);

async function json<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(path.join(ROOT, name), 'utf8')) as T;
}

/** The folders of the packages that users get. */
async function shippedPackages(): Promise<string[]> {
  const { packages } = await json<{ packages: Record<string, { dev?: boolean }> }>('package-lock.json');
  const folders = Object.keys(packages).filter((name) => name !== '' && packages[name]?.dev !== true);
  return folders.filter((name) => name.lastIndexOf('node_modules') === 0);
}

/** Builds as `npm run package` does, in another folder. @returns the folder of the new dist. */
async function rebuild(): Promise<string> {
  const folder = await scratch('a copy elsewhere');
  const files = ['src', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json'];
  for (const name of [...files, ...(await shippedPackages()), ...BUILD]) {
    await cp(path.join(ROOT, name), path.join(folder, name), { recursive: true });
  }
  const { scripts } = await json<{ scripts: { package: string } }>('package.json');
  const programs: Record<string, string[]> = { node: [], ncc: ['node_modules/@vercel/ncc/dist/ncc/cli.js'] };
  for (const command of scripts.package.split(' && ')) {
    const [program = '', ...args] = command.split(' ');
    expect(Object.keys(programs)).toContain(program);
    await must(process.execPath, [...(programs[program] ?? []), ...args], { cwd: folder });
  }
  return path.join(folder, 'dist');
}

async function texts(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort();
  const read = async (name: string): Promise<[string, string]> => [
    name,
    await readFile(path.join(folder, name), 'latin1'),
  ];
  return Object.fromEntries(await Promise.all(names.map(read)));
}

/** The lines in which two files begin to differ; nobody wants to read megabytes. */
function firstDifference(one: string, other: string): readonly unknown[] {
  const [left, right] = [one.split('\n'), other.split('\n')];
  const at = left.findIndex((line, index) => line !== right[index]);
  return one === other ? [] : [at + 1, left[at], right[at]];
}

/** A policy file that the demo's better version passes. */
const REVIEWED = policyOf(thresholds(EASY)).replace('churn', MODEL);

/** The files of dist that are loaded by a run that cannot reach its registry. */
async function loaded(inputs: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { run, files } = await loadedFiles(inputs);
  expect(run.outputs['result']).toBe('error');
  return files;
}

describe('dist', () => {
  it('is what the sources build, byte for byte, in whatever folder', async () => {
    const built = await texts(await rebuild());
    const ours = await texts(DIST);
    expect(Object.keys(ours)).toEqual(Object.keys(built));
    for (const [name, text] of Object.entries(built)) {
      expect([name, ...firstDifference(ours[name] ?? '', text)]).toEqual([name]);
    }
  });

  it('says nothing of the machine that built it', async () => {
    for (const [name, text] of Object.entries(await texts(DIST))) {
      const found = [ROOT, os.homedir(), 'file:///'].filter((place) => text.includes(place));
      expect([name, found]).toEqual([name, []]);
    }
  });

  it('makes no code of text', async () => {
    for (const [name, text] of Object.entries(await texts(DIST))) {
      expect([name, text.match(/\beval\s*\(|\bnew Function\s*\(/g)]).toEqual([name, null]);
    }
  });

  it('is where action.yml says', async () => {
    const { runs } = await readMetadata(ROOT);
    expect(runs).toEqual({ using: 'node24', main: 'dist/index.js' });
    expect(Object.keys(await texts(DIST))).toEqual(expect.arrayContaining(['index.js', 'package.json']));
    expect(await json('dist/package.json')).toEqual({ type: 'module' });
  });

  it('names the license of every package it holds', async () => {
    const { 'licenses.txt': licenses = '' } = await texts(DIST);
    const all = Object.values(await texts(DIST)).join('\n');
    const held = new Set(
      [...all.matchAll(/^;?\/\/ CONCATENATED MODULE: \.\/node_modules\/((?:@[\w-]+\/)?[\w.-]+)\//gm)].map(
        ([, name]) => name,
      ),
    );
    expect(held.size).toBeGreaterThan(5);
    const named = [...licenses.matchAll(/^(\S+) \d+\.\d+\.\d+ \([\w.-]+\)$/gm)].map(([, name]) => name);
    expect([...held].filter((name) => !named.includes(name))).toEqual([]);
    // What is no ES module leaves no such comment behind.
    expect(named).toEqual(expect.arrayContaining(['undici', 'tunnel', 'yaml', 'zod', '@actions/core']));
  });

  it('loads each of its late parts when it is needed, and not before', async () => {
    const inputs = { 'model-name': 'churn', version: '1', stage: 'Production', thresholds: 'auc: ">= 0.5"' };
    const server = { ...inputs, 'tracking-uri': 'http://127.0.0.1:65535', 'timeout-seconds': '1' };
    const [store, rest, github] = await Promise.all([
      loaded({ ...inputs, 'tracking-uri': 'sqlite:///missing.db', 'check-name': '' }),
      loaded({ ...server, 'check-name': '' }),
      loaded(server),
    ]);
    const code = Object.keys(await texts(DIST)).filter((name) => name.endsWith('.js'));
    const demo = await demoStore();
    const list = await loadedFiles(promotionInputs({ ...LIST, 'tracking-uri': `sqlite:///${demo.path}` }));
    expect(list.run.outputs['result']).toBe('listed');
    const ruled = await demoStore();
    await mkdir(path.join(ruled.folder, '.github'));
    await writeFile(path.join(ruled.folder, '.github/model-promotion.yml'), REVIEWED);
    const there = { workspace: ruled.folder, env: { GITHUB_ACTIONS: '' } };
    // The promotion comes last: it changes what the others find.
    const modes: string[] = [];
    for (const [mode, result] of [
      ['explain', 'listed'],
      ['evaluate', 'passed'],
      ['promote', 'promoted'],
    ] as const) {
      const { run, files } = await loadedFiles(promotionInputs({ thresholds: '', mode }), there);
      expect([mode, run.outputs['result']]).toEqual([mode, result]);
      modes.push(...files);
    }
    const nowhere = await loaded({ ...inputs, mode: 'evaluate', 'tracking-uri': '' });
    const all = [...store, ...github, ...list.files, ...list.beside, ...modes, ...nowhere];
    expect([...new Set(all)].sort()).toEqual(code);
    // The entry, the run, its packages, and how MLflow tells what belongs to a version, whichever door is used.
    const shared = store.filter((name) => github.includes(name));
    expect([shared.length, shared.includes('index.js')]).toEqual([4, true]);
    expect(rest.filter((name) => !github.includes(name))).toEqual([]);
    // The store alone; the server, the HTTP client, the connections, octokit, the mode, the policy and where it is read; then the check run.
    expect([store.length, rest.length, github.length]).toEqual([5, 13, 14]);
    // Beside the run there are the entry again and the work on the store.
    expect([list.beside.length, list.beside.includes('index.js')]).toEqual([2, true]);
    const files = await texts(DIST);
    const bytes = (names: readonly string[]) =>
      names.reduce((sum, name) => sum + (files[name]?.length ?? 0), 0);
    expect(bytes(store)).toBeLessThan(1_000_000);
    expect(bytes(list.beside)).toBeLessThan(100_000);
  });

  it('holds of each package only what is used', async () => {
    const all = Object.values(await texts(DIST)).join('\n');
    const modules = [...all.matchAll(/^;?\/\/ CONCATENATED MODULE: \.\/node_modules\/(\S+)$/gm)].map(
      ([, name = '']) => name,
    );
    const parts = (prefix: string) => modules.filter((name) => name.startsWith(prefix)).toSorted();
    // One language of zod's.
    expect(all.match(/\blocaleError: error\(\)/g)).toHaveLength(1);
    expect(parts('zod/').filter((name) => /json-schema|compile|classic/.test(name))).toEqual([]);
    // What is loaded apart or is no ES module names no files: these are classes of the parts that are left out.
    expect(all.match(/class (OidcClient|Summary|HttpClient|BearerCredentialHandler)\b/g)).toBeNull();
    expect(all.match(/class (Headers|WebSocket|EventSource|CacheStorage|MockAgent)\b/g)).toBeNull();
  });
});
