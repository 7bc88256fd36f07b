import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { actionsRunner, type Runner } from '../../src/world/runner.js';
import { runAction, type ActionRun } from '../harness/action.js';

type Call = {
  [K in keyof Runner]: readonly [K, ...Parameters<Runner[K]>];
}[keyof Runner];

/** A step of its own that makes these calls, with real files and streams. */
function calling(calls: readonly Call[], env: Readonly<Record<string, string>> = {}): Promise<ActionRun> {
  const directory = join(import.meta.dirname, 'runner-calls');
  return runAction({ directory, inputs: { calls: JSON.stringify(calls) }, env });
}

/** What no runner set. */
const SHELL = { GITHUB_ACTIONS: '', GITHUB_OUTPUT: '', GITHUB_STEP_SUMMARY: '' };

describe('the real runner', () => {
  it.each([
    ['  churn\n', 'churn'],
    ['', ''],
    [undefined, null],
  ])('reads the input %j as %j', (text, expected) => {
    const env = text === undefined ? {} : { 'INPUT_MODEL-NAME': text };
    expect(actionsRunner(env).input('model-name')).toBe(expected);
  });

  it('prints lines, groups and annotations in the order in which they are said', async () => {
    const run = await calling([
      ['info', 'one 100%'],
      ['group', 'Gates: 2', ['two', '  three']],
      ['annotate', 'warning', 'Of 1, 2: three', 'four\nfive 100%'],
      ['info', 'six'],
    ]);
    expect(run.exitCode).toBe(0);
    expect(run.lines.map(({ stream }) => stream)).toEqual(run.lines.map(() => 'stdout'));
    expect(run.lines.map(({ text, command }) => command?.name ?? text)).toEqual([
      ...['one 100%', 'group', 'two', '  three', 'endgroup', 'warning', 'six'],
    ]);
    expect(run.commands[0]?.data).toBe('Gates: 2');
    expect(run.annotations).toEqual([
      { level: 'warning', title: 'Of 1, 2: three', message: 'four\nfive 100%' },
    ]);
  });

  it('writes outputs and the summary to their files, and nothing of them to the log', async () => {
    const run = await calling([
      ['output', 'result', 'error'],
      ['output', 'reasons', '["a"]\nresult=promoted'],
      ['output', 'result', 'passed'],
      ['summary', '## Passed'],
    ]);
    expect(run.outputs).toEqual({ result: 'passed', reasons: '["a"]\nresult=promoted' });
    expect(run.summary).toBe('## Passed\n');
    expect(run.rawLog).toBe('');
  });

  it('masks what is long enough to be a secret', async () => {
    const run = await calling([
      ['mask', 'abc'],
      ['mask', 'abcd'],
      ['info', 'abc abcd'],
    ]);
    expect(run.commands).toMatchObject([{ name: 'add-mask', data: 'abcd' }]);
    expect(run.log.trim()).toBe('abc ***');
  });

  it.each([
    ['1', [{ name: 'debug', data: 'x' }]],
    ['', []],
    ['0', []],
  ])('with RUNNER_DEBUG=%j says of details %j', async (RUNNER_DEBUG, commands) => {
    expect((await calling([['debug', 'x']], { RUNNER_DEBUG })).commands).toMatchObject(commands);
  });

  it('outside GitHub has a log, and neither masks, outputs nor a summary', async () => {
    const calls: readonly Call[] = [
      ['mask', 'secret'],
      ['output', 'result', 'passed'],
      ['summary', '## Passed'],
      ['info', 'one'],
    ];
    const run = await calling(calls, SHELL);
    expect([run.exitCode, run.rawLog.trim(), run.outputs, run.summary]).toEqual([0, 'one', {}, '']);
  });
});
