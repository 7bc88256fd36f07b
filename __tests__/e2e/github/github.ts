import { afterEach, beforeEach, expect } from '@jest/globals';
import { leaks, runAction } from '../../harness/action.js';
import type { ActionOptions, ActionRun } from '../../harness/action.js';
import { startGithubApi } from '../../harness/github-api.js';
import type { GithubApi } from '../../harness/github-api.js';
import type { Place } from '../promotion/place.js';

/** What the runner calls `github.token`. */
export const TOKEN = 'ghs_0123456789abcdefghijABCDEFGHIJ456789';
/** GITHUB_SHA of the harness. */
export const RUN_SHA = '0123456789abcdef0123456789abcdef01234567';
/** The head of `pullRequest`. */
export const HEAD_SHA = 'fedcba9876543210fedcba9876543210fedcba98';

/** A fresh API for every test of the enclosing `describe`; none ends with a request GitHub would not know. */
export function useGithub(): () => GithubApi {
  let api: GithubApi | null = null;
  beforeEach(async () => {
    api = await startGithubApi();
  });
  afterEach(async () => {
    await api?.stop();
    expect(api?.violations ?? []).toEqual([]);
  });
  return () => {
    if (api === null) throw new Error('There is no API before the tests run');
    return api;
  };
}

export type Inputs = Readonly<Record<string, string>>;
export type Around = Omit<ActionOptions, 'inputs'>;

/** Runs the shipped action towards Production with the check name's default, and looks for its token everywhere. */
export async function gate(
  { server }: Pick<Place, 'server'>,
  api: Pick<GithubApi, 'url'>,
  inputs: Inputs,
  around: Around = {},
): Promise<ActionRun> {
  const run = await runAction({
    ...{ token: TOKEN, apiUrl: api.url, ...around },
    inputs: { 'tracking-uri': server.url, stage: 'Production', ...inputs },
  });
  expect(await leaks(run, TOKEN)).toEqual([]);
  return run;
}

/** What everybody can see of how a step ended. */
export function ending({ exitCode, outputs }: ActionRun): Record<string, unknown> {
  const codes = JSON.parse(outputs['reasons'] ?? '[]') as string[];
  return { exitCode, result: outputs['result'], promoted: outputs['promoted'], code: codes[0] };
}

/** The parts of a pull request's payload that count, between the base repository and a head repository. */
export function pullRequest(head: string | null, base = 'octo-org/models'): Record<string, unknown> {
  const repository = (full_name: string | null): unknown => (full_name === null ? null : { full_name });
  return {
    action: 'synchronize',
    number: 7,
    pull_request: {
      number: 7,
      head: { ref: 'better', sha: HEAD_SHA, repo: repository(head) },
      base: { ref: 'main', sha: RUN_SHA, repo: repository(base) },
    },
  };
}
