import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startGithubApi } from './github-api.js';
import type { GithubApi } from './github-api.js';

const HEAD = '0123456789abcdef0123456789abcdef01234567';

describe("GitHub's API on loopback", () => {
  let api: GithubApi;
  const started: GithubApi[] = [];
  beforeEach(async () => {
    api = await startGithubApi();
    started.push(api);
  });
  afterAll(() => Promise.all(started.map((one) => one.stop())));

  const ask = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${api.url}/repos/octo-org/models${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return {
      status: answer.status,
      headers: answer.headers,
      body: (await answer.json()) as Record<string, unknown>,
    };
  };

  it('keeps a check run', async () => {
    const output = { title: 'Promoted', summary: 'all passed' };
    const sent = { name: 'gate', head_sha: HEAD, status: 'completed', conclusion: 'success', output };
    expect(await ask('POST', '/check-runs', sent)).toMatchObject({ status: 201, body: sent });
    expect(api.checkRuns()).toMatchObject([sent]);
    expect(api.requests).toMatchObject([{ operation: 'checks/create', status: 201, body: sent }]);
    expect(api.violations).toEqual([]);
  });

  it.each([
    ['without a commit', { name: 'gate' }],
    [
      'with an unknown conclusion',
      { name: 'gate', head_sha: HEAD, status: 'completed', conclusion: 'great' },
    ],
    ['completed without a conclusion', { name: 'gate', head_sha: HEAD, status: 'completed' }],
    [
      'with a summary that is too long',
      { name: 'gate', head_sha: HEAD, output: { title: 't', summary: 'x'.repeat(65_536) } },
    ],
    ['with an output without a summary', { name: 'gate', head_sha: HEAD, output: { title: 't' } }],
  ])('refuses a check run %s', async (_name, body) => {
    expect((await ask('POST', '/check-runs', body)).status).toBe(422);
    expect(api.violations).toHaveLength(1);
    expect(api.checkRuns()).toEqual([]);
  });

  it('says so when something is asked that nobody described', async () => {
    expect((await ask('GET', '/branches')).status).toBe(404);
    expect(api.violations).toEqual([
      'GET /repos/octo-org/models/branches is not in the vendored description',
    ]);
  });

  it('refuses, breaks and hangs when told to', async () => {
    const post = () => ask('POST', '/check-runs', { name: 'gate', head_sha: HEAD });
    api.fail({ kind: 'forbidden', permission: 'checks=write' });
    const refused = await post();
    expect([refused.status, refused.headers.get('x-accepted-github-permissions')]).toEqual([
      403,
      'checks=write',
    ]);
    expect(refused.body['message']).toBe('Resource not accessible by integration');
    api.fail({ kind: 'status', status: 502 });
    expect((await post()).status).toBe(502);
    api.fail({ kind: 'hang' });
    await expect(
      fetch(`${api.url}/repos/o/r/check-runs`, { method: 'POST', signal: AbortSignal.timeout(50) }),
    ).rejects.toThrow();
    api.fail(null);
    expect((await post()).status).toBe(201);
  });
});
