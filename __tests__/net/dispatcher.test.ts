import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { isLoopback } from '../../src/net/dispatcher.js';
import type { HttpRequest } from '../../src/net/exchange.js';
import type { HttpOptions } from '../../src/net/http.js';
import { closeHttp, failure, never, openHttp, said } from './kit.js';
import {
  closeAll,
  json,
  makeCertificates,
  serve,
  serveProxy,
  type Certificates,
  type Loopback,
} from './loopback.js';

const CANARY = 'canary-proxy-51';
let certificates: Certificates;

beforeAll(async () => {
  certificates = await makeCertificates();
});

afterEach(async () => {
  await closeHttp();
  await closeAll();
});

afterAll(() => {
  certificates.remove();
  expect(said.filter((text) => text.includes(CANARY))).toEqual([]);
});

const read = (url: string): HttpRequest => ({ method: 'GET', url, idempotent: true, signal: never() });

const fetched = async (url: string, options: Partial<HttpOptions>): Promise<unknown> =>
  JSON.parse((await openHttp(options).request(read(url))).text);

const serveSecure = (more: object = {}): Promise<Loopback> =>
  serve(
    (_, reply) => {
      json(reply, 200, { by: 'server' });
    },
    { key: certificates.serverKey, cert: certificates.serverCert, ...more },
  );

describe('isLoopback', () => {
  it.each([
    ['http://localhost:5000', true],
    ['http://LOCALHOST', true],
    ['http://127.0.0.1', true],
    ['http://127.1.2.3', true],
    ['http://[::1]:80', true],
    ['http://a.localhost', true],
    ['http://localhost.example.com', false],
    ['http://127.0.0.1.example.com', false],
    ['http://notlocalhost', false],
    ['http://10.0.0.1', false],
    ['http://[::2]', false],
  ])('%s: %s', (url, expected) => {
    expect(isLoopback(new URL(url))).toBe(expected);
  });
});

describe('proxies', () => {
  it.each(['HTTP_PROXY', 'http_proxy'])('http goes through %s, with its user and password', async (name) => {
    const proxy = await serveProxy(0);
    const env = { [name]: `http://us%40er:${CANARY}@127.0.0.1:${proxy.port}` };
    expect(await fetched('http://registry.test/x', { env })).toEqual({ by: 'proxy' });
    const credentials = Buffer.from(`us@er:${CANARY}`).toString('base64');
    expect(proxy.lines).toEqual([`GET http://registry.test/x Basic ${credentials}`]);
  });

  it('a proxy may be written without a scheme', async () => {
    const proxy = await serveProxy(0);
    expect(
      await fetched('http://registry.test/', { env: { HTTP_PROXY: `127.0.0.1:${proxy.port}` } }),
    ).toEqual({
      by: 'proxy',
    });
  });

  it.each(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY'])('https is tunnelled through %s', async (name) => {
    const server = await serveSecure();
    const proxy = await serveProxy(server.port);
    const options = { env: { [name]: proxy.url }, tls: { ca: certificates.ca, clientCert: null } };
    expect(await fetched('https://registry.test/x', options)).toEqual({ by: 'server' });
    expect(proxy.lines).toEqual(['CONNECT registry.test:443 -']);
  });

  it('loopback goes direct, whatever the variables say', async () => {
    const proxy = await serveProxy(0);
    const server = await serve((_, reply) => {
      json(reply, 200, { by: 'server' });
    });
    const env = { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url, NO_PROXY: '' };
    expect(await fetched(server.url, { env })).toEqual({ by: 'server' });
    expect(await fetched(`http://localhost:${server.port}`, { env })).toEqual({ by: 'server' });
    expect(proxy.lines).toEqual([]);
  });

  it.each(['.test', 'registry.test', '*'])('NO_PROXY=%s goes direct', async (value) => {
    const proxy = await serveProxy(0);
    const env = { HTTP_PROXY: proxy.url, no_proxy: value };
    expect((await failure(openHttp({ env }).request(read('http://registry.test/')))).code).toBe('dns-failed');
    expect(proxy.lines).toEqual([]);
  });

  it('no proxy is named for what NO_PROXY lets go direct', async () => {
    const env = { HTTP_PROXY: 'http://proxy.test:3128', NO_PROXY: 'other.test, .registry.test:80' };
    const http = openHttp({ env });
    expect(http.proxiesFor('http://registry.test/')).toEqual([]);
    expect(http.proxiesFor('http://registry.test:8080/')).toEqual(['proxy.test:3128']);
    expect(http.proxiesFor('https://registry.test/')).toEqual(['proxy.test:3128']);
    const error = await failure(http.request(read('http://registry.test/')));
    expect(error.code).toBe('dns-failed');
    expect(error.message).not.toContain('proxy');
  });

  it('the variables of this process are not looked at', async () => {
    const proxy = await serveProxy(0);
    process.env['http_proxy'] = proxy.url;
    try {
      const http = openHttp({ env: { HTTPS_PROXY: proxy.url } });
      expect((await failure(http.request(read('http://registry.test/')))).code).toBe('dns-failed');
    } finally {
      delete process.env['http_proxy'];
    }
  });

  it.each([407, 403, 502])('a proxy that answers %d to a tunnel is named', async (status) => {
    const proxy = await serveProxy(0, status);
    const env = { HTTPS_PROXY: `http://user:${CANARY}@127.0.0.1:${proxy.port}` };
    const error = await failure(openHttp({ env }).request(read('https://registry.test/')));
    expect(error.code).toBe('connection-failed');
    expect(error.message).toContain(`127.0.0.1:${proxy.port} answered ${status}`);
    const write = { ...read('https://registry.test/'), method: 'POST', idempotent: false } as const;
    expect((await failure(openHttp({ env }).request(write))).code).toBe('connection-failed');
  });

  it('a forwarding proxy that wants a password is named', async () => {
    const proxy = await serveProxy(0, 407);
    const error = await failure(
      openHttp({ env: { HTTP_PROXY: proxy.url } }).request(read('http://registry.test/')),
    );
    expect(error.code).toBe('connection-failed');
    expect(error.remedy).toContain('HTTP_PROXY');
  });

  it.each(['socks5://127.0.0.1:1', `http://user:${CANARY}@[`, `ftp://${CANARY}`])(
    '%s is refused',
    (value) => {
      expect(() => openHttp({ env: { HTTPS_PROXY: value } })).toThrow(
        expect.objectContaining({
          code: 'input-invalid',
          message: 'The environment variable HTTPS_PROXY is not the address of an http proxy.',
        }),
      );
    },
  );
});

describe('TLS', () => {
  it('an unknown CA is an error that names the setting', async () => {
    const server = await serveSecure();
    const error = await failure(openHttp().request(read(server.url)));
    expect(error.code).toBe('tls-failed');
    expect(error.remedy).toContain('CA_SETTING');
    expect(server.seen).toEqual([]);
  });

  it('is certain to have sent nothing', async () => {
    const server = await serveSecure();
    const write = { ...read(server.url), method: 'POST', idempotent: false } as const;
    expect((await failure(openHttp().request(write))).code).toBe('tls-failed');
  });

  it('a named CA is trusted', async () => {
    const server = await serveSecure();
    const tls = { ca: certificates.ca, clientCert: null };
    expect(await fetched(server.url, { tls })).toEqual({ by: 'server' });
  });

  it('a certificate of another host is refused', async () => {
    const server = await serveSecure();
    const tls = { ca: certificates.ca, clientCert: null };
    const proxy = await serveProxy(server.port);
    const other = openHttp({ tls, env: { HTTPS_PROXY: proxy.url } });
    expect((await failure(other.request(read('https://other.test/')))).code).toBe('tls-failed');
  });

  it('a client certificate is shown where it is wanted', async () => {
    const server = await serveSecure({ ca: certificates.ca, requestCert: true, rejectUnauthorized: true });
    const tls = { ca: certificates.ca, clientCert: certificates.client };
    expect(await fetched(server.url, { tls })).toEqual({ by: 'server' });
    const proxy = await serveProxy(server.port);
    const options = { tls, env: { HTTPS_PROXY: proxy.url } };
    expect(await fetched('https://registry.test/', options)).toEqual({ by: 'server' });
  });

  it('a missing client certificate is an error, and nothing was served', async () => {
    const server = await serveSecure({ ca: certificates.ca, requestCert: true, rejectUnauthorized: true });
    const tls = { ca: certificates.ca, clientCert: null };
    const error = await failure(openHttp({ tls }).request(read(server.url)));
    expect(['tls-failed', 'connection-failed']).toContain(error.code);
    expect(server.seen).toEqual([]);
  });

  it('https to a plain port is an error of TLS', async () => {
    const server = await serve(() => undefined);
    const error = await failure(openHttp().request(read(server.url.replace('http:', 'https:'))));
    expect(error.code).toBe('tls-failed');
  });
});
