import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { startAction } from '../harness/action.js';
import { demoStore, gate, MODEL, promotionInputs } from './store/demo-store.js';
import { holders } from './store/files.js';

describe('the time limit covers the whole run', () => {
  const sockets = new Set<Socket>();
  let mute: Server;
  let apiUrl = '';
  beforeAll(async () => {
    mute = createServer((socket) => sockets.add(socket.on('error', () => undefined)));
    await new Promise<void>((listening) => mute.listen(0, '127.0.0.1', listening));
    apiUrl = `http://127.0.0.1:${(mute.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    for (const socket of sockets) socket.destroy();
    mute.close();
  });

  const CHECK = { 'check-name': 'gate', 'github-token': 'ghs_token-of-a-job' };

  it('its report too: a GitHub that never answers is waited for no longer, and what was done is said', async () => {
    const store = await demoStore();
    const run = await gate(store, { ...CHECK, 'timeout-seconds': '2' }, { apiUrl });
    expect(sockets.size).toBeGreaterThan(0);
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
    const running = await startAction({ inputs, workspace: store.folder, apiUrl });
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
});
