import { describe, expect, it } from '@jest/globals';
import { gitHubOf } from '../../src/github/github.js';
import { createFetch } from '../../src/net/fetch.js';
import { serve } from './loopback.js';

const PLACE = {
  ...{
    name: 'gate',
    token: 'ghs_canary',
    repository: 'me/repo',
    sha: 'c0ffee',
    detailsUrl: null,
    externalId: '1',
  },
  ...{ startedAt: '2026-12-01T00:00:00Z', completedAt: '2026-12-01T00:00:01Z' },
};
const CHECK = { title: 't', summary: 's', text: '', conclusion: 'success' } as const;
const OFF = { NODE_TLS_REJECT_UNAUTHORIZED: '0' };

describe('a fetch for clients of their own', () => {
  it('is not made where certificates would not be checked', () => {
    expect(() => createFetch(OFF, 'https://api.github.com')).toThrow(
      expect.objectContaining({ code: 'input-invalid' }),
    );
  });

  it('sends no token then, whatever the registry is', async () => {
    const server = await serve((_, reply) => void reply.end('{}'));
    const env = { ...OFF, GITHUB_API_URL: server.url };
    const refusal = await gitHubOf(env).createCheckRun(PLACE, CHECK, AbortSignal.timeout(5_000));
    expect(refusal).toContain('NODE_TLS_REJECT_UNAUTHORIZED=0 switches off every check of certificates');
    expect(server.seen).toEqual([]);
  });

  it.each(['1', '', 'false', 'no'])(
    'is made where the variable is %j, which switches nothing off',
    async (value) => {
      const made = createFetch({ NODE_TLS_REJECT_UNAUTHORIZED: value }, 'https://api.github.com');
      await expect(made.close()).resolves.toBeUndefined();
    },
  );
});
