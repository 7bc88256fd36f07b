import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { ANSWERS, roundTrips, startRecorder } from './recorder.js';
import type { Fault, Recorder } from './recorder.js';

describe('sequential round trips', () => {
  const span = (start: number, end: number) => ({ start, end });
  it.each([
    ['nothing', [], 0],
    ['one after the other', [span(0, 1), span(1, 2), span(3, 4)], 3],
    ['all at once', [span(0, 5), span(0, 6), span(1, 7)], 1],
    ['a long one beside two short ones', [span(0, 10), span(0, 1), span(2, 3)], 2],
    ['two waves, in any order', [span(4, 6), span(0, 2), span(0, 3), span(3, 5)], 2],
    ['an unanswered one', [span(0, 1), span(2, Infinity)], 2],
  ])('%s', (_name, requests, count) => {
    expect(roundTrips(requests)).toBe(count);
  });
});

describe('the recorder', () => {
  let target: Server;
  let recorder: Recorder;
  const applied: string[] = [];
  const get = (path: string, init?: RequestInit) => fetch(`${recorder.url}${path}`, init);
  const spoil = (fault: Fault): void => {
    recorder.inject({ when: ({ path }) => path.includes('/spoiled'), fault, times: 1 });
  };
  beforeAll(async () => {
    target = createServer((request, response) => {
      applied.push(`${request.method ?? ''} ${request.url ?? ''} ${request.headers.authorization ?? '-'}`);
      response.setHeader('x-from', 'target').end('{"answer":"whole"}');
    }).listen(0, '127.0.0.1');
    await once(target, 'listening');
    recorder = await startRecorder(`http://127.0.0.1:${(target.address() as AddressInfo).port}/mlf`);
  });
  afterEach(() => {
    recorder.reset();
    applied.length = 0;
  });
  afterAll(async () => {
    await recorder.stop();
    target.close();
  });

  it('forwards and writes down', async () => {
    const answer = await get('/api?x=1', { method: 'POST', body: 'hi', headers: { authorization: 'me' } });
    expect([answer.status, answer.headers.get('x-from'), await answer.text()]).toEqual([
      200,
      'target',
      '{"answer":"whole"}',
    ]);
    expect(applied).toEqual(['POST /mlf/api?x=1 me']);
    expect(recorder.requests).toMatchObject([
      { method: 'POST', path: '/mlf/api?x=1', body: 'hi', status: 200 },
    ]);
    await get('/again');
    expect(roundTrips(recorder.requests)).toBe(2);
  });

  it('counts what is on the way at the same time once', async () => {
    recorder.inject({ when: () => true, fault: { kind: 'delay', ms: 100 } });
    await Promise.all([get('/a'), get('/b'), get('/c')]);
    expect([recorder.requests.length, roundTrips(recorder.requests)]).toEqual([3, 1]);
  });

  it('loses a reply after the server has applied it', async () => {
    spoil({ kind: 'drop-reply' });
    await expect(get('/spoiled', { method: 'POST' })).rejects.toThrow('fetch failed');
    expect([applied.length, recorder.requests[0]?.status]).toEqual([1, null]);
    expect((await get('/spoiled')).status).toBe(200);
  });

  it('breaks before the server sees it', async () => {
    spoil({ kind: 'reset' });
    await expect(get('/spoiled')).rejects.toThrow('fetch failed');
    expect(applied).toEqual([]);
  });

  it('hangs', async () => {
    spoil({ kind: 'hang' });
    await expect(get('/spoiled', { signal: AbortSignal.timeout(50) })).rejects.toThrow('timeout');
    expect(applied).toEqual([]);
  });

  it('cuts an answer', async () => {
    spoil({ kind: 'truncate' });
    await expect(get('/spoiled').then((answer) => answer.text())).rejects.toThrow('terminated');
  });

  it.each([
    [ANSWERS.mlflow(500, 'INTERNAL_ERROR'), 500, 'INTERNAL_ERROR'],
    [ANSWERS.tooMany(1), 429, ''],
    [ANSWERS.garbage(), 200, '{"model_versions": ['],
    [ANSWERS.html(200), 200, '<form>'],
    [ANSWERS.redirect('/elsewhere', 307), 307, ''],
  ])('answers in place of the server: %j', async (fault, status, text) => {
    spoil(fault);
    const answer = await get('/spoiled', { redirect: 'manual' });
    expect([answer.status, (await answer.text()).includes(text)]).toEqual([status, true]);
    expect(applied).toEqual([]);
  });

  it('lets the world change before and after', async () => {
    const events: string[] = [];
    const note = (text: string) => async (): Promise<void> => {
      await sleep(1);
      events.push(`${text} ${applied.length}`);
    };
    spoil({ kind: 'before', run: note('before') });
    await get('/spoiled');
    spoil({ kind: 'after', run: note('after') });
    await get('/spoiled');
    expect(events).toEqual(['before 0', 'after 2']);
  });

  it('looks dead when the target is', async () => {
    const dead = await startRecorder('http://127.0.0.1:65535');
    await expect(fetch(dead.url)).rejects.toThrow('fetch failed');
    await dead.stop();
  });
});
