import { Octokit } from '@octokit/core';
import type { Fetch } from '../net/fetch.js';
import type { HttpClock } from '../net/clock.js';
import { createScrub } from '../text/scrub.js';
import { ATTEMPTS, waitBefore } from '../net/retry.js';
import type { CheckPlace, CheckText } from './port.js';
import { refusalOf, unreachable, type Answer, type Refusal } from './refusal.js';

/** Where GitHub answers, and the connection to it. */
export interface GithubApi {
  /** GITHUB_API_URL. */
  readonly url: string;
  readonly fetch: Fetch['fetch'];
  readonly explain: Fetch['explain'];
  readonly clock: HttpClock;
}

/** The summary is there whatever becomes of the check run. */
const WITHOUT = 'Set `check-name: ""` to do without; the summary has the same text.';
const NO_TOKEN =
  'No check run was created: the input `github-token` is empty. ' +
  `Leave the input out to use the job's own token. ${WITHOUT}`;

/** Longer waits are for the next run: the decision is out, and the job waits for this alone. */
const LONGEST_WAIT_MS = 8_000;

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
  const octokit = new Octokit({ auth: place.token, baseUrl: api.url, request: { fetch: api.fetch } });
  for (let attempt = 1; ; attempt += 1) {
    const failed = await ask(octokit, place, check, signal);
    if (failed === null) return null;
    const refusal =
      failed.answer === null ? await lost(failed.thrown, api, signal) : refusalOf(failed.answer);
    const wait = waitBefore(attempt, failed.answer?.headers['retry-after'], api.clock);
    if (
      !refusal.again ||
      attempt === ATTEMPTS ||
      wait > LONGEST_WAIT_MS ||
      !(await waited(wait, api, signal))
    ) {
      return createScrub([place.token])(
        `No check run was created at ${hostOf(api.url)}: ${refusal.why}. ${refusal.remedy} ${WITHOUT}`,
      );
    }
  }
}

/** One try that failed: what GitHub answered, or null and what was thrown. */
interface Failed {
  readonly thrown: unknown;
  readonly answer: Answer | null;
}

async function ask(
  octokit: Octokit,
  place: CheckPlace,
  check: CheckText,
  signal: AbortSignal,
): Promise<Failed | null> {
  const [owner = '', repo = ''] = place.repository.split('/');
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
  } catch (thrown) {
    return { thrown, answer: answerOf(thrown) };
  }
}

function answerOf(thrown: unknown): Answer | null {
  const { status, response } = thrown as { status?: unknown; response?: AnswerParts };
  if (response === undefined || typeof status !== 'number') return null;
  const message = response.data?.message;
  return { status, message: typeof message === 'string' ? message : '', headers: response.headers ?? {} };
}

interface AnswerParts {
  readonly data?: { readonly message?: unknown };
  readonly headers?: Answer['headers'];
}

async function lost(thrown: unknown, api: GithubApi, signal: AbortSignal): Promise<Refusal> {
  if (!signal.aborted) return unreachable(await api.explain(thrown, api.url));
  return {
    why: 'GitHub could not be reached; it did not answer in time',
    remedy: 'The next run makes one again.',
    again: false,
  };
}

/** False when there is no time left. */
async function waited(ms: number, api: GithubApi, signal: AbortSignal): Promise<boolean> {
  try {
    await api.clock.sleep(ms, signal);
    return true;
  } catch {
    return false;
  }
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? 'GitHub';
}
