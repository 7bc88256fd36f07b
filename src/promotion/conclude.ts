import type { Decision, GateResult, Move, Outcome, VersionFacts } from '../domain/decision.js';
import type { VersionEvidence } from '../domain/evidence.js';
import type { Warning } from '../domain/gate.js';
import type { Reason } from '../domain/reason.js';
import type { PromotionOrder } from '../domain/order.js';
import type { Standing } from '../domain/standing.js';
import type { ModelVersion, RegisteredModel } from '../domain/version.js';
import { aliasesOf } from './select.js';
import type { Unresolved } from './standing.js';
import type { Assessment } from './assessment.js';
import type { Plan } from './plan.js';
import { isArchiving, targetName } from './rules.js';

/** What a mode found out; the run adds who, where and when. */
export type Result = Omit<Decision, 'schemaVersion' | 'mode' | 'startedAt' | 'finishedAt' | 'run'>;

/** What was done with a plan, or would be. */
export interface Ending {
  readonly outcome: Outcome;
  /** In front of what the assessment says. */
  readonly reasons: readonly Reason[];
  readonly moves: readonly Move[];
  readonly warnings: readonly Warning[];
}

/** Puts an assessment, its plan and its ending together. Pure. */
export function conclude(assessment: Assessment, plan: Plan, ending: Ending): Result {
  const { standing, evidence } = assessment;
  const { order } = plan;
  const baseline = standing.baseline.kind === 'one' ? standing.baseline.version : null;
  return {
    outcome: ending.outcome,
    model: order.model,
    target: targetName(order.target),
    candidate: versionFacts(standing.model, standing.candidate, evidence.candidate),
    baseline: baseline === null ? null : versionFacts(standing.model, baseline, evidence.baseline),
    previousVersion: previousVersion(order, standing),
    gates: assessment.gates,
    reasons: [...ending.reasons, ...assessment.reasons, ...gateReasons(assessment.gates)],
    moves: ending.moves,
    warnings: [...assessment.warnings, ...ending.warnings],
    digests: plan.digests,
    versions: null,
  };
}

/** The ending of a ruling that leads to no write. */
export function ruled(assessment: Assessment): Ending {
  const outcome: Outcome = assessment.ruling === 'go' ? 'passed' : assessment.ruling;
  return { outcome, reasons: [], moves: [], warnings: [] };
}

/** One version as a report shows it. */
export function versionFacts(
  model: RegisteredModel,
  version: ModelVersion,
  evidence: VersionEvidence | null,
): VersionFacts {
  return {
    version: version.version,
    stage: version.stage,
    aliases: aliasesOf(model, version.version),
    status: version.status,
    createdAt: version.createdAt,
    runId: evidence?.lineage.runId ?? version.runId,
    description: version.description,
    tags: Object.fromEntries(version.tags),
    lineage: evidence?.lineage ?? null,
  };
}

function previousVersion(
  order: PromotionOrder,
  { model, holders }: Pick<Standing, 'model' | 'holders'>,
): string | null {
  // A dangling alias names a version that does not exist: nobody holds it.
  const [only, ...others] = model.versions.filter(({ version }) => holders.includes(version));
  return isArchiving(order) || only === undefined || others.length > 0 ? null : only.version;
}

/** What is known when the model was read and a selector found nothing. */
export function unresolved(order: PromotionOrder, found: Unresolved): Result {
  const { model, candidate, reasons } = found;
  return {
    ...unassessed(order.model, targetName(order.target), 'error', reasons),
    candidate: candidate === null ? null : versionFacts(model, candidate, null),
    previousVersion: previousVersion(order, found),
    warnings: order.policyWarnings,
  };
}

/** Every required gate that did not pass is a reason, the worst first. */
function gateReasons(gates: readonly GateResult[]): readonly Reason[] {
  const refusing = (verdict: GateResult['verdict']) =>
    gates.filter((gate) => gate.required && gate.verdict === verdict);
  return [...refusing('invalid'), ...refusing('fail'), ...refusing('inconclusive')].map((gate) => ({
    code: gate.reason,
    message: `${gate.metric}${gate.dataset === null ? '' : ` on ${gate.dataset}`}: ${gate.text}`,
    remedy: gate.remedy,
  }));
}

/** What is known when a run ends before it could assess anything. */
export function unassessed(
  model: string,
  target: string,
  outcome: Outcome,
  reasons: readonly Reason[],
): Result {
  return {
    outcome,
    model,
    target,
    candidate: null,
    baseline: null,
    previousVersion: null,
    gates: [],
    reasons,
    moves: [],
    warnings: [],
    digests: { policy: null, evidence: null, plan: null },
    versions: null,
  };
}
