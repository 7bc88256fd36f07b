import { describe, expect, it } from '@jest/globals';
import type { MetricRow } from '../../harness/registry-client.js';
import { unique } from './place.js';
import type { Place } from './place.js';
import { expectEnd, refused, step } from './steps.js';
import { thresholdsOf } from '../../harness/thresholds.js';

const HOLDOUT = { name: 'holdout', digest: 'a1b2c3d4' };
const TRAIN = { name: 'train', digest: 'e5f6a7b8' };

/** A version of MLflow 3's kind: its metrics belong to a logged model. @returns its number. */
async function loggedVersion(place: Place, model: string, metrics: readonly MetricRow[]): Promise<string> {
  const runId = await place.registry.logRun();
  const modelId = await place.registry.loggedModel({ runId, metrics });
  return place.registry.createVersion(model, { runId, modelId });
}

/** Version 1 in Production and version 2, both with logged models. */
async function loggedContest(
  place: Place,
  holder: readonly MetricRow[],
  candidate: readonly MetricRow[],
): Promise<{ readonly 'model-name': string; readonly version: string }> {
  const model = unique('logged');
  await place.registry.createModel(model);
  await place.registry.transition(model, await loggedVersion(place, model, holder), 'Production');
  return { 'model-name': model, version: await loggedVersion(place, model, candidate) };
}

/** The training value is the newer one: it would win by time. */
const both = (holdout: number, train: number): readonly MetricRow[] => [
  { key: 'auc', value: holdout, dataset: HOLDOUT },
  { key: 'auc', value: train, dataset: TRAIN, step: 1, timestamp: 1_700_000_001_000 },
];

const RELATIVE = 'auc: ">= production + 0.01"';
const PINNED = 'auc: { require: ">= production + 0.01", dataset: holdout }';

function datasets(at: () => Place): void {
  it('one metric on two datasets is ambiguous unless the gate names one', async () => {
    const place = at();
    const inputs = await loggedContest(place, both(0.8, 0.99), both(0.85, 0.98));
    await refused(
      place,
      { ...inputs, thresholds: RELATIVE },
      {
        ...{ result: 'invalid', code: 'dataset-ambiguous' },
        says: ['exists for more than one dataset: "holdout@a1b2c3d4", "train@e5f6a7b8"'],
      },
    );
    await refused(
      place,
      { ...inputs, thresholds: PINNED.replace('holdout', 'train') },
      { result: 'rejected', code: 'threshold-not-met', says: ['0.98 < 1 = production 0.99 + 0.01'] },
    );
    const run = await step(place, { ...inputs, thresholds: PINNED });
    const decision = await expectEnd(run, { result: 'promoted', code: 'promoted' });
    expect(decision.gates[0]).toMatchObject({
      ...{ dataset: 'holdout@a1b2c3d4', candidate: '0.85', baseline: '0.8', origin: 'logged-model' },
    });
    expect(decision.candidate?.lineage?.loggedModelId).toMatch(/^m-[0-9a-f]{32}$/);
    const { experimentId = '', loggedModelId = '', urls } = decision.candidate?.lineage ?? {};
    const page = `${place.server.url}/#/experiments/${experimentId ?? ''}/models/${loggedModelId ?? ''}`;
    expect(urls?.loggedModel).toBe(page);
  });

  it('a value without a dataset beside one with is ambiguous, too', async () => {
    const place = at();
    const mixed: readonly MetricRow[] = [
      { key: 'auc', value: 0.9, dataset: HOLDOUT },
      { key: 'auc', value: 0.95, step: 1 },
    ];
    const inputs = await loggedContest(place, both(0.8, 0.99), mixed);
    await refused(
      place,
      { ...inputs, thresholds: 'auc: ">= 0.5"' },
      { result: 'invalid', code: 'dataset-ambiguous', says: ['no dataset', 'dataset: null }'] },
    );
    const thresholds = 'auc: { require: ">= 0.95", dataset: null }';
    const run = await step(place, { ...inputs, thresholds });
    const decision = await expectEnd(run, { result: 'promoted', code: 'promoted' });
    expect(decision.gates[0]).toMatchObject({ name: 'auc without a dataset', candidate: '0.95' });
  });

  it('another content under the same name is not compared', async () => {
    const place = at();
    const other = { ...HOLDOUT, digest: 'ffffffff' };
    const inputs = await loggedContest(
      place,
      [{ key: 'auc', value: 0.8, dataset: other }],
      [{ key: 'auc', value: 0.9, dataset: HOLDOUT }],
    );
    await refused(
      place,
      { ...inputs, thresholds: RELATIVE },
      {
        ...{ result: 'invalid', code: 'dataset-mismatch' },
        says: ['is for "holdout@a1b2c3d4", but of the baseline for "holdout@ffffffff"'],
      },
    );
  });

  it('a digest on one side only is compared, with a warning', async () => {
    const place = at();
    const inputs = await loggedContest(
      place,
      [{ key: 'auc', value: 0.8 }],
      [{ key: 'auc', value: 0.9, dataset: HOLDOUT }],
    );
    const run = await step(place, { ...inputs, thresholds: RELATIVE });
    const decision = await expectEnd(run, { result: 'promoted', code: 'promoted' });
    expect(decision.warnings.map(({ code }) => code)).toEqual(['dataset-known-on-one-side']);
    expect(run.log).toContain('nothing proves that the data is the same');
  });
}

function zeros(at: () => Place): void {
  const gate = { thresholds: 'loss: "<= production"' };
  const HOLDER: readonly MetricRow[] = [{ key: 'loss', value: 0.5 }];

  it('a NaN that MLflow shows as 0 is found in the run', async () => {
    const place = at();
    const inputs = await loggedContest(place, HOLDER, [{ key: 'loss', value: 'NaN' }]);
    await refused(
      place,
      { ...inputs, ...gate },
      { result: 'invalid', code: 'metric-not-finite', says: ['is NaN'] },
    );
  });

  it('a zero is a zero', async () => {
    const place = at();
    const inputs = await loggedContest(place, HOLDER, [{ key: 'loss', value: 0 }]);
    const run = await step(place, { ...inputs, ...gate });
    const decision = await expectEnd(run, { result: 'promoted', code: 'promoted' });
    expect(decision.gates[0]).toMatchObject({ text: '0 ≤ 0.5 = production', origin: 'logged-model' });
  });

  it('a zero that may be either is not believed', async () => {
    const place = at();
    const inputs = await loggedContest(place, HOLDER, [{ key: 'loss', value: 'NaN' }]);
    const { run_id } = await place.registry.get(inputs['model-name'], inputs.version);
    await place.registry.logMetric({ run_id, key: 'loss', value: 0 });
    await refused(
      place,
      { ...inputs, ...gate },
      { result: 'invalid', code: 'metric-suspect-zero', says: ['may be a NaN that was lost'] },
    );
  });
}

/** Metrics of logged models, which MLflow has since 3.0. */
export function loggedModels(at: () => Place): void {
  describe('logged models', () => {
    datasets(at);
    zeros(at);

    it('a copy of a copy still has its logged model', async () => {
      const place = at();
      const source = unique('source');
      await place.registry.createModel(source);
      await loggedVersion(place, source, both(0.85, 0.98));
      for (const [copy, from] of [
        ['between', source],
        ['last', 'between'],
      ] as const) {
        await place.registry.createModel(copy);
        await place.registry.createVersion(copy, { source: `models:/${from}/1` });
      }
      const run = await step(place, {
        ...{ 'model-name': 'last', version: '1' },
        thresholds: 'auc: { require: ">= 0.85", dataset: holdout }',
      });
      const decision = await expectEnd(run, { result: 'promoted', code: 'promoted' });
      expect(decision.candidate?.lineage?.copiedFrom).toEqual(['between/1']);
      expect(decision.gates[0]).toMatchObject({ candidate: '0.85', origin: 'logged-model' });
    });

    it('a value of a run against one of a logged model is compared, with a warning', async () => {
      const place = at();
      const model = unique('logged');
      await place.registry.createModel(model);
      const holder = await loggedVersion(place, model, [{ key: 'auc', value: 0.8 }]);
      await place.registry.transition(model, holder, 'Production');
      const version = await place.registry.trainedVersion(model, { auc: 0.9 });
      const run = await step(place, { 'model-name': model, version, thresholds: RELATIVE });
      const decision = await expectEnd(run, { result: 'promoted', code: 'promoted' });
      expect(decision.warnings.map(({ code }) => code)).toEqual(['origins-differ']);
      expect(decision.gates[0]).toMatchObject({
        candidateSource: { origin: 'run', of: null },
        baselineSource: { origin: 'logged-model', of: 1 },
      });
      expect(run.log).toContain('of the candidate is from its run, of the baseline from its logged model');
      expect(run.log).toContain('Where the values come from');
    });

    it('a version whose metrics are the run’s alone is judged by them', async () => {
      const place = at();
      const model = unique('logged');
      await place.registry.createModel(model);
      const runId = await place.registry.logRun({ metrics: { latency_ms: 80 } });
      const modelId = await place.registry.loggedModel({ runId, metrics: [{ key: 'auc', value: 0.9 }] });
      const version = await place.registry.createVersion(model, { runId, modelId });
      const run = await step(place, {
        ...{ 'model-name': model, version },
        thresholds: 'auc: ">= 0.9"\nlatency_ms: "<= 80"',
      });
      const decision = await expectEnd(run, { result: 'promoted', code: 'promoted' });
      expect(thresholdsOf(decision.gates).map(({ origin }) => origin)).toEqual(['logged-model', 'run']);
    });
  });
}
