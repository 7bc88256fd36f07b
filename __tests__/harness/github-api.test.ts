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

  it('keeps a check run and its updates', async () => {
    const made = await ask('POST', '/check-runs', { name: 'gate', head_sha: HEAD, status: 'in_progress' });
    expect(made).toMatchObject({
      status: 201,
      body: { name: 'gate', status: 'in_progress', conclusion: null },
    });
    const output = { title: 'Promoted', summary: 'all passed' };
    const path = `/check-runs/${String(made.body['id'])}`;
    expect(await ask('PATCH', path, { conclusion: 'success', output })).toMatchObject({ status: 200 });
    expect((await ask('GET', path)).body).toMatchObject({ status: 'completed', output });
    expect(api.checkRuns()).toMatchObject([{ head_sha: HEAD, conclusion: 'success', output }]);
    expect(api.requests.map(({ operation }) => operation)).toEqual([
      'checks/create',
      'checks/update',
      'checks/get',
    ]);
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

  it('answers everything else as GitHub describes it', async () => {
    api.setApprovals([{ environment: 'production', state: 'approved', user: 'hubot', comment: 'ship it' }]);
    api.setEnvironment('production', [{ id: 1, node_id: 'GA_1', type: 'required_reviewers' }]);
    const deployment = { ref: 'main', auto_merge: false, required_contexts: [], environment: 'production' };
    const statuses = [
      (await ask('GET', '/actions/runs/42')).status,
      (await ask('GET', '/actions/runs/42/approvals')).status,
      (await ask('GET', '/environments/production')).status,
      (await ask('POST', '/deployments', deployment)).status,
      (await ask('POST', '/deployments/1/statuses', { state: 'success' })).status,
      (await ask('POST', '/issues/1/comments', { body: 'promoted' })).status,
      (await ask('GET', '/issues/1/comments?per_page=100')).status,
    ];
    expect(statuses).toEqual([200, 200, 200, 201, 201, 201, 200]);
    const id = String(api.comments()[0]?.['id']);
    expect((await ask('PATCH', `/issues/comments/${id}`, { body: 'promoted again' })).status).toBe(200);
    expect(api.comments()).toMatchObject([{ body: 'promoted again' }]);
    expect(api.violations).toEqual([]);
    expect((await ask('GET', '/environments/staging')).status).toBe(404);
  });

  it('says so when something is asked that nobody described', async () => {
    expect((await ask('GET', '/branches')).status).toBe(404);
    expect(api.violations).toEqual([
      'GET /repos/octo-org/models/branches is not in the vendored description',
    ]);
  });

  it('refuses, breaks and hangs when told to', async () => {
    api.fail({ kind: 'forbidden', permission: 'checks=write' }, 'checks/create');
    const refused = await ask('POST', '/check-runs', { name: 'gate', head_sha: HEAD });
    expect([refused.status, refused.headers.get('x-accepted-github-permissions')]).toEqual([
      403,
      'checks=write',
    ]);
    expect(refused.body['message']).toBe('Resource not accessible by integration');
    expect((await ask('GET', '/actions/runs/42')).status).toBe(200);
    api.fail({ kind: 'status', status: 502 });
    expect((await ask('GET', '/actions/runs/42')).status).toBe(502);
    api.fail({ kind: 'hang' });
    await expect(
      fetch(`${api.url}/repos/o/r/check-runs`, { signal: AbortSignal.timeout(50) }),
    ).rejects.toThrow();
    api.fail(null);
    expect((await ask('GET', '/actions/runs/42')).status).toBe(200);
  });
});
