import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { createServer as createSecure } from 'node:https';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAction } from '../harness/action.js';
import { runPython } from '../harness/python.js';
import { describeWith } from '../harness/suites.js';
import { must, run } from '../harness/tools.js';
import { ending } from './github/github.js';
import { closeAll, makeCertificates, serveProxy } from '../net/loopback.js';
import type { Certificates } from '../net/loopback.js';

/** How a request got there. */
type Way = 'direct' | 'proxy' | 'not at all';
type Row = readonly [Readonly<Record<string, string>>, string, { ours: Way; curl: Way; python: Way }];

const PATH = '/usr/bin:/bin';
const DIRECT = { ours: 'direct', curl: 'direct', python: 'direct' } as const;
const PROXY = { ours: 'proxy', curl: 'proxy', python: 'proxy' } as const;
const NOT = { ours: 'not at all', curl: 'not at all', python: 'not at all' } as const;
const NO = 'not at all';

/** `CA` and `DIR` in a value stand for the private authority's file and a hashed folder of it, `P` for the proxy. */
const TRUST = { REQUESTS_CA_BUNDLE: 'CA', CURL_CA_BUNDLE: 'CA' };
/** `http://A` and `https://A`: this machine by an address that is no loopback name. `registry.test` is known to the proxy. */
const ROWS: readonly Row[] = [
  [{}, 'http://A', DIRECT],
  [{ http_proxy: 'P' }, 'http://A', PROXY],
  // curl reads this one in lower case only (httpoxy).
  [{ HTTP_PROXY: 'P' }, 'http://A', { ...PROXY, curl: 'direct' }],
  [{ HTTP_PROXY: 'P', http_proxy: 'P', ...TRUST }, 'https://A', DIRECT],
  [{ HTTPS_PROXY: 'P' }, 'http://A', DIRECT],
  [{ HTTPS_PROXY: 'P', ...TRUST }, 'https://A', PROXY],
  [{ https_proxy: 'P', ...TRUST }, 'https://A', PROXY],
  [{ ALL_PROXY: 'P' }, 'http://A', PROXY],
  [{ all_proxy: 'P', ...TRUST }, 'https://A', PROXY],
  [{ http_proxy: '', ALL_PROXY: '' }, 'http://A', DIRECT],
  [{ HTTPS_PROXY: 'ftp://nowhere.test' }, 'http://A', DIRECT],
  [{ http_proxy: 'P', NO_PROXY: 'A' }, 'http://A', DIRECT],
  [{ http_proxy: 'P', NO_PROXY: '0.0.0.0/8' }, 'http://A', DIRECT],
  [{ HTTPS_PROXY: 'P', NO_PROXY: 'b.test, 0.0.0.0/30', ...TRUST }, 'https://A', DIRECT],
  [{ http_proxy: 'P', NO_PROXY: '10.0.0.0/8' }, 'http://A', PROXY],
  [{ http_proxy: 'P', NO_PROXY: '*' }, 'http://A', DIRECT],
  [{ http_proxy: 'P', NO_PROXY: 'b.test' }, 'http://A', PROXY],
  [{ http_proxy: 'P', NO_PROXY: 'A', no_proxy: '' }, 'http://A', DIRECT],
  [{ http_proxy: 'P', NO_PROXY: 'A', no_proxy: 'b.test' }, 'http://A', PROXY],
  [{ http_proxy: 'P' }, 'http://registry.test', PROXY],
  [{ https_proxy: 'P', ...TRUST }, 'https://registry.test', PROXY],
  [{ https_proxy: 'P', NO_PROXY: '.test', ...TRUST }, 'https://registry.test', NOT],
  [{}, 'https://A', NOT],
  [{ REQUESTS_CA_BUNDLE: 'CA' }, 'https://A', { ...DIRECT, curl: NO }],
  [{ CURL_CA_BUNDLE: 'CA' }, 'https://A', DIRECT],
  [{ SSL_CERT_FILE: 'CA' }, 'https://A', { ...DIRECT, python: NO }],
  // The system's store, where OpenSSL is told that it is elsewhere.
  [{ SSL_CERT_DIR: 'DIR' }, 'https://A', { ...DIRECT, python: NO }],
  [{ NODE_EXTRA_CA_CERTS: 'CA' }, 'https://A', { ...NOT, ours: 'direct' }],
  [{ MLFLOW_TRACKING_SERVER_CERT_PATH: 'CA' }, 'https://A', { ...DIRECT, curl: NO }],
  [{ REQUESTS_CA_BUNDLE: '/no/such/file', SSL_CERT_FILE: 'CA' }, 'https://A', { ...DIRECT, python: NO }],
  [{ SSL_CERT_FILE: 'CA', HTTPS_PROXY: 'P' }, 'https://registry.test', { ...PROXY, python: NO }],
];

/** MLflow's own client, one request. */
const CLIENT = `
import sys
from mlflow.tracking._tracking_service.utils import get_default_host_creds
from mlflow.utils.rest_utils import http_request
print(http_request(get_default_host_creds(sys.argv[1]), '/', 'GET', max_retries=0, timeout=5).status_code)
`;

const CODES_OF_THE_WAY =
  'tls-failed dns-failed connection-refused connection-failed timeout input-invalid'.split(' ');

describeWith(['mlflow-3.17.2'], 'settings as the other tools on the runner have them', () => {
  let certificates: Certificates;
  let proxy: Awaited<ReturnType<typeof serveProxy>>;
  let folder: string;
  const servers: Server[] = [];
  const ports = { plain: 0, secure: 0 };

  beforeAll(async () => {
    certificates = await makeCertificates();
    folder = mkdtempSync(join(tmpdir(), 'gate-store-'));
    await must('cp', [join(certificates.folder, 'ca.pem'), folder]);
    await must('openssl', ['rehash', folder]);
    const { serverKey, serverCert } = certificates;
    servers.push(
      createServer((_, reply) => reply.end('{}')),
      createSecure({ key: serverKey, cert: serverCert }, (_, reply) => reply.end('{}')),
    );
    const [plain = 0, secure = 0] = await Promise.all(servers.map(listening));
    Object.assign(ports, { plain, secure });
    proxy = await serveProxy(secure);
  });

  afterAll(async () => {
    await closeAll();
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    rmSync(folder, { recursive: true, force: true });
    certificates.remove();
  });

  const way = async (reaches: () => Promise<boolean>): Promise<Way> => {
    proxy.lines.length = 0;
    if (!(await reaches())) return NO;
    return proxy.lines.length > 0 ? 'proxy' : 'direct';
  };

  it.each(ROWS)(
    '%j, %s',
    async (variables, place, expected) => {
      const stands: Readonly<Record<string, string>> = {
        ...{ P: proxy.url, CA: join(certificates.folder, 'ca.pem'), DIR: folder, A: '0.0.0.0' },
      };
      const env = Object.fromEntries(
        Object.entries(variables).map(([name, value]) => [name, stands[value] ?? value]),
      );
      const port = place.startsWith('https:') ? ports.secure : ports.plain;
      const url = place.endsWith('A') ? `${place.replace('A', '0.0.0.0')}:${port}` : place;
      const found = {
        ours: await way(() => ours(url, env)),
        curl: await way(async () => (await run('curl', ['-sS', url], { env: { PATH, ...env } })).code === 0),
        python: await way(() =>
          runPython('3.17.2', CLIENT, { args: [url], env }).then(
            () => true,
            () => false,
          ),
        ),
      };
      expect(found).toEqual(expected);
    },
    60_000,
  );

  it('reach no less than curl and MLflow’s client', () => {
    expect(ROWS.length).toBeGreaterThanOrEqual(30);
    for (const [variables, , { ours: our, curl, python }] of ROWS)
      if (curl !== NO || python !== NO) expect({ variables, our }).not.toEqual({ variables, our: NO });
  });
});

/** A server that answers in JSON is reached, whatever the action makes of the answer. */
async function ours(url: string, env: Readonly<Record<string, string>>): Promise<boolean> {
  const inputs = { 'tracking-uri': url, mode: 'list', 'model-name': 'm', 'timeout-seconds': '20' };
  const code = String(ending(await runAction({ inputs, env }))['code']);
  // The servers of this test are no MLflow, so that the run ends with some code in any case.
  expect(code).not.toBe('undefined');
  return !CODES_OF_THE_WAY.includes(code);
}

async function listening(server: Server): Promise<number> {
  server.listen(0, '0.0.0.0');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
