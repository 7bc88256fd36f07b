import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile, writeFile } from 'node:fs/promises';
import { copyOfAction } from '../harness/action-copy.js';
import { startAction } from '../harness/action.js';
import { startGithubApi, type GithubApi } from '../harness/github-api.js';
import { demoStore, gate, MODEL, promotionInputs } from './store/demo-store.js';
import { holders } from './store/files.js';

describe('the time limit covers the whole run', () => {
  /** Says what is in the repository, and nothing to who writes. */
  let mute: GithubApi;
  beforeAll(async () => {
    mute = await startGithubApi();
    mute.fail({ kind: 'hang' });
  });
  afterAll(async () => {
    await mute.stop();
  });

  const CHECK = { 'check-name': 'gate', 'github-token': 'ghs_token-of-a-job' };

  it('its report too: a GitHub that never answers is waited for no longer, and what was done is said', async () => {
    const store = await demoStore();
    const run = await gate(store, { ...CHECK, 'timeout-seconds': '2' }, { apiUrl: mute.url });
    expect(mute.requests.length).toBeGreaterThan(0);
    expect([run.exitCode, run.outputs['result'], run.outputs['promoted']]).toEqual([0, 'promoted', 'true']);
    expect(holders(store.path, MODEL)).toEqual(['3']);
    expect(run.durationMs).toBeGreaterThan(1_900);
    // Without it 15 s would be waited.
    expect(run.durationMs).toBeLessThan(6_000);
    expect(run.annotations.find(({ title }) => title === 'No check run')?.message).toContain('in time');
  });

  it('and a run that is cancelled while it reports ends at once, with the truth', async () => {
    const store = await demoStore();
    const inputs = promotionInputs(CHECK);
    const running = await startAction({ inputs, workspace: store.folder, apiUrl: mute.url });
    await running.line(/^Report: /);
    const since = performance.now();
    running.signal('SIGTERM');
    const run = await running.done;
    expect(performance.now() - since).toBeLessThan(3_000);
    expect([run.exitCode, run.outputs['result']]).toEqual([0, 'promoted']);
  });

  it.each([
    [
      'comments with line ends of Windows',
      `${'# a comment\r\n'.repeat(34)}accuracy: ">= 0.8"\r\n`,
      'promoted',
    ],
    ['a thousand empty lines of them', `${'\r\n'.repeat(1_000)}accuracy: ">= 0.8"\r\n`, 'promoted'],
    ['a condition of white space', `accuracy: ">=${' '.repeat(20_000)}0.8"`, 'error'],
    ['a condition of signs', `accuracy: "${'>= '.repeat(5_000)}"`, 'error'],
    ['brackets without end', '['.repeat(5_000), 'error'],
  ])('its inputs too: %s', async (_, thresholds, result) => {
    const run = await gate(await demoStore(), { thresholds, 'timeout-seconds': '5' });
    expect([run.outputs['result'], run.outputs['reasons']]).toEqual([
      result,
      result === 'promoted' ? '["promoted"]' : '["thresholds-invalid"]',
    ]);
    expect(run.durationMs).toBeLessThan(5_000);
  });

  /** The shipped action, where a function never ends. */
  async function endless(name: string): Promise<string> {
    const { directory, files } = await copyOfAction();
    const changed: string[] = [];
    for (const file of files) {
      const text = await readFile(file, 'utf8');
      const edited = text.replace(new RegExp(`^function ${name}\\(.*\\{$`, 'm'), '$& for (;;);');
      if (edited !== text) changed.push(file);
      await writeFile(file, edited);
    }
    expect(changed).toHaveLength(1);
    return directory;
  }

  it('inputs that would be read for ever, too', async () => {
    const store = await demoStore();
    const directory = await endless('readInputs');
    const run = await gate(store, { 'timeout-seconds': '2' }, { directory });
    expect([run.exitCode, run.outputs['result'], run.outputs['reasons']]).toEqual([
      1,
      'error',
      '["timeout"]',
    ]);
    expect(run.durationMs).toBeGreaterThan(1_900);
    expect(run.durationMs).toBeLessThan(6_000);
    expect(holders(store.path, MODEL)).toEqual(['1']);
  });

  it('a part of the report that would be written for ever: the others come, and say what was moved', async () => {
    const store = await demoStore();
    const run = await gate(store, {}, { directory: await endless('renderSummary') });
    expect([run.exitCode, run.outputs['result'], run.outputs['promoted']]).toEqual([1, 'promoted', 'true']);
    expect(run.durationMs).toBeLessThan(12_000);
    expect(run.annotations.map(({ title }) => title)).toContain('Report incomplete');
    expect(run.log).toContain('PROMOTED');
    expect(holders(store.path, MODEL)).toEqual(['3']);
  }, 20_000);
});
