import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { PromotionDecision } from '../../../src/domain/decision.js';
import type { ActionRun } from '../../harness/action.js';
import { rendered } from '../../text/github-markdown.js';
import { roundTrips } from '../../harness/recorder.js';
import { resolveModelUri } from '../../harness/python.js';
import { contest, unique, wonContest, WINNING } from './place.js';
import type { Place } from './place.js';
import { listOf, expectEnd, refused, step, untouched } from './steps.js';
import type { End } from './steps.js';

/** Its report leads to the pages that MLflow has of its versions, run and experiment. */
function leadsToPages(run: ActionRun, { candidate, baseline, model }: PromotionDecision, place: Place): void {
  const pages = `${place.server.url}/#`;
  const versions = ['2', '1'].map((version) => `${pages}/models/${model}/versions/${version}`);
  expect([candidate?.url, baseline?.url]).toEqual(versions);
  const lineage = candidate?.lineage;
  const experiment = `${pages}/experiments/${String(lineage?.experimentId)}`;
  const urls = { run: `${experiment}/runs/${String(lineage?.runId)}`, experiment, loggedModel: null };
  expect(lineage?.urls).toEqual(urls);
  expect(rendered(run.summary).links).toEqual(expect.arrayContaining([...versions, urls.run, experiment]));
}

/** The plain decisions: who is better goes, who is worse stays. */
export function betterAndWorse(at: () => Place): void {
  describe('a better candidate', () => {
    it('goes to Production, and the old version is Archived', async () => {
      const place = at();
      const { model, holder, candidate } = await wonContest(place);
      const run = await step(place, { 'model-name': model, version: candidate, thresholds: WINNING });
      const decision = await expectEnd(run, {
        ...{ result: 'promoted', code: 'promoted' },
        says: [
          `Version 2 of ${model} now holds Production in place of version 1`,
          'the required gate passed',
        ],
      });
      expect(run.outputs).toEqual({
        ...{ result: 'promoted', promoted: 'true', 'model-name': model, version: '2' },
        ...{ 'previous-version': '1', 'baseline-version': '1', 'model-uri': `models:/${model}/2` },
        ...{ registry: place.server.url, target: 'Production', reasons: '["promoted"]' },
        ...{ decision: `${run.temp}/${run.outputs['decision']?.slice(run.temp.length + 1) ?? ''}` },
        report: run.outputs['decision']?.replace(/decision\.json$/, 'report.md'),
      });
      expect(run.summary).toBe(`${await readFile(run.outputs['report'] ?? '', 'utf8')}\n`);
      expect(run.summary.startsWith('## ✅ Promoted')).toBe(true);
      leadsToPages(run, decision, place);
      expect(decision.moves).toEqual([
        { kind: 'transition', version: '2', from: 'None', to: 'Production', done: true },
        { kind: 'archive', version: '1', from: 'Production', to: 'Archived', done: true },
      ]);
      expect(decision.gates[0]).toMatchObject({
        ...{ verdict: 'pass', candidate: '0.9', baseline: '0.8', limit: '0.805', origin: 'run' },
        text: '0.9 ≥ 0.805 = production 0.8 + 0.005',
      });
      expect(await place.registry.stages(model)).toEqual({ [holder]: 'Archived', [candidate]: 'Production' });
      const seen = await resolveModelUri(place.server, `models:/${model}/Production`);
      expect(seen).toEqual({ name: model, version: candidate });
    });

    it('gets the alias from the version that held it', async () => {
      const place = at();
      const { model, holder, candidate } = await wonContest(place);
      await place.registry.setAlias(model, 'champion', holder);
      const stages = await place.registry.stages(model);
      const inputs = { 'model-name': model, version: candidate, stage: '', alias: 'champion' };
      const run = await step(place, { ...inputs, thresholds: WINNING });
      const decision = await expectEnd(run, {
        ...{ result: 'promoted', code: 'promoted' },
        says: [`Version 2 of ${model} now holds @champion in place of version 1`],
      });
      expect(run.outputs).toMatchObject({
        ...{ target: '@champion', version: '2', 'previous-version': '1', 'baseline-version': '1' },
      });
      expect(decision.moves).toEqual([
        { kind: 'alias', version: '2', from: '1', to: '@champion', done: true },
      ]);
      const seen = await resolveModelUri(place.server, `models:/${model}@champion`);
      expect(seen).toEqual({ name: model, version: candidate });
      // Stages are another matter.
      expect(await place.registry.stages(model)).toEqual(stages);
    });

    it('takes at most five round trips', async () => {
      const place = at();
      const { model, candidate } = await wonContest(place);
      // Slow answers, so that what is asked together is under way together on a busy machine too.
      place.recorder.inject({ when: () => true, fault: { kind: 'delay', ms: 300 } });
      const run = await step(place, {
        ...{ 'model-name': model, version: candidate, thresholds: WINNING },
        'tracking-uri': place.recorder.url,
      });
      await expectEnd(run, { result: 'promoted', code: 'promoted' });
      expect(roundTrips(place.recorder.requests)).toBeLessThanOrEqual(5);
      expect(place.recorder.requests.filter(({ method }) => method !== 'GET')).toHaveLength(1);
    });

    it('is lower where lower is better', async () => {
      const place = at();
      const { model, candidate } = await contest(place, {
        holder: { log_loss: 0.4 },
        candidate: { log_loss: 0.3 },
      });
      const thresholds = 'log_loss: "<= production - 5%"';
      const run = await step(place, { 'model-name': model, version: candidate, thresholds });
      await expectEnd(run, { result: 'promoted', code: 'promoted' });
      expect(await place.registry.stages(model)).toEqual({ '1': 'Archived', '2': 'Production' });
    });

    it('passes on the exact boundary', async () => {
      const place = at();
      const { model, candidate } = await contest(place, {
        holder: { accuracy: 0.8 },
        candidate: { accuracy: 0.85 },
      });
      // 0.80 + 0.05 is 0.8500000000000001 in doubles.
      const thresholds = 'accuracy: ">= production + 0.05"';
      const run = await step(place, { 'model-name': model, version: candidate, thresholds });
      const decision = await expectEnd(run, { result: 'promoted', code: 'promoted' });
      expect(decision.gates[0]).toMatchObject({ text: '0.85 ≥ 0.85 = production 0.8 + 0.05', limit: '0.85' });
    });
  });

  describe('a worse candidate', () => {
    it('stays, the job is red, and the registry is byte for byte as before', async () => {
      const place = at();
      const { model, candidate } = await contest(place, {
        holder: { accuracy: 0.9 },
        candidate: { accuracy: 0.89 },
      });
      const inputs = { 'model-name': model, version: candidate, thresholds: WINNING };
      const end: End = {
        ...{ result: 'rejected', code: 'threshold-not-met' },
        says: [
          `Version 2 of ${model} was not promoted to Production`,
          '0.89 < 0.905 = production 0.9 + 0.005',
        ],
      };
      const decision = await refused(place, inputs, end);
      expect(decision.moves).toEqual([]);
      await refused(place, { ...inputs, 'fail-on-rejection': 'false' }, { ...end, exitCode: 0 });
    });

    it('is higher where lower is better', async () => {
      const place = at();
      const { model, candidate } = await contest(place, {
        holder: { log_loss: 0.4 },
        candidate: { log_loss: 0.41 },
      });
      await refused(
        place,
        { 'model-name': model, version: candidate, thresholds: 'log_loss: "<= production"' },
        { result: 'rejected', code: 'threshold-not-met', says: ['0.41 > 0.4 = production'] },
      );
    });
  });

  describe('modes that write nothing', () => {
    it('evaluate says what would be, over reads alone', async () => {
      const place = at();
      const { model, candidate } = await wonContest(place);
      const inputs = { 'model-name': model, version: candidate, thresholds: WINNING, mode: 'evaluate' };
      const decision = await refused(
        place,
        { ...inputs, 'tracking-uri': place.recorder.url },
        {
          ...{ result: 'passed', code: 'would-be-promoted' },
          says: [`Version 2 of ${model} would be promoted to Production in place of version 1`],
        },
      );
      expect(decision.moves.map(({ version, to, done }) => [version, to, done])).toEqual([
        ['2', 'Production', false],
        ['1', 'Archived', false],
      ]);
      expect(new Set(place.recorder.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
    });

    it('evaluate judges as promote does', async () => {
      const place = at();
      const { model, candidate } = await wonContest(place);
      await refused(
        place,
        { 'model-name': model, version: candidate, thresholds: 'accuracy: ">= 0.95"', mode: 'evaluate' },
        { result: 'rejected', code: 'threshold-not-met', says: ['0.9 < 0.95', 'would not be promoted'] },
      );
    });

    it('list shows every version with stage, aliases and metrics', async () => {
      const place = at();
      const { model } = await wonContest(place);
      await place.registry.setAlias(model, 'challenger', '2');
      const run = await untouched(place, () => step(place, { 'model-name': model, stage: '', mode: 'list' }));
      expect([run.exitCode, run.outputs['result'], run.annotations]).toEqual([0, 'listed', []]);
      const { versions } = await listOf(run);
      expect(versions).toMatchObject([
        { version: '2', stage: 'None', aliases: ['challenger'], metrics: { accuracy: '0.9' } },
        { version: '1', stage: 'Production', aliases: [], metrics: { accuracy: '0.8' } },
      ]);
      expect(run.log).toMatch(/v2 +- +@challenger .*0\.9/);
      expect(run.log).toMatch(/v1 +Production .*0\.8/);
    });

    it('list of a model without versions says so', async () => {
      const place = at();
      const model = unique('empty');
      await place.registry.createModel(model);
      const run = await step(place, { 'model-name': model, stage: '', mode: 'list' });
      expect([run.exitCode, (await listOf(run)).versions]).toEqual([0, []]);
      expect(run.log).toContain(`${model} has 0 versions`);
    });
  });
}
