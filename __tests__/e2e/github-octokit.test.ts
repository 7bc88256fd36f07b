import { afterEach, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { getGlobalDispatcher, MockAgent, setGlobalDispatcher } from 'undici';
import { ROOT } from '../harness/paths.js';

const PLACE = {
  ...{ name: 'Gate', token: 'ghs_token', repository: 'octo-org/models', sha: 'a'.repeat(40) },
  ...{ detailsUrl: null, externalId: '1', startedAt: '2026-11-21T00:00:00Z' },
  completedAt: '2026-11-21T00:00:01Z',
};
const TEXT = { title: 'Title', summary: 'Summary', text: 'Text', conclusion: 'success' } as const;
/** Read at import. On loopback, so that no proxy of this machine comes between. */
const ORIGIN = 'http://localhost:65535';
process.env['GITHUB_API_URL'] = ORIGIN;
const { createCheckRun } = await import('../../src/github/check-run.js');

/** Octokit comes with an undici of its own, which `overrides` in package.json replaces by ours. */
describe('octokit on our undici', () => {
  const before = getGlobalDispatcher();
  afterEach(() => {
    setGlobalDispatcher(before);
  });

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
    const sent: unknown[] = [];
    agent
      .get(ORIGIN)
      .intercept({ path: '/repos/octo-org/models/check-runs', method: 'POST' })
      .reply(201, ({ body }) => {
        sent.push(JSON.parse(body as string));
        return { id: 1 };
      });
    setGlobalDispatcher(agent);
    expect(await createCheckRun(PLACE, TEXT, AbortSignal.timeout(5000))).toBeNull();
    expect(sent).toEqual([
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
    setGlobalDispatcher(agent);
    const started = performance.now();
    const warning = await createCheckRun(PLACE, TEXT, AbortSignal.timeout(100));
    expect(warning).toContain('GitHub could not be reached');
    expect(performance.now() - started).toBeLessThan(5000);
    await agent.close();
  });
});
