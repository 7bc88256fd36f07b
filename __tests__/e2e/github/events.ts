import { describe, expect, it } from '@jest/globals';
import type { ActionRun } from '../../harness/action.js';
import type { GithubApi } from '../../harness/github-api.js';
import { WINNING, wonContest } from '../promotion/place.js';
import type { Contest, Place } from '../promotion/place.js';
import { decisionOf, untouched } from '../promotion/steps.js';
import { ending, gate, pullRequest } from './github.js';
import type { Around, Inputs } from './github.js';

const OURS = 'octo-org/models';
const THEIRS = 'mallory/models';

const UNTRUSTED: readonly (Around & { readonly name: string })[] = [
  { name: 'pull_request_target', eventName: 'pull_request_target', event: pullRequest(OURS) },
  { name: 'pull_request_target from a fork', eventName: 'pull_request_target', event: pullRequest(THEIRS) },
  { name: 'a pull request from a fork', eventName: 'pull_request', event: pullRequest(THEIRS) },
  { name: 'a pull request whose fork is gone', eventName: 'pull_request', event: pullRequest(null) },
  { name: 'a pull request that cannot be read', eventName: 'pull_request', event: { pull_request: 'yes' } },
  { name: 'a pull request nobody describes', eventName: 'pull_request', event: {} },
  { name: 'a review of a fork', eventName: 'pull_request_review', event: pullRequest(THEIRS) },
];

const ON_A_FORK: Around = { eventName: 'pull_request', event: pullRequest(THEIRS) };

/** Who may promote depends on who chose the workflow's content. */
export function events(at: () => Place, github: () => GithubApi): void {
  const run = (contest: Contest, inputs: Inputs, around: Around): Promise<ActionRun> =>
    gate(
      at(),
      github(),
      {
        ...{ 'model-name': contest.model, version: contest.candidate, thresholds: WINNING },
        ...{ 'tracking-uri': at().recorder.url, ...inputs },
      },
      around,
    );

  it.each(UNTRUSTED)('promote is refused for $name, before the registry hears of it', async (around) => {
    const { eventName, event } = around;
    const contest = await wonContest(at());
    const step = await untouched(at(), () =>
      run(contest, {}, { ...(eventName === undefined ? {} : { eventName }), event }),
    );
    expect(ending(step)).toEqual({
      exitCode: 1,
      result: 'error',
      promoted: 'false',
      code: 'untrusted-event',
    });
    expect(at().recorder.requests).toEqual([]);
    expect((await decisionOf(step)).moves).toEqual([]);
    const [annotation] = step.annotations;
    expect(annotation).toMatchObject({ level: 'error' });
    expect(annotation?.message).toContain('Use `mode: evaluate` there');
    expect(step.summary).toContain('## 🛑 Error');
  });

  it.each(['push', 'schedule', 'workflow_dispatch', 'workflow_call', 'release'])(
    'promote works for %s',
    async (eventName) => {
      const contest = await wonContest(at());
      const step = await run(contest, { 'check-name': '' }, { eventName });
      expect(ending(step)).toMatchObject({ exitCode: 0, result: 'promoted', promoted: 'true' });
    },
  );

  describe('on a pull request from a fork, whose token may only read,', () => {
    it('evaluate says in the summary what would be', async () => {
      github().fail({ kind: 'forbidden', permission: 'checks=write' });
      const contest = await wonContest(at());
      const step = await untouched(at(), () => run(contest, { mode: 'evaluate' }, ON_A_FORK));
      expect(ending(step)).toMatchObject({ exitCode: 0, result: 'passed', code: 'would-be-promoted' });
      expect(step.annotations.map(({ level, title }) => [level, title.split(' · ')[0]])).toEqual([
        ['notice', 'No check run'],
        ['notice', 'Model promotion: would be promoted'],
      ]);
      expect(step.annotations[0]?.message).toContain('Pull requests from forks never get this one');
      expect(step.summary).toContain('## ✅ Would be promoted');
    });

    it('evaluate rejects as everywhere', async () => {
      github().fail({ kind: 'forbidden', permission: 'checks=write' });
      const contest = await wonContest(at());
      const inputs = { mode: 'evaluate', thresholds: 'accuracy: ">= 0.95"' };
      const step = await untouched(at(), () => run(contest, inputs, ON_A_FORK));
      expect(ending(step)).toMatchObject({ exitCode: 1, result: 'rejected', code: 'threshold-not-met' });
    });

    it('list lists', async () => {
      const contest = await wonContest(at());
      const step = await untouched(at(), () => run(contest, { mode: 'list', stage: '' }, ON_A_FORK));
      expect(ending(step)).toMatchObject({ exitCode: 0, result: 'listed', promoted: 'false' });
      expect(step.annotations).toEqual([]);
      expect(github().requests).toEqual([]);
    });
  });
}
