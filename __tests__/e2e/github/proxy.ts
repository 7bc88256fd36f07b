import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, request as forward } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer as createSecure } from 'node:https';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import path from 'node:path';
import { leaks } from '../../harness/action.js';
import type { ActionRun } from '../../harness/action.js';
import type { GithubApi } from '../../harness/github-api.js';
import { makeCertificates } from '../../net/loopback.js';
import type { Certificates } from '../../net/loopback.js';
import { WINNING, wonContest } from '../promotion/place.js';
import type { Place } from '../promotion/place.js';
import { ending, gate } from './github.js';

/** A name that only the proxy knows; the certificate is made out to it. */
const HOST = 'registry.test';
const PASSWORD = 'proxy-canary-77';
const BASIC = `Basic ${Buffer.from(`someone:${PASSWORD}`).toString('base64')}`;

/** Hands a request on to a loopback port, and its answer back. */
function pass(request: IncomingMessage, response: ServerResponse, to: string): void {
  const { pathname, search } = new URL(request.url ?? '/', 'http://any');
  const { method = '', headers } = request;
  const onward = forward(new URL(pathname + search, to), { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** A forward proxy that asks who you are and knows one host, in plain and behind TLS. */
class Proxy {
  /** What it was asked for, e.g. `CONNECT registry.test:443`. */
  readonly asked: string[] = [];
  port = 0;
  readonly #plain: Server;
  readonly #secure: Server;
  readonly #sockets = new Set<Socket>();

  constructor(api: string, { serverKey, serverCert }: Certificates) {
    this.#secure = createSecure({ key: serverKey, cert: serverCert }, (request, response) => {
      pass(request, response, api);
    });
    this.#plain = createServer((request, response) => {
      this.#note(request);
      pass(request, response, api);
    });
    this.#plain.on('connect', (request: IncomingMessage, client: Socket) => {
      this.#note(request);
      const { port } = (
        request.url?.endsWith(':443') === true ? this.#secure : this.#plain
      ).address() as AddressInfo;
      const upstream = connect(port, '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connected\r\n\r\n');
        upstream.pipe(client).pipe(upstream);
      });
      upstream.on('error', () => client.destroy());
      client.on('error', () => upstream.destroy());
    });
    for (const server of [this.#plain, this.#secure]) {
      server.on('connection', (socket: Socket) => this.#sockets.add(socket));
    }
  }

  #note({ method, url, headers }: IncomingMessage): void {
    const who = headers['proxy-authorization'] === BASIC ? '' : ' from a stranger';
    this.asked.push(`${method ?? ''} ${url ?? ''}${who}`);
  }

  async start(): Promise<void> {
    this.port = await listen(this.#plain);
    await listen(this.#secure);
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await Promise.all(
      [this.#plain, this.#secure].map((server) => {
        server.close();
        return once(server, 'close');
      }),
    );
  }
}

/** GitHub behind a company's proxy, MLflow on this machine. */
export function proxied(at: () => Place, github: () => GithubApi): void {
  let certificates: Certificates;
  let proxy: Proxy;
  beforeAll(async () => {
    certificates = await makeCertificates();
  });
  afterAll(() => {
    certificates.remove();
  });
  beforeEach(async () => {
    proxy = new Proxy(github().url, certificates);
    await proxy.start();
  });
  afterEach(() => proxy.stop());

  const promote = async (api: string, port = proxy.port): Promise<ActionRun> => {
    const { model, candidate } = await wonContest(at());
    const address = `http://someone:${PASSWORD}@127.0.0.1:${port}`;
    const run = await gate(
      at(),
      { url: api },
      { 'model-name': model, version: candidate, thresholds: WINNING },
      {
        env: {
          ...{ HTTP_PROXY: address, HTTPS_PROXY: address },
          NODE_EXTRA_CA_CERTS: path.join(certificates.folder, 'ca.pem'),
        },
      },
    );
    expect(ending(run)).toEqual({ exitCode: 0, result: 'promoted', promoted: 'true', code: 'promoted' });
    expect(await leaks(run, PASSWORD)).toEqual([]);
    return run;
  };

  it('reaches GitHub over https through the proxy, and MLflow on loopback directly', async () => {
    const run = await promote(`https://${HOST}`);
    expect(run.annotations.map(({ level }) => level)).toEqual(['notice']);
    expect([...new Set(proxy.asked)]).toEqual([`CONNECT ${HOST}:443`]);
    expect(github().reads.length).toBeGreaterThan(0);
    expect(github().requests).toMatchObject([{ operation: 'checks/create', status: 201 }]);
  });

  it('reaches GitHub over http through the proxy', async () => {
    await promote(`http://${HOST}`);
    const through = /^(CONNECT registry\.test:80|(GET|POST) http:\/\/registry\.test\/repos\/)/;
    expect(proxy.asked.filter((asked) => !through.test(asked))).toEqual([]);
    expect(proxy.asked.length).toBeGreaterThan(0);
    expect(github().requests).toMatchObject([{ operation: 'checks/create', status: 201 }]);
  });

  it('asks no proxy for a GitHub on loopback', async () => {
    await promote(github().url);
    expect(proxy.asked).toEqual([]);
    expect(github().requests).toMatchObject([{ operation: 'checks/create', status: 201 }]);
  });

  it('a dead proxy hides whether there is a policy, so nothing is moved', async () => {
    const { model, candidate } = await wonContest(at());
    const run = await gate(
      at(),
      { url: `https://${HOST}` },
      { 'model-name': model, version: candidate, thresholds: WINNING },
      { env: { HTTPS_PROXY: 'http://127.0.0.1:65535' } },
    );
    expect(ending(run)).toMatchObject({ exitCode: 1, result: 'error', code: 'policy-unreadable' });
    expect(Object.values(await at().registry.stages(model))).toEqual(['Production', 'None']);
    expect(github().requests).toEqual([]);
  });
}
