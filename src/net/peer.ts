import type { X509Certificate } from 'node:crypto';
import { request } from 'node:http';
import { isIP, type Socket } from 'node:net';
import { connect as connectSecure } from 'node:tls';
import { withoutBrackets, type Proxy } from './proxies.js';

/**
 * The certificate that a server shows, for a sentence about why it is not trusted: Node's error says only that, and
 * holds no certificate. A connection of its own, over which nothing is sent; null whenever it does not work out.
 */
export async function shownCertificate(
  url: URL,
  proxy: Proxy | null,
  timeoutMs: number,
): Promise<X509Certificate | null> {
  if (proxy?.url.protocol === 'https:') return null;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    return await handshake(url, proxy === null ? null : await tunnel(url, proxy.url, signal), signal);
  } catch {
    return null;
  }
}

function handshake(url: URL, through: Socket | null, signal: AbortSignal): Promise<X509Certificate | null> {
  const host = withoutBrackets(url.hostname);
  const name = isIP(host) === 0 ? { servername: host } : {};
  const way = through === null ? { host, port: portOf(url) } : { socket: through };
  return new Promise((done, fail) => {
    // Unchecked, because it is there to be looked at: the socket is destroyed before a byte goes over it.
    const socket = connectSecure({ ...way, ...name, rejectUnauthorized: false }, () => {
      done(socket.getPeerX509Certificate() ?? null);
      socket.destroy();
    });
    socket.once('error', fail);
    signal.addEventListener('abort', () => socket.destroy(new Error('too slow')), { once: true });
  });
}

function tunnel(url: URL, proxy: URL, signal: AbortSignal): Promise<Socket> {
  const user = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  const headers =
    user === ':' ? {} : { 'proxy-authorization': `Basic ${Buffer.from(user).toString('base64')}` };
  const target = `${url.hostname}:${portOf(url)}`;
  const { hostname, port } = proxy;
  return new Promise((done, fail) => {
    request({
      ...{ method: 'CONNECT', host: withoutBrackets(hostname), port: port === '' ? 80 : port },
      ...{ path: target, headers: { host: target, ...headers }, signal, agent: false },
    })
      .once('connect', (reply, socket: Socket) => {
        if (reply.statusCode === 200) done(socket);
        else fail(new Error('no tunnel'));
      })
      .once('error', fail)
      .end();
  });
}

function portOf(url: URL): number {
  return url.port === '' ? 443 : Number(url.port);
}
