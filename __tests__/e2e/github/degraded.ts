import { describe, expect, it } from '@jest/globals';
import type { ActionRun, Annotation } from '../../harness/action.js';
import type { GithubApi, GithubFault } from '../../harness/github-api.js';
import { WINNING, wonContest } from '../promotion/place.js';
import type { Place } from '../promotion/place.js';
import { ending, gate } from './github.js';
import type { Around, Inputs } from './github.js';

const FORBIDDEN: GithubFault = { kind: 'forbidden', permission: 'checks=write' };
const BY_HAND = { 'check-name': 'Gate' };
const REJECTED = { thresholds: 'accuracy: ">= 0.95"' };

/** What the step says about the check run it could not make. */
function complaints({ annotations }: ActionRun): Annotation[] {
  return annotations.filter(({ title }) => title === 'No check run');
}

/** Whatever GitHub does, the decision stands. */
export function degraded(at: () => Place, github: () => GithubApi): void {
  const promote = async (inputs: Inputs = {}, around: Around = {}): Promise<ActionRun> => {
    const { model, candidate } = await wonContest(at());
    const given = { 'model-name': model, version: candidate, thresholds: WINNING, ...inputs };
    const run = await gate(at(), github(), given, around);
    const stages = await at().registry.stages(model);
    const moved = inputs === REJECTED ? ['Production', 'None'] : ['Archived', 'Production'];
    expect(Object.values(stages)).toEqual(moved);
    return run;
  };
  const PROMOTED = { exitCode: 0, result: 'promoted', promoted: 'true', code: 'promoted' };

  describe('without the permission', () => {
    it('promotes, and says once in a notice which permission to add', async () => {
      github().fail(FORBIDDEN);
      const run = await promote();
      expect(ending(run)).toEqual(PROMOTED);
      expect(github().requests.map(({ status }) => status)).toEqual([403]);
      expect(complaints(run)).toMatchObject([
        {
          level: 'notice',
          message: expect.stringMatching(/checks=write.*the permission `checks: write`/),
        },
      ]);
      expect(run.annotations).toHaveLength(2);
      expect(run.log.match(/checks: write/g)).toHaveLength(1);
      expect(run.summary).toContain('## ✅ Promoted');
    });

    it('warns when somebody asked for the check run by name', async () => {
      github().fail(FORBIDDEN);
      const run = await promote(BY_HAND);
      expect(ending(run)).toEqual(PROMOTED);
      expect(complaints(run)).toMatchObject([{ level: 'warning' }]);
    });

    it('is as discreet with debug logging', async () => {
      github().fail(FORBIDDEN);
      const run = await promote({}, { env: { RUNNER_DEBUG: '1' } });
      expect(complaints(run)).toHaveLength(1);
    });

    it('rejects as it would have', async () => {
      github().fail(FORBIDDEN);
      const run = await promote(REJECTED);
      expect(ending(run)).toMatchObject({ exitCode: 1, result: 'rejected' });
      expect(run.annotations.map(({ level }) => level).sort()).toEqual(['error', 'notice']);
    });

    it('names what GitHub says it wants, unless that is no permission at all', async () => {
      github().fail({ kind: 'forbidden', permission: 'checks=write; pull_requests=write' });
      const [complaint] = complaints(await promote());
      expect(complaint?.message).toContain('GitHub wants checks=write; pull_requests=write');
      github().fail({ kind: 'forbidden', permission: '<img src=x>##[error]' });
      const [other] = complaints(await promote());
      expect(other?.message).toContain('GitHub does not say what is missing');
      expect(other?.message).not.toContain('img');
    });
  });

  it('a GitHub that fails is asked again, changes nothing and is not waited for long', async () => {
    github().fail({ kind: 'status', status: 500 });
    const run = await promote();
    expect(ending(run)).toEqual(PROMOTED);
    const words = { level: 'notice', message: expect.stringContaining('GitHub answered 500') as unknown };
    expect(complaints(run)).toMatchObject([words]);
    expect(github().requests.length).toBeGreaterThan(2);
    expect(run.durationMs).toBeLessThan(25_000);
  });

  const faults: readonly (readonly [string, GithubFault, string])[] = [
    ['is down', { kind: 'status', status: 503, headers: { 'retry-after': '3600' } }, 'GitHub answered 503'],
    ['does not know the token', { kind: 'status', status: 401 }, 'the token was refused (401)'],
    [
      'has enough',
      { kind: 'status', status: 429, headers: { 'retry-after': '3600' } },
      'GitHub asks to slow down for 3600 s: a secondary rate limit (429)',
    ],
    ['finds no such commit', { kind: 'status', status: 422 }, 'GitHub answered 422'],
  ];
  it.each(faults)('a GitHub that %s changes nothing', async (_name, fault, words) => {
    github().fail(fault);
    const run = await promote();
    expect(ending(run)).toEqual(PROMOTED);
    expect(complaints(run)).toMatchObject([{ level: 'notice', message: expect.stringContaining(words) }]);
    expect(github().requests).toHaveLength(1);
  });

  it('a GitHub that cannot be reached says of no policy that there is none', async () => {
    const { model, candidate } = await wonContest(at());
    const inputs = { 'model-name': model, version: candidate, thresholds: WINNING };
    const run = await gate(at(), { url: 'http://127.0.0.1:65535' }, inputs);
    expect(Object.values(await at().registry.stages(model))).toEqual(['Production', 'None']);
    expect(ending(run)).toEqual({
      exitCode: 1,
      result: 'error',
      promoted: 'false',
      code: 'policy-unreadable',
    });
    expect(complaints(run)[0]).toMatchObject({
      level: 'notice',
      message: expect.stringContaining('GitHub could not be reached'),
    });
  });

  it('a GitHub that never answers changes nothing and is not waited for long', async () => {
    github().fail({ kind: 'hang' });
    const run = await promote(REJECTED);
    expect(ending(run)).toMatchObject({ exitCode: 1, result: 'rejected' });
    expect(complaints(run)).toHaveLength(1);
    expect(github().requests).toHaveLength(1);
    expect(run.durationMs).toBeLessThan(25_000);
  });

  it('an empty github-token is named', async () => {
    const run = await promote({ 'github-token': '' });
    expect(ending(run)).toEqual(PROMOTED);
    expect(complaints(run)).toMatchObject([
      { level: 'notice', message: expect.stringContaining('`github-token` is empty') },
    ]);
    expect(github().requests).toEqual([]);
  });
}
