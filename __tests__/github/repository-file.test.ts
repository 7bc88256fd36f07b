import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { PromotionError } from '../../src/domain/error.js';
import { fetchFile } from '../../src/github/repository-file.js';
import { startGithubApi, type GithubApi, type GithubFault } from '../harness/github-api.js';

const TOKEN = 'ghs_aTokenThatNobodyMaySee';
const PATH = '.github/model-promotion.yml';

let api: GithubApi;
beforeEach(async () => {
  api = await startGithubApi();
});
afterEach(async () => {
  await api.stop();
  expect(api.violations).toEqual([]);
});

function read(more: { ref?: string | null; path?: string; signal?: AbortSignal } = {}) {
  const { ref = null, path = PATH, signal = AbortSignal.timeout(15_000) } = more;
  const place = { repository: 'octo-org/models', path, ref, token: TOKEN };
  return fetchFile(place, { GITHUB_API_URL: api.url }, signal);
}

const refusal = (asking: Promise<unknown>): Promise<PromotionError> =>
  asking.then(
    () => Promise.reject(new TypeError('it was read')),
    (error: unknown) => error as PromotionError,
  );

const operations = () => api.reads.map(({ operation, status }) => `${operation ?? ''} ${status}`);

describe('a file of the repository', () => {
  it('is read from the default branch by its commit', async () => {
    const commit = api.repository.commit(PATH, 'version: 1\n# é');
    expect(await read()).toEqual({ ref: 'main', commit, text: 'version: 1\n# é' });
    expect(operations()).toEqual(['repos/get 200', 'repos/get-commit 200', 'repos/get-content 200']);
    expect(api.reads[2]?.path).toContain(`ref=${commit}`);
    for (const { headers } of api.reads) expect(headers.authorization).toBe(`token ${TOKEN}`);
  });

  it.each(['topic', 'release/2.1'])('is read at %s', async (branch) => {
    api.repository.commit(PATH, 'main');
    const commit = api.repository.commit(PATH, 'other', branch);
    expect(await read({ ref: branch })).toEqual({ ref: branch, commit, text: 'other' });
    expect(await read({ ref: commit })).toEqual({ ref: commit, commit, text: 'other' });
  });

  it('is not there, and that is proven by the root at the same commit', async () => {
    const commit = api.repository.commit('README.md', 'x');
    expect(await read()).toEqual({ ref: 'main', commit, text: null });
    expect(operations().slice(2)).toEqual(['repos/get-content 404', 'git/get-tree 200']);
    expect(api.reads.at(-1)?.path).toContain(commit);
  });
});

/** Every way in which GitHub does not say it, and what a person is told to do. */
const REFUSALS: readonly (readonly [string, GithubFault, string])[] = [
  ['a missing permission', { kind: 'forbidden', permission: 'contents=read' }, 'Add `contents: read`'],
  ['a missing permission that is hidden', { kind: 'status', status: 404 }, 'Add `contents: read`'],
  ['a wrong token', { kind: 'status', status: 401 }, 'Leave `github-token` out'],
  ['a limit', { kind: 'status', status: 429 }, 'next run'],
];

describe('a file that nobody can tell of', () => {
  it.each(REFUSALS)('is never "there is none": %s', async (_, fault, remedy) => {
    api.failReads(fault);
    const error = await refusal(read());
    expect([error.code, error.remedy]).toEqual(['policy-unreadable', expect.stringContaining(remedy)]);
    expect(JSON.stringify([error.message, error.remedy])).not.toContain(TOKEN);
  });

  it('is not proven missing by a 404 for the file alone', async () => {
    api.failReads({ kind: 'status', status: 404 }, 'git/get-tree');
    expect(await refusal(read())).toMatchObject({ code: 'policy-unreadable' });
    expect(operations().slice(2)).toEqual(['repos/get-content 404', 'git/get-tree 404']);
  });

  it('is one at a ref that does not exist', async () => {
    expect(await refusal(read({ ref: 'nowhere' }))).toMatchObject({
      code: 'policy-unreadable',
      message: expect.stringContaining('no branch, tag or commit "nowhere"'),
      remedy: expect.stringContaining('Correct `policy-ref`'),
    });
  });

  it('is one of a GitHub that does not answer in time', async () => {
    api.failReads({ kind: 'hang' });
    const error = await refusal(read({ signal: AbortSignal.timeout(200) }));
    expect([error.code, error.message]).toEqual(['policy-unreadable', expect.stringContaining('in time')]);
  });
});
