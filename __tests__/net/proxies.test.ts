import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sendCheckRun } from '../../src/github/check-run.js';
import { closeHttp, openHttp } from './kit.js';
import { closeAll, serveProxy } from './loopback.js';

type Proxy = Awaited<ReturnType<typeof serveProxy>>;
type Variables = Readonly<Record<string, string>>;

const PLACE = {
  ...{ name: 'Gate', token: 'ghs_token', repository: 'o/r', sha: 'a'.repeat(40), detailsUrl: null },
  ...{ externalId: '1', startedAt: '2026-11-21T00:00:00Z', completedAt: '2026-11-21T00:00:01Z' },
};
const TEXT = { title: 'T', summary: 'S', text: 'X', conclusion: 'success' } as const;
/** Long enough for a proxy on this machine. What goes direct leads nowhere, at once. */
const PATIENCE_MS = 1_500;

let proxy: Proxy;
beforeAll(async () => {
  proxy = await serveProxy(0);
});
beforeEach(() => {
  proxy.lines.length = 0;
});
afterEach(closeHttp);
afterAll(closeAll);

/** One request to a server, and whether the proxy was asked for it. */
const CALLERS: readonly (readonly [string, (url: string, env: Variables) => Promise<unknown>])[] = [
  [
    'MLflow',
    (url, env) =>
      openHttp({ env, connectTimeoutMs: PATIENCE_MS }).request({
        ...{ method: 'POST', url, idempotent: false, signal: AbortSignal.timeout(PATIENCE_MS) },
      }),
  ],
  [
    'GitHub',
    (url, env) =>
      sendCheckRun(PLACE, TEXT, { ...env, GITHUB_API_URL: url }, AbortSignal.timeout(PATIENCE_MS)),
  ],
];

const goesThroughProxy = async (
  call: (typeof CALLERS)[number][1],
  url: string,
  env: Variables,
): Promise<boolean> => {
  await call(url, env).catch(() => undefined);
  return proxy.lines.length > 0;
};

describe.each(CALLERS)('requests to %s', (_, call) => {
  it.each([
    ['', 'http://a.test', true],
    [' , ', 'http://a.test', true],
    ['*', 'https://a.test', false],
    ['b.test,*', 'http://a.test', false],
    ['*:8080', 'http://a.test:8080', false],
    ['*:8080', 'http://a.test', true],
    ['a.test', 'http://a.test', false],
    ['a.test', 'https://a.test', false],
    ['A.TEST.', 'http://a.test.', false],
    ['a.test', 'http://sub.a.test', false],
    ['a.test', 'http://nota.test', true],
    ['.a.test', 'http://a.test', false],
    ['.a.test', 'http://sub.a.test', false],
    ['*.a.test', 'http://a.test', true],
    ['*.a.test', 'http://x.y.a.test', false],
    ['b.test a.test', 'http://a.test', false],
    ['b.test, a.test', 'http://a.test', false],
    ['a.test:80', 'http://a.test', false],
    ['a.test:443', 'https://a.test', false],
    ['a.test:443', 'http://a.test', true],
    ['a.test:0', 'http://a.test:81', false],
    ['192.0.2.1', 'http://192.0.2.1', false],
    ['192.0.2.0/24', 'http://192.0.2.1', false],
    ['b.test,192.0.2.0/31', 'https://192.0.2.1:8443', false],
    ['192.0.2.0/24', 'http://192.0.3.1', true],
    ['192.0.2.0/33', 'http://192.0.2.1', true],
    ['192.0.2.0/24', 'http://a.test', true],
    ['0.0.0.0/0', 'http://192.0.2.1', false],
    ['2001:db8::/32', 'http://[2001:db8::1]', false],
    ['[2001:db8::]/32', 'http://[2001:db8::1]', false],
    ['2001:db8::/32', 'http://[2001:db9::1]', true],
    ['::', 'http://[::]:65535', false],
    ['[::]', 'http://[::]:65535', false],
    ['[::]:65535', 'http://[::]:65535', false],
    ['[::]:65534', 'http://[::]:65535', true],
    ['', 'https://a.test', true],
    ['', 'http://[::]:65535', true],
    ['', 'http://localhost:65535', false],
    ['', 'http://127.0.0.1:65535', false],
    ['', 'http://[::1]:65535', false],
  ])('NO_PROXY=%j, %s: through the proxy %s', async (noProxy, url, expected) => {
    const env = { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url, NO_PROXY: noProxy };
    expect(await goesThroughProxy(call, url, env)).toBe(expected);
    expect(openHttp({ env }).proxyFor(url)?.host ?? null).toBe(expected ? `127.0.0.1:${proxy.port}` : null);
  });

  it.each<readonly [Variables, string, boolean]>([
    [{ HTTP_PROXY: 'P' }, 'http://a.test', true],
    [{ http_proxy: 'P' }, 'http://a.test', true],
    [{ HTTP_PROXY: 'P' }, 'https://a.test', false],
    [{ ALL_PROXY: 'P' }, 'https://a.test', true],
    [{ all_proxy: 'P' }, 'http://a.test', true],
    [{ ALL_PROXY: 'http://127.0.0.1:65535', HTTP_PROXY: 'P' }, 'http://a.test', true],
    [{ HTTP_PROXY: 'ftp://bad', HTTPS_PROXY: 'P' }, 'https://a.test', true],
    [{ HTTPS_PROXY: 'socks5://bad', NO_PROXY: 'a.test' }, 'https://a.test', false],
    [{ HTTPS_PROXY: 'P' }, 'https://a.test', true],
    [{ https_proxy: 'P' }, 'https://a.test', true],
    [{ HTTPS_PROXY: 'P' }, 'http://a.test', false],
    [{ HTTP_PROXY: 'P', http_proxy: '' }, 'http://a.test', false],
    [{ HTTP_PROXY: 'http://127.0.0.1:65535', HTTPS_PROXY: 'P' }, 'https://a.test', true],
    [{ HTTP_PROXY: 'P', no_proxy: 'a.test' }, 'http://a.test', false],
    [{ HTTP_PROXY: 'P', NO_PROXY: 'a.test', no_proxy: 'b.test' }, 'http://a.test', true],
    [{ HTTP_PROXY: 'P', NO_PROXY: 'a.test', no_proxy: '' }, 'http://a.test', false],
    [{}, 'http://a.test', false],
  ])('%j, %s: through the proxy %s', async (variables, url, expected) => {
    const env = Object.fromEntries(
      Object.entries(variables).map(([name, value]) => [name, value === 'P' ? proxy.url : value]),
    );
    expect(await goesThroughProxy(call, url, env)).toBe(expected);
    expect(openHttp({ env }).proxyFor(url)?.host ?? null).toBe(expected ? `127.0.0.1:${proxy.port}` : null);
  });
});

describe('an address of GitHub that is none', () => {
  it('comes back as a sentence, as any GitHub that cannot be reached', async () => {
    const env = { GITHUB_API_URL: 'nonsense', HTTPS_PROXY: 'ftp://bad' };
    const said = await sendCheckRun(PLACE, TEXT, env, AbortSignal.timeout(PATIENCE_MS));
    expect(said).toContain('GitHub could not be reached');
  });
});

describe('a proxy that cannot be used', () => {
  it('is said before GitHub is asked, without its password', async () => {
    const sent = sendCheckRun(
      PLACE,
      TEXT,
      { HTTPS_PROXY: 'ftp://canary-proxy-52' },
      AbortSignal.timeout(PATIENCE_MS),
    );
    await expect(sent).rejects.toMatchObject({
      code: 'input-invalid',
      message: 'The environment variable HTTPS_PROXY is not the address of an http proxy.',
    });
  });
});
