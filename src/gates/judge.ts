import { VERDICTS, type Gate, type GateResult, type Verdict } from '../domain/gate.js';
import type { Reason } from '../domain/reason.js';
import type { Warning } from '../domain/warning.js';
import { quote } from '../text/quote.js';
import type { Grounds } from './kind.js';
import { asksAbsolutely, isWaived, judgeGate, needsOf } from './kinds.js';

/** All that gates are judged by. */
export interface JudgeInput extends Grounds {
  readonly gates: readonly Gate[];
}

/** What the gates say together. */
export interface Judgement {
  /** The worst verdict of the required gates; never `pass` without one. */
  readonly verdict: Verdict;
  /** In the order of the policy. */
  readonly gates: readonly GateResult[];
  /** Reasons that concern the whole decision; those of gates are in the gates. */
  readonly reasons: readonly Reason[];
  readonly warnings: readonly Warning[];
}

/**
 * Judges every gate on the evidence. A version passes only when each required gate has proved it on complete,
 * finite evidence; whatever is missing, ambiguous or not finite is `invalid`. Pure: the same input gives the same
 * judgement, and nothing is read or written.
 */
export function judge(input: JudgeInput): Judgement {
  const judged = input.gates.map((gate) => judgeGate(gate, input));
  const gates = judged.map(({ result }) => result);
  const reasons = decisionReasons(input);
  const warnings = [
    ...judged.flatMap((gate) => gate.warnings),
    ...statusWarnings(input),
    ...waiverWarnings(input, gates),
  ];
  return { verdict: worst(input, gates, reasons), gates, reasons, warnings };
}

/** Why nothing can pass, whatever the gates say. */
function decisionReasons(input: JudgeInput): Reason[] {
  const required = input.gates.filter((gate) => gate.required);
  const reasons: Reason[] = [];
  if (isBlocked(input)) {
    reasons.push({
      code: 'first-promotion-blocked',
      message: 'Nobody holds the baseline yet, and first promotions are blocked.',
      remedy: 'Promote the first version by hand, or set first-promotion to require-absolute.',
    });
  }
  reasons.push(...input.candidate.problems);
  if (required.length === 0) {
    reasons.push({
      code: 'no-required-gate',
      message: 'No required gate is configured, so nothing can prove that this version may move.',
      remedy: 'Add at least one gate that is not advisory.',
    });
  } else if (mustStandAlone(input) && !required.some(asksAbsolutely)) {
    reasons.push({
      code: 'no-absolute-condition',
      message: 'Nobody holds the baseline yet, and no required gate compares with a fixed number.',
      remedy: 'Add a fixed number to a required gate, such as ">= 0.9 and >= production".',
    });
  }
  return reasons;
}

function isBlocked({ baseline, firstPromotion }: Grounds): boolean {
  return baseline === null && firstPromotion === 'block';
}

function mustStandAlone({ baseline, firstPromotion }: Grounds): boolean {
  return baseline === null && firstPromotion === 'require-absolute';
}

function worst(input: JudgeInput, gates: readonly GateResult[], reasons: readonly Reason[]): Verdict {
  if (isBlocked(input)) return 'fail';
  if (reasons.length > 0) return 'invalid';
  const verdicts = gates.filter(({ required }) => required).map(({ verdict }) => VERDICTS.indexOf(verdict));
  return VERDICTS[Math.max(...verdicts)] ?? 'invalid';
}

function statusWarnings({ gates, baseline, candidateIsBaseline }: JudgeInput): Warning[] {
  const status = baseline?.lineage.runStatus ?? null;
  const usable = status === null || status === 'FINISHED';
  if (usable || candidateIsBaseline || !needsOf(gates).baseline) return [];
  const message = `The baseline's run is ${status}, not FINISHED; its metrics may still change.`;
  return [{ code: 'baseline-run-not-finished', message }];
}

function waiverWarnings(input: JudgeInput, results: readonly GateResult[]): Warning[] {
  const { gates, baseline, firstPromotion } = input;
  const waived = gates.filter((_, index) => results.slice(index, index + 1).some(isWaived));
  if (waived.length === 0) return [];
  const names = [...new Set(waived.map(({ name }) => quote(name)))].join(', ');
  if (baseline !== null) {
    const message = `The baseline is 0: the step in per cent of ${names} was waived, and the absolute step decided.`;
    return [{ code: 'comparison-waived', message }];
  }
  if (firstPromotion !== 'rubber-stamp') {
    const message = `Nobody holds the baseline yet: the comparisons with it of ${names} were waived, and fixed numbers decided.`;
    return [{ code: 'comparison-waived', message }];
  }
  const message = `Nobody holds the baseline yet: first-promotion: rubber-stamp waived the comparisons with it of ${names}.`;
  return [{ code: 'first-promotion-rubber-stamp', message }];
}
