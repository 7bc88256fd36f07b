import { describe, expect, it } from '@jest/globals';
import type { ActionRun } from '../../harness/action.js';
import type { GithubApi } from '../../harness/github-api.js';
import { rendered } from '../../text/github-markdown.js';
import { sinceLook, unique, WINNING, wonContest } from '../promotion/place.js';
import type { Contest, Place } from '../promotion/place.js';
import { decisionOf } from '../promotion/steps.js';
import { ending, gate, HEAD_SHA, pullRequest, RUN_SHA, TOKEN } from './github.js';
import type { Inputs } from './github.js';

interface Case {
  readonly name: string;
  readonly inputs: (contest: Contest) => Inputs;
  readonly result: string;
  readonly exitCode: 0 | 1;
  readonly conclusion: 'success' | 'failure' | 'action_required';
  /** What happens in the registry before the second look. */
  readonly meanwhile?: (place: Place, contest: Contest) => Promise<unknown>;
}

const CASES: readonly Case[] = [
  {
    ...{ name: 'promoted', result: 'promoted', exitCode: 0, conclusion: 'success' },
    inputs: () => ({}),
  },
  {
    ...{ name: 'evaluated', result: 'passed', exitCode: 0, conclusion: 'success' },
    inputs: () => ({ mode: 'evaluate' }),
  },
  {
    ...{ name: 'already there', result: 'unchanged', exitCode: 0, conclusion: 'success' },
    inputs: ({ holder }) => ({ version: holder }),
  },
  {
    ...{ name: 'archived', result: 'archived', exitCode: 0, conclusion: 'success' },
    inputs: () => ({ stage: 'Archived', thresholds: '' }),
  },
  {
    ...{ name: 'rejected', result: 'rejected', exitCode: 1, conclusion: 'failure' },
    inputs: () => ({ thresholds: 'accuracy: ">= 0.95"' }),
  },
  {
    ...{ name: 'rejected, and the job stays green', result: 'rejected', exitCode: 0, conclusion: 'failure' },
    inputs: () => ({ thresholds: 'accuracy: ">= 0.95"', 'fail-on-rejection': 'false' }),
  },
  {
    ...{ name: 'without evidence', result: 'invalid', exitCode: 1, conclusion: 'failure' },
    inputs: () => ({ thresholds: 'f1: ">= 0.1"', 'fail-on-rejection': 'false' }),
  },
  {
    ...{ name: 'an unknown version', result: 'error', exitCode: 1, conclusion: 'failure' },
    inputs: () => ({ version: '99' }),
  },
  {
    ...{ name: 'overtaken', result: 'superseded', exitCode: 1, conclusion: 'action_required' },
    inputs: () => ({}),
    meanwhile: async ({ registry }, { model }) => {
      const other = await registry.trainedVersion(model, { accuracy: 0.85 });
      await registry.transition(model, other, 'Production', true);
    },
  },
];

/** The one sentence a reader sees first. */
function verdict(markdown: string): string | undefined {
  return /<strong>(.*?)<\/strong>/s.exec(markdown)?.[1];
}

/** The one request of a step, held to the decision it tells of. */
async function expectCheck(api: GithubApi, run: ActionRun, expected: Record<string, unknown>): Promise<void> {
  const decision = await decisionOf(run);
  const [request, ...others] = api.requests;
  expect(others).toEqual([]);
  expect(request).toMatchObject({
    ...{ method: 'POST', path: '/repos/octo-org/models/check-runs', status: 201 },
    headers: { authorization: `token ${TOKEN}` },
  });
  const { output, ...body } = request?.body as { output: Record<'title' | 'summary' | 'text', string> };
  expect(body).toEqual({
    ...{
      name: `Model promotion to ${decision.target}: ${decision.model}`,
      head_sha: RUN_SHA,
      status: 'completed',
    },
    ...{ started_at: decision.startedAt, completed_at: decision.finishedAt },
    external_id: `4242424242/1/${decision.model}/${decision.candidate?.version ?? ''}/${decision.target}`,
    details_url: 'https://github.com/octo-org/models/actions/runs/4242424242',
    ...expected,
  });
  expect(verdict(output.summary)).toBe(verdict(run.summary));
  expect(rendered(verdict(output.summary) ?? '').text).toContain(decision.model);
  expect(run.annotations.map(({ title }) => title)).toEqual([output.title]);
  // The two parts together say what the summary says.
  for (const part of [output.summary, output.text]) expect(run.summary).toContain(part.trim());
  expect(api.checkRuns()).toMatchObject([{ conclusion: expected['conclusion'], output }]);
}

/** What the check run shows, and when there is one. */
export function checkRuns(at: () => Place, github: () => GithubApi): void {
  it.each(CASES)('$name: one check run that concludes $conclusion', async (one) => {
    const place = at();
    const contest = await wonContest(place);
    const { meanwhile } = one;
    if (meanwhile !== undefined) {
      const run = (): Promise<unknown> => meanwhile(place, contest);
      place.recorder.inject({ when: sinceLook('recheck'), fault: { kind: 'before', run }, times: 1 });
    }
    const run = await gate(place, github(), {
      ...{ 'model-name': contest.model, version: contest.candidate, thresholds: WINNING },
      ...{ 'tracking-uri': place.recorder.url, ...one.inputs(contest) },
    });
    expect(ending(run)).toMatchObject({ result: one.result, exitCode: one.exitCode });
    await expectCheck(github(), run, { conclusion: one.conclusion });
  });

  it('goes to the head of a pull request, not to its merge commit', async () => {
    const place = at();
    const { model, candidate } = await wonContest(place);
    const run = await gate(
      place,
      github(),
      { 'model-name': model, version: candidate, thresholds: WINNING },
      { eventName: 'pull_request', event: pullRequest('octo-org/models') },
    );
    expect(ending(run)).toMatchObject({ result: 'promoted', exitCode: 0 });
    await expectCheck(github(), run, { conclusion: 'success', head_sha: HEAD_SHA });
    expect(await place.registry.stages(model)).toEqual({ '1': 'Archived', '2': 'Production' });
  });

  it('is another one for each target of a job', async () => {
    const place = at();
    const { model, candidate } = await wonContest(place);
    const inputs = { 'model-name': model, version: candidate, thresholds: 'accuracy: ">= 0.8"' };
    await gate(place, github(), { ...inputs, stage: 'Staging' });
    await gate(place, github(), { ...inputs, stage: 'Production' });
    await gate(place, github(), { ...inputs, stage: '', alias: 'champion' });
    const checks = github()
      .checkRuns()
      .map((check) => [check['name'], check['external_id']]);
    expect(checks.map(([name]) => name)).toEqual(
      ['Staging', 'Production', '@champion'].map((target) => `Model promotion to ${target}: ${model}`),
    );
    expect(new Set(checks.map(([, id]) => id)).size).toBe(3);
  });

  it('has the name that the workflow gives it', async () => {
    const place = at();
    const { model, candidate } = await wonContest(place, unique('risk $& $1'));
    const name = '{model-name} may go? ({model-name})';
    const inputs = { 'model-name': model, version: candidate, thresholds: WINNING, 'check-name': name };
    const run = await gate(place, github(), inputs);
    await expectCheck(github(), run, { conclusion: 'success', name: `${model} may go? (${model})` });
  });

  describe('no check run', () => {
    const none: readonly (readonly [string, Inputs])[] = [
      ['is made for an explicitly empty name', { 'check-name': '' }],
      ['is made for a list', { mode: 'list', stage: '' }],
      ['is made for a list, whatever its name', { mode: 'list', stage: '', 'check-name': 'Versions' }],
    ];
    it.each(none)('%s', async (_name, inputs) => {
      const place = at();
      const { model, candidate } = await wonContest(place);
      const given = { 'model-name': model, version: candidate, thresholds: WINNING, ...inputs };
      const run = await gate(place, github(), given);
      expect(run.exitCode).toBe(0);
      expect(github().requests).toEqual([]);
      expect(run.annotations.filter(({ level }) => level !== 'notice')).toEqual([]);
    });
  });
}
