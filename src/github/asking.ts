import { Octokit } from '@octokit/core';
import type { HttpClock } from '../net/clock.js';
import type { Fetch } from '../net/fetch.js';
import { ATTEMPTS, waitBefore } from '../net/retry.js';
import { refusalOf, unreachable, type Answer, type Refusal } from './refusal.js';

/** Where GitHub answers, and the connection to it. */
export interface GithubApi {
  /** GITHUB_API_URL. */
  readonly url: string;
  readonly fetch: Fetch['fetch'];
  readonly explain: Fetch['explain'];
  readonly clock: HttpClock;
}

/** What GitHub answered; or its refusal, with its status where it answered at all. */
export type Asked<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly status: number | null; readonly refusal: Refusal };

/** Longer waits are for the next run: the job waits for this alone. */
const LONGEST_WAIT_MS = 8_000;

/** GitHub's client with a token; an empty one asks as nobody. */
export function octokitFor(api: GithubApi, token: string): Octokit {
  const auth = token === '' ? {} : { auth: token };
  return new Octokit({ ...auth, baseUrl: api.url, request: { fetch: api.fetch } });
}

/** Asks for one thing. What may pass is asked for again, until the signal aborts. Never throws. */
export async function ask<T>(
  request: () => Promise<{ readonly data: T }>,
  api: GithubApi,
  signal: AbortSignal,
): Promise<Asked<T>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { data } = await request();
      return { ok: true, data };
    } catch (thrown) {
      const answer = answerOf(thrown);
      const refusal = answer === null ? await lost(thrown, api, signal) : refusalOf(answer);
      const wait = waitBefore(attempt, answer?.headers['retry-after'], api.clock);
      const again = refusal.again && attempt < ATTEMPTS && wait <= LONGEST_WAIT_MS;
      if (!again || !(await waited(wait, api, signal)))
        return { ok: false, status: answer?.status ?? null, refusal };
    }
  }
}

/** For messages. */
export function hostOf(url: string): string {
  return URL.parse(url)?.host ?? 'GitHub';
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
    remedy: 'The next run tries again.',
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
