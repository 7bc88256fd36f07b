import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import type { HttpRequest } from '../../src/net/exchange.js';
import type { HttpOptions } from '../../src/net/http.js';
import { isLoopback } from '../../src/net/proxies.js';
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

  it.each(['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY'])('https is tunnelled through %s', async (name) => {
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
    const address = 'http://proxy.test:3128';
    const env = { HTTP_PROXY: address, https_proxy: address, NO_PROXY: 'other.test, .registry.test:80' };
    const http = openHttp({ env });
    expect(http.proxyFor('http://registry.test/')).toBeNull();
    const host = 'proxy.test:3128';
    expect(http.proxyFor('http://registry.test:8080/')).toEqual({ host, variable: 'HTTP_PROXY' });
    expect(http.proxyFor('https://registry.test/')).toEqual({ host, variable: 'https_proxy' });
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
    expect(error.message).toContain(`127.0.0.1:${proxy.port} (from HTTPS_PROXY) answered ${status}`);
    const write = { ...read('https://registry.test/'), method: 'POST', idempotent: false } as const;
    expect((await failure(openHttp({ env }).request(write))).code).toBe('connection-failed');
  });

  it('a forwarding proxy that wants a password is named', async () => {
    const proxy = await serveProxy(0, 407);
    const error = await failure(
      openHttp({ env: { HTTP_PROXY: proxy.url } }).request(read('http://registry.test/')),
    );
    expect(error.code).toBe('connection-failed');
    expect(error.remedy).toContain('into HTTP_PROXY:');
  });

  it.each(['socks5://127.0.0.1:1', `http://user:${CANARY}@[`, `ftp://${CANARY}`])(
    '%s is refused where it counts, and nowhere else',
    async (value) => {
      const env = { HTTPS_PROXY: value };
      const write = { ...read('https://registry.test/'), method: 'POST', idempotent: false } as const;
      for (const request of [read('https://registry.test/'), write]) {
        const error = await failure(openHttp({ env }).request(request));
        expect(error.code).toBe('input-invalid');
        expect(error.message).toBe(
          'The environment variable HTTPS_PROXY is not the address of an http proxy.',
        );
      }
      expect((await failure(openHttp({ env }).request(read('http://registry.test/')))).code).toBe(
        'dns-failed',
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
    const error = await failure(other.request(read('https://other.test/')));
    expect(error.code).toBe('tls-failed');
    expect(error.message).toMatch(
      /made out to registry\.test, localhost, 127\.0\.0\.1, 0\.0\.0\.0, not to other\.test; it is valid until \d{4}-/,
    );
    expect(error.remedy).toContain('a certificate made out to other.test');
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

  it.each(['NODE_EXTRA_CA_CERTS', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE', 'SSL_CERT_FILE'])(
    'a private CA is trusted when %s names it, for reads and writes, directly and by proxy',
    async (name) => {
      const server = await serveSecure();
      const proxy = await serveProxy(server.port);
      const env = { [name]: join(certificates.folder, 'ca.pem'), HTTPS_PROXY: proxy.url };
      const write = { ...read(server.url), method: 'POST', idempotent: false } as const;
      expect((await openHttp({ env }).request(write)).status).toBe(200);
      expect(server.seen).toHaveLength(1);
      expect(await fetched(server.url, { env })).toEqual({ by: 'server' });
      expect(await fetched('https://registry.test/', { env })).toEqual({ by: 'server' });
      const http = openHttp({ env });
      const together = await Promise.all([1, 2, 3].map(() => http.request(read(server.url))));
      expect(together.map(({ status }) => status)).toEqual([200, 200, 200]);
    },
  );

  it('the file of a setting names the only authorities', async () => {
    const server = await serveSecure();
    const env = { REQUESTS_CA_BUNDLE: join(certificates.folder, 'ca.pem') };
    const error = await failure(
      openHttp({ env, tls: { ca: certificates.client, clientCert: null } }).request(read(server.url)),
    );
    expect([error.code, error.remedy]).toEqual([
      'tls-failed',
      expect.stringContaining('Only those in CA_SETTING count.'),
    ]);
  });

  it('an unknown issuer is named, with the date and where authorities were looked for', async () => {
    const server = await serveSecure();
    const proxy = await serveProxy(server.port);
    const env = { REQUESTS_CA_BUNDLE: '/no/such/file', SSL_CERT_FILE: '/dev/null', HTTPS_PROXY: proxy.url };
    for (const url of [server.url, 'https://registry.test/']) {
      const error = await failure(openHttp({ env }).request(read(url)));
      expect(error.message).toMatch(
        /the certificate of [\w.]+ \('server'\) is signed by 'Test CA', whom nobody vouches for here; it is valid until \d{4}-\d\d-\d\d \(/,
      );
      expect(error.remedy).toContain(
        "Looked at: Node's own, the store of the system, REQUESTS_CA_BUNDLE (a file that cannot be read), SSL_CERT_FILE (a file without a certificate).",
      );
    }
    expect(server.seen).toEqual([]);
  });

  it.each(['https://127.0.0.1', 'https://registry.test'])('one that expired says when: %s', async (url) => {
    const server = await serveSecure({ cert: certificates.expiredCert });
    const proxy = await serveProxy(server.port);
    const env = { HTTPS_PROXY: proxy.url };
    const tls = { ca: certificates.ca, clientCert: null };
    const address = url.includes('test') ? url : server.url;
    const error = await failure(openHttp({ env, tls }).request(read(address)));
    expect(error.code).toBe('tls-failed');
    expect(error.message).toMatch(/ \('server'\) expired on \d{4}-\d\d-\d\d \(CERT_HAS_EXPIRED\)\.$/);
    expect(error.remedy).toContain('Renew it');
  });

  it('https to a plain port is an error of TLS', async () => {
    const server = await serve(() => undefined);
    const error = await failure(openHttp().request(read(server.url.replace('http:', 'https:'))));
    expect(error.code).toBe('tls-failed');
  });
});
