import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { MockAgent } from 'undici';
import { createCheckRun } from '../../src/github/check-run.js';
import { REAL_CLOCK } from '../../src/net/clock.js';
import { Dispatcher1Wrapper } from '../../src/net/undici.js';
import { ROOT } from '../harness/paths.js';

const PLACE = {
  ...{ name: 'Gate', token: 'ghs_token', repository: 'octo-org/models', sha: 'a'.repeat(40) },
  ...{ detailsUrl: null, externalId: '1', startedAt: '2026-11-21T00:00:00Z' },
  completedAt: '2026-11-21T00:00:01Z',
};
const TEXT = { title: 'Title', summary: 'Summary', text: 'Text', conclusion: 'success' } as const;
const ORIGIN = 'https://github.test';

/** GitHub as octokit reaches it: Node's own fetch on a dispatcher of our undici. */
const githubOn = (agent: MockAgent) => ({
  url: ORIGIN,
  clock: REAL_CLOCK,
  fetch: (url: string, init?: RequestInit) =>
    fetch(url, { ...init, dispatcher: new Dispatcher1Wrapper(agent) }),
  explain: () => Promise.reject(new Error('this GitHub answers')),
});

/** Octokit and Node's fetch come with no undici of ours; `overrides` in package.json keeps it the only one that is shipped. */
describe('octokit on our undici', () => {
  it('is the only one there is', async () => {
    const { packages } = JSON.parse(await readFile(path.join(ROOT, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { dev?: boolean }>;
    };
    const shipped = Object.keys(packages).filter((name) => packages[name]?.dev !== true);
    for (const library of ['undici', '@actions/http-client']) {
      const copies = shipped.filter((name) => name.endsWith(`node_modules/${library}`));
      expect(copies).toEqual([`node_modules/${library}`]);
    }
  });

  it('sends through its dispatcher', async () => {
    const agent = new MockAgent();
    agent.disableNetConnect();
    const sent: AsyncIterable<Uint8Array>[] = [];
    agent
      .get(ORIGIN)
      .intercept({ path: '/repos/octo-org/models/check-runs', method: 'POST' })
      .reply(201, ({ body }) => {
        sent.push(body as unknown as AsyncIterable<Uint8Array>);
        return { id: 1 };
      });
    expect(await createCheckRun(PLACE, TEXT, githubOn(agent), AbortSignal.timeout(5000))).toBeNull();
    expect(await Promise.all(sent.map((body) => json(Readable.from(body))))).toEqual([
      {
        ...{
          name: 'Gate',
          head_sha: PLACE.sha,
          status: 'completed',
          conclusion: 'success',
          external_id: '1',
        },
        ...{ started_at: PLACE.startedAt, completed_at: PLACE.completedAt },
        output: { title: 'Title', summary: 'Summary', text: 'Text' },
      },
    ]);
    agent.assertNoPendingInterceptors();
    await agent.close();
  });

  it('stops when it is told to', async () => {
    const agent = new MockAgent();
    agent.disableNetConnect();
    agent
      .get(ORIGIN)
      .intercept({ path: '/repos/octo-org/models/check-runs', method: 'POST' })
      .reply(201, { id: 1 })
      .delay(10_000);
    const started = performance.now();
    const warning = await createCheckRun(PLACE, TEXT, githubOn(agent), AbortSignal.timeout(100));
    expect(warning).toContain('GitHub could not be reached');
    expect(performance.now() - started).toBeLessThan(5000);
    await agent.close();
  });
});
