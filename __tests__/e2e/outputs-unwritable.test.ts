import { describe, expect, it } from '@jest/globals';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { startAction } from '../harness/action.js';
import { scratch } from '../harness/paths.js';
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

  it('that goes while the step is at work makes it red, and says that the version was moved', async () => {
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
    expect(holders(store.path, MODEL)).toEqual(['3']);
    expect([run.exitCode, run.annotations[0]?.title]).toEqual([1, 'Outputs missing']);
    expect(run.annotations[0]?.message).toContain('now holds Production');
    expect(run.summary).toContain('Production');
  });
});
