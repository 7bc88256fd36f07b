import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { ActionRun } from '../harness/action.js';
import { PATH, policyOf, thresholds } from '../policy/file/texts.js';
import { decisionOf } from './promotion/steps.js';
import { pullRequest, useGithub } from './github/github.js';
import { demoStore, gate, LIST, MODEL, type LocalStore } from './store/demo-store.js';
import { holders } from './store/files.js';

const forDemo = (text: string) => text.replace('churn', MODEL);
/** What the better version of the demo has, and what it has not. */
const REVIEWED = forDemo(policyOf(thresholds('accuracy: ">= 0.99"')));
const LAX = forDemo(policyOf(thresholds('accuracy: ">= 0.1"')));

async function inTree({ folder }: LocalStore, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

const endingOf = (run: ActionRun) => [run.exitCode, run.outputs['result'], run.outputs['reasons']];

describe('the policy of a repository', () => {
  const github = useGithub();
  const at = () => ({ apiUrl: github().url });

  it('decides without any input, and the decision says which and where', async () => {
    const commit = github().repository.commit(PATH, LAX);
    const store = await demoStore();
    const run = await gate(store, { thresholds: '' }, at());
    expect(endingOf(run)).toEqual([0, 'promoted', '["promoted"]']);
    const decision = await decisionOf(run);
    expect(decision.policy).toMatchObject({ path: PATH, place: 'default-branch', ref: 'main', commit });
    expect(decision.gates.map(({ writtenAt }) => writtenAt)).toEqual([{ in: 'file', name: PATH, line: 7 }]);
    expect(run.summary).toContain(commit);
    expect(run.summary).toContain(`${PATH}, line 7`);
  });

  it('is that of the default branch for a promotion on any other, whose file and tree are laxer', async () => {
    github().repository.commit(PATH, REVIEWED);
    github().repository.commit(PATH, LAX, 'topic');
    const store = await demoStore();
    await inTree(store, PATH, LAX);
    const before = holders(store.path, MODEL);
    const run = await gate(store, { thresholds: '' }, { ...at(), env: { GITHUB_REF: 'refs/heads/topic' } });
    expect(endingOf(run)).toEqual([1, 'rejected', '["threshold-not-met"]']);
    expect(holders(store.path, MODEL)).toEqual(before);
  });

  it.each([
    ['thresholds', { thresholds: 'accuracy: ">= 0.1"' }],
    ['first-promotion', { thresholds: '', 'first-promotion': 'rubber-stamp' }],
    ['baseline', { thresholds: '', baseline: '1' }],
    ['policy', { thresholds: '', policy: 'lax.yml' }],
    ['policy-ref', { thresholds: '', 'policy-ref': 'topic' }],
    ['policy-ref', { thresholds: '', 'policy-ref': 'workspace' }],
  ])('is not loosened by input %s: %j', async (input, inputs) => {
    github().repository.commit(PATH, REVIEWED);
    github().repository.commit('lax.yml', LAX);
    github().repository.commit(PATH, LAX, 'topic');
    const store = await demoStore();
    await inTree(store, PATH, LAX);
    const before = holders(store.path, MODEL);
    const run = await gate(store, inputs, at());
    expect(endingOf(run)).toEqual([1, 'error', '["policy-loosened"]']);
    expect(run.annotations[0]?.message).toContain(input);
    expect(holders(store.path, MODEL)).toEqual(before);
  });

  it.each([
    ['hidden behind a 404', { kind: 'status', status: 404 }],
    ['refused', { kind: 'forbidden', permission: 'contents=read' }],
  ] as const)('is never "there is none" where the permission is missing: %s', async (_, fault) => {
    github().repository.commit(PATH, REVIEWED);
    github().failReads(fault);
    const store = await demoStore();
    const before = holders(store.path, MODEL);
    const run = await gate(store, {}, at());
    expect(endingOf(run)).toEqual([1, 'error', '["policy-unreadable"]']);
    expect(run.summary).toContain('contents: read');
    expect(holders(store.path, MODEL)).toEqual(before);
  });

  it('is told with file, line and caret where it is wrong', async () => {
    github().repository.commit(PATH, LAX.replace('">= 0.1"', '">= O.1"'));
    const run = await gate(await demoStore(), { thresholds: '' }, at());
    expect(endingOf(run)).toEqual([1, 'error', '["policy-invalid"]']);
    expect(run.log).toContain(`${PATH}, line 7, column`);
    expect(run.log).toContain('accuracy: ">= O.1"');
  });

  it('is no matter of a list', async () => {
    github().failReads({ kind: 'status', status: 404 });
    const run = await gate(await demoStore(), LIST, at());
    expect(endingOf(run)).toEqual([0, 'listed', '["listed"]']);
    expect(github().reads).toEqual([]);
  });

  it('is that of the working tree outside GitHub, and the report says so', async () => {
    const store = await demoStore();
    await inTree(store, PATH, LAX);
    const run = await gate(store, { thresholds: '' }, { env: { GITHUB_ACTIONS: '' } });
    expect(endingOf(run)).toEqual([0, 'promoted', '["promoted"]']);
    expect((await decisionOf(run)).policy).toMatchObject({ place: 'workspace', commit: null });
    expect(run.summary).toContain('the working tree, which nobody reviewed');
  });
});

describe('a pull request that changes the policy', () => {
  const github = useGithub();

  it('is named rule by rule by evaluate, which judges by the rules in force', async () => {
    github().repository.commit(PATH, REVIEWED);
    const head = github().repository.commit(PATH, LAX, 'topic');
    const event = pullRequest('octo-org/models');
    const pull = event['pull_request'] as { head: Record<string, unknown> };
    const around = {
      ...{ apiUrl: github().url, eventName: 'pull_request' },
      event: { ...event, pull_request: { ...pull, head: { ...pull.head, sha: head } } },
    };
    const run = await gate(await demoStore(), { thresholds: '', mode: 'evaluate' }, around);
    expect(endingOf(run)).toEqual([1, 'rejected', '["threshold-not-met"]']);
    const [warning, ...others] = (await decisionOf(run)).warnings;
    expect(others).toEqual([]);
    expect(warning).toEqual({
      code: 'policy-would-loosen',
      message: `This pull request loosens the policy ${PATH}: Production of "${MODEL}", from "accuracy" >= 0.99 (line 7) to "accuracy" >= 0.1 (line 7).`,
    });
    expect(run.summary).toContain('loosens the policy');
    // A promotion of the same pull request is told nothing of it, and goes by the default branch.
    const promoted = await gate(await demoStore(), { thresholds: '' }, around);
    expect(endingOf(promoted)).toEqual([1, 'rejected', '["threshold-not-met"]']);
  });
});
