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
    for (const name of ['pull_request', 'pull_request_review']) {
      expect(await eventOf(name, payload)).toMatchObject({ name, fork });
    }
    // It has the rights of this repository, whoever opened the pull request.
    expect(await eventOf('pull_request_target', payload)).toMatchObject({ fork: true });
  });

  it.each([
    ['the same repository', { full_name: 'me/repo' }, false],
    ['a fork', { full_name: 'you/repo' }, true],
    ['a fork that is gone', null, true],
  ])('a workflow run that was started from %s', async (_, head_repository, fork) => {
    const workflow_run = { head_repository, repository: { full_name: 'me/repo' }, event: 'push' };
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
    expect(readEvent({ GITHUB_EVENT_NAME: 'push' })).toMatchObject({ fork: false });
  });

  it.each(['push', 'workflow_dispatch', 'schedule', 'pull_request', ''])(
    'on a runner distrusts %j without a payload',
    (name) => {
      expect(readEvent({ GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: name })).toMatchObject({ fork: true });
    },
  );
});

/** The commit that a check belongs to, event by event; GITHUB_SHA is `run`. */
describe('the commit of an event', () => {
  const ours = { full_name: 'me/repo' };
  const theirs = { full_name: 'you/repo' };
  const started = (head_repository: unknown) => ({
    workflow_run: { head_sha: 'about', head_repository, repository: ours },
  });

  it.each<[string, unknown, string]>([
    ['push', { after: 'x' }, 'run'],
    ['workflow_dispatch', {}, 'run'],
    ['repository_dispatch', { client_payload: {} }, 'run'],
    ['schedule', {}, 'run'],
    ['workflow_call', {}, 'run'],
    ['release', { release: { target_commitish: 'main' } }, 'run'],
    ['create', {}, 'run'],
    ['merge_group', { merge_group: { head_sha: 'run' } }, 'run'],
    ['issue_comment', { issue: { pull_request: {} } }, 'run'],
    ['issues', { issue: {} }, 'run'],
    ['pull_request', pull(ours), 'abc'],
    ['pull_request', pull(theirs), 'abc'],
    ['pull_request_target', pull(ours), 'abc'],
    ['pull_request_review', pull(ours), 'abc'],
    ['pull_request_review_comment', pull(ours), 'abc'],
    ['workflow_run', started(ours), 'about'],
    ['workflow_run', started(theirs), 'run'],
    ['workflow_run', started(null), 'run'],
    ['check_run', { check_run: { head_sha: 'about' } }, 'about'],
    ['check_suite', { check_suite: { head_sha: 'about' } }, 'about'],
    ['deployment', { deployment: { sha: 'about' } }, 'about'],
    ['deployment_status', { deployment: { sha: 'about' }, deployment_status: {} }, 'about'],
    ['deployment_status', { deployment: { sha: 'about' }, check_run: null, workflow_run: null }, 'about'],
    ['check_run', { check_run: 7 }, 'run'],
  ])('%s %j: %s', async (name, content, commit) => {
    expect(checkCommit(await eventOf(name, content), readRun({ GITHUB_SHA: 'run' }))).toBe(commit);
  });

  it.each([
    ['a comment on a pull request', { issue: { pull_request: { url: 'x' } } }, true],
    ['a comment that cannot be read', '{', true],
    ['a comment on an issue by a stranger', { issue: { number: 7 } }, true],
    [
      'a comment on an issue by a member',
      { issue: { number: 7 }, comment: { author_association: 'MEMBER' } },
      false,
    ],
  ])('%s comes from anywhere: %j', async (_, content, fork) => {
    expect(await eventOf('issue_comment', content)).toMatchObject({ fork });
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
    expect(readRun(env)).toEqual({
      ...{ url, actor: 'second', sha: 'abc', attempt: 2, docsUrl: null },
      commitUrl: 'https://github.com/me/repo/commit/abc',
    });
    expect(readRun({ ...env, GITHUB_TRIGGERING_ACTOR: '' }).actor).toBe('first');
  });

  it.each([
    {},
    { GITHUB_SERVER_URL: '', GITHUB_RUN_ATTEMPT: '', GITHUB_SHA: '' },
    { GITHUB_RUN_ATTEMPT: '0' },
  ])('knows nothing outside GitHub: %j', (env) => {
    expect(readRun(env)).toEqual({
      ...{ url: null, actor: null, sha: null, attempt: null },
      ...{ commitUrl: null, docsUrl: null },
    });
  });

  it.each([
    ['v1', 'https://github.com/o/gate/blob/v1/docs/outcomes.md'],
    ['fix/#1 a', 'https://github.com/o/gate/blob/fix/%231%20a/docs/outcomes.md'],
    ['', null],
  ])('knows the pages of the action as it was used: at %j', (ref, docsUrl) => {
    const env = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_ACTION_REPOSITORY: 'o/gate' };
    expect(readRun({ ...env, GITHUB_ACTION_REF: ref })).toMatchObject({ docsUrl });
  });

  it('takes the run’s commit where there is no pull request', () => {
    const event = { name: 'push', fork: false, headSha: null };
    expect(checkCommit(event, readRun({ GITHUB_SHA: 'abc' }))).toBe('abc');
    expect(checkCommit(event, readRun({}))).toBeNull();
  });
});
