import { describe, expect, it } from '@jest/globals';
import type { Metrics } from '../../harness/registry-client.js';
import { contest, unique } from './place.js';
import type { Place } from './place.js';
import { expectEnd, refused, step } from './steps.js';
import type { End } from './steps.js';
import { thresholdsOf } from '../../harness/thresholds.js';

interface Case {
  readonly name: string;
  readonly holder: Metrics;
  readonly candidate: Metrics;
  readonly condition: string;
  readonly end: End;
}

const UNBELIEVABLE: readonly Case[] = [
  {
    name: 'NaN',
    ...{ holder: { accuracy: 0.8 }, candidate: { accuracy: 'NaN' }, condition: '>= 0.5' },
    end: { result: 'invalid', code: 'metric-not-finite', says: ['is NaN, which is not a finite number'] },
  },
  {
    name: 'Infinity, which the store writes as 1.797e308',
    ...{ holder: { accuracy: 0.8 }, candidate: { accuracy: 'Infinity' }, condition: '>= 0.5' },
    end: { result: 'invalid', code: 'metric-not-finite', says: ['which is not a finite number'] },
  },
  {
    name: '-Infinity where lower is better',
    ...{ holder: { accuracy: 0.8 }, candidate: { accuracy: '-Infinity' }, condition: '<= 0.5' },
    end: { result: 'invalid', code: 'metric-not-finite', says: ['which is not a finite number'] },
  },
  {
    name: 'a missing metric',
    ...{ holder: { accuracy: 0.8 }, candidate: { acuracy: 0.9 }, condition: '>= 0.5' },
    end: {
      ...{ result: 'invalid', code: 'metric-missing' },
      says: ['The candidate has no metric "accuracy"; it has "acuracy"'],
    },
  },
  {
    name: 'a candidate without any metric',
    ...{ holder: { accuracy: 0.8 }, candidate: {}, condition: '>= 0.5' },
    end: { result: 'invalid', code: 'metric-missing', says: ['it has no metrics at all'] },
  },
  {
    name: 'a missing baseline metric',
    ...{ holder: { auc: 0.8 }, candidate: { accuracy: 0.9 }, condition: '>= production' },
    end: {
      ...{ result: 'invalid', code: 'baseline-metric-missing' },
      says: ['The baseline has no metric "accuracy"; it has "auc"'],
    },
  },
  {
    name: 'a baseline of NaN',
    ...{ holder: { accuracy: 'NaN' }, candidate: { accuracy: 0.9 }, condition: '>= production' },
    end: { result: 'invalid', code: 'baseline-metric-not-finite', says: ['is NaN'] },
  },
  {
    name: 'a baseline of -Infinity',
    ...{ holder: { accuracy: '-Infinity' }, candidate: { accuracy: 0.9 }, condition: '>= production' },
    end: { result: 'invalid', code: 'baseline-metric-not-finite', says: ['not a finite number'] },
  },
  {
    name: 'a percentage of a zero baseline',
    ...{ holder: { accuracy: 0 }, candidate: { accuracy: 0.9 }, condition: '>= production + 10%' },
    end: { result: 'invalid', code: 'baseline-zero', says: ['The baseline is 0, and 10% of 0 is no step'] },
  },
  {
    name: 'a negative baseline, and less',
    ...{ holder: { accuracy: -1 }, candidate: { accuracy: -1.5 }, condition: '>= production + 10%' },
    end: { result: 'rejected', code: 'threshold-not-met', says: ['-1.5 < -0.9 = production -1 + 10% (0.1)'] },
  },
];

const BELIEVABLE = [
  {
    name: 'a zero baseline with an absolute step beside the percentage',
    ...{ holder: 0, candidate: 0.05, condition: '>= production + 10% and >= production + 0.05' },
    texts: [
      '≥ production + 10% (waived: production is 0, so the absolute step decides)',
      '0.05 ≥ 0.05 = production 0 + 0.05',
    ],
  },
  {
    name: 'a negative baseline, and more',
    ...{ holder: -1, candidate: -0.5, condition: '>= production + 10%' },
    texts: ['-0.5 ≥ -0.9 = production -1 + 10% (0.1)'],
  },
  {
    name: 'a metric that is zero',
    ...{ holder: 0.1, candidate: 0, condition: '<= production' },
    texts: ['0 ≤ 0.1 = production'],
  },
];

/** What was measured, and whether it can be believed. */
export function evidence(at: () => Place): void {
  describe('evidence that proves nothing', () => {
    it.each(UNBELIEVABLE)('$name', async ({ holder, candidate, condition, end }) => {
      const place = at();
      const { model, candidate: version } = await contest(place, { holder, candidate });
      await refused(place, { 'model-name': model, version, thresholds: `accuracy: "${condition}"` }, end);
    });

    it('a body MLflow did not understand, stored as 0 at time 0', async () => {
      const place = at();
      const { model } = await contest(place, { holder: { loss: 0.5 }, candidate: { loss: 0.4 } });
      const runId = await place.registry.logRun();
      const body = `{"run_id": "${runId}", "key": "loss", "value": NaN, "timestamp": 1700000000000, "step": 1}`;
      await place.registry.call('POST', '/api/2.0/mlflow/runs/log-metric', body);
      const version = await place.registry.createVersion(model, { runId });
      await refused(
        place,
        { 'model-name': model, version, thresholds: 'loss: "<= production"' },
        {
          result: 'invalid',
          code: 'metric-suspect-zero',
          says: ['reads 0, which may be a NaN that was lost'],
        },
      );
    });

    it.each(['FAILED', 'RUNNING'] as const)('a run that is %s', async (status) => {
      const place = at();
      const { model } = await contest(place, { holder: { accuracy: 0.8 }, candidate: { accuracy: 0.9 } });
      const version = await place.registry.trainedVersion(model, { accuracy: 0.95 }, { status });
      await refused(
        place,
        { 'model-name': model, version, thresholds: 'accuracy: ">= production"' },
        { result: 'invalid', code: 'run-not-finished', says: [`is ${status}, not FINISHED`] },
      );
    });

    it('a deleted run of the candidate, and of the baseline where it is compared', async () => {
      const place = at();
      const model = unique();
      await place.registry.createModel(model);
      const gone = await place.registry.logRun({ metrics: { accuracy: 0.8 } });
      await place.registry.createVersion(model, { runId: gone });
      const kept = await place.registry.trainedVersion(model, { accuracy: 0.9 });
      await place.registry.deleteRun(gone);
      const thresholds = 'accuracy: ">= production"';
      await refused(
        place,
        { 'model-name': model, version: '1', thresholds: 'accuracy: ">= 0.5"' },
        { result: 'invalid', code: 'run-deleted', says: [`Run ${gone} of version 1 is deleted`] },
      );
      await place.registry.transition(model, '1', 'Production');
      await refused(
        place,
        { 'model-name': model, version: kept, thresholds },
        { result: 'invalid', code: 'baseline-run-unusable', says: ['The baseline cannot be used', gone] },
      );
      // A fixed number does not ask the baseline.
      const run = await step(place, { 'model-name': model, version: kept, thresholds: 'accuracy: ">= 0.9"' });
      await expectEnd(run, { result: 'promoted', code: 'promoted' });
    });

    it('a run on another server: who was asked, where it is, and the two inputs to give', async () => {
      const place = at();
      const { model } = await contest(place, { holder: { accuracy: 0.8 }, candidate: { accuracy: 0.9 } });
      const elsewhere = 'f0'.repeat(16);
      const link = 'https://training.example.com/#/experiments/1/runs/f0';
      await place.registry.call('POST', '/api/2.0/mlflow/model-versions/create', {
        ...{ name: model, source: 's3://models/elsewhere', run_id: elsewhere, run_link: link },
      });
      const inputs = 'name that server in tracking-uri, and the server of this registry in registry-uri';
      await refused(
        place,
        { 'model-name': model, version: '3', thresholds: 'accuracy: ">= 0.5"' },
        {
          ...{ result: 'invalid', code: 'run-missing' },
          says: [`Run ${elsewhere} of version 3 does not exist on ${place.server.url}.`, link, inputs],
        },
      );
    });

    it('a version that came from no run', async () => {
      const place = at();
      const { model } = await contest(place, { holder: { accuracy: 0.8 }, candidate: { accuracy: 0.9 } });
      const version = await place.registry.createVersion(model);
      await refused(
        place,
        { 'model-name': model, version, thresholds: 'accuracy: ">= 0.5"' },
        {
          result: 'invalid',
          code: 'lineage-unresolved',
          says: ['Nothing says where the metrics of version 3 are'],
        },
      );
    });
  });

  describe('evidence with a sign or a zero', () => {
    it.each(BELIEVABLE)('$name', async ({ holder, candidate, condition, texts }) => {
      const place = at();
      const { model, candidate: version } = await contest(place, {
        holder: { accuracy: holder },
        candidate: { accuracy: candidate },
      });
      const thresholds = `accuracy: "${condition}"`;
      const run = await step(place, { 'model-name': model, version, thresholds });
      const decision = await expectEnd(run, { result: 'promoted', code: 'promoted' });
      expect(thresholdsOf(decision.gates)[0]?.comparisons.map(({ text }) => text)).toEqual(texts);
    });
  });

  it('follows a copied version to the run it came from', async () => {
    const place = at();
    const original = unique('original');
    await place.registry.createModel(original);
    await place.registry.trainedVersion(original, { accuracy: 0.9 });
    const model = unique();
    await place.registry.createModel(model);
    const version = await place.registry.createVersion(model, { source: `models:/${original}/1` });
    const run = await step(place, { 'model-name': model, version, thresholds: 'accuracy: ">= 0.9"' });
    const decision = await expectEnd(run, { result: 'promoted', code: 'promoted' });
    expect(decision.candidate?.lineage?.copiedFrom).toEqual([`${original}/1`]);
  });
}
