import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkCommit, readEvent, readRun } from '../../src/github/event.js';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'event-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function eventOf(name: string, payload: unknown) {
  const path = join(folder, 'event.json');
  await writeFile(path, typeof payload === 'string' ? payload : JSON.stringify(payload));
  return readEvent({ GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path });
}

function pull(head: unknown, base: unknown = { full_name: 'me/repo' }) {
  return { pull_request: { head: { sha: 'abc', repo: head }, base: { sha: 'def', repo: base } } };
}

describe('readEvent', () => {
  it.each([
    ['the same repository', pull({ full_name: 'me/repo' }), false],
    ['a fork', pull({ full_name: 'you/repo' }), true],
    ['a fork that is gone', pull(null), true],
    ['repositories without names', pull({}, {}), true],
    ['no base', pull({ full_name: 'me/repo' }, null), true],
    ['no pull request at all', {}, true],
    ['a pull request of another shape', { pull_request: 'x' }, true],
    ['no JSON', '{', true],
  ])('a pull request from %s', async (_, payload, fork) => {
    for (const name of ['pull_request', 'pull_request_target', 'pull_request_review']) {
      expect(await eventOf(name, payload)).toMatchObject({ name, fork });
    }
  });

  it.each([
    ['the same repository', { full_name: 'me/repo' }, false],
    ['a fork', { full_name: 'you/repo' }, true],
    ['a fork that is gone', null, true],
  ])('a workflow run that was started from %s', async (_, head_repository, fork) => {
    const workflow_run = { head_repository, repository: { full_name: 'me/repo' } };
    expect(await eventOf('workflow_run', { workflow_run })).toMatchObject({ fork, headSha: null });
  });

  it('distrusts a workflow run whose payload cannot be read', async () => {
    expect(await eventOf('workflow_run', {})).toMatchObject({ fork: true });
  });

  it('knows the head commit of a pull request', async () => {
    const event = await eventOf('pull_request', pull({ full_name: 'me/repo' }));
    expect(event.headSha).toBe('abc');
    expect(checkCommit(event, readRun({ GITHUB_SHA: 'merge' }))).toBe('abc');
  });

  it.each([
    ['push', { ref: 'refs/heads/main' }],
    ['workflow_dispatch', { inputs: { version: '7' } }],
    ['schedule', '{'],
  ])('%s is about no pull request', async (name, payload) => {
    expect(await eventOf(name, payload)).toEqual({ name, fork: false, headSha: null });
  });

  it('distrusts a pull request whose payload is missing, and nothing outside GitHub', () => {
    expect(readEvent({ GITHUB_EVENT_NAME: 'pull_request' })).toMatchObject({ fork: true });
    const path = join(folder, 'no-such-file.json');
    const unread = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: path };
    expect(readEvent(unread)).toMatchObject({ fork: true });
    expect(readEvent({})).toEqual({ name: null, fork: false, headSha: null });
  });
});

describe('readRun', () => {
  it('names the run as GitHub does', () => {
    const env = {
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'me/repo',
      GITHUB_RUN_ID: '42',
      GITHUB_RUN_ATTEMPT: '2',
      GITHUB_ACTOR: 'first',
      GITHUB_TRIGGERING_ACTOR: 'second',
      GITHUB_SHA: 'abc',
    };
    const url = 'https://github.com/me/repo/actions/runs/42';
    expect(readRun(env)).toEqual({ url, actor: 'second', sha: 'abc', attempt: 2 });
    expect(readRun({ ...env, GITHUB_TRIGGERING_ACTOR: '' }).actor).toBe('first');
  });

  it.each([
    {},
    { GITHUB_SERVER_URL: '', GITHUB_RUN_ATTEMPT: '', GITHUB_SHA: '' },
    { GITHUB_RUN_ATTEMPT: '0' },
  ])('knows nothing outside GitHub: %j', (env) => {
    expect(readRun(env)).toEqual({ url: null, actor: null, sha: null, attempt: null });
  });

  it('takes the run’s commit where there is no pull request', () => {
    const event = { name: 'push', fork: false, headSha: null };
    expect(checkCommit(event, readRun({ GITHUB_SHA: 'abc' }))).toBe('abc');
    expect(checkCommit(event, readRun({}))).toBeNull();
  });
});
