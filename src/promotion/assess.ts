import type { Verdict } from '../domain/decision.js';
import { PromotionError } from '../domain/error.js';
import type { PromotionRequest } from '../domain/request.js';
import type { Evidence, Standing } from '../domain/snapshot.js';
import { gather, type GatheredEvidence } from '../evidence/collect.js';
import { readStanding, type Unresolved } from '../evidence/standing.js';
import { judge } from '../gates/judge.js';
import type { RegistryReader } from '../registry/port.js';
import type { Assessment, Ruling } from './assessment.js';
import { isArchiving, settle } from './settle.js';

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
export function usesBaseline(request: PromotionRequest): boolean {
  return request.gates.some((gate) => gate.comparisons.some(({ operand }) => operand.kind === 'baseline'));
}

/** Reads who is who and what was measured, and rules. It is handed a reader, so it cannot write. */
export async function assess(
  reader: RegistryReader,
  request: PromotionRequest,
): Promise<Assessment | Unresolved> {
  const standing = await readStanding(reader, request);
  if (!('baseline' in standing)) return standing;
  const settled = settle(request, standing);
  if (settled !== null) {
    const warnings = [...request.policyWarnings, ...standingWarnings(request, standing)];
    return { standing, evidence: NO_EVIDENCE, gates: [], warnings, ...settled };
  }
  try {
    return rule(request, standing, await gather(reader, standing, usesBaseline(request)));
  } catch (error) {
    if (!(error instanceof PromotionError)) throw error;
    const { reasons } = error;
    return { standing, evidence: NO_EVIDENCE, ruling: 'error', gates: [], reasons, warnings: [] };
  }
}

function rule(request: PromotionRequest, standing: Standing, evidence: GatheredEvidence): Assessment {
  const { candidate, baseline } = evidence;
  const judged = judge({
    gates: request.gates,
    firstPromotion: standing.baseline.kind === 'nobody' ? request.firstPromotion : null,
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
    warnings: [...request.policyWarnings, ...standingWarnings(request, standing), ...judged.warnings],
  };
}

function standingWarnings(request: PromotionRequest, standing: Standing) {
  const warnings = [];
  const { candidate, holders } = standing;
  const exists = (holder: string) => standing.model.versions.some(({ version }) => version === holder);
  const newer = holders.find((holder) => Number(holder) > Number(candidate.version) && exists(holder));
  const archiving = isArchiving(request);
  if (newer !== undefined && !archiving) {
    const message = `Version ${candidate.version} is older than version ${newer}, which holds the target now.`;
    warnings.push({ code: 'older-than-holder', message });
  }
  if (archiving && request.gates.length > 0) {
    warnings.push({
      code: 'gates-not-judged',
      message: 'Archiving needs no proof: the thresholds were not judged.',
    });
  }
  return warnings;
}
