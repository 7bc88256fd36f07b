import { given, type Environment } from '../domain/environment.js';
import { REAL_CLOCK } from '../net/clock.js';
import { createFetch } from '../net/fetch.js';
import type { GithubApi } from './asking.js';

/**
 * Works with the GitHub of this run, over a connection of its own. Throws `input-invalid` for a proxy variable that
 * counts there and cannot be used.
 */
export async function connected<T>(env: Environment, work: (api: GithubApi) => Promise<T>): Promise<T> {
  const url = given(env, 'GITHUB_API_URL') ?? 'https://api.github.com';
  const connection = createFetch(env, url);
  try {
    const { fetch, explain } = connection;
    return await work({ url, fetch, explain, clock: REAL_CLOCK });
  } finally {
    await connection.close();
  }
}
