import { describe, expect, it } from '@jest/globals';
import type { Decision, ListDecision, Move, PromotionDecision } from '../../src/domain/decision.js';
import { documentOf, headlineOf } from '../../src/report/story.js';
import { nextStep, titleOf } from '../../src/report/story/headline.js';
import { phraseText } from '../../src/report/text.js';
import { DECISIONS } from './decisions.js';

const { promoted, passed, rejected, error, superseded } = DECISIONS;
const MISTAKE = 'Input `thresholds`: Line 1, column 15: "abc" is not a number or "production".';
const [transition] = promoted.moves;
const twoMissed = rejected.gates
  .filter(({ required }) => required)
  .map((gate) => ({ ...gate, verdict: 'fail' as const }));
/** As models of the field have them. */
const [missed] = rejected.gates;
const LONG = '0.9212837465918273 < 0.9262837465918273 = production 0.9212837465918273 + 0.005';
const sixteenDigits: Decision = {
  ...rejected,
  gates: missed === undefined ? [] : [{ ...missed, name: 'f1 on v1.23456789', text: LONG }],
  reasons: [{ code: 'threshold-not-met', message: `f1 on v1.23456789: ${LONG}`, remedy: '' }],
};
/** A list that could not be had. */
const unlisted: ListDecision = {
  ...DECISIONS.listed,
  outcome: 'error',
  versions: null,
  reasons: error.reasons,
};

function withMoves(decision: PromotionDecision, done: Move['done']): PromotionDecision {
  return { ...decision, moves: transition === undefined ? [] : [{ ...transition, done }] };
}

describe('the headline', () => {
  it.each<readonly [string, Decision, string]>([
    [
      'of an evaluation says would',
      { ...passed, target: 'Production', gates: promoted.gates },
      'Version 7 of churn would be promoted to Production: all 2 required gates passed.',
    ],
    [
      'counts waivers',
      passed,
      'Version 7 of churn would be promoted to @champion: all 2 required gates passed, 1 comparison with the baseline waived.',
    ],
    [
      'says beside when earlier holders stay',
      { ...withMoves(promoted, true), gates: [] },
      'Version 7 of churn now holds Production beside version 5.',
    ],
    [
      'of a rejected evaluation says would not',
      { ...rejected, mode: 'evaluate', reasons: [] },
      'Version 7 of churn would not be promoted to Production.',
    ],
    [
      'of one gate alone does not count it',
      { ...passed, gates: passed.gates.slice(0, 1) },
      'Version 7 of churn would be promoted to @champion: the required gate passed, 1 comparison with the baseline waived.',
    ],
    [
      'rounds what was compared, and nothing in the name of the gate',
      sixteenDigits,
      'Version 7 of churn was not promoted to Production: f1 on v1.23456789: 0.9213 < 0.9263 = production 0.9213 + 0.005.',
    ],
    [
      'counts several missed gates',
      { ...rejected, model: '', gates: twoMissed },
      'Version 7 was not promoted to Production, 2 of 2 required gates did not pass: accuracy on holdout-2026-11@a1b2c3d4: 0.921 ≥ 0.92 and 0.921 < 0.925 = production 0.92 + 0.005.',
    ],
    [
      'of an error without a candidate',
      { ...error, mode: 'evaluate' },
      `No version of churn could be evaluated for Production: ${MISTAKE}`,
    ],
    [
      'of an error in list mode',
      { ...unlisted, model: 'a b' },
      `No version of "a b" could be listed: ${MISTAKE}`,
    ],
    [
      'of an error after a move never says that nothing was promoted',
      { ...withMoves(error, 'unknown'), candidate: promoted.candidate },
      `Version 7 of churn: the run broke off while promoting it to Production: ${MISTAKE}`,
    ],
  ])('%s', (_, decision, expected) => {
    expect(phraseText(headlineOf(decision))).toBe(expected);
  });
});

describe('the aftermath', () => {
  it.each<readonly [string, Decision, string | null]>([
    ['nothing to add', promoted, null],
    ['nothing moved', rejected, 'Nothing was moved in the registry.'],
    ['evaluate', passed, 'Evaluate mode: nothing was written to the registry.'],
    ['list', unlisted, null],
    [
      'moved',
      withMoves(superseded, true),
      'Something was moved before this: the moves below say exactly what.',
    ],
    [
      'not known',
      withMoves(error, 'unknown'),
      'Whether a move took effect is not known: look at the registry before anything else.',
    ],
    ['planned and not done', withMoves(superseded, false), 'Nothing was moved in the registry.'],
  ])('%s', (_, decision, expected) => {
    const block = documentOf(decision).reasoning.find(({ name }) => name === 'aftermath');
    expect(block?.kind === 'paragraph' ? block.text : null).toEqual(expected === null ? null : [expected]);
  });
});

it('the next step is the remedy of the first reason, else that of the outcome', () => {
  expect(nextStep(rejected)).toBe(rejected.reasons[0]?.remedy);
  const unsaid = { ...passed, reasons: [] };
  expect(nextStep(unsaid)).toBe('Run again with `mode: promote` to make the move.');
  expect(nextStep({ ...rejected, reasons: [] })).not.toBe('');
});

it('the title is outcome, model, version and target', () => {
  expect(phraseText(titleOf(rejected))).toBe('Model promotion: rejected · churn version 7 → Production');
  expect(phraseText(titleOf({ ...error, model: '', target: '' }))).toBe('Model promotion: error');
});
