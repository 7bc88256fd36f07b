import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const SHA = 'd'.repeat(40);
const FILE = /^\/repos\/[^/]+\/[^/]+\/contents\//;

/** What a repository without a policy answers to what reads it. */
function answer(url: string): readonly [status: number, body: object] {
  if (FILE.test(url)) return [404, { message: 'Not Found', status: '404' }];
  return [200, { default_branch: 'main', sha: SHA, tree: [] }];
}

/**
 * A GitHub for steps that are about something else: its repository has no policy, and nothing may be written to it.
 * One for the process; it keeps nobody waiting.
 */
async function start(): Promise<string> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const refused = [403, { message: 'Resource not accessible by integration' }] as const;
      const [status, body] = request.method === 'GET' ? answer(request.url ?? '') : refused;
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  server.unref().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

let started: Promise<string> | null = null;

/** GITHUB_API_URL of it. */
export function plainRepository(): Promise<string> {
  started ??= start();
  return started;
}
