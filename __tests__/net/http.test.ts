import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { PromotionError } from '../../src/domain/error.js';
import type { HttpRequest } from '../../src/net/exchange.js';
import { closeHttp, failure, never, openHttp, recordingLog, said, testClock } from './kit.js';
import { freePort } from '../harness/server-process.js';
import { closeAll, html, json, serve, type Handler } from './loopback.js';

const CANARY = 'canary-7f3a9';

afterEach(async () => {
  await closeHttp();
  await closeAll();
});

afterAll(() => {
  expect(said.length).toBeGreaterThan(10);
  expect(said.filter((text) => text.includes(CANARY))).toEqual([]);
});

const read = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url,
  query: [['secret', CANARY]],
  headers: { authorization: `Bearer ${CANARY}` },
  idempotent: true,
  signal: never(),
  ...more,
});

const write = (url: string, more: Partial<HttpRequest> = {}): HttpRequest =>
  read(url, { method: 'POST', json: { a: 1 }, idempotent: false, ...more });

/** Answers with each handler in turn, the last one for ever. */
const inTurn = (...handlers: Handler[]): Handler => {
  let next = 0;
  return (seen, reply) => {
    handlers[Math.min(next, handlers.length - 1)]?.(seen, reply);
    next += 1;
  };
};

const ok: Handler = (_, reply) => {
  json(reply, 200, { ok: true });
};
const cut: Handler = (_, reply) => {
  reply.socket?.destroy();
};

describe('a request', () => {
  it('asks for plain JSON, sends no Origin, and encodes its query', async () => {
    const server = await serve(ok);
    const http = openHttp();
    const query = [['filter', `name='a b+c&d' \ud800`]] as const;
    const reply = await http.request(read(`${server.url}/x`, { query }));
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.text)).toEqual({ ok: true });
    expect(server.seen[0]?.query.get('filter')).toBe(`name='a b+c&d' \ufffd`);
    const headers = server.seen[0]?.headers ?? {};
    expect(headers).toMatchObject({ accept: 'application/json', 'accept-encoding': 'identity' });
    expect(headers.origin).toBeUndefined();
  });

  it('sends JSON bodies and keeps its connections', async () => {
    const server = await serve(ok);
    const http = openHttp();
    for (let i = 0; i < 6; i += 1) await http.request(write(`${server.url}/x`, { json: { i } }));
    expect(server.seen.map((seen) => seen.body)).toEqual([0, 1, 2, 3, 4, 5].map((i) => `{"i":${i}}`));
    expect(server.seen[0]?.headers['content-type']).toBe('application/json');
    // The next request may find the first connection not yet free.
    expect(server.connections()).toBeLessThanOrEqual(2);
  });

  it('refuses to work with certificate checks switched off', () => {
    expect(() => openHttp({ env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } })).toThrow(
      expect.objectContaining({
        code: 'input-invalid',
        remedy: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
      }),
    );
  });
});

describe('retries of reads', () => {
  it.each([408, 429, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527, 530])(
    'a %d is asked again, and each wait is said',
    async (status) => {
      const server = await serve(
        inTurn((_, reply) => {
          html(reply, status, 'later');
        }, ok),
      );
      const clock = testClock();
      const log = recordingLog();
      const reply = await openHttp({ clock, log }).request(read(`${server.url}/x`));
      expect(reply.status).toBe(200);
      expect(clock.waits).toEqual([500]);
      expect(log.lines).toEqual([`${server.url}/x answered ${status}. Trying again in 0.5 s (2 of 5).`]);
    },
  );

  it.each([400, 401, 404, 500, 501])('a %d is the answer', async (status) => {
    const server = await serve((_, reply) => {
      json(reply, status, { error_code: 'INTERNAL_ERROR' });
    });
    const reply = await openHttp().request(read(server.url));
    expect(reply.status).toBe(status);
    expect(server.seen).toHaveLength(1);
  });

  it('gives up after five tries, waiting longer each time', async () => {
    const server = await serve((_, reply) => {
      html(reply, 503, 'later');
    });
    const clock = testClock();
    const reply = await openHttp({ clock }).request(read(server.url));
    expect(reply.status).toBe(503);
    expect(server.seen).toHaveLength(5);
    expect(clock.waits).toEqual([500, 1000, 2000, 4000]);
  });

  it.each([
    ['7', 7000],
    ['0', 0],
    ['86400', 30_000],
    [new Date(60_000).toUTCString(), 10_000],
    [new Date(1_000).toUTCString(), 0],
    ['-5', 500],
    ['soon', 500],
  ])('honours Retry-After: %s', async (value, wait) => {
    const server = await serve(
      inTurn((_, reply) => {
        reply.writeHead(429, { 'retry-after': value }).end();
      }, ok),
    );
    const clock = testClock(50_000);
    await openHttp({ clock }).request(read(server.url));
    expect(clock.waits).toEqual([wait]);
  });

  it('asks again when the connection breaks', async () => {
    const server = await serve(inTurn(cut, cut, ok));
    expect((await openHttp().request(read(server.url))).status).toBe(200);
    expect(server.seen).toHaveLength(3);
  });

  it('asks again when the reply breaks off half way', async () => {
    const half: Handler = (_, reply) => {
      reply.writeHead(200, { 'content-length': '100' }).write('{"half"');
      setTimeout(() => reply.socket?.destroy(), 5);
    };
    const server = await serve(inTurn(half, ok));
    expect((await openHttp().request(read(server.url))).text).toBe('{"ok":true}');
  });

  it('says in the end what broke', async () => {
    const server = await serve(cut);
    const error = await failure(openHttp().request(read(`${server.url}/x`)));
    expect(error.code).toBe('connection-failed');
    expect(error.message).toContain(`${server.url}/x`);
  });

  it('takes random time off a wait', async () => {
    const server = await serve(
      inTurn((_, reply) => {
        html(reply, 503, '');
      }, ok),
    );
    const clock = { ...testClock(), random: () => 0.5 };
    await openHttp({ clock }).request(read(server.url));
    expect(clock.waits).toEqual([375]);
  });
});

describe('when nobody answers', () => {
  it('says that the connection was refused', async () => {
    const port = await freePort();
    const error = await failure(openHttp().request(read(`http://user:${CANARY}@127.0.0.1:${port}/x`)));
    expect(error.code).toBe('connection-refused');
    expect(error.message).toContain(`http://127.0.0.1:${port}/x`);
  });

  it('says that the name is not known', async () => {
    const error = await failure(openHttp().request(read('http://no-such-host.invalid/')));
    expect(error.code).toBe('dns-failed');
  });

  it('ends a request that takes too long', async () => {
    const server = await serve(() => undefined);
    const error = await failure(openHttp({ requestTimeoutMs: 50 }).request(read(server.url)));
    expect(error.code).toBe('timeout');
    expect(error.message).toContain('0.05 s');
  });

  it('ends a reply that trickles', async () => {
    const server = await serve((_, reply) => {
      reply.writeHead(200);
      const timer = setInterval(() => reply.write(' '), 10);
      reply.on('close', () => {
        clearInterval(timer);
      });
    });
    const error = await failure(openHttp({ requestTimeoutMs: 100 }).request(read(server.url)));
    expect(error.code).toBe('timeout');
  });

  it('ends with the reason of its signal', async () => {
    const server = await serve(() => undefined);
    const reason = new PromotionError('timeout', 'ours', 'ours');
    const controller = new AbortController();
    setTimeout(() => {
      controller.abort(reason);
    }, 20);
    await expect(openHttp().request(read(server.url, { signal: controller.signal }))).rejects.toBe(reason);
    await expect(openHttp().request(write(server.url, { signal: controller.signal }))).rejects.toBe(reason);
    expect(server.seen).toHaveLength(1);
  });

  it('ends when the door closes, and nobody tries again', async () => {
    const server = await serve(() => undefined);
    const log = recordingLog();
    const http = openHttp({ log });
    const ended = failure(http.request(read(server.url)));
    setTimeout(() => void http.close(), 20);
    expect((await ended).code).toBe('cancelled');
    expect([server.seen.length, log.lines]).toEqual([1, []]);
  });

  it('tells a signal that ran out from one that was pulled', async () => {
    const server = await serve(() => undefined);
    const late = await failure(openHttp().request(read(server.url, { signal: AbortSignal.timeout(20) })));
    expect(late.code).toBe('timeout');
    const pulled = await failure(openHttp().request(read(server.url, { signal: AbortSignal.abort() })));
    expect(pulled.code).toBe('cancelled');
  });

  it('stops waiting for a retry when its signal aborts', async () => {
    const server = await serve((_, reply) => {
      reply.writeHead(503, { 'retry-after': '20' }).end();
    });
    const http = openHttp({ clock: {} });
    const error = await failure(http.request(read(server.url, { signal: AbortSignal.timeout(50) })));
    expect(error.code).toBe('timeout');
    expect(server.seen).toHaveLength(1);
  });
});

describe('writes', () => {
  it('are sent once, whatever the status', async () => {
    for (const status of [429, 500, 502, 503]) {
      const server = await serve((_, reply) => {
        json(reply, status, {});
      });
      expect((await openHttp().request(write(server.url))).status).toBe(status);
      expect(server.seen).toHaveLength(1);
    }
  });

  it.each<[string, Handler]>([
    ['made, and the reply lost', cut],
    [
      'answered half',
      (_, reply) =>
        void reply.writeHead(200, { 'content-length': '9' }).write('{}', () => reply.socket?.destroy()),
    ],
    ['answered too much', (_, reply) => void reply.end('x'.repeat(2000))],
    [
      'answered compressed',
      (_, reply) => void reply.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{}')),
    ],
    ['never answered', () => undefined],
  ])('%s: nobody knows', async (_, handler) => {
    const server = await serve(handler);
    const error = await failure(
      openHttp({ requestTimeoutMs: 1_000 }).request(write(`${server.url}/x`, { bodyLimit: 1000 })),
    );
    expect(error.code).toBe('outcome-unknown');
    expect(error.cause).toBeInstanceOf(PromotionError);
    expect(server.seen).toHaveLength(1);
  });

  it('aborted on the way: nobody knows, and the cause says why', async () => {
    const server = await serve(() => undefined);
    const error = await failure(openHttp().request(write(server.url, { signal: AbortSignal.timeout(30) })));
    expect(error.code).toBe('outcome-unknown');
    expect(error.cause).toMatchObject({ code: 'timeout' });
  });

  it('are certainly not made when nobody took them', async () => {
    const port = await freePort();
    expect((await failure(openHttp().request(write(`http://127.0.0.1:${port}`)))).code).toBe(
      'connection-refused',
    );
    expect((await failure(openHttp().request(write('http://no-such-host.invalid')))).code).toBe('dns-failed');
  });

  it('do not follow redirects', async () => {
    const server = await serve((_, reply) => {
      reply.writeHead(307, { location: '/elsewhere' }).end();
    });
    // Whoever leads elsewhere may have acted before.
    const error = await failure(openHttp().request(write(server.url)));
    expect([error.code, (error.cause as PromotionError).code]).toEqual([
      'outcome-unknown',
      'redirect-refused',
    ]);
    expect(server.seen).toHaveLength(1);
  });
});

describe('redirects', () => {
  it.each([301, 302, 303, 307, 308])('follows a %d within the origin, with its headers', async (status) => {
    const server = await serve((seen, reply) => {
      if (seen.path === '/here') reply.writeHead(status, { location: '/there?x=1' }).end('moved');
      else json(reply, 200, { path: seen.path, auth: seen.headers.authorization });
    });
    const reply = await openHttp().request(read(`${server.url}/here`));
    expect(JSON.parse(reply.text)).toEqual({ path: '/there', auth: `Bearer ${CANARY}` });
  });

  it('never leaves the origin', async () => {
    const other = await serve(ok);
    const server = await serve((_, reply) => {
      reply.writeHead(302, { location: `${other.url}/login?next=${CANARY}` }).end();
    });
    const error = await failure(openHttp().request(read(server.url)));
    expect(error.code).toBe('redirect-refused');
    expect(error.message).toContain(other.url);
    expect(other.seen).toEqual([]);
  });

  it.each([[undefined], ['http://['], ['file:///etc/passwd']])('goes nowhere for %s', async (location) => {
    const server = await serve((_, reply) => {
      reply.writeHead(302, location === undefined ? {} : { location }).end();
    });
    expect((await failure(openHttp().request(read(server.url)))).code).toBe('redirect-refused');
  });

  it('ends a loop', async () => {
    const server = await serve((_, reply) => {
      reply.writeHead(302, { location: '/again' }).end();
    });
    expect((await failure(openHttp().request(read(server.url)))).code).toBe('redirect-refused');
    expect(server.seen).toHaveLength(4);
  });
});

describe('large replies', () => {
  it.each([
    [1000, true],
    [1001, false],
  ])('%d bytes of 1000: %s', async (size, fits) => {
    const server = await serve((_, reply) => void reply.end('x'.repeat(size)));
    const request = openHttp().request(read(server.url, { bodyLimit: 1000 }));
    if (fits) expect((await request).text).toHaveLength(size);
    else expect((await failure(request)).code).toBe('reply-too-large');
  });

  it('an endless one ends at 8 MiB', async () => {
    let sent = 0;
    const server = await serve((_, reply) => {
      const more = (): void => {
        sent += 1;
        if (!reply.destroyed) reply.write(Buffer.alloc(1 << 20, 'x'), more);
      };
      more();
    });
    const error = await failure(openHttp().request(read(server.url)));
    expect(error.code).toBe('reply-too-large');
    expect(error.message).toContain('8 MiB');
    expect(sent).toBeLessThan(64);
  });

  it('a bomb is never unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(32 << 20));
    const server = await serve(
      (_, reply) => void reply.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );
    const error = await failure(openHttp().request(read(server.url)));
    expect(error.code).toBe('unexpected-reply');
    expect(error.message).toContain('compressed');
  });
});
