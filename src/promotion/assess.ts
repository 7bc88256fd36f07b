import { PromotionError } from '../domain/error.js';
import type { Evidence } from '../domain/evidence.js';
import type { Verdict } from '../domain/gate.js';
import type { PromotionOrder } from '../domain/order.js';
import type { Standing } from '../domain/standing.js';
import type { RegisteredModel, Target } from '../domain/version.js';
import type { Warning } from '../domain/warning.js';
import { collect, NO_EVIDENCE, type CollectedEvidence } from '../evidence/collect.js';
import { judge } from '../gates/judge.js';
import { needsOf } from '../gates/kinds.js';
import type { RegistryReader } from '../registry/port.js';
import type { Assessment, StopOutcome } from './assessment.js';
import { isSlip } from '../text/near.js';
import { evidenceDigest, policyDigest } from './digest.js';
import { stopByRule } from './rules.js';
import { readStanding, type Look, type Unresolved } from './standing.js';
import { isArchiving } from './target.js';
import { placesOf } from './version-facts.js';

/** Where each verdict of the required gates leads; null: the candidate may go on. */
const STOPS: Readonly<Record<Verdict, StopOutcome | null>> = {
  pass: null,
  inconclusive: 'inconclusive',
  fail: 'rejected',
  invalid: 'invalid',
};

/** Reads who is who and what was measured, and says whether the candidate may go on. It cannot write. */
export async function assess(
  reader: RegistryReader,
  order: PromotionOrder,
  now: Date,
): Promise<Assessment | Unresolved> {
  const look = await readStanding(reader, order);
  if (!('standing' in look)) return look;
  const stop = stopByRule(order, look);
  if (stop !== null) return { ...unjudged(order, look), stop: stop.outcome, reasons: stop.reasons };
  if (isArchiving(order)) return { ...unjudged(order, look), stop: null };
  try {
    return judged(order, look, await collect(reader, look.standing, needsOf(order.gates)), now);
  } catch (error) {
    if (!(error instanceof PromotionError)) throw error;
    return { ...unjudged(order, look), stop: 'error', reasons: error.reasons, warnings: [] };
  }
}

function unjudged(order: PromotionOrder, look: Look) {
  const warnings = [...order.policyWarnings, ...standingWarnings(order, look)];
  return { ...grounded(order, look, NO_EVIDENCE), gates: [], reasons: [], warnings };
}

function judged(order: PromotionOrder, look: Look, evidence: CollectedEvidence, now: Date): Assessment {
  const { candidate, baseline } = look.standing;
  const { createdAt, updatedAt } = candidate;
  const { verdict, gates, reasons, warnings } = judge({
    gates: order.gates,
    ...evidence,
    circumstances: { now: now.getTime(), holds: placesOf(look.model, candidate), createdAt, updatedAt },
    maxAge: order.maxAge,
    firstPromotion: baseline.kind === 'nobody' ? order.firstPromotion : null,
    candidateIsBaseline: baseline.kind === 'one' && baseline.version.version === candidate.version,
  });
  return {
    ...grounded(order, look, evidence),
    stop: STOPS[verdict],
    gates,
    reasons,
    warnings: [...order.policyWarnings, ...standingWarnings(order, look), ...warnings],
  };
}

function grounded(order: PromotionOrder, look: Look, evidence: Evidence) {
  const digests = {
    policy: policyDigest(order),
    evidence: evidenceDigest(evidence, needsOf(order.gates), look.model),
  };
  return { ...look, evidence, digests };
}

function standingWarnings(order: PromotionOrder, { model, standing }: Look): readonly Warning[] {
  if (isArchiving(order)) return archiveWarnings(order);
  return [...olderWarning(standing, model), ...aliasWarning(order.target, model)];
}

function olderWarning({ candidate, holders }: Standing, model: RegisteredModel): readonly Warning[] {
  const exists = (holder: string) => model.versions.some(({ version }) => version === holder);
  const newer = holders.find((holder) => Number(holder) > Number(candidate.version) && exists(holder));
  if (newer === undefined) return [];
  const message = `Version ${candidate.version} is older than version ${newer}, which holds the target now.`;
  return [{ code: 'older-than-holder', message }];
}

/** A new alias that differs from another by one slip of the hand may have been meant to be that one. */
function aliasWarning(target: Target, { aliases }: RegisteredModel): readonly Warning[] {
  if (target.kind !== 'alias' || aliases.has(target.alias)) return [];
  const near = [...aliases.keys()].filter((alias) => isSlip(target.alias, alias));
  if (near.length === 0) return [];
  const message = `Alias @${target.alias} is new, and differs from ${near.map((alias) => `@${alias}`).join(', ')} in one letter or in upper and lower case only.`;
  return [{ code: 'alias-near-another', message }];
}

function archiveWarnings({ gates }: PromotionOrder): readonly Warning[] {
  if (gates.length === 0) return [];
  const message = 'Archiving needs no proof: the thresholds were not judged.';
  return [{ code: 'gates-not-judged', message }];
}
