import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { inputVariables, readMetadata } from '../harness/action-metadata.js';
import { parseFileCommands } from '../harness/runner-files.js';
import { describe, expect, it } from '@jest/globals';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { startAction } from '../harness/action.js';
import { ROOT, scratch } from '../harness/paths.js';
import { demoStore, gate, LIST, MODEL, promotionInputs } from './store/demo-store.js';
import { holders } from './store/files.js';

/** Files for outputs that no step can write, each in its own way. */
const FILES: readonly (readonly [string, () => Promise<string>])[] = [
  ['a full disk', () => Promise.resolve('/dev/full')],
  ['a folder in its place', () => scratch('outputs')],
  ['a file that is not there', async () => path.join(await scratch('outputs'), 'gone')],
  ['a folder that is not there', async () => path.join(await scratch('outputs'), 'gone', 'output')],
];

describe('a file for outputs that cannot be written', () => {
  it.each(FILES)('moves nothing, is red and loses no other part of the report: %s', async (_, file) => {
    const store = await demoStore();
    const env = { GITHUB_OUTPUT: await file() };
    const [run, looked, listed] = await Promise.all([
      gate(store, {}, { env }),
      gate(store, { mode: 'evaluate' }, { env }),
      gate(store, LIST, { env }),
    ]);
    expect(holders(store.path, MODEL)).toEqual(['1']);
    expect(run.summary).toContain('Nothing was moved, because no later step could tell.');
    expect(looked.summary).toContain('accuracy');
    expect(listed.summary).toContain(MODEL);
    for (const { exitCode, annotations, log } of [run, looked, listed]) {
      expect([exitCode, annotations[0]?.title]).toEqual([1, 'Outputs missing']);
      expect(log).toContain('Report: ');
    }
  });

  it('that goes while the step is at work keeps the version where it is', async () => {
    const store = await demoStore();
    const output = path.join(await scratch('outputs'), 'folder', 'output');
    await mkdir(path.dirname(output));
    await writeFile(output, '');
    const other = new DatabaseSync(store.path);
    other.exec('BEGIN IMMEDIATE');
    const running = await startAction({
      ...{ inputs: promotionInputs(), workspace: store.folder, env: { GITHUB_OUTPUT: output } },
    });
    await running.line(/waiting for it/);
    await rm(path.dirname(output), { recursive: true });
    other.close();
    const run = await running.done;
    expect(holders(store.path, MODEL)).toEqual(['1']);
    expect([run.exitCode, run.annotations[0]?.title]).toEqual([1, 'Outputs missing']);
    expect(run.summary).toContain('Nothing was moved, because no later step could tell.');
  });

  it.each([
    ['a promotion', {}, '3'],
    ['an evaluation', { mode: 'evaluate' }, '1'],
    ['a list', LIST, '1'],
    ['a rejection', { thresholds: 'accuracy: ">= 0.9999"' }, '1'],
  ] as const)(
    'a log whose reader is gone: %s still reports everywhere else, and is red',
    async (_, inputs, holder) => {
      const store = await demoStore();
      const folder = await scratch('unread');
      const files = Object.fromEntries(
        ['OUTPUT', 'STEP_SUMMARY'].map((name) => [name, path.join(folder, name)]),
      );
      for (const file of Object.values(files)) await writeFile(file, '');
      const variables = Object.entries(files).map(([name, file]) => [`GITHUB_${name}`, file]);
      const env = {
        ...inputVariables(await readMetadata(ROOT), promotionInputs(inputs), ''),
        ...{ PATH: '/usr/bin:/bin', GITHUB_WORKSPACE: store.folder, RUNNER_TEMP: folder },
        ...(Object.fromEntries(variables) as Record<string, string>),
      };
      const child = spawn(process.execPath, [path.join(ROOT, 'dist/index.js')], {
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child.stdout.destroy();
      const [code] = (await once(child, 'close')) as [number];
      expect([code, holders(store.path, MODEL)]).toEqual([1, [holder]]);
      const outputs = parseFileCommands(await readFile(files['OUTPUT'] ?? '', 'utf8'));
      expect(outputs['promoted']).toBe(String(holder === '3'));
      expect(await readFile(files['STEP_SUMMARY'] ?? '', 'utf8')).toContain(MODEL);
      expect(JSON.parse(await readFile(outputs['decision'] ?? '', 'utf8'))).toMatchObject({ model: MODEL });
    },
  );
});
