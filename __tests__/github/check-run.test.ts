import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createCheckRun } from '../../src/github/check-run.js';
import { createFetch, type Fetch } from '../../src/net/fetch.js';
import { makeCertificates, serve } from '../net/loopback.js';

const TOKEN = 'ghs_aTokenThatNobodyMaySee';
const PLACE = {
  ...{ name: 'Gate', token: TOKEN, repository: 'octo-org/models', sha: 'a'.repeat(40) },
  ...{ detailsUrl: null, externalId: '1', startedAt: '2026-11-21T00:00:00Z' },
  completedAt: '2026-11-21T00:00:01Z',
};
const TEXT = { title: 'Title', summary: 'Summary', text: 'Text', conclusion: 'success' } as const;

interface Answer {
  readonly status: number;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

let server: Server;
let url = '';
let connection: Fetch;
/** What GitHub answers in turn; the last one for good. */
let answers: readonly Answer[] = [];
let asked = 0;
let waits: number[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume().on('end', () => {
      const { status, message, headers } = answers[Math.min(asked, answers.length - 1)] ?? { status: 201 };
      asked += 1;
      const body = message === undefined ? {} : { message, status: String(status) };
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  connection = createFetch({}, url);
});

afterAll(async () => {
  await connection.close();
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  asked = 0;
  waits = [];
});

async function refused(
  given: readonly Answer[],
  { to = url, signal = AbortSignal.timeout(15_000) }: { to?: string; signal?: AbortSignal } = {},
): Promise<string | null> {
  answers = given;
  const clock = {
    sleep: (ms: number, until: AbortSignal) => {
      waits.push(ms);
      return until.aborted ? Promise.reject(new Error('late')) : Promise.resolve();
    },
    random: () => 0,
    now: () => 0,
  };
  return createCheckRun(
    PLACE,
    TEXT,
    { url: to, fetch: connection.fetch, explain: connection.explain, clock },
    signal,
  );
}

const PERMISSION = { 'x-accepted-github-permissions': 'checks=write' };
const INTEGRATION = 'Resource not accessible by integration';
const ALLOW_LIST =
  'Although you appear to have the correct authorization credentials, the `octo-org` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.';

/** What GitHub answers, what it means, what is to be done, and how often it is asked. */
const TABLE: readonly (readonly [string, Answer, string, string, number])[] = [
  [
    'a wrong token',
    { status: 401, message: 'Bad credentials' },
    'the token was refused (401)',
    'Leave `github-token` out',
    1,
  ],
  [
    'no permission',
    { status: 403, message: INTEGRATION, headers: PERMISSION },
    'GitHub wants checks=write',
    'the permission `checks: write`',
    1,
  ],
  [
    'no permission, hidden',
    { status: 404, message: 'Not Found', headers: PERMISSION },
    '404, GitHub wants checks=write',
    'the permission `checks: write`',
    1,
  ],
  [
    'a permission that is not named',
    { status: 403, message: INTEGRATION },
    'does not say what is missing',
    '`permissions:` of the job',
    1,
  ],
  [
    'a fine-grained personal token',
    { status: 403, message: 'Resource not accessible by personal access token' },
    "a person's",
    'Leave `github-token` out',
    1,
  ],
  [
    'a classic personal token',
    { status: 403, message: 'You must authenticate via a GitHub App.' },
    "a person's",
    'Leave `github-token` out',
    1,
  ],
  [
    'single sign-on',
    { status: 403, message: 'Resource protected by organization SAML enforcement.' },
    'single sign-on',
    'Authorize the token',
    1,
  ],
  ['an allow list', { status: 403, message: ALLOW_LIST }, 'IP allow list', "runner's address", 1],
  [
    'an archived repository',
    { status: 403, message: 'Repository was archived so is read-only.' },
    'archived',
    'in use',
    1,
  ],
  [
    'a used up limit',
    {
      status: 403,
      message: 'API rate limit exceeded',
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1795000000' },
    },
    'used up until 2026-11-18T11:06:40.000Z (403)',
    'token of its own',
    1,
  ],
  [
    'a used up limit, as 429',
    { status: 429, headers: { 'x-ratelimit-remaining': '0' } },
    'used up (429)',
    'token of its own',
    1,
  ],
  [
    'a secondary limit for long',
    { status: 403, message: 'You have exceeded a secondary rate limit', headers: { 'retry-after': '60' } },
    'slow down for 60 s',
    'fewer jobs',
    1,
  ],
  [
    'a secondary limit for short',
    { status: 429, headers: { 'retry-after': '1' } },
    'slow down for 1 s',
    'fewer jobs',
    5,
  ],
  [
    'a secondary limit without a time',
    { status: 403, message: 'You have exceeded a secondary rate limit' },
    'slow down: a secondary',
    'fewer jobs',
    1,
  ],
  ['too many requests', { status: 429 }, 'slow down (429)', 'next run', 1],
  [
    'an unknown repository',
    { status: 404, message: 'Not Found' },
    'no such repository',
    'token of this repository',
    1,
  ],
  [
    'an unknown commit',
    { status: 422, message: 'No commit found for SHA: aaaa' },
    'not in the repository (422)',
    'Push the commit',
    1,
  ],
  [
    'another mistake',
    { status: 422, message: 'Invalid request.' },
    'GitHub answered 422; it says: Invalid request.',
    'next run',
    1,
  ],
  [
    'a refusal without a cause',
    { status: 403, message: 'No.' },
    'GitHub answered 403; it says: No.',
    'next run',
    1,
  ],
  ['gone', { status: 410 }, 'GitHub answered 410', 'next run', 1],
  ['a crash', { status: 500 }, 'GitHub answered 500', 'status page', 5],
  ['a bad gateway', { status: 502 }, 'GitHub answered 502', 'status page', 5],
  [
    'maintenance',
    { status: 503, headers: { 'retry-after': '3600' } },
    'GitHub answered 503',
    'status page',
    1,
  ],
];

describe('a check run that GitHub does not make', () => {
  it.each(TABLE)('for %s', async (_, answer, why, remedy, times) => {
    const said = await refused([answer]);
    expect(said).toContain(`No check run was created at ${new URL(url).host}: `);
    expect(said).toContain(why);
    expect(said).toContain(remedy);
    expect(said).toContain('the summary has the same text');
    expect(asked).toBe(times);
    if (!Object.keys(answer.headers ?? {}).includes('x-accepted-github-permissions'))
      expect(said).not.toContain('checks: write');
  });

  it.each([500, 502, 503, 504])('is made after all when a %d passes', async (status) => {
    expect(await refused([{ status }, { status }, { status: 201 }])).toBeNull();
    expect(asked).toBe(3);
    expect(waits).toEqual([500, 1000]);
  });

  it('waits as long as GitHub says, and never past the time that there is', async () => {
    expect(await refused([{ status: 429, headers: { 'retry-after': '3' } }, { status: 201 }])).toBeNull();
    expect(waits).toEqual([3000]);
    const late = new AbortController();
    const said = refused([{ status: 500 }], { signal: late.signal });
    late.abort();
    expect(await said).toMatch(/it did not answer in time|GitHub answered 500/);
    expect(asked).toBeLessThan(3);
  });

  it.each([
    ['nobody listens', 'http://127.0.0.1:65535', 'nothing listens there', 5],
    ['its name does not resolve', 'http://github.invalid', 'could not be resolved', 1],
    ['it speaks no TLS', '', 'TLS connection failed', 1],
  ])('where %s', async (_, to, why, tries) => {
    const said = await refused([{ status: 201 }], { to: to === '' ? url.replace('http:', 'https:') : to });
    expect(said).toContain('GitHub could not be reached');
    expect(said).toContain(why);
    expect(waits).toHaveLength(tries - 1);
  });

  it('where nobody vouches for its certificate, names it and the variable for a CA', async () => {
    const certificates = await makeCertificates();
    const { serverKey, serverCert } = certificates;
    const tls = await serve(() => undefined, { key: serverKey, cert: serverCert });
    const said = await refused([{ status: 201 }], { to: tls.url });
    await tls.close();
    certificates.remove();
    expect(said).toContain(
      `No check run was created at ${new URL(tls.url).host}: GitHub could not be reached`,
    );
    expect(said).toContain("is signed by 'Test CA', whom nobody vouches for here");
    expect(said).toContain('NODE_EXTRA_CA_CERTS');
    expect(waits).toEqual([]);
  });

  it('never says the token, whoever asks for it', async () => {
    const said = await refused([{ status: 403, message: `no: ${TOKEN} ${encodeURIComponent(TOKEN)}` }]);
    expect(said).not.toContain(TOKEN);
  });
});
