import { describe, expect, it } from '@jest/globals';
import type { GateResult, ResultOf } from '../../src/domain/gate.js';
import type { ValueSource } from '../../src/domain/evidence.js';
import type { FilledComparison } from '../../src/domain/threshold.js';
import type { Phrase } from '../../src/report/document.js';
import { gateBlocks, inReadingOrder, marks, tally, verdictWords } from '../../src/report/story/gates.js';
import { renderSummary } from '../../src/report/summary.js';
import { viewOf } from '../../src/report/story/gate-view.js';
import { DECISIONS } from './decisions.js';
import { thresholdsOf } from '../harness/thresholds.js';

type Threshold = ResultOf<'threshold'>;
const [accuracy, logLoss, latency] = thresholdsOf(DECISIONS.promoted.gates) as readonly [
  Threshold,
  Threshold,
  Threshold,
];
const waived: FilledComparison = {
  result: 'waived',
  decides: false,
  op: '>=',
  limit: null,
  distance: null,
  text: 'waived',
};

describe('gates', () => {
  it('are read required first, the worst first', () => {
    const failed = { ...logLoss, verdict: 'fail' } as const;
    const invalid = { ...logLoss, verdict: 'invalid' } as const;
    expect(inReadingOrder([latency, accuracy, failed, invalid])).toEqual([
      invalid,
      failed,
      accuracy,
      latency,
    ]);
  });

  it.each([
    [[accuracy, logLoss, latency], '2 of 2 required gates passed · 0 of 1 advisory gate passed'],
    [[accuracy], '1 of 1 required gate passed'],
    [[accuracy, { ...logLoss, verdict: 'fail' as const }], '1 of 2 required gates passed'],
    [[], ''],
  ])('are counted (%#)', (gates, expected) => {
    expect(tally(gates)).toBe(expected);
  });

  it('say when a pass owes something to a waiver', () => {
    expect(verdictWords(accuracy)).toBe('pass');
    expect(verdictWords({ ...accuracy, comparisons: [...accuracy.comparisons, waived] })).toBe(
      'pass, in part waived',
    );
    expect(verdictWords({ ...accuracy, comparisons: [waived] })).toBe('pass, waived');
    expect(verdictWords({ ...accuracy, verdict: 'fail', comparisons: [waived] })).toBe('fail');
  });

  it('never mark an advisory gate in the red of one that counts', () => {
    expect(marks({ ...latency, required: true })).not.toEqual(marks(latency));
    expect(marks({ ...latency, verdict: 'pass' })).toEqual(marks(accuracy));
  });
});

describe('what a value was measured on', () => {
  const where = (change: Partial<Threshold>) => viewOf({ ...accuracy, ...change }).dataset;

  it('is named, or said to be unknown where values are kept by dataset', () => {
    expect(where({})).toEqual(['on ', { name: 'holdout-2026-11@a1b2c3d4' }]);
    expect(where({ dataset: null })).toEqual(['without a dataset']);
    expect(where({ dataset: null, origin: 'run' })).toBeNull();
  });
});

describe('what all gates have in common', () => {
  const table = (gates: readonly GateResult[]) => {
    const [first] = gateBlocks({ ...DECISIONS.rejected, gates });
    if (first?.kind !== 'table') throw new TypeError('no table');
    return { lead: first.lead, subjects: first.rows.map(([, subject]) => subject?.length) };
  };
  const on = ['on ', { name: 'holdout-2026-11@a1b2c3d4' }];

  it('is said once above the table and in no row', () => {
    expect(table([accuracy, { ...accuracy, metric: 'f1', name: 'f1' }])).toEqual({
      lead: ['All ', ...on, ', ', 'from the logged model', '.'],
      subjects: [1, 1],
    });
  });

  it('is only what really all have', () => {
    const other = { ...accuracy, metric: 'f1', dataset: 'other' };
    expect(table([accuracy, other])).toEqual({
      lead: ['All ', 'from the logged model', '.'],
      subjects: [2, 2],
    });
    expect(table([accuracy, { ...logLoss, dataset: null }])).toMatchObject({ lead: [] });
    expect(table([logLoss, latency])).toEqual({ lead: ['All ', 'from the run', '.'], subjects: [1, 1] });
  });

  it('is nothing where there is one gate: its row says it', () => {
    expect(table([accuracy])).toEqual({ lead: [], subjects: [3] });
  });
});

describe('what the page says beside the table', () => {
  const failed = { ...logLoss, verdict: 'fail', reason: 'threshold-not-met', remedy: 'Do better.' } as const;
  const first = { code: 'threshold-not-met', message: 'accuracy: no.', remedy: 'Next.' } as const;
  const repeated = { code: 'threshold-not-met', message: 'log_loss: no.', remedy: 'Do better.' } as const;
  const other = { code: 'run-deleted', message: 'Run r is deleted.', remedy: 'Restore it.' } as const;

  it('is no reason that a row of it has, and every other one', () => {
    const decision = { ...DECISIONS.rejected, gates: [failed], reasons: [first, repeated, other] };
    const page = renderSummary(decision);
    expect(page).not.toContain('log_loss: no.');
    expect(page).toContain('Run r is deleted. Restore it.');
    expect(page).toContain('Do better.');
  });

  it('is each remedy once, with all gates that ask for it', () => {
    const many = Array.from({ length: 12 }, (_, at) => ({ ...failed, name: `m${at}`, metric: `m${at}` }));
    const page = renderSummary({ ...DECISIONS.rejected, gates: many, reasons: [first] });
    expect(page.match(/Do better\./g)).toHaveLength(1);
    expect(page).toContain(
      '- `m0`, `m1`, `m2`, `m3`, `m4`, `m5`, `m6`, `m7`, `m8`, `m9` and 2 more: Do better.',
    );
  });

  it('is a difference that looks like no more than it is', () => {
    const missed = { ...failed, candidate: '0.9249996', baseline: '0.92' };
    const limit = { result: 'fail', limit: '0.925', distance: '-0.0000004', decides: true } as const;
    const gates = [{ ...missed, comparisons: [{ ...waived, ...limit }] }];
    expect(renderSummary({ ...DECISIONS.rejected, gates })).toContain('| 0.9249996 | 0.92 | +0.0049996 |');
  });

  it('is every digit, below', () => {
    const exact = { ...failed, candidate: '0.2391000000000001', baseline: '0.2391' };
    const page = renderSummary({
      ...DECISIONS.rejected,
      gates: [{ ...logLoss, candidate: '0.23916666666666', baseline: '0.2' }, exact],
    });
    expect(page).toMatch(/\| 0\.2392 \| 0\.2 \| \+0\.0392 \|/);
    expect(page).toContain('| 0.2391000000000001 | 0.2391 | +0.0000000000000001 |');
    expect(page).toContain('Candidate: 0.23916666666666 from');
  });
});

describe('where a value came from', () => {
  const at = { runId: 'abc', step: 3, timestamp: Date.UTC(2026, 10, 21, 0, 44) };
  const words = (candidateSource: ValueSource, candidate: string | null = '0.9') =>
    viewOf({ ...accuracy, candidate, candidateSource, baselineSource: null }).sources;
  const run = { name: 'abc' };

  it.each<[string, ValueSource, Phrase]>([
    [
      'of a logged model',
      { ...at, origin: 'logged-model', of: 5 },
      [
        '0.9 from the ',
        'logged model, logged by run ',
        run,
        ', step 3, 2026-11-21 00:44 UTC, the last of 5 values',
      ],
    ],
    [
      'that was logged once',
      { ...at, origin: 'logged-model', of: 1 },
      [
        '0.9 from the ',
        'logged model, logged by run ',
        run,
        ', step 3, 2026-11-21 00:44 UTC, the only value',
      ],
    ],
    [
      'of a run, which keeps only the last',
      { ...at, origin: 'run', of: null },
      ['0.9 from the ', 'run ', run, ', step 3, 2026-11-21 00:44 UTC'],
    ],
    [
      'without a run and a date',
      { ...at, origin: 'logged-model', runId: null, timestamp: null, of: null },
      ['0.9 from the ', 'logged model', ', step 3'],
    ],
  ])('is said in words, %s', (_, source, phrase) => {
    expect(words(source)).toEqual([{ label: 'Candidate', values: [phrase] }]);
  });

  it('is said of a value that is not believed, without the value', () => {
    const [fact] = words({ ...at, origin: 'run', of: null }, null);
    expect(fact?.values[0]?.[0]).toBe('from the ');
  });

  it('is said of the baseline as well, and of nothing that was not looked at', () => {
    expect(viewOf(accuracy).sources.map(({ label }) => label)).toEqual(['Candidate', 'Baseline']);
    expect(viewOf(latency).sources.map(({ label }) => label)).toEqual(['Candidate']);
    expect(viewOf({ ...latency, candidateSource: null }).sources).toEqual([]);
  });
});

describe('the comparison that decides', () => {
  it('is the one that the judge marked', () => {
    expect(viewOf(accuracy).room).toEqual({ distance: '0.009', limit: '0.925' });
    const [first, second] = accuracy.comparisons;
    const other = [first, second].flatMap((one) =>
      one === undefined ? [] : { ...one, decides: !one.decides },
    );
    expect(viewOf({ ...accuracy, comparisons: other }).room).toEqual({ distance: '0.014', limit: '0.92' });
  });

  it('is none when nothing could be compared', () => {
    expect(viewOf({ ...accuracy, limit: null, comparisons: [waived] }).room).toBeNull();
    expect(viewOf({ ...accuracy, comparisons: [] }).room).toBeNull();
  });
});
