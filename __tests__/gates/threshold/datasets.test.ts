import { describe, expect, it } from '@jest/globals';
import type { Dataset, Measurement } from '../../../src/domain/evidence.js';
import { readThresholds } from '../../../src/policy/read.js';
import { dataset, judged, measured, only } from '../kit.js';

const HOLDOUT = dataset('holdout', 'd1');
const TRAIN = dataset('train', 'd2');

const on = (where: Dataset | null, value = 1) => measured('m', value, { dataset: where });

describe('Case "dataset": which of a candidate\'s values a gate means', () => {
  it('more than one (name, digest) and no dataset named: invalid, listing them', () => {
    const judgement = judged('m: ">= 0.5"', [on(HOLDOUT), on(TRAIN)], null);
    expect(judgement.verdict).toBe('invalid');
    const gate = only(judgement);
    expect(gate).toMatchObject({ reason: 'dataset-ambiguous', dataset: null, candidate: null });
    expect(gate.text).toContain('"holdout@d1", "train@d2"');
  });

  it('counting "none" as one', () => {
    const gate = only(judged('m: ">= 0.5"', [on(null), on(HOLDOUT)], null));
    expect(gate.reason).toBe('dataset-ambiguous');
    expect(gate.text).toContain('no dataset, "holdout@d1"');
  });

  it('the same value on two contents of one name is two', () => {
    const rows = [on(HOLDOUT), on(dataset('holdout', 'd9'))];
    expect(only(judged('m: { require: ">= 0.5", dataset: holdout }', rows, null)).reason).toBe(
      'dataset-ambiguous',
    );
    const pinned = 'm: { require: ">= 0.5", dataset: { name: holdout, digest: d9 } }';
    expect(only(judged(pinned, rows, null))).toMatchObject({ verdict: 'pass', dataset: 'holdout@d9' });
  });

  it.each([
    [[on(HOLDOUT), on(TRAIN)]],
    [[on(HOLDOUT), on(dataset('holdout', 'd9'))]],
    [[on(dataset('a "b": {x}', "'")), on(null)]],
  ])('the YAML it shows can be pasted, and settles it', (rows) => {
    const { remedy } = only(judged('m: ">= 0.5 and <= 2"', rows, null));
    const yaml = /for example (.*)\.$/.exec(remedy)?.[1] ?? '';
    expect(readThresholds(yaml).ok).toBe(true);
    expect(judged(yaml, rows, null).verdict).toBe('pass');
  });

  it('a dataset the metric was not logged for is a missing metric, with those that there are', () => {
    const gate = only(judged('m: { require: ">= 0.5", dataset: test }', [on(HOLDOUT), on(null)], null));
    expect(gate).toMatchObject({ verdict: 'invalid', reason: 'metric-missing', dataset: 'test' });
    expect(gate.text).toBe('The candidate has "m" for "holdout@d1", no dataset, not for "test".');
    const wide = only(judged('m: { require: ">= 0.5", dataset: ｈoldout }', [on(HOLDOUT)], null));
    expect(wide.text).toContain('it has U+0068 where this name has U+FF48.');
  });

  describe('`dataset: null`', () => {
    const NULL = 'm: { require: ">= 0.5 and >= production", dataset: null }';

    it('names the value that was logged without one, of candidate and of baseline', () => {
      const ours = [on(HOLDOUT, 0.9), on(null, 0.6), on(TRAIN, 0.99)];
      const theirs = [on(HOLDOUT, 0.95), on(null, 0.55)];
      const judgement = judged(NULL, ours, theirs);
      expect(only(judgement)).toMatchObject({
        ...{ verdict: 'pass', name: 'm without a dataset', dataset: null },
        ...{ candidate: '0.6', baseline: '0.55' },
      });
      expect(judgement.warnings).toEqual([]);
    });

    it('is a missing metric where every value has one', () => {
      const gate = only(judged(NULL, [on(HOLDOUT), on(TRAIN)], null));
      expect(gate).toMatchObject({ verdict: 'invalid', reason: 'metric-missing', dataset: null });
      expect(gate.text).toBe('The candidate has "m" for "holdout@d1", "train@d2", not without a dataset.');
    });

    it('is not what a gate without `dataset` means', () => {
      const rows = [on(HOLDOUT, 0.9), on(null, 0.6)];
      expect(only(judged('m: ">= 0.5"', rows, null)).reason).toBe('dataset-ambiguous');
      expect(only(judged('m: ">= 0.5"', [on(null)], null))).toMatchObject({ verdict: 'pass', name: 'm' });
    });

    it('against a baseline that has only values with one is compared as any other', () => {
      const one = judged(NULL, [on(null)], [on(HOLDOUT)]);
      expect(one).toMatchObject({ verdict: 'pass', warnings: [{ code: 'dataset-known-on-one-side' }] });
      expect(only(judged(NULL, [on(null)], [on(HOLDOUT), on(TRAIN)])).reason).toBe('dataset-ambiguous');
    });

    it.each<[string, readonly Measurement[], readonly Measurement[]]>([
      ['the first that the candidate has', [on(null), on(HOLDOUT)], [on(null)]],
      ['what the baseline has as well', [on(null)], [on(HOLDOUT), on(null)]],
      [
        'the only one that a name tells apart',
        [on(dataset('holdout')), on(null), on(dataset('holdout', 'd1'))],
        [on(null)],
      ],
    ])('is proposed where it is %s', (_, ours, theirs) => {
      const gate = only(judged('m: ">= production"', ours, theirs));
      expect(gate).toMatchObject({
        reason: 'dataset-ambiguous',
        remedy:
          'Name the dataset the gate means, or null for the value that was logged without one, for example "m": { require: ">= production", dataset: null }.',
      });
      const [yaml = ''] = /"m": .*\}/.exec(gate.remedy) ?? [];
      expect(judged(yaml, ours, theirs).verdict).toBe('pass');
    });
  });

  it('a name that two contents share is no way to tell them apart where one has no digest', () => {
    const rows = [on(dataset('holdout')), on(HOLDOUT)];
    const { remedy } = only(judged('m: ">= 0.5"', rows, null));
    expect(remedy).toContain('dataset: { name: "holdout", digest: "d1" } }.');
    const unnamed = [on(dataset('holdout')), on(dataset('holdout'))];
    expect(only(judged('m: ">= 0.5"', unnamed, null)).remedy).toMatch(/^Log the metric for one dataset only/);
  });

  it('one metric on two datasets: the value is a list of long forms', () => {
    const thresholds =
      'm:\n  - { require: ">= 0.9", dataset: holdout }\n  - { require: ">= 0.99", dataset: train }';
    const judgement = judged(thresholds, [on(HOLDOUT, 0.95), on(TRAIN, 0.95)], null);
    expect(judgement.gates.map((gate) => [gate.dataset, gate.verdict])).toEqual([
      ['holdout@d1', 'pass'],
      ['train@d2', 'fail'],
    ]);
  });

  it.each([
    ['suspect-zero', 'metric-suspect-zero', 'baseline-metric-suspect-zero'],
    ['shared-run', 'metric-of-shared-run', 'baseline-metric-of-shared-run'],
    ['run-unusable', 'metric-run-unusable', 'baseline-metric-run-unusable'],
  ] as const)('a value in doubt is invalid, on either side: %s', (kind, ofCandidate, ofBaseline) => {
    const doubt = { kind, what: 'is nobody\u2019s', remedy: 'Evaluate again.' };
    const doubtful = [measured('m', 1, { doubt })];
    const candidate = only(judged('m: ">= 0"', doubtful, null));
    expect(candidate).toMatchObject({
      ...{ verdict: 'invalid', reason: ofCandidate, remedy: 'Evaluate again.' },
      text: 'The candidate\'s "m" is nobody\u2019s.',
    });
    const baseline = only(judged('m: ">= production"', { m: 1 }, doubtful));
    expect(baseline).toMatchObject({ verdict: 'invalid', reason: ofBaseline });
  });

  it.each([
    ['logged-model', 'run', ['origins-differ']],
    ['run', 'logged-model', ['origins-differ']],
    ['run', 'run', []],
    ['logged-model', 'logged-model', []],
  ] as const)('%s against %s warns: %j', (ours, theirs, codes) => {
    const on = (origin: 'logged-model' | 'run') => [measured('m', 1, { origin })];
    const { warnings, verdict } = judged('m: ">= production"', on(ours), on(theirs));
    expect([verdict, warnings.map(({ code }) => code)]).toEqual(['pass', codes]);
  });

  it('a doubt about a metric stops no gate of another', () => {
    const doubt = { kind: 'run-unusable', what: 'is nobody\u2019s', remedy: null } as const;
    const { gates } = judged('m: ">= 0"\nn: ">= 0"', [measured('m', 1, { doubt }), measured('n', 1)], null);
    expect(gates.map(({ verdict }) => verdict)).toEqual(['invalid', 'pass']);
  });

  it('the report names where a value came from', () => {
    expect(only(judged('m: ">= 0"', [measured('m', 1, { origin: 'logged-model' })], null)).origin).toBe(
      'logged-model',
    );
  });
});

describe('where a value came from', () => {
  const source = { origin: 'logged-model', runId: 'e1', step: 3, timestamp: 5_000, of: 5 } as const;
  const other = { origin: 'logged-model', runId: null, step: -1, timestamp: 0, of: 1 } as const;
  const ours = measured('m', 1, source);
  const theirs = measured('m', 1, other);

  it('is said of both values that were compared', () => {
    expect(only(judged('m: ">= production"', [ours], [theirs]))).toMatchObject({
      ...{ verdict: 'pass', origin: 'logged-model' },
      ...{ candidateSource: source, baselineSource: other },
    });
  });

  it('is said of a value that is not believed as well', () => {
    const doubt = { kind: 'run-unusable', what: 'is nobody\u2019s', remedy: null } as const;
    expect(only(judged('m: ">= production"', [{ ...ours, doubt }], [theirs]))).toMatchObject({
      ...{ verdict: 'invalid', candidate: null, candidateSource: source, baselineSource: null },
    });
    expect(only(judged('m: ">= production"', [ours], [{ ...theirs, value: NaN }]))).toMatchObject({
      ...{ verdict: 'invalid', baseline: null, candidateSource: source, baselineSource: other },
    });
  });

  it('is not said of a baseline that nothing looks at, nor of a value that is not there', () => {
    expect(only(judged('m: ">= 0"', [ours], [theirs])).baselineSource).toBeNull();
    expect(only(judged('n: ">= production"', [ours], [theirs]))).toMatchObject({
      ...{ candidateSource: null, baselineSource: null, origin: null },
    });
  });

  it.each([8.64e15 + 1, -8.64e15 - 1, 1.7e18, NaN])('has no time where that is no date: %d', (timestamp) => {
    const gate = only(judged('m: ">= 0"', [{ ...ours, timestamp }], null));
    expect(gate.candidateSource).toEqual({ ...source, timestamp: null });
  });

  it.each([8.64e15, -8.64e15, 0])('has a time where that is a date: %d', (timestamp) => {
    const gate = only(judged('m: ">= 0"', [{ ...ours, timestamp }], null));
    expect(gate.candidateSource?.timestamp).toBe(timestamp);
  });
});

describe('Case "dataset": what it is compared with', () => {
  const compare = (
    ours: Dataset | null,
    theirs: readonly (Dataset | null)[],
    condition = 'm: ">= production"',
  ) =>
    judged(
      condition,
      [on(ours)],
      theirs.map((where, index) => on(where, index === 0 ? 0.5 : 2)),
    );

  it.each<[string, Dataset | null, (Dataset | null)[]]>([
    ['the same digest', HOLDOUT, [HOLDOUT]],
    ['the same digest before all others', HOLDOUT, [HOLDOUT, TRAIN, null]],
    ['the same digest under another name', HOLDOUT, [dataset('renamed', 'd1'), TRAIN]],
    ['the same digest, and of those the same name', HOLDOUT, [HOLDOUT, dataset('renamed', 'd1')]],
    ['both without a dataset', null, [null]],
    ['both by name only', dataset('holdout'), [dataset('holdout'), dataset('train')]],
  ])('%s: compared, without a warning', (_, ours, theirs) => {
    expect(compare(ours, theirs)).toMatchObject({ verdict: 'pass', warnings: [] });
  });

  it.each<[string, Dataset | null, (Dataset | null)[]]>([
    ["the candidate's only", HOLDOUT, [null]],
    ["the baseline's only", null, [HOLDOUT]],
    ["the candidate's digest only", HOLDOUT, [dataset('holdout')]],
    ["the candidate's digest only, beside another dataset", HOLDOUT, [null, TRAIN]],
  ])('known on one side only (%s): compared, with a warning', (_, ours, theirs) => {
    const judgement = compare(ours, theirs);
    expect(judgement).toMatchObject({ verdict: 'pass', warnings: [{ code: 'dataset-known-on-one-side' }] });
  });

  it.each<[string, Dataset, (Dataset | null)[]]>([
    ['other content', HOLDOUT, [TRAIN]],
    ['other content under the same name', HOLDOUT, [dataset('holdout', 'd9')]],
    ['other contents', HOLDOUT, [TRAIN, dataset('holdout', 'd9')]],
    ['another name, contents unknown', dataset('holdout'), [dataset('train')]],
  ])('a known difference (%s) is invalid', (_, ours, theirs) => {
    const judgement = compare(ours, theirs);
    expect(judgement.verdict).toBe('invalid');
    expect(only(judgement)).toMatchObject({ reason: 'dataset-mismatch', candidate: '1', baseline: null });
    expect(compare(ours, theirs, 'm: ">= 0.5"').verdict).toBe('pass');
  });

  it('several values of the baseline that may be meant are ambiguous', () => {
    expect(only(compare(null, [HOLDOUT, TRAIN])).reason).toBe('dataset-ambiguous');
    expect(only(compare(null, [HOLDOUT, TRAIN])).remedy).toMatch(
      /^Log the candidate's metric with the dataset/,
    );
    expect(only(compare(null, [null, HOLDOUT])).reason).toBe('dataset-ambiguous');
    const renamed = [dataset('a', 'd1'), dataset('b', 'd1')];
    expect(only(compare(HOLDOUT, renamed)).reason).toBe('dataset-ambiguous');
  });
});
