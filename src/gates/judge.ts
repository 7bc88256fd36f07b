import { VERDICTS, type GateResult, type Verdict } from '../domain/decision.js';
import type { Warning } from '../domain/gate.js';
import type { Reason } from '../domain/reason.js';
import { judgeGate, usesBaseline, type JudgeInput } from './threshold/judge.js';

export type { JudgeInput } from './threshold/judge.js';

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

function blockedFirst({ baseline, firstPromotion }: JudgeInput): boolean {
  return baseline === null && firstPromotion === 'block';
}

/** Why nothing can pass, whatever the gates say. */
function decisionReasons(input: JudgeInput): Reason[] {
  const reasons: Reason[] = [];
  const required = input.gates.filter((gate) => gate.required);
  if (blockedFirst(input)) {
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
      remedy: 'Add at least one threshold that is not advisory.',
    });
  } else if (
    input.baseline === null &&
    input.firstPromotion === 'require-absolute' &&
    !required.some(({ comparisons }) => comparisons.some(({ operand }) => operand.kind === 'number'))
  ) {
    reasons.push({
      code: 'no-absolute-condition',
      message: 'Nobody holds the baseline yet, and no required gate compares with a fixed number.',
      remedy: 'Add a fixed number to a required gate, such as ">= 0.9 and >= production".',
    });
  }
  return reasons;
}

function decide(input: JudgeInput, gates: readonly GateResult[], reasons: readonly Reason[]): Verdict {
  if (blockedFirst(input)) {
    return 'fail';
  }
  if (reasons.length > 0) {
    return 'invalid';
  }
  const verdicts = gates.filter(({ required }) => required).map(({ verdict }) => VERDICTS.indexOf(verdict));
  return VERDICTS[Math.max(...verdicts)] ?? 'invalid';
}

function baselineWarnings(input: JudgeInput, gates: readonly GateResult[]): Warning[] {
  const warnings: Warning[] = [];
  const { baseline, firstPromotion, candidateIsBaseline } = input;
  const status = baseline?.lineage.runStatus ?? null;
  if (status !== null && status !== 'FINISHED' && !candidateIsBaseline && input.gates.some(usesBaseline)) {
    const message = `The baseline's run is ${status}, not FINISHED; its metrics may still change.`;
    warnings.push({ code: 'baseline-run-not-finished', message });
  }
  const waived = gates.filter(({ comparisons }) => comparisons.some(({ result }) => result === 'waived'));
  if (baseline === null && firstPromotion === 'rubber-stamp' && waived.length > 0) {
    const metrics = [...new Set(waived.map(({ metric }) => JSON.stringify(metric)))].join(', ');
    const message = `Nobody holds the baseline yet: first-promotion: rubber-stamp waived the comparisons with it of ${metrics}.`;
    warnings.push({ code: 'first-promotion-rubber-stamp', message });
  }
  return warnings;
}

/**
 * Judges every gate on the evidence. A version passes only when each required gate has proved it on complete,
 * finite evidence; whatever is missing, ambiguous or not finite is `invalid`. Numbers are compared as exact
 * decimals. Pure: the same input gives the same judgement, and nothing is read or written.
 */
export function judge(input: JudgeInput): Judgement {
  const judged = input.gates.map((gate) => judgeGate(gate, input));
  const gates = judged.map(({ result }) => result);
  const reasons = decisionReasons(input);
  const warnings = [...judged.flatMap((gate) => gate.warnings), ...baselineWarnings(input, gates)];
  return { verdict: decide(input, gates, reasons), gates, reasons, warnings };
}
