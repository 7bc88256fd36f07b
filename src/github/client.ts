import { given, type Environment } from '../domain/environment.js';
import { REAL_CLOCK } from '../net/clock.js';
import { createFetch } from '../net/fetch.js';
import { createCheckRun } from './check-run.js';
import type { CheckPlace, CheckText } from './port.js';

/**
 * Creates one check run at the GitHub of this run, over a connection of its own. Throws `input-invalid` for a proxy
 * variable that counts there and cannot be used; what GitHub refuses comes back as a sentence.
 */
export async function sendCheckRun(
  place: CheckPlace,
  check: CheckText,
  env: Environment,
  signal: AbortSignal,
): Promise<string | null> {
  const url = given(env, 'GITHUB_API_URL') ?? 'https://api.github.com';
  const connection = createFetch(env, url);
  try {
    const { fetch, explain } = connection;
    return await createCheckRun(place, check, { url, fetch, explain, clock: REAL_CLOCK }, signal);
  } finally {
    await connection.close();
  }
}
