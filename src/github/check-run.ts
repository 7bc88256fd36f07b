import type { Environment } from '../domain/environment.js';
import { createScrub } from '../text/scrub.js';
import { ask, hostOf, octokitFor, type GithubApi } from './asking.js';
import { connected } from './connected.js';
import type { CheckPlace, CheckText } from './port.js';

/** The summary is there whatever becomes of the check run. */
const WITHOUT = 'Set `check-name: ""` to do without; the summary has the same text.';
const NO_TOKEN =
  'No check run was created: the input `github-token` is empty. ' +
  `Leave the input out to use the job's own token. ${WITHOUT}`;

/** Creates one check run at the GitHub of this run. Throws what `connected` throws. */
export async function sendCheckRun(
  place: CheckPlace,
  check: CheckText,
  env: Environment,
  signal: AbortSignal,
): Promise<string | null> {
  return await connected(env, (api) => createCheckRun(place, check, api, signal));
}

/**
 * Creates the check run. What may pass is asked for again, until the signal aborts. The decision stands whatever GitHub
 * answers, so a refusal comes back as a sentence that says why and what to do.
 */
export async function createCheckRun(
  place: CheckPlace,
  check: CheckText,
  api: GithubApi,
  signal: AbortSignal,
): Promise<string | null> {
  if (place.token === '') return NO_TOKEN;
  const octokit = octokitFor(api, place.token);
  const [owner = '', repo = ''] = place.repository.split('/');
  const created = await ask(
    () =>
      octokit.request('POST /repos/{owner}/{repo}/check-runs', {
        owner,
        repo,
        name: place.name,
        head_sha: place.sha,
        status: 'completed',
        conclusion: check.conclusion,
        started_at: place.startedAt,
        completed_at: place.completedAt,
        external_id: place.externalId,
        output: { title: check.title, summary: check.summary, text: check.text },
        ...(place.detailsUrl === null ? {} : { details_url: place.detailsUrl }),
        request: { signal },
      }),
    api,
    signal,
  );
  if (created.ok) return null;
  const { why, remedy } = created.refusal;
  return createScrub([place.token])(
    `No check run was created at ${hostOf(api.url)}: ${why}. ${remedy} ${WITHOUT}`,
  );
}
