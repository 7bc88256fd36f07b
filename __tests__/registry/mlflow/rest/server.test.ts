import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../../harness/server-process.js';
import { failure, never, recordingLog, said } from '../../../net/kit.js';
import {
  closeAll,
  json,
  makeCertificates,
  serve,
  type Certificates,
  type Handler,
  type Loopback,
} from '../../../net/loopback.js';
import {
  BASIC,
  BEARER,
  closeRegistries,
  GET_MODEL,
  GET_RUN,
  INFO,
  mlflow,
  NOT_FOUND_PAGE,
  open,
  page,
  PASSWORD,
  plain,
  readerOf,
  says,
  SEARCH,
  SECRETS,
  TOKEN,
  TRANSITION,
  wireModel,
  wireVersion,
  write,
  type Routes,
} from './kit.js';

let certificates: Certificates;
let folder: string;

beforeAll(async () => {
  certificates = await makeCertificates();
  folder = mkdtempSync(join(tmpdir(), 'gate-mlflow-'));
  writeFileSync(join(folder, 'ca.pem'), certificates.ca);
  writeFileSync(join(folder, 'client.pem'), certificates.client);
  writeFileSync(join(folder, 'junk.pem'), '-----BEGIN CERTIFICATE-----\nxx\n-----END CERTIFICATE-----\n');
});

afterEach(async () => {
  await closeRegistries();
  await closeAll();
});

afterAll(() => {
  certificates.remove();
  rmSync(folder, { recursive: true });
  expect(said.length).toBeGreaterThan(30);
  for (const secret of SECRETS) {
    for (const form of [secret, encodeURIComponent(secret)]) {
      expect(said.filter((text) => text.includes(form))).toEqual([]);
    }
  }
});

const GOOD: Routes = { [GET_MODEL]: wireModel(), [SEARCH]: {} };
const DEEPEST = '['.repeat(100_000) + ']'.repeat(100_000);
const DEEP = `{"run":${DEEPEST}}`;
const WRITE = {
  kind: 'transition',
  model: 'fraud',
  version: '4',
  stage: 'Production',
  archiveExisting: true,
} as const;

describe('credentials', () => {
  it.each([
    ['none', { kind: 'none' } as const, undefined],
    ['basic', BASIC, `Basic ${Buffer.from(`ann:${PASSWORD}`).toString('base64')}`],
    ['a token', BEARER, `Bearer ${TOKEN}`],
  ])('%s', async (_, credentials, header) => {
    const server = await mlflow(GOOD);
    await (await open(server.url, { credentials })).reader(never()).model('fraud');
    expect(server.seen.map((seen) => seen.headers.authorization)).toEqual([header, header]);
  });

  it.each([
    ['none', { kind: 'none' } as const, 'Set tracking-token, or tracking-username'],
    [
      'basic',
      BASIC,
      'Check tracking-username and tracking-password (MLFLOW_TRACKING_USERNAME, MLFLOW_TRACKING_PASSWORD), whichever you set.',
    ],
    ['bearer', BEARER, 'instead of the token'],
  ])('a 401 to %s says what to set', async (_, credentials, words) => {
    const handler = page(401, 'You are not authenticated.', { 'www-authenticate': 'Basic realm="mlflow"' });
    const reader = await readerOf({ [GET_MODEL]: handler, [SEARCH]: handler }, { credentials });
    const error = await failure(reader.model('fraud'));
    expect(error.code).toBe('unauthorized');
    expect(error.remedy).toContain(words);
  });

  it('a refused token may have come from either setting', async () => {
    const reader = await readerOf({ [GET_RUN]: page(401, 'no') }, { credentials: BEARER });
    expect((await failure(reader.run('r'))).remedy).toBe(
      'Check tracking-token (MLFLOW_TRACKING_TOKEN), whichever you set.',
    );
  });

  it('a username without a password is a secret itself', async () => {
    const credentials = { kind: 'basic', username: TOKEN, password: '' } as const;
    const echo: Handler = (seen, reply) => {
      json(reply, 400, { error_code: 'X', message: `${seen.headers.authorization ?? ''} of ${TOKEN}` });
    };
    const error = await failure((await readerOf({ [GET_RUN]: echo }, { credentials })).run('r'));
    expect(error.message).toContain('The reply says: Basic *** of ***.');
  });

  it('an echo of the headers does not repeat them', async () => {
    const escaped = (text: string): string =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    for (const [credentials, secret] of [
      [BASIC, PASSWORD],
      [BEARER, TOKEN],
    ] as const) {
      for (const status of [400, 401, 403, 404, 500]) {
        const echo: Handler = (seen, reply) => {
          reply.writeHead(status).end(`${JSON.stringify(seen.headers)} ${secret} ${escaped(secret)}`);
        };
        const own: Handler = (seen, reply) => {
          json(reply, status, { error_code: 'X', message: seen.headers.authorization });
        };
        for (const handler of [echo, own]) {
          await failure((await readerOf({ [GET_RUN]: handler }, { credentials })).run('r'));
          const server = await mlflow({ [TRANSITION]: handler });
          await failure(write(server.url, WRITE, { credentials }));
        }
      }
    }
    expect(said.filter((text) => text.includes('***')).length).toBeGreaterThan(10);
  });

  it.each([
    [
      { kind: 'bearer', token: `${TOKEN}\n` } as const,
      'tracking-token or MLFLOW_TRACKING_TOKEN, whichever you set',
    ],
    [{ kind: 'bearer', token: '' } as const, 'tracking-token'],
    [
      { kind: 'basic', username: 'a:b', password: PASSWORD } as const,
      'tracking-username or MLFLOW_TRACKING_USERNAME, whichever',
    ],
  ])('what no header can carry is refused at once', async (credentials, setting) => {
    const error = await failure(open('http://localhost', { credentials }));
    expect(error.code).toBe('input-invalid');
    expect(error.remedy).toContain(setting);
  });

  it('do not go over plain http to another machine, unless allowed', async () => {
    const error = await failure(
      open(`http://user:${encodeURIComponent(PASSWORD)}@mlflow.test`, { credentials: BEARER }),
    );
    expect(error.code).toBe('plaintext-credentials');
    await expect(open('http://mlflow.test', { credentials: BEARER, allowHttp: true })).resolves.toBeDefined();
    await expect(open('http://mlflow.test')).resolves.toBeDefined();
    await expect(open('https://mlflow.test', { credentials: BEARER })).resolves.toBeDefined();
    const tracking = { trackingUri: 'http://mlflow.test', credentials: BEARER };
    expect((await failure(open('https://mlflow.test', tracking))).code).toBe('plaintext-credentials');
  });
});

describe('tracking-headers', () => {
  const headers = { 'X-Api-Key': TOKEN };
  const askBoth = async (registry: Loopback, tracking: Loopback) => {
    const opened = await open(registry.url, { trackingUri: tracking.url, headers });
    await opened.reader(never()).model('fraud');
    await opened.records(never()).run('r');
    return [registry, tracking].map(({ seen }) => [...new Set(seen.map((one) => one.headers['x-api-key']))]);
  };

  it('go with every request to the server of tracking-uri, and to no registry elsewhere', async () => {
    const gone = { [GET_RUN]: says(404, 'RESOURCE_DOES_NOT_EXIST', 'Run with id=r not found') };
    const one = await mlflow({ ...GOOD, ...gone });
    expect(await askBoth(one, one)).toEqual([[TOKEN], [TOKEN]]);
    expect(await askBoth(await mlflow(GOOD), await mlflow(gone))).toEqual([[undefined], [TOKEN]]);
  });

  it('go beside the credentials', async () => {
    const server = await mlflow(GOOD);
    await (await open(server.url, { headers, credentials: BASIC })).reader(never()).model('fraud');
    for (const { headers: seen } of server.seen)
      expect([seen['x-api-key'], seen.authorization?.startsWith('Basic ')]).toEqual([TOKEN, true]);
  });

  it('go over plain http only where that is allowed', async () => {
    expect((await failure(open('http://mlflow.test', { headers }))).code).toBe('plaintext-credentials');
    await expect(open('http://mlflow.test', { headers, allowHttp: true })).resolves.toBeDefined();
    await expect(open('https://mlflow.test', { headers })).resolves.toBeDefined();
  });

  it('are hidden in what a server says back, and named to whoever was refused without them', async () => {
    const told = { [GET_MODEL]: page(403, `who is ${TOKEN}?`), [SEARCH]: page(403, TOKEN) };
    const error = await failure((await readerOf(told, { headers })).model('fraud'));
    expect(error.code).toBe('refused-in-front');
    expect(error.message).not.toContain(TOKEN);
    expect(error.remedy).toContain('`tracking-headers`');
  });
});

describe('addresses', () => {
  it.each(['databricks', 'file:///tmp/mlruns', 'postgresql://h/d'])('%s is not supported', async (uri) => {
    expect((await failure(open(uri))).code).toBe('not-supported');
  });

  it('runs are read from the tracking server, models from the registry', async () => {
    const tracking = await mlflow({
      [GET_RUN]: says(404, 'RESOURCE_DOES_NOT_EXIST', 'Run with id=r not found'),
    });
    const registry = await mlflow(GOOD);
    const opened = await open(registry.url, { trackingUri: tracking.url });
    const reader = { ...opened.reader(never()), ...opened.records(never()) };
    expect(await reader.run('r')).toBeNull();
    await reader.model('fraud');
    expect(tracking.seen).toHaveLength(1);
    expect(registry.seen).toHaveLength(2);
  });

  it('a run that is not there is missing on the server that was asked for it', async () => {
    const tracking = await mlflow({
      [GET_RUN]: says(404, 'RESOURCE_DOES_NOT_EXIST', 'Run with id=r not found'),
    });
    const linked = wireVersion('2', { source: 's3://b/x', run_link: 'https://other.test/#/runs/r' });
    const registry = await mlflow({ ...GOOD, [SEARCH]: { model_versions: [linked] } });
    const reader = (await open(registry.url, { trackingUri: tracking.url })).reader(never());
    const [version] = (await reader.model('fraud')).versions;
    if (version === undefined) throw new TypeError('there is a version');
    const { problems } = await reader.evidence(version, 'candidate', new Set());
    expect(problems).toEqual([
      {
        code: 'run-missing',
        message: `Run r of version 2 does not exist on ${tracking.url}.`,
        remedy: expect.stringMatching(/tracking-uri.*registry-uri.*https:\/\/other\.test\/#\/runs\/r\.$/),
      },
    ]);
  });

  it('the label has no credentials and no query', async () => {
    expect((await open(`https://u:${TOKEN.replace('&', '')}@h.test/a/?q=1`)).label).toBe('https://h.test/a');
  });

  const under = (prefix: string): Routes =>
    Object.fromEntries(Object.entries(GOOD).map(([key, value]) => [key.replace(' /', ` ${prefix}/`), value]));

  it('a path is kept', async () => {
    const server = await mlflow(under('/user/repo.mlflow'));
    await (await open(`${server.url}/user/repo.mlflow`)).reader(never()).model('fraud');
    expect(server.seen).toHaveLength(2);
  });

  it('before 3.12 only /ajax-api is under the static prefix: it is found once', async () => {
    const routes = Object.fromEntries(
      Object.entries(GOOD).map(([key, value]) => [key.replace(' /api', ' /mlf/ajax-api'), value]),
    );
    const server = await mlflow(routes);
    const reader = (await open(`${server.url}/mlf`)).reader(never());
    await reader.model('fraud');
    const first = server.seen.length;
    await reader.model('fraud');
    expect(server.seen.length - first).toBe(2);
  });

  it('nothing outside the path is ever asked', async () => {
    const server = await mlflow({ ...GOOD });
    const error = await failure((await open(`${server.url}/team-b`)).reader(never()).model('fraud'));
    expect(error.code).toBe('not-an-api');
    expect(error.message).toContain('/team-b/api/2.0/mlflow/registered-models/get');
    expect(error.remedy).toContain('--static-prefix');
    expect(server.seen.every((seen) => seen.path.startsWith('/team-b/'))).toBe(true);
  });

  it('a write does not search for the right place', async () => {
    const server = await mlflow({});
    expect((await failure(write(`${server.url}/mlf`, WRITE))).code).toBe('outcome-unknown');
    expect(server.seen).toHaveLength(1);
  });
});

describe('workspaces', () => {
  it('no header is sent without one', async () => {
    const server = await mlflow(GOOD);
    await (await open(server.url)).reader(never()).model('fraud');
    expect(server.seen.map((seen) => seen.headers['x-mlflow-workspace'])).toEqual([undefined, undefined]);
  });

  it('the server is asked once, without the header; then every call carries it', async () => {
    const server = await mlflow({ ...GOOD, [INFO]: { workspaces_enabled: true } });
    const reader = (await open(server.url, { workspace: 'team-a' })).reader(never());
    await reader.model('fraud');
    await reader.model('fraud');
    expect(
      server.seen.map((seen) => [seen.path.split('/').at(-1), seen.headers['x-mlflow-workspace']]),
    ).toEqual([['server-info', undefined], ...Array<unknown>(4).fill([expect.any(String), 'team-a'])]);
  });

  it.each<[string, Routes]>([
    ['off', { [INFO]: { workspaces_enabled: false } }],
    ['silent', { [INFO]: { store_type: 'SqlStore' } }],
    ['older', {}],
    ['older, in JSON', { [INFO]: says(404, 'ENDPOINT_NOT_FOUND', 'no') }],
  ])('a server where they are %s is an error, and no call is made', async (_, routes) => {
    const server = await mlflow({ ...GOOD, ...routes });
    const error = await failure(
      (await open(server.url, { workspace: 'team-a' })).reader(never()).model('fraud'),
    );
    expect(error.code).toBe('workspace-unknown');
    expect(server.seen.map((seen) => seen.path)).toEqual(['/api/3.0/mlflow/server-info']);
  });

  it('a question that failed is asked again', async () => {
    let asked = 0;
    const server = await mlflow({
      ...GOOD,
      [INFO]: ((_, reply) => {
        asked += 1;
        if (asked === 1) page(401, 'no')({} as never, reply);
        else json(reply, 200, { workspaces_enabled: true });
      }) satisfies Handler,
    });
    const reader = (await open(server.url, { workspace: 'team-a' })).reader(never());
    expect((await failure(reader.model('fraud'))).code).toBe('unauthorized');
    await expect(reader.model('fraud')).resolves.toBeDefined();
  });

  it.each([
    [404, 'RESOURCE_DOES_NOT_EXIST', "Workspace 'team-b' not found"],
    [400, 'INVALID_PARAMETER_VALUE', "Workspace name 'A b' must match the pattern"],
    [500, 'FEATURE_DISABLED', 'Workspace APIs are not available: workspaces are not enabled on this server'],
  ])('%d %s is about the workspace', async (status, code, message) => {
    const handler = says(status, code, message);
    const error = await failure((await readerOf({ [GET_MODEL]: handler, [SEARCH]: handler })).model('fraud'));
    expect(error.code).toBe('workspace-unknown');
    expect(error.message).toContain(message.slice(0, 10));
  });
});

/** Status by status, who may have said it and what is to be done: MLflow itself only in its own words. */
describe('a status is not a cause', () => {
  it.each<[string, Handler, string, string]>([
    ['MLflow’s own page', page(403, 'Permission denied'), 'forbidden', 'the MLflow permission READ'],
    ['with a full stop', plain(403, 'Permission denied.'), 'forbidden', 'the MLflow permission READ'],
    ['in JSON', says(403, 'PERMISSION_DENIED', 'no'), 'forbidden', 'the MLflow permission READ'],
    [
      'an access proxy',
      page(403, '<html>Forbidden. You don’t have permission</html>'),
      'refused-in-front',
      'allow list',
    ],
    [
      'a firewall',
      page(403, '<title>Attention Required! | Cloudflare</title>'),
      'refused-in-front',
      'allow list',
    ],
    ['a load balancer', page(403, '<html><h1>403 Forbidden</h1></html>'), 'refused-in-front', 'allow list'],
    ['another program’s JSON', plain(403, '{"message":"Forbidden"}'), 'refused-in-front', 'allow list'],
    [
      'an API gateway',
      plain(403, '{"message":"Missing Authentication Token"}'),
      'refused-in-front',
      'allow list',
    ],
    ['nothing at all', plain(403, ''), 'refused-in-front', 'allow list'],
    [
      'an identity proxy',
      plain(403, 'Permission denied for user at this origin'),
      'refused-in-front',
      'allow list',
    ],
  ])('403: %s', async (_, handler, code, words) => {
    const error = await failure((await readerOf({ [GET_RUN]: handler })).run('r'));
    expect([error.code, error.remedy]).toEqual([code, expect.stringContaining(words)]);
    expect(error.message).toContain('403');
  });

  it.each([400, 402, 405, 406, 407, 409, 410, 411, 412, 413, 414, 415, 417, 418, 421, 422, 426, 431, 451])(
    '%d with a page is not called a sign-in page',
    async (status) => {
      const error = await failure((await readerOf({ [GET_RUN]: page(status, '<html>no</html>') })).run('r'));
      expect(error.code).toBe('not-an-api');
      expect(error.remedy).not.toContain('sign-in');
      expect(error.remedy).toMatch(
        status === 405 ? /path of the URI/ : status === 407 ? /proxy’s user/ : /in front of MLflow/,
      );
    },
  );
});

describe('replies that are not the answer', () => {
  it.each<[string, Handler, string, string]>([
    [
      'a page of another host',
      plain(403, 'Invalid Host header - possible DNS rebinding attack detected'),
      'host-refused',
      '--allowed-hosts',
    ],
    ['a browser’s origin', plain(403, 'Cross-origin request blocked'), 'forbidden', 'Origin'],
    ['no permission', page(403, 'Permission denied'), 'forbidden', 'READ'],
    ['no permission, in JSON', says(403, 'PERMISSION_DENIED', 'no'), 'forbidden', 'READ'],
    ['a sign-in page', page(200, '<!doctype html><title>Sign in</title>'), 'not-an-api', 'sign-in'],
    ['a wrong path', page(404, NOT_FOUND_PAGE), 'not-an-api', '/api/2.0/mlflow'],
    ['a text', plain(200, 'hello'), 'not-an-api', 'URI'],
    ['half of a JSON', plain(200, '{"run":'), 'not-an-api', 'URI'],
    ['a deep JSON', plain(200, DEEPEST), 'not-an-api', 'URI'],
    ['a deep field', plain(200, DEEP), 'unexpected-reply', 'MLflow'],
    ['half of a deep JSON', plain(200, DEEP.slice(0, -9)), 'not-an-api', 'URI'],
    ['a deep error', plain(400, DEEP), 'not-an-api', 'URI'],
    ['a deep message', plain(400, `{"error_code":"X","message":${DEEPEST}}`), 'not-an-api', 'URI'],
    ['a deep detail', plain(400, `{"error_code":"X","detail":${DEEPEST}}`), 'request-refused', 'Correct'],
    ['a deep missing page', plain(404, DEEP), 'not-an-api', 'path'],
    ['a deep refusal', plain(403, DEEP), 'refused-in-front', 'allow list'],
    ['a deep crash', plain(500, DEEP), 'server-error', 'log'],
    ['no content', plain(204, ''), 'not-an-api', 'URI'],
    ['a bad value', says(400, 'INVALID_PARAMETER_VALUE', 'Invalid value'), 'request-refused', 'Correct'],
    ['a conflict', says(409, 'RESOURCE_CONFLICT', 'no'), 'request-refused', 'Correct'],
    [
      'a misuse that MLflow answers with 500',
      says(500, 'INTERNAL_ERROR', 'cannot archive'),
      'server-error',
      'log',
    ],
    ['a crash', page(500, '<html>oops</html>'), 'server-error', 'log'],
    ['a gateway', page(502, '<html>Bad Gateway</html>'), 'server-error', 'proxy'],
    [
      'a locked database',
      says(503, 'TEMPORARILY_UNAVAILABLE', 'database is locked'),
      'server-error',
      'database',
    ],
    ['too many requests', says(429, 'REQUEST_LIMIT_EXCEEDED', 'slow down'), 'rate-limited', 'limit'],
    ['too many requests for a gateway', plain(429, 'slow'), 'rate-limited', 'limit'],
    ['not implemented', says(501, 'NOT_IMPLEMENTED', 'no'), 'not-supported', 'registry'],
  ])('%s', async (_, handler, code, remedy) => {
    const reader = await readerOf({ [GET_RUN]: handler });
    const error = await failure(reader.run('r'));
    expect(error.code).toBe(code);
    expect(error.remedy).toContain(remedy);
  });

  it.each<[string, string, string, string]>([
    ['versions that are none', '{"model_versions":[', '{}', ']}'],
    ['versions that are no objects', '{"model_versions":[', '0', ']}'],
    ['lists in place of versions', '{"model_versions":[', '[]', ']}'],
    [
      'one good version and many bad ones',
      `{"model_versions":[${JSON.stringify(wireVersion('1'))},`,
      '{}',
      ']}',
    ],
    ['tags that are none', `{"model_versions":[{"name":"fraud","tags":[`, '{}', ']}]}'],
  ])('two megabytes of %s end at the first bad one', async (_, start, item, end) => {
    const body = `${start}${Array.from({ length: 2 ** 21 / (item.length + 1) }, () => item).join()}${end}`;
    const reader = (await open((await mlflow({ ...GOOD, [SEARCH]: plain(200, body) })).url)).reader(never());
    const used = process.cpuUsage();
    const error = await failure(reader.model('fraud'));
    const { user, system } = process.cpuUsage(used);
    expect([error.code, error.message.length < 600]).toEqual(['unexpected-reply', true]);
    // It took 44 s; parsing alone takes a tenth of one.
    expect((user + system) / 1e6).toBeLessThan(4);
  });

  it('more objects than can be held are not read', async () => {
    const body = `{"model_versions":[${'{},'.repeat(2_100_000)}{}]}`;
    const reader = (await open((await mlflow({ ...GOOD, [SEARCH]: plain(200, body) })).url)).reader(never());
    expect((await failure(reader.model('fraud'))).code).toBe('reply-too-large');
    const server = await mlflow({ ...GOOD, [TRANSITION]: plain(200, body) });
    expect((await failure(write(server.url, WRITE))).code).toBe('outcome-unknown');
  });

  it('an unknown field may be as deep as it likes', async () => {
    const info = '{"run_id":"r","status":"FINISHED","lifecycle_stage":"active"}';
    const reply = `{"later":${DEEPEST},"run":{"info":${info},"later":${DEEPEST}}}`;
    const run = await (await readerOf({ [GET_RUN]: plain(200, reply) })).run('r');
    expect(run).toMatchObject({ status: 'FINISHED' });
  });

  it('the host check is told with host and port', async () => {
    const handler = plain(403, 'Invalid Host header - possible DNS rebinding attack detected');
    const server = await mlflow({ [GET_RUN]: handler });
    const error = await failure((await open(server.url)).records(never()).run('r'));
    expect(error.remedy).toContain(`127.0.0.1:${server.port}'`);
    expect(error.remedy).toContain('localhost');
  });

  it('a long message is cut', async () => {
    const reader = await readerOf({ [GET_RUN]: says(400, 'X', `\u001b[31m${'y'.repeat(5000)}`) });
    const error = await failure(reader.run('r'));
    expect(error.message.length).toBeLessThan(500);
    expect(error.message).not.toContain('\u001b');
  });

  it('a dead server is an error, after a line for each retry', async () => {
    const log = recordingLog();
    const registry = await open(`http://127.0.0.1:${await freePort()}`, {}, { log });
    expect((await failure(registry.records(never()).run('r'))).code).toBe('connection-refused');
    expect(log.lines).toHaveLength(4);
  });
});

describe('certificates', () => {
  it('come from files of the working folder', async () => {
    const tls = {
      key: certificates.serverKey,
      cert: certificates.serverCert,
      ca: certificates.ca,
      requestCert: true,
    };
    const server = await serve((_, reply) => {
      json(reply, 404, { error_code: 'RESOURCE_DOES_NOT_EXIST', message: 'Run with id=r not found' });
    }, tls);
    const files = { caFile: 'ca.pem', clientCertFile: join(folder, 'client.pem'), workingDirectory: folder };
    const registry = await open(server.url, { ...files, credentials: BEARER });
    expect(await registry.records(never()).run('r')).toBeNull();
    const error = await failure((await open(server.url, { credentials: BEARER })).records(never()).run('r'));
    expect(error.code).toBe('tls-failed');
    expect(error.remedy).toContain('MLFLOW_TRACKING_SERVER_CERT_PATH');
  });

  it.each([
    ['caFile', 'missing.pem', 'MLFLOW_TRACKING_SERVER_CERT_PATH'],
    ['caFile', '.', 'MLFLOW_TRACKING_SERVER_CERT_PATH'],
    ['caFile', 'junk.pem', 'MLFLOW_TRACKING_SERVER_CERT_PATH'],
    ['clientCertFile', 'ca.pem', 'MLFLOW_TRACKING_CLIENT_CERT_PATH'],
  ])('%s: %s cannot be used', async (field, file, setting) => {
    const error = await failure(open('https://h.test', { [field]: file, workingDirectory: folder }));
    expect(error.code).toBe('input-invalid');
    expect(error.message).toContain(setting);
  });
});

describe('the proxy', () => {
  it('is named once, without its password', async () => {
    const log = recordingLog();
    const env = { HTTPS_PROXY: `http://ann:${encodeURIComponent(PASSWORD)}@proxy.test:3128` };
    await open('https://mlflow.test', {}, { env, log });
    expect(log.lines).toEqual(['Proxy for requests to MLflow: proxy.test:3128 (from HTTPS_PROXY).']);
  });

  it.each(['http://localhost:5000', 'http://mlflow.test'])(
    'is not named where %s goes direct',
    async (uri) => {
      const log = recordingLog();
      await open(uri, {}, { env: { HTTP_PROXY: 'http://proxy.test:3128', NO_PROXY: 'mlflow.test' }, log });
      expect(log.lines).toEqual([]);
    },
  );
});
