import { describe, expect, it } from '@jest/globals';
import { contest, wonContest, WINNING } from './place.js';
import type { Contest, Place } from './place.js';
import { expectEnd, refused, step } from './steps.js';
import type { End } from './steps.js';

/** Versions 1 and 3 both hold Production, version 2 wants to. */
async function twoHolders(place: Place): Promise<Contest> {
  const found = await wonContest(place);
  const third = await place.registry.trainedVersion(found.model, { accuracy: 0.85 });
  await place.registry.transition(found.model, third, 'Production');
  return found;
}

function severalHolders(at: () => Place): void {
  describe('several versions in Production', () => {
    it('are refused, whoever asks and whatever the gates compare with', async () => {
      const place = at();
      const { model } = await twoHolders(place);
      const end: End = {
        ...{ result: 'invalid', code: 'several-holders' },
        says: ['Production is held by several versions (3, 1)'],
      };
      const absolute = 'accuracy: ">= 0.5"';
      await refused(place, { 'model-name': model, version: '2', thresholds: WINNING }, end);
      await refused(place, { 'model-name': model, version: '2', thresholds: absolute }, end);
      // One of the holders gets no other answer.
      await refused(place, { 'model-name': model, version: '3', thresholds: absolute }, end);
      await refused(place, { 'model-name': model, version: '2', thresholds: WINNING, mode: 'evaluate' }, end);
    });

    it('are meant with archive-existing: false and a numbered baseline', async () => {
      const place = at();
      const { model } = await twoHolders(place);
      const inputs = { 'model-name': model, version: '2', thresholds: WINNING, 'archive-existing': 'false' };
      await refused(place, inputs, { result: 'invalid', code: 'several-holders' });
      const run = await step(place, { ...inputs, baseline: '3' });
      const decision = await expectEnd(run, { result: 'promoted', code: 'promoted' });
      expect(run.outputs).toMatchObject({ 'baseline-version': '3', 'previous-version': '' });
      expect(decision.warnings.map(({ code }) => code)).toContain('several-holders-after');
      expect(await place.registry.stages(model)).toEqual({
        ...{ '1': 'Production', '2': 'Production', '3': 'Production' },
      });
    });
  });

  it('archive-existing: false keeps the old holder beside the new one', async () => {
    const place = at();
    const { model, candidate } = await wonContest(place);
    const run = await step(place, {
      ...{ 'model-name': model, version: candidate, thresholds: WINNING },
      'archive-existing': 'false',
    });
    await expectEnd(run, {
      ...{ result: 'promoted', code: 'promoted' },
      says: [`Version 2 of ${model} now holds Production beside version 1`],
    });
    expect(await place.registry.stages(model)).toEqual({ '1': 'Production', '2': 'Production' });
  });
}

function standing(at: () => Place): void {
  it('who holds the target already is left as it is, unjudged', async () => {
    const place = at();
    const { model, holder } = await wonContest(place);
    const inputs = { 'model-name': model, version: holder, thresholds: 'accuracy: ">= 0.99"' };
    const end: End = {
      ...{ result: 'unchanged', code: 'already-holds-target' },
      says: [`Version 1 of ${model} already holds Production`, 'nothing was moved'],
    };
    const decision = await refused(place, inputs, end);
    expect([decision.gates, decision.moves]).toEqual([[], []]);
    await refused(place, { ...inputs, mode: 'evaluate' }, end);
    // Inputs are still looked at.
    await refused(
      place,
      { ...inputs, thresholds: 'accuracy: 0.99' },
      { result: 'error', code: 'thresholds-invalid' },
    );
    await place.registry.setAlias(model, 'champion', holder);
    await refused(
      place,
      { ...inputs, stage: '', alias: 'champion' },
      { result: 'unchanged', code: 'already-holds-target', says: ['@champion'] },
    );
  });

  it('a candidate that is the baseline but not the holder is compared with nothing', async () => {
    const place = at();
    const { model, candidate } = await wonContest(place);
    await refused(
      place,
      { 'model-name': model, version: candidate, thresholds: WINNING, baseline: candidate },
      { result: 'invalid', code: 'candidate-is-baseline', says: ['The candidate is the baseline itself'] },
    );
  });

  it('an older candidate may replace a newer holder, with a warning', async () => {
    const place = at();
    const { model, holder, candidate } = await contest(place, {
      holder: { accuracy: 0.9 },
      candidate: { accuracy: 0.8 },
    });
    await place.registry.transition(model, candidate, 'Production', true);
    const run = await step(place, { 'model-name': model, version: holder, thresholds: WINNING });
    const decision = await expectEnd(run, { result: 'promoted', code: 'promoted' });
    expect(decision.warnings.map(({ code }) => code)).toEqual(['older-than-holder']);
    expect(run.log).toContain('Version 1 is older than version 2, which holds the target now.');
    expect(await place.registry.stages(model)).toEqual({ '1': 'Production', '2': 'Archived' });
  });
}

function otherStages(at: () => Place): void {
  describe('other stages', () => {
    it('Staging is compared with Production, and leaves it alone', async () => {
      const place = at();
      const { model, candidate } = await wonContest(place);
      const inputs = { 'model-name': model, version: candidate, stage: 'staging' };
      await refused(
        place,
        { ...inputs, thresholds: 'accuracy: ">= production + 0.2"' },
        { result: 'rejected', code: 'threshold-not-met', says: ['0.9 < 1 = production 0.8 + 0.2'] },
      );
      const run = await step(place, { ...inputs, thresholds: WINNING });
      await expectEnd(run, { result: 'promoted', code: 'promoted' });
      expect(run.outputs).toMatchObject({
        ...{ target: 'Staging', 'previous-version': '', 'baseline-version': '1' },
      });
      expect(await place.registry.stages(model)).toEqual({ '1': 'Production', '2': 'Staging' });
    });

    it('the only version in Production goes to neither Staging nor Archived', async () => {
      const place = at();
      const { model, holder } = await wonContest(place);
      for (const stage of ['Staging', 'Archived']) {
        await refused(
          place,
          { 'model-name': model, version: holder, stage, thresholds: 'accuracy: ">= 0.1"' },
          {
            ...{ result: 'error', code: 'production-would-empty' },
            says: [`moving it to ${stage} would leave Production empty`],
          },
        );
      }
    });

    it('Archived needs no gates, and keeps the others that are there', async () => {
      const place = at();
      const { model, candidate } = await wonContest(place);
      const other = await place.registry.trainedVersion(model, {});
      await place.registry.transition(model, other, 'Archived');
      const inputs = { 'model-name': model, version: candidate, stage: 'archived' };
      const run = await step(place, inputs);
      await expectEnd(run, {
        ...{ result: 'archived', code: 'archived' },
        says: [`Version 2 of ${model} went to Archived`],
      });
      expect(run.outputs).toMatchObject({ target: 'Archived', 'previous-version': '' });
      expect(await place.registry.stages(model)).toEqual({
        ...{ '1': 'Production', '2': 'Archived', '3': 'Archived' },
      });
      await refused(place, inputs, { result: 'unchanged', code: 'already-holds-target' });
    });
  });
}

/** Who holds what, and who may. */
export function holders(at: () => Place): void {
  severalHolders(at);
  standing(at);
  otherStages(at);
}
