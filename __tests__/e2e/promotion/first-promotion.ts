import { describe, expect, it } from '@jest/globals';
import type { Metrics } from '../../harness/registry-client.js';
import { unique } from './place.js';
import type { Place } from './place.js';
import { expectEnd, refused, step } from './steps.js';
import type { Inputs } from './steps.js';
import { thresholdsOf } from '../../harness/thresholds.js';

/** A model with one version, which nobody has promoted yet. */
async function newcomer(place: Place, metrics: Metrics): Promise<Inputs> {
  const model = unique('newcomer');
  await place.registry.createModel(model);
  const version = await place.registry.trainedVersion(model, metrics);
  return { 'model-name': model, version };
}

const BOTH = 'accuracy: ">= 0.85 and >= production + 0.005"';
const RELATIVE = 'accuracy: ">= production + 0.005"';

/** Nobody holds Production yet. */
export function firstPromotion(at: () => Place): void {
  describe('the first promotion, by require-absolute', () => {
    it('waives what is relative and asks for the rest', async () => {
      const place = at();
      const inputs = await newcomer(place, { accuracy: 0.9 });
      const run = await step(place, { ...inputs, thresholds: BOTH });
      const decision = await expectEnd(run, { result: 'promoted', code: 'promoted' });
      expect(run.outputs).toMatchObject({ 'previous-version': '', 'baseline-version': '' });
      expect(thresholdsOf(decision.gates)[0]?.comparisons.map(({ result }) => result)).toEqual([
        'pass',
        'waived',
      ]);
      expect(run.log).toContain('≥ production + 0.005 (waived: nobody holds the baseline yet)');
      expect(decision.warnings.map(({ code }) => code)).toEqual(['comparison-waived']);
      expect(await place.registry.stages(inputs['model-name'] ?? '')).toEqual({ '1': 'Production' });
    });

    it('needs an absolute condition', async () => {
      const place = at();
      const inputs = await newcomer(place, { accuracy: 0.9 });
      await refused(
        place,
        { ...inputs, thresholds: RELATIVE },
        {
          result: 'invalid',
          code: 'no-absolute-condition',
          says: ['no required gate compares with a fixed number'],
        },
      );
    });

    it('does not count an advisory absolute condition', async () => {
      const place = at();
      const inputs = await newcomer(place, { accuracy: 0.9 });
      await refused(
        place,
        { ...inputs, thresholds: `${RELATIVE}\nauc: { advisory: ">= 0.5" }` },
        { result: 'invalid', code: 'no-absolute-condition' },
      );
    });

    it('rejects who misses it', async () => {
      const place = at();
      const inputs = await newcomer(place, { accuracy: 0.8 });
      await refused(
        place,
        { ...inputs, thresholds: BOTH },
        { result: 'rejected', code: 'threshold-not-met', says: ['0.8 < 0.85'] },
      );
    });

    it('goes for an alias nobody holds as well', async () => {
      const place = at();
      const inputs = await newcomer(place, { accuracy: 0.9 });
      const target = { stage: '', alias: 'champion' };
      await refused(
        place,
        { ...inputs, ...target, thresholds: RELATIVE },
        { result: 'invalid', code: 'no-absolute-condition' },
      );
      const run = await step(place, { ...inputs, ...target, thresholds: BOTH });
      await expectEnd(run, { result: 'promoted', code: 'promoted' });
      expect(await place.registry.byAlias(inputs['model-name'] ?? '', 'champion')).toBe('1');
    });

    it('is no way round a baseline number that does not exist', async () => {
      const place = at();
      const inputs = await newcomer(place, { accuracy: 0.9 });
      await refused(
        place,
        { ...inputs, thresholds: BOTH, baseline: '7' },
        { result: 'error', code: 'version-unknown', says: ['has no version 7. It has version 1 (None)'] },
      );
    });
  });

  describe('the first promotion, by rubber-stamp', () => {
    const setting = { 'first-promotion': 'rubber-stamp' };

    it('waives what is relative, and says so', async () => {
      const place = at();
      const inputs = await newcomer(place, { accuracy: 0.9 });
      const run = await step(place, { ...inputs, ...setting, thresholds: RELATIVE });
      const decision = await expectEnd(run, {
        ...{ result: 'promoted', code: 'promoted' },
        says: ['1 comparison with the baseline waived'],
      });
      expect(decision.warnings.map(({ code }) => code)).toEqual(['first-promotion-rubber-stamp']);
      expect(run.log).toContain('rubber-stamp waived the comparisons with it of "accuracy"');
    });

    it('waives neither a missing metric, nor NaN, nor an absolute condition', async () => {
      const place = at();
      const none = await newcomer(place, { auc: 0.9 });
      await refused(
        place,
        { ...none, ...setting, thresholds: RELATIVE },
        { result: 'invalid', code: 'metric-missing' },
      );
      const nan = await newcomer(place, { accuracy: 'NaN' });
      await refused(
        place,
        { ...nan, ...setting, thresholds: RELATIVE },
        { result: 'invalid', code: 'metric-not-finite' },
      );
      const low = await newcomer(place, { accuracy: 0.8 });
      await refused(
        place,
        { ...low, ...setting, thresholds: BOTH },
        { result: 'rejected', code: 'threshold-not-met', says: ['0.8 < 0.85'] },
      );
    });
  });

  describe('the first promotion, by block', () => {
    it('is rejected, always', async () => {
      const place = at();
      const inputs = await newcomer(place, { accuracy: 0.9 });
      await refused(
        place,
        { ...inputs, thresholds: BOTH, 'first-promotion': 'block' },
        { result: 'rejected', code: 'first-promotion-blocked', says: ['first promotions are blocked'] },
      );
    });
  });
}
