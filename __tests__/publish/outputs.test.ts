import { describe, expect, it } from '@jest/globals';
import { OUTCOMES } from '../../src/domain/outcome.js';
import { run } from '../../src/run.js';
import { memoryRegistry } from '../harness/memory-registry.js';
import { testWorld, type TestWorld } from '../harness/world.js';
import { churn, MODEL } from '../promotion/kit.js';
import { DECISIONS } from '../report/decisions.js';
import { renderMissingOutputs } from '../../src/report/annotation.js';

const FULL = new Error("ENOSPC: no space left on device, write '/runner/output' ##[error]x");
const LIST = { mode: 'list', version: '', stage: '', thresholds: '' };

interface Ended {
  readonly at: TestWorld;
  readonly exit: 0 | 1;
  readonly holder: string;
}

/** A promotion of version 2, on a runner whose file for outputs fails where `fails` says so. */
async function ended(
  fails: (name: string, value: string) => boolean,
  inputs: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const store = churn();
  const at = testWorld({
    inputs: {
      ...{ 'model-name': MODEL, version: '2', stage: 'Production', thresholds: 'accuracy: ">= 0.8"' },
      ...{ 'tracking-uri': 'https://mlflow.example.com', ...inputs },
    },
    registry: memoryRegistry(store),
    env: { GITHUB_REPOSITORY: 'me/repo', GITHUB_SHA: 'c0ffee' },
    output: (name, value) => {
      if (fails(name, value)) throw FULL;
    },
  });
  const exit = await run(at);
  return { at, exit, holder: store.holders(MODEL, 'Production').join() };
}

function summaryOf({ said }: TestWorld): string {
  return said.find(({ kind }) => kind === 'summary')?.text ?? '';
}

const always = () => true;
/** The disk fills up, or the file goes, while the step is at work. */
const later = (name: string, value: string) => name === 'result' && !['error', 'unfinished'].includes(value);
const beforeTheWrite = (_: string, value: string) => value === 'unfinished';

describe('outputs that cannot be written', () => {
  it('stop a promotion before it begins, and nothing else of the report is lost', async () => {
    const { at, exit, holder } = await ended(always);
    expect([exit, holder]).toEqual([1, '1']);
    expect(summaryOf(at)).toContain('Nothing was moved, because no later step could tell.');
    expect(at.checkRuns).toMatchObject([{ check: { conclusion: 'failure' } }]);
    const log = at.said.filter(({ kind }) => kind === 'info').map(({ text }) => text);
    expect(log.join('\n')).toContain('The outputs of this step cannot be written');
    expect(at.annotations().map(({ level, title }) => [level, title])).toEqual([
      ['error', 'Outputs missing'],
      ['error', expect.stringContaining('error') as never],
    ]);
  });

  it.each([
    ['a promotion', {}, '2', 'Version 2 of churn now holds Production', true],
    ['an evaluation', { mode: 'evaluate' }, '1', 'would be promoted', true],
    ['a rejection', { thresholds: 'accuracy: ">= 0.99"' }, '1', 'was not promoted to Production', true],
    ['a list', LIST, '1', '', false],
  ] as const)(
    'at the end of %s make the step red, and say what was moved',
    async (_, inputs, wanted, says, checked) => {
      const { at, exit, holder } = await ended(later, inputs);
      expect([exit, holder]).toEqual([1, wanted]);
      const [missing] = at.annotations();
      expect(missing).toMatchObject({ level: 'error', title: 'Outputs missing' });
      expect(missing?.text.toLowerCase()).toContain(says.toLowerCase());
      expect(missing?.text).toContain('ENOSPC');
      expect(missing?.text).not.toContain('##[');
      expect(summaryOf(at)).not.toBe('');
      expect(at.checkRuns).toHaveLength(checked ? 1 : 0);
    },
  );

  it('right before the write keep it from leaving', async () => {
    const { at, exit, holder } = await ended(beforeTheWrite);
    expect([exit, holder, at.outputs()['result'], at.outputs()['promoted']]).toEqual([
      1,
      '1',
      'error',
      'false',
    ]);
    expect(summaryOf(at)).toContain('Nothing was moved, because no later step could tell.');
  });

  it('do not keep what only looks from looking', async () => {
    const { at, exit } = await ended(always, { mode: 'evaluate' });
    expect(exit).toBe(1);
    expect(summaryOf(at)).toContain('accuracy');
    expect(at.annotations()[0]?.title).toBe('Outputs missing');
  });

  it.each(OUTCOMES)('are told beside the sentence of %s', (outcome) => {
    const { level, message } = renderMissingOutputs(DECISIONS[outcome], 'gone');
    const [why, what, next] = message.split('\n');
    expect([level, why]).toEqual(['error', expect.stringContaining('gone')]);
    expect(what).not.toBe('');
    expect(next).toMatch(/^Next: .*GITHUB_OUTPUT/);
  });
});
