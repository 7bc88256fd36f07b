import { Octokit } from '@octokit/core';
import type { Fetch } from '../net/fetch.js';
import type { CheckPlace, CheckText } from './port.js';

/** Where GitHub answers, and the connection to it. */
export interface GithubApi {
  /** GITHUB_API_URL. */
  readonly url: string;
  readonly fetch: Fetch['fetch'];
}

const NO_TOKEN =
  'No check run was created: the input `github-token` is empty. ' +
  'Leave the input out to use the job\'s own token, or set `check-name: ""` to do without; the summary has the same text.';

/**
 * Creates the check run, in one request. The decision stands whatever GitHub answers, so a refusal comes back as a
 * sentence that says which permission to add.
 */
export async function createCheckRun(
  place: CheckPlace,
  check: CheckText,
  api: GithubApi,
  signal: AbortSignal,
): Promise<string | null> {
  const [owner = '', repo = ''] = place.repository.split('/');
  if (place.token === '') return NO_TOKEN;
  const octokit = new Octokit({ auth: place.token, baseUrl: api.url, request: { fetch: api.fetch } });
  try {
    await octokit.request('POST /repos/{owner}/{repo}/check-runs', {
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
    });
    return null;
  } catch (error) {
    return refusal(error);
  }
}

function refusal(error: unknown): string {
  const status = statusOf(error);
  if (status === 403 || status === 404) {
    const accepted = acceptedPermissions(error) ?? 'checks=write';
    return (
      `No check run was created: the token may not (${status}, GitHub wants ${accepted}). ` +
      'Add `permissions: checks: write` to the job, or set `check-name: ""` to do without; the summary has the same text. ' +
      'Pull requests from forks never get this permission.'
    );
  }
  const why = status === null ? 'GitHub could not be reached' : `GitHub answered ${status}`;
  return `No check run was created: ${why}. The summary has the same text.`;
}

function statusOf(error: unknown): number | null {
  const status = (error as { status?: unknown }).status;
  const answered = (error as { response?: unknown }).response !== undefined;
  return answered && typeof status === 'number' ? status : null;
}

/** GitHub names the exact permission in a header. */
function acceptedPermissions(error: unknown): string | null {
  const headers = (error as { response?: { headers?: Record<string, unknown> } }).response?.headers;
  const accepted = headers?.['x-accepted-github-permissions'];
  return typeof accepted === 'string' && /^[\w=,; ]{1,100}$/.test(accepted) ? accepted : null;
}
