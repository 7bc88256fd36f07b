import type { Verdict } from '../domain/decision.js';
import { PromotionError } from '../domain/error.js';
import type { PromotionOrder } from '../domain/order.js';
import type { Evidence, Standing } from '../domain/standing.js';
import { gather, type GatheredEvidence } from '../evidence/collect.js';
import { readStanding, type Unresolved } from './standing.js';
import { judge } from '../gates/judge.js';
import type { RegistryReader } from '../registry/port.js';
import type { Assessment, Ruling } from './assessment.js';
import { isArchiving, settle } from './rules.js';

/** Where no gate looks, nothing is read. */
export const NO_EVIDENCE: Evidence = { candidate: null, baseline: null };

const RULING: Readonly<Record<Verdict, Ruling>> = {
  pass: 'go',
  warn: 'go',
  inconclusive: 'inconclusive',
  fail: 'rejected',
  invalid: 'invalid',
};

/** Whether any gate compares with the baseline. */
export function usesBaseline(order: PromotionOrder): boolean {
  return order.gates.some((gate) => gate.comparisons.some(({ operand }) => operand.kind === 'baseline'));
}

/** Reads who is who and what was measured, and rules. It is handed a reader, so it cannot write. */
export async function assess(
  reader: RegistryReader,
  order: PromotionOrder,
): Promise<Assessment | Unresolved> {
  const standing = await readStanding(reader, order);
  if (!('baseline' in standing)) return standing;
  const settled = settle(order, standing);
  if (settled !== null) {
    const warnings = [...order.policyWarnings, ...standingWarnings(order, standing)];
    return { standing, evidence: NO_EVIDENCE, gates: [], warnings, ...settled };
  }
  try {
    return rule(order, standing, await gather(reader, standing, usesBaseline(order)));
  } catch (error) {
    if (!(error instanceof PromotionError)) throw error;
    const { reasons } = error;
    return { standing, evidence: NO_EVIDENCE, ruling: 'error', gates: [], reasons, warnings: [] };
  }
}

function rule(order: PromotionOrder, standing: Standing, evidence: GatheredEvidence): Assessment {
  const { candidate, baseline } = evidence;
  const judged = judge({
    gates: order.gates,
    firstPromotion: standing.baseline.kind === 'nobody' ? order.firstPromotion : null,
    candidate,
    baseline,
    candidateIsBaseline:
      standing.baseline.kind === 'one' && standing.baseline.version.version === standing.candidate.version,
  });
  return {
    standing,
    evidence,
    ruling: RULING[judged.verdict],
    gates: judged.gates,
    reasons: judged.reasons,
    warnings: [...order.policyWarnings, ...standingWarnings(order, standing), ...judged.warnings],
  };
}

function standingWarnings(order: PromotionOrder, standing: Standing) {
  const warnings = [];
  const { candidate, holders } = standing;
  const exists = (holder: string) => standing.model.versions.some(({ version }) => version === holder);
  const newer = holders.find((holder) => Number(holder) > Number(candidate.version) && exists(holder));
  const archiving = isArchiving(order);
  if (newer !== undefined && !archiving) {
    const message = `Version ${candidate.version} is older than version ${newer}, which holds the target now.`;
    warnings.push({ code: 'older-than-holder', message });
  }
  if (archiving && order.gates.length > 0) {
    warnings.push({
      code: 'gates-not-judged',
      message: 'Archiving needs no proof: the thresholds were not judged.',
    });
  }
  return warnings;
}
