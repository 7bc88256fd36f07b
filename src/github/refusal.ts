import type { Fault } from '../net/faults.js';
import { excerpt } from '../net/redact.js';

/** What GitHub answered in place of what was asked for. */
export interface Answer {
  readonly status: number;
  /** GitHub's own words; empty where there are none. */
  readonly message: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** Why there is nothing, and what to do. `again`: asking once more may help. */
export interface Refusal {
  readonly why: string;
  readonly remedy: string;
  readonly again: boolean;
}

interface Cause {
  readonly fits: (answer: Answer) => boolean;
  readonly why: (answer: Answer) => string;
  readonly remedy: string | ((answer: Answer) => string);
  readonly again?: (answer: Answer) => boolean;
}

const OWN_TOKEN = "Leave `github-token` out to use the job's own token.";
const LATER = 'Nothing has to be changed: the next run tries again.';

/**
 * GitHub's words and headers, and what each means (docs.github.com, "Troubleshooting the REST API" and "Rate limits for
 * the REST API"). The first that fits counts: a 403 alone says nothing, since limits, allow lists and archived
 * repositories answer so as well.
 */
const CAUSES: readonly Cause[] = [
  {
    fits: ({ status }) => status === 401,
    why: () => 'the token was refused (401): it is wrong, or it has expired',
    remedy: OWN_TOKEN,
  },
  {
    fits: (answer) => limited(answer) && answer.headers['x-ratelimit-remaining'] === '0',
    why: ({ status, headers }) => `the rate limit of the token is used up${until(headers)} (${status})`,
    remedy: 'Wait until then, or give the gate a token of its own.',
  },
  {
    fits: (answer) =>
      limited(answer) && (said(answer, /secondary rate limit/i) || retryAfter(answer) !== null),
    why: (answer) => {
      const seconds = retryAfter(answer);
      return `GitHub asks to slow down${seconds === null ? '' : ` for ${seconds} s`}: a secondary rate limit (${answer.status})`;
    },
    remedy: 'Let fewer jobs report at the same moment.',
    // Where GitHub names no time it wants a minute of silence, and may ban who goes on asking.
    again: (answer) => retryAfter(answer) !== null,
  },
  {
    fits: ({ status }) => status === 429,
    why: () => 'GitHub asks to slow down (429)',
    remedy: LATER,
  },
  {
    fits: (answer) => said(answer, /IP allow list/i),
    why: ({ status }) => `the organization has an IP allow list, and this runner is not on it (${status})`,
    remedy: "Put the runner's address on the list, or run the job on a runner that is.",
  },
  {
    fits: (answer) => said(answer, /archived/i),
    why: ({ status }) => `the repository is archived and can only be read (${status})`,
    remedy: 'Run the gate from a repository that is in use.',
  },
  {
    fits: (answer) => said(answer, /SAML/),
    why: ({ status }) =>
      `the organization wants single sign-on, and the token is not authorized for it (${status})`,
    remedy: `Authorize the token for the organization. ${OWN_TOKEN}`,
  },
  {
    fits: (answer) => said(answer, /personal access token|authenticate via a GitHub App/i),
    why: ({ status }) => `the token is a person's, and may not; check runs are for Apps alone (${status})`,
    remedy: OWN_TOKEN,
  },
  {
    fits: (answer) => [403, 404].includes(answer.status) && accepted(answer) !== null,
    why: (answer) => `the token may not (${answer.status}, GitHub wants ${accepted(answer) ?? ''})`,
    remedy: (answer) => permissionRemedy(accepted(answer) ?? ''),
  },
  {
    fits: (answer) => said(answer, /not accessible by integration/i),
    why: ({ status }) => `the token may not (${status}, and GitHub does not say what is missing)`,
    remedy: 'Look at the `permissions:` of the job. Pull requests from forks only get those to read.',
  },
  {
    fits: ({ status }) => status === 404,
    why: () => 'GitHub knows no such repository, as far as this token may see (404)',
    remedy: `Give a token of this repository. ${OWN_TOKEN}`,
  },
  {
    fits: (answer) => answer.status === 422 && said(answer, /No commit found/i),
    why: () => 'the commit of this run is not in the repository (422)',
    remedy: 'Push the commit, or run the workflow on one that is there.',
  },
  {
    fits: ({ status }) => status >= 500,
    why: ({ status }) => `GitHub answered ${status}`,
    remedy: `See GitHub's status page. ${LATER}`,
    again: () => true,
  },
];

/** What an answer means, in GitHub's own words where it has some. */
export function refusalOf(answer: Answer): Refusal {
  const cause = CAUSES.find(({ fits }) => fits(answer));
  const quoted = answer.message === '' ? '' : `; it says: ${excerpt(answer.message)}`;
  if (cause === undefined)
    return { why: `GitHub answered ${answer.status}${quoted}`, remedy: LATER, again: false };
  return {
    why: `${cause.why(answer)}${quoted}`,
    remedy: typeof cause.remedy === 'string' ? cause.remedy : cause.remedy(answer),
    again: cause.again?.(answer) === true,
  };
}

/** What it means that there was no answer at all. */
export function unreachable({ error, retry }: Fault): Refusal {
  const { message, remedy } = error;
  return { why: `GitHub could not be reached; ${message.replace(/\.$/, '')}`, remedy, again: retry };
}

function said({ message }: Answer, words: RegExp): boolean {
  return words.test(message);
}

function limited({ status }: Answer): boolean {
  return status === 403 || status === 429;
}

function retryAfter({ headers }: Answer): number | null {
  const text = headers['retry-after'] ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}

function until(headers: Answer['headers']): string {
  const text = headers['x-ratelimit-reset'] ?? '';
  return /^\d{1,11}$/.test(text) ? ` until ${new Date(Number(text) * 1000).toISOString()}` : '';
}

/** GitHub names the exact permission in a header, and only there. */
function accepted({ headers }: Answer): string | null {
  const text = headers['x-accepted-github-permissions'] ?? '';
  return /^[\w=,; ]{1,100}$/.test(text) ? text : null;
}

/** `checks=write` is what a workflow writes as `checks: write`. */
function permissionRemedy(wanted: string): string {
  const [first = ''] = wanted.split(/[,;] */);
  const forks = first.endsWith('=write') ? ' Pull requests from forks never get this one.' : '';
  return `Give the job the permission \`${first.replace('=', ': ')}\`, and beside it what its steps need (\`contents: read\` for a checkout).${forks}`;
}
