import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import {
  createServer as createHttp,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttps, type ServerOptions } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from '../harness/tools.js';

/** A request as a loopback server saw it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export type Handler = (seen: Seen, reply: ServerResponse) => void;

export interface Loopback {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  readonly port: number;
  readonly seen: Seen[];
  /** Sockets that were opened so far. */
  readonly connections: () => number;
  close(): Promise<void>;
}

const running = new Set<Loopback>();

/** For `afterEach`: ends every server of this file. */
export async function closeAll(): Promise<void> {
  await Promise.all([...running].map((server) => server.close()));
}

export function serve(handler: Handler, tls?: ServerOptions): Promise<Loopback> {
  const seen: Seen[] = [];
  const listener = (request: IncomingMessage, reply: ServerResponse): void => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://loopback');
      const one: Seen = {
        method: request.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      };
      seen.push(one);
      handler(one, reply);
    });
  };
  return listen(
    tls === undefined ? createHttp(listener) : createHttps(tls, listener),
    seen,
    tls !== undefined,
  );
}

async function listen(server: Server, seen: Seen[], secure: boolean): Promise<Loopback> {
  const sockets = new Set<Socket>();
  let opened = 0;
  server.on('connection', (socket: Socket) => {
    opened += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const loopback: Loopback = {
    url: `${secure ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    seen,
    connections: () => opened,
    async close() {
      running.delete(loopback);
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
  running.add(loopback);
  return loopback;
}

export function json(reply: ServerResponse, status: number, value: unknown): void {
  reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

export function html(reply: ServerResponse, status: number, body: string): void {
  reply.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(body);
}

/** A forward proxy: absolute-form http and CONNECT, all of it to one port of this machine. */
export async function serveProxy(
  target: number,
  refuse?: number,
): Promise<Loopback & { readonly lines: string[] }> {
  const lines: string[] = [];
  const proxy = createHttp();
  proxy.on('request', (request: IncomingMessage, reply: ServerResponse) => {
    lines.push(
      `${request.method ?? ''} ${request.url ?? ''} ${request.headers['proxy-authorization'] ?? '-'}`,
    );
    if (refuse !== undefined) {
      reply.writeHead(refuse).end();
      return;
    }
    json(reply, 200, { by: 'proxy' });
  });
  proxy.on('connect', (request: IncomingMessage, client: Socket) => {
    lines.push(`CONNECT ${request.url ?? ''} ${request.headers['proxy-authorization'] ?? '-'}`);
    if (refuse !== undefined) {
      client.end(`HTTP/1.1 ${refuse} No\r\n\r\n`);
      return;
    }
    const upstream = connect(target, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connected\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
  });
  return Object.assign(await listen(proxy, [], false), { lines });
}

/** PEM texts of a private CA, a server (registry.test, localhost, 127.0.0.1) and a client. */
export interface Certificates {
  readonly folder: string;
  readonly ca: string;
  readonly serverKey: string;
  readonly serverCert: string;
  /** The same, and its time is over. */
  readonly expiredCert: string;
  /** Certificate and key in one. */
  readonly client: string;
  remove(): void;
}

/** Made fresh by openssl, so that nothing in the repository expires. */
export async function makeCertificates(): Promise<Certificates> {
  const folder = mkdtempSync(join(tmpdir(), 'gate-certificates-'));
  const openssl = (line: string, ...more: string[]) =>
    must('openssl', [...line.split(' '), ...more], { cwd: folder });
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const key = '-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes';
  await openssl(`req -x509 ${key} -keyout ca.key -out ca.pem -days 2`, '-subj', '/CN=Test CA');
  for (const name of ['server', 'client']) {
    const names = 'subjectAltName=DNS:registry.test,DNS:localhost,IP:127.0.0.1,IP:0.0.0.0\n';
    writeFileSync(join(folder, `${name}.ext`), names);
    await openssl(`req ${key} -keyout ${name}.key -out ${name}.csr -subj /CN=${name}`);
    const signed = `-CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile ${name}.ext`;
    await openssl(`x509 -req -in ${name}.csr ${signed} -out ${name}.pem`);
  }
  const over = '-CA ca.pem -CAkey ca.key -CAcreateserial -days -1 -extfile server.ext';
  await openssl(`x509 -req -in server.csr ${over} -out expired.pem`);
  return {
    folder,
    ca: read('ca.pem'),
    serverKey: read('server.key'),
    serverCert: read('server.pem'),
    expiredCert: read('expired.pem'),
    client: read('client.pem') + read('client.key'),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
