import { afterEach, describe, expect, it } from '@jest/globals';
import type { Write } from '../../../../src/registry/port.js';
import { failure, never } from '../../../net/kit.js';
import { freePort } from '../../../harness/server-process.js';
import { closeAll, json, type Handler } from '../../../net/loopback.js';
import {
  ALIAS,
  bodies,
  closeRegistries,
  GET_MODEL,
  mlflow,
  open,
  page,
  plain,
  says,
  SEARCH,
  TRANSITION,
  wireModel,
  wireVersion,
  write,
} from './kit.js';

afterEach(async () => {
  await closeRegistries();
  await closeAll();
});

const transition = (more: Partial<Extract<Write, { kind: 'transition' }>> = {}): Write => ({
  kind: 'transition',
  model: 'fraud',
  version: '4',
  stage: 'Production',
  archiveExisting: true,
  ...more,
});
const alias: Write = { kind: 'alias', model: 'fraud', version: '4', alias: 'champion' };

describe('what is sent', () => {
  it.each([
    ['Production', true, true],
    ['Staging', false, false],
    ['Archived', true, false],
  ] as const)('%s, archive %s', async (stage, archiveExisting, sent) => {
    const server = await mlflow({ [TRANSITION]: { model_version: wireVersion('4') } });
    await write(server.url, transition({ stage, archiveExisting }));
    expect(bodies(server.seen)).toEqual([
      { name: 'fraud', version: '4', stage, archive_existing_versions: sent },
    ]);
  });

  it('an alias', async () => {
    const server = await mlflow({ [ALIAS]: {} });
    await write(server.url, alias);
    expect(bodies(server.seen)).toEqual([{ name: 'fraud', version: '4', alias: 'champion' }]);
  });

  it.each(['', '200 OK', '{}'])('%j is a success', async (body) => {
    const server = await mlflow({ [ALIAS]: plain(200, body) });
    await expect(write(server.url, alias)).resolves.toBeUndefined();
  });

  it('the transaction reads live, before and after', async () => {
    let stage = 'None';
    const server = await mlflow({
      [GET_MODEL]: wireModel(),
      [SEARCH]: ((_, reply) => {
        json(reply, 200, { model_versions: [wireVersion('4', { current_stage: stage })] });
      }) satisfies Handler,
      [TRANSITION]: ((_, reply) => {
        stage = 'Production';
        json(reply, 200, {});
      }) satisfies Handler,
    });
    const seen = await (await open(server.url)).writer(never()).transact(async (transaction) => {
      const before = await transaction.reader.model('fraud');
      await transaction.write(transition());
      return [before, await transaction.reader.model('fraud')].map((model) => model.versions[0]?.stage);
    });
    expect(seen).toEqual(['None', 'Production']);
  });
});

const UNIQUE = '(sqlite3.IntegrityError) UNIQUE constraint failed: registered_model_aliases.workspace, …';

describe('a write that fails', () => {
  it.each<[string, Handler, string]>([
    [
      'an unknown stage',
      says(400, 'INVALID_PARAMETER_VALUE', 'Invalid Model Version stage: Prod. …'),
      'request-refused',
    ],
    [
      'an unknown version',
      says(404, 'RESOURCE_DOES_NOT_EXIST', 'Model Version (name=fraud, version=4) not found'),
      'version-unknown',
    ],
    [
      'an unknown model',
      says(404, 'RESOURCE_DOES_NOT_EXIST', 'Registered Model with name=fraud not found'),
      'model-unknown',
    ],
    ['no permission', page(403, 'Permission denied'), 'forbidden'],
    ['no credentials', page(401, 'You are not authenticated.'), 'unauthorized'],
    ['not there', says(501, 'NOT_IMPLEMENTED', 'no'), 'not-supported'],
    [
      'workspaces off',
      says(500, 'FEATURE_DISABLED', 'Workspace APIs are not available'),
      'workspace-unknown',
    ],
  ])('%s: it was not made', async (_, handler, code) => {
    const server = await mlflow({ [TRANSITION]: handler });
    expect((await failure(write(server.url, transition()))).code).toBe(code);
    expect(server.seen).toHaveLength(1);
  });

  it.each<[string, Handler]>([
    ['a lost race', says(400, 'BAD_REQUEST', UNIQUE)],
    ['a wrong path', page(404, '<html>')],
    ['a wrong method', page(405, '<html>')],
    ['a page for what was asked', page(400, '<html>')],
    ['too large for a proxy', page(413, '<html>')],
    ['too early for a proxy', page(425, '<html>')],
    ['a page of somebody in front', page(403, '<html>Blocked</html>')],
    ['credentials that somebody in front wants', page(401, '<html>Sign in</html>')],
    ['a redirect', (_, reply) => void reply.writeHead(302, { location: '/' }).end()],
    ['another place to look', (_, reply) => void reply.writeHead(303, { location: '/' }).end()],
    ['too many', says(429, 'REQUEST_LIMIT_EXCEEDED', 'slow down')],
    [
      'a locked database',
      says(503, 'TEMPORARILY_UNAVAILABLE', '(sqlite3.OperationalError) database is locked'),
    ],
    [
      'a database that went away',
      says(503, 'TEMPORARILY_UNAVAILABLE', 'server closed the connection unexpectedly'),
    ],
    ['a fault after the commit', says(500, 'INTERNAL_ERROR', 'boom')],
    ['MLflow’s own deadline', says(504, 'DEADLINE_EXCEEDED', 'late')],
    ['a gateway without an answer', page(502, '<html>Bad Gateway</html>')],
    ['a gateway that is full', page(503, '<html>')],
    ['a gateway that limits', plain(429, 'slow')],
    ['a gateway that waited', page(504, '<html>')],
    ['a crash', page(500, '<html>Internal Server Error</html>')],
    ['a sign-in page', page(200, '<html>Sign in</html>')],
    [
      'a list',
      ((_, reply) => {
        json(reply, 200, []);
      }) satisfies Handler,
    ],
    [
      'a reply that was lost',
      ((_, reply) => {
        reply.socket?.destroy();
      }) satisfies Handler,
    ],
  ])('%s: nobody knows', async (_, handler) => {
    const server = await mlflow({ [TRANSITION]: handler });
    expect((await failure(write(server.url, transition()))).code).toBe('outcome-unknown');
    expect(server.seen).toHaveLength(1);
  });

  it('silence: nobody knows', async () => {
    const server = await mlflow({ [TRANSITION]: () => undefined });
    // Time enough for a busy machine to bring the request to the server.
    const error = await failure(write(server.url, transition(), {}, { requestTimeoutMs: 1_000 }));
    expect(error.code).toBe('outcome-unknown');
    expect(server.seen).toHaveLength(1);
  });

  it.each([
    ['boom', 'The reply says: boom.'],
    ['It is over.', 'The reply says: It is over.'],
    ['Why?', 'The reply says: Why?'],
    ['y'.repeat(400), 'y…'],
    ['', 'The reply was empty.'],
  ])('what a fault says of %j ends as a sentence', async (message, end) => {
    const server = await mlflow({ [TRANSITION]: says(500, 'INTERNAL_ERROR', message) });
    const error = await failure(write(server.url, transition()));
    expect(error.message.slice(-end.length)).toBe(end);
  });

  it('a reply too deep to read: nobody knows', async () => {
    const server = await mlflow({ [TRANSITION]: plain(200, '['.repeat(100)) });
    expect((await failure(write(server.url, transition()))).code).toBe('outcome-unknown');
  });

  it('a dead server: it was not made', async () => {
    const port = await freePort();
    expect((await failure(write(`http://127.0.0.1:${port}`, transition()))).code).toBe('connection-refused');
  });

  it('names the permission that a write takes', async () => {
    const server = await mlflow({ [ALIAS]: page(403, 'Permission denied') });
    expect((await failure(write(server.url, alias))).message).toContain("EDIT on model 'fraud'");
  });
});
