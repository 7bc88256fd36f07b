import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EnvHttpProxyAgent, request } from 'undici';
import { readNoProxy } from '../../src/net/no-proxy.js';
import { closeAll, serveProxy, type Loopback } from './loopback.js';

describe('NO_PROXY', () => {
  it.each([
    ['', 'http://a.test', false],
    [' , ', 'http://a.test', false],
    ['*', 'https://a.test', true],
    ['b.test,*', 'http://a.test', true],
    ['*:8080', 'http://a.test:8080', true],
    ['*:8080', 'http://a.test', false],
    ['a.test', 'http://a.test', true],
    ['A.TEST.', 'http://a.test.', true],
    ['a.test', 'http://sub.a.test', true],
    ['a.test', 'http://nota.test', false],
    ['.a.test', 'http://a.test', true],
    ['*.a.test', 'http://a.test', false],
    ['*.a.test', 'http://x.y.a.test', true],
    ['b.test a.test', 'http://a.test', true],
    ['a.test:80', 'http://a.test', true],
    ['a.test:443', 'https://a.test', true],
    ['a.test:443', 'http://a.test', false],
    ['a.test:0', 'http://a.test:81', true],
    ['10.0.0.1', 'http://10.0.0.1', true],
    ['10.0.0.0/8', 'http://10.0.0.1', false],
    ['fd00::1', 'http://[fd00::1]:81', true],
    ['[fd00::1]', 'http://[fd00::1]', true],
    ['[fd00::1]:81', 'http://[fd00::1]:81', true],
    ['[fd00::1]:81', 'http://[fd00::1]', false],
  ])('%j lets %s go direct: %s', (text, url, expected) => {
    expect(readNoProxy(text)(new URL(url))).toBe(expected);
  });
});

describe('the rules are those of undici', () => {
  let proxy: Loopback;
  beforeAll(async () => {
    proxy = await serveProxy(0);
  });
  afterAll(closeAll);

  /** A direct connection needs a name looked up; the proxy has an address. */
  async function undiciGoesDirect(noProxy: string, url: string): Promise<boolean> {
    const agent = new EnvHttpProxyAgent({
      httpProxy: proxy.url,
      noProxy,
      connect: {
        lookup: (_host, _options, found) => {
          found(Object.assign(new Error('looked up'), { code: 'DIRECT' }), '', 4);
        },
      },
    });
    try {
      await (await request(url, { dispatcher: agent })).body.dump();
      return false;
    } catch (error) {
      expect(error).toMatchObject({ code: 'DIRECT' });
      return true;
    } finally {
      await agent.destroy();
    }
  }

  const URLS = ['http://a.test', 'http://a.test.:81', 'http://sub.a.test', 'http://nota.test'];

  it.each([
    '',
    '*',
    '*:81',
    'a.test',
    'A.test.',
    '.a.test',
    '*.a.test',
    '*a.test',
    'a.test:81',
    'a.test:0',
    '.',
  ])('%j', async (text) => {
    const ours = URLS.map((url) => readNoProxy(text)(new URL(url)));
    expect(await Promise.all(URLS.map((url) => undiciGoesDirect(text, url)))).toEqual(ours);
  });
});
