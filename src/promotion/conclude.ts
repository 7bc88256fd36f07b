import type { PromotionMode, PromotionPart, Result } from '../domain/decision.js';
import type { GateResult, Verdict } from '../domain/gate.js';
import type { PromotionOrder } from '../domain/order.js';
import type { Outcome } from '../domain/outcome.js';
import type { Reason } from '../domain/reason.js';
import type { Standing } from '../domain/standing.js';
import { targetName, type RegisteredModel } from '../domain/version.js';
import type { Assessment, Stopped } from './assessment.js';
import type { Ending } from './ending.js';
import type { Plan } from './plan.js';
import type { Unresolved } from './standing.js';
import { isArchiving } from './target.js';
import { versionFacts } from './version-facts.js';

/** What promote and evaluate found out. */
export type PromotionResult = Result<PromotionPart>;

/** What a mode asks and what it is. */
export interface Asked {
  readonly mode: PromotionMode;
  readonly order: PromotionOrder;
}

/** Puts an assessment, the plan made from it and their ending together. Pure. */
export function conclude(
  { mode, order }: Asked,
  assessment: Assessment,
  plan: Plan | null,
  ending: Ending,
): PromotionResult {
  const { model, standing, evidence, digests } = assessment;
  const baseline = standing.baseline.kind === 'one' ? standing.baseline.version : null;
  return {
    mode,
    outcome: ending.outcome,
    model: order.model,
    target: targetName(order.target),
    candidate: versionFacts(model, standing.candidate, evidence.candidate),
    baseline: baseline === null ? null : versionFacts(model, baseline, evidence.baseline),
    previousVersion: previousVersion(order, model, standing.holders),
    gates: assessment.gates,
    policy: order.policy,
    rules: order.rules,
    reasons: [...ending.reasons, ...assessment.reasons, ...gateReasons(assessment.gates)],
    moves: ending.moves,
    warnings: [...assessment.warnings, ...ending.warnings],
    digests: plan?.digests ?? { ...digests, plan: null },
  };
}

/** The ending of an assessment that may not go on: nothing is planned. */
export function stoppedEnding({ stop }: Stopped): Ending {
  return { outcome: stop, reasons: [], moves: [], warnings: [] };
}

/** What is known when the model was read and a selector found nothing. */
export function unresolved({ mode, order }: Asked, found: Unresolved): PromotionResult {
  const { model, candidate, holders, reasons } = found;
  return {
    ...unassessed(mode, order.model, targetName(order.target), 'error', reasons),
    candidate: candidate === null ? null : versionFacts(model, candidate, null),
    policy: order.policy,
    rules: order.rules,
    previousVersion: previousVersion(order, model, holders),
    warnings: order.policyWarnings,
  };
}

/** What is known when a run ends before it could assess anything. */
export function unassessed(
  mode: PromotionMode,
  model: string,
  target: string,
  outcome: Outcome,
  reasons: readonly Reason[],
): PromotionResult {
  return {
    mode,
    outcome,
    model,
    target,
    candidate: null,
    baseline: null,
    previousVersion: null,
    gates: [],
    policy: null,
    rules: [],
    reasons,
    moves: [],
    warnings: [],
    digests: { policy: null, evidence: null, plan: null },
  };
}

function previousVersion(
  order: PromotionOrder,
  model: RegisteredModel,
  holders: Standing['holders'],
): string | null {
  // A dangling alias names a version that does not exist: nobody holds it.
  const [only, ...others] = model.versions.filter(({ version }) => holders.includes(version));
  return isArchiving(order) || only === undefined || others.length > 0 ? null : only.version;
}

/** Every required gate that did not pass is a reason, the worst first. */
function gateReasons(gates: readonly GateResult[]): readonly Reason[] {
  const refusing = (verdict: Verdict) => gates.filter((gate) => gate.required && gate.verdict === verdict);
  return [...refusing('invalid'), ...refusing('fail'), ...refusing('inconclusive')].map((gate) => ({
    code: gate.reason,
    message: `${gate.name}: ${gate.text}`,
    remedy: gate.remedy,
  }));
}
