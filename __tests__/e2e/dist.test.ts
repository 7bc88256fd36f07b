import { describe, expect, it } from '@jest/globals';
import { cp, readdir, readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runAction } from '../harness/action.js';
import { readMetadata } from '../harness/action-metadata.js';
import { ROOT, scratch } from '../harness/paths.js';
import { must } from '../harness/tools.js';

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

/** The files of dist that a run loads. */
async function loaded(inputs: Readonly<Record<string, string>>): Promise<string[]> {
  const folder = await scratch('coverage');
  const run = await runAction({ inputs, env: { NODE_V8_COVERAGE: folder } });
  expect(run.outputs['result']).toBe('error');
  const names = await readdir(folder);
  const reports = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  const urls = reports.flatMap((text) => (JSON.parse(text) as { result: { url: string }[] }).result);
  const files = urls.flatMap(({ url }) => (url.startsWith('file:') ? [fileURLToPath(url)] : []));
  return files.filter((file) => path.dirname(file) === DIST).map((file) => path.basename(file));
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
    const store = await loaded({ ...inputs, 'tracking-uri': 'sqlite:///missing.db', 'check-name': '' });
    const server = await loaded({
      ...inputs,
      'tracking-uri': 'http://127.0.0.1:65535',
      'timeout-seconds': '1',
    });
    const code = Object.keys(await texts(DIST)).filter((name) => name.endsWith('.js'));
    expect([...new Set([...store, ...server])].sort()).toEqual(code);
    expect(store.filter((name) => server.includes(name))).toEqual(['index.js']);
    expect([store.length, server.length]).toEqual([2, 4]);
  });
});
