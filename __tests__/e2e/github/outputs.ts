import { describe, expect, it } from '@jest/globals';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { OUTPUT_NAMES, UNFINISHED } from '../../../src/report/outputs.js';
import { runAction, startAction } from '../../harness/action.js';
import type { ActionRun } from '../../harness/action.js';
import { copyOfAction } from '../../harness/action-copy.js';
import type { GithubApi } from '../../harness/github-api.js';
import { startMuteServer } from '../../harness/mute-server.js';
import { LISTING, requestsTo, TRANSITION, WINNING, wonContest } from '../promotion/place.js';
import type { Contest, Place } from '../promotion/place.js';
import { decisionOf, untouched } from '../promotion/steps.js';
import { ending, gate } from './github.js';

const NOWHERE = '/nonexistent/of-a-runner';

/** Every output written so far, in the order of writing: names and values of one line. */
async function written({ temp }: ActionRun): Promise<[string, string][]> {
  const text = await readFile(path.join(temp, '_runner_file_commands/output'), 'utf8');
  return [...text.matchAll(/^([\w-]+)<<(ghadelimiter_[\w-]+)\n(.*)\n\2$/gm)].map(
    ([, name = '', , value = '']) => [name, value],
  );
}

/** The shipped action without the file that holds a function which is loaded late. */
async function actionWithout(name: string): Promise<string> {
  const { directory, files } = await copyOfAction();
  const found: string[] = [];
  for (const file of files) {
    if ((await readFile(file, 'utf8')).includes(`  ${name}: () => `)) found.push(file);
  }
  expect(found).toEqual([expect.stringMatching(/\d+\.index\.js$/)]);
  await Promise.all(found.map((file) => rm(file)));
  return directory;
}

const inputsOf = ({ model, candidate }: Contest): Record<string, string> => ({
  ...{ 'model-name': model, version: candidate, thresholds: WINNING },
});
const stepInputs = (place: Place, contest: Contest): Record<string, string> => ({
  ...{ 'tracking-uri': place.recorder.url, stage: 'Production', 'check-name': '' },
  ...inputsOf(contest),
});

/** Outputs are there on every path, and they say what happened. */
export function outputs(at: () => Place, github: () => GithubApi): void {
  it('says error and false first, nothing while it writes, and the truth last', async () => {
    const contest = await wonContest(at());
    const run = await gate(at(), github(), inputsOf(contest));
    const lines = await written(run);
    const between = Object.keys(UNFINISHED);
    expect(lines.map(([name]) => name)).toEqual([...OUTPUT_NAMES, ...between, ...OUTPUT_NAMES]);
    const { length } = OUTPUT_NAMES;
    expect(Object.fromEntries(lines.slice(length, length + between.length))).toEqual(UNFINISHED);
    const first = Object.fromEntries(lines.slice(0, length));
    expect(first).toMatchObject({ result: 'error', promoted: 'false', 'model-name': contest.model });
    expect(ending(run)).toEqual({ exitCode: 0, result: 'promoted', promoted: 'true', code: 'promoted' });
  });

  describe('what cannot be written does not undo the decision:', () => {
    it('no folder for the report', async () => {
      const contest = await wonContest(at());
      const run = await gate(at(), github(), inputsOf(contest), {
        env: { RUNNER_TEMP: NOWHERE, TMPDIR: NOWHERE },
      });
      expect(ending(run)).toEqual({ exitCode: 0, result: 'promoted', promoted: 'true', code: 'promoted' });
      expect(run.outputs).toMatchObject({ version: '2', 'previous-version': '1', decision: '', report: '' });
      expect(run.annotations.map(({ level, title }) => [level, title.split(' · ')[0]])).toEqual([
        ['warning', 'Report incomplete'],
        ['notice', 'Model promotion: promoted'],
      ]);
      expect(run.summary).toContain('## ✅ Promoted');
      expect(github().requests).toHaveLength(1);
    });

    it('no file for the summary', async () => {
      const contest = await wonContest(at());
      const run = await gate(at(), github(), inputsOf(contest), { env: { GITHUB_STEP_SUMMARY: NOWHERE } });
      expect(ending(run)).toMatchObject({ exitCode: 0, result: 'promoted', promoted: 'true' });
      expect(run.annotations.map(({ title }) => title.split(' · ')[0])).toEqual([
        'Report incomplete',
        'Model promotion: promoted',
      ]);
      expect((await decisionOf(run)).outcome).toBe('promoted');
    });

    it('no code for the check run', async () => {
      const contest = await wonContest(at());
      const directory = await actionWithout('sendCheckRun');
      const run = await gate(at(), github(), inputsOf(contest), { directory });
      expect(ending(run)).toEqual({ exitCode: 0, result: 'promoted', promoted: 'true', code: 'promoted' });
      expect(run.annotations.map(({ title }) => title.split(' · ')[0])).toEqual([
        'No check run',
        'Model promotion: promoted',
      ]);
    });
  });

  it('an action that nobody would hear moves nothing', async () => {
    const contest = await wonContest(at());
    const run = await untouched(at(), () =>
      gate(at(), github(), inputsOf(contest), { env: { GITHUB_OUTPUT: NOWHERE } }),
    );
    expect([run.exitCode, run.outputs]).toEqual([1, {}]);
    expect(github().checkRuns()).toMatchObject([{ conclusion: 'failure' }]);
    expect(run.annotations).toMatchObject([
      { level: 'error', title: 'Outputs missing' },
      { level: 'error', message: expect.stringContaining('cannot be written') },
    ]);
  });

  it('a crash of our own is an error with all outputs', async () => {
    const contest = await wonContest(at());
    const directory = await actionWithout('openMlflow');
    const run = await untouched(at(), () => gate(at(), github(), inputsOf(contest), { directory }));
    expect(ending(run)).toEqual({ exitCode: 1, result: 'error', promoted: 'false', code: 'internal' });
    expect(Object.keys(run.outputs).sort()).toEqual([...OUTPUT_NAMES].sort());
    expect(github().checkRuns()).toMatchObject([{ conclusion: 'failure' }]);
  });

  describe('killed', () => {
    const killed = async (part: string): Promise<ActionRun> => {
      const contest = await wonContest(at());
      const asked = new Promise<void>((resolve) => {
        const run = (): Promise<void> => {
          resolve();
          return new Promise(() => undefined);
        };
        at().recorder.inject({ when: requestsTo(part), fault: { kind: 'after', run } });
      });
      const running = await startAction({ inputs: stepInputs(at(), contest) });
      await asked;
      running.signal('SIGKILL');
      const run = await running.done;
      expect([run.exitCode, run.signal, run.annotations]).toEqual([null, 'SIGKILL', []]);
      expect(Object.keys(run.outputs).sort()).toEqual([...OUTPUT_NAMES].sort());
      // While it only read, nothing was moved for certain; once it wrote, nothing is claimed.
      const claim =
        part === TRANSITION ? { result: 'unfinished', promoted: '' } : { result: 'error', promoted: 'false' };
      expect(run.outputs).toMatchObject({ ...claim, 'model-name': contest.model });
      return run;
    };

    it('while it reads', async () => {
      const run = await killed(LISTING);
      const stages = await at().registry.stages(run.outputs['model-name'] ?? '');
      expect(stages).toEqual({ '1': 'Production', '2': 'None' });
    });

    it('while it writes: it never heard that the move holds', async () => {
      const run = await killed(TRANSITION);
      const stages = await at().registry.stages(run.outputs['model-name'] ?? '');
      expect(stages).toEqual({ '1': 'Archived', '2': 'Production' });
    });
  });

  describe('a server that takes every connection and never answers', () => {
    it('is left after timeout-seconds, with nothing moved', async () => {
      const mute = await startMuteServer();
      const run = await runAction({
        inputs: {
          ...{ 'model-name': 'churn', version: '2', stage: 'Production', thresholds: WINNING },
          ...{ 'tracking-uri': mute.url, 'timeout-seconds': '2', 'check-name': '' },
        },
      });
      mute.close();
      expect(ending(run)).toEqual({ exitCode: 1, result: 'error', promoted: 'false', code: 'timeout' });
      expect(mute.connections()).toBeGreaterThan(0);
      expect(run.durationMs).toBeGreaterThan(1900);
      expect(run.durationMs).toBeLessThan(6000);
      expect((await decisionOf(run)).moves).toEqual([]);
      expect(run.annotations[0]?.message).toContain('The time limit of 2 s was reached');
    });

    it('halfway, is left too', async () => {
      const place = at();
      const contest = await wonContest(place);
      place.recorder.inject({ when: requestsTo('runs/get'), fault: { kind: 'hang' } });
      const run = await untouched(place, () =>
        runAction({ inputs: { ...stepInputs(place, contest), 'timeout-seconds': '2' } }),
      );
      expect(ending(run)).toEqual({ exitCode: 1, result: 'error', promoted: 'false', code: 'timeout' });
      expect(run.durationMs).toBeLessThan(6000);
    });
  });
}
