import { targetName } from '../domain/version.js';
import type { PromotionOrder } from '../domain/order.js';
import type { Reason } from '../domain/reason.js';
import type { StopOutcome } from './assessment.js';
import type { Look } from './standing.js';
import { isArchiving } from './target.js';

/** Why a run ends whatever the gates say: who holds what decides alone. */
export interface Stop {
  readonly outcome: StopOutcome;
  readonly reasons: readonly Reason[];
}

/**
 * What no gate needs to see: a candidate that already holds the target, a registry with several holders, an alias that
 * points nowhere, a Production that would be left empty. Null: none of it is so.
 */
export function stopByRule(order: PromotionOrder, look: Look): Stop | null {
  return (
    emptiesProduction(order, look) ??
    brokenTarget(order, look) ??
    alreadyHolds(order, look) ??
    brokenBaseline(look)
  );
}

/** Production is emptied only by putting another version there, never by moving its only holder away. */
export function emptiesProduction(order: PromotionOrder, look: Look): Stop | null {
  const { target } = order;
  const { model, standing } = look;
  const { candidate } = standing;
  if (target.kind !== 'stage' || target.stage === 'Production' || candidate.stage !== 'Production')
    return null;
  const holders = model.versions.filter((version) => version.stage === 'Production');
  if (holders.length > 1) return null;
  const reason: Reason = {
    code: 'production-would-empty',
    message: `Version ${candidate.version} is the only version in Production; moving it to ${target.stage} would leave Production empty.`,
    remedy: `Promote another version to Production first: that archives version ${candidate.version}.`,
  };
  return { outcome: 'error', reasons: [reason] };
}

function brokenTarget(order: PromotionOrder, look: Look): Stop | null {
  const { holders } = look.standing;
  if (order.target.kind === 'alias') return danglingTarget(order.target.alias, look);
  if (isArchiving(order) || holders.length < 2 || severalAreMeant(order)) return null;
  return { outcome: 'invalid', reasons: [severalHolders(targetName(order.target), holders)] };
}

/** Several holders are legal when the workflow keeps earlier ones and says what it compares with. */
function severalAreMeant(order: PromotionOrder): boolean {
  const kind = order.baseline?.kind;
  return !order.archiveExisting && (kind === 'number' || kind === 'alias');
}

function danglingTarget(alias: string, { model, standing }: Look): Stop | null {
  const [holder] = standing.holders;
  const exists = model.versions.some((version) => version.version === holder);
  return holder === undefined || exists ? null : { outcome: 'invalid', reasons: [dangling(alias, holder)] };
}

function alreadyHolds(order: PromotionOrder, { standing }: Look): Stop | null {
  const { candidate, holders } = standing;
  if (!holders.includes(candidate.version)) return null;
  const target = targetName(order.target);
  const reason: Reason = {
    code: 'already-holds-target',
    message: `Version ${candidate.version} already holds ${target}; no gate was judged and nothing was moved.`,
    remedy: 'Nothing to do.',
  };
  return { outcome: 'unchanged', reasons: [reason] };
}

function brokenBaseline({ standing }: Look): Stop | null {
  const { baseline } = standing;
  if (baseline.kind === 'dangling')
    return { outcome: 'invalid', reasons: [dangling(baseline.alias, baseline.version)] };
  if (baseline.kind !== 'several') return null;
  const stage = baseline.versions[0]?.stage ?? '';
  const versions = baseline.versions.map((version) => version.version);
  const reason: Reason = {
    code: 'several-holders',
    message: `The baseline "${stage}" means several versions (${versions.join(', ')}), so nobody can say which one to compare with.`,
    remedy: 'Give `baseline` as a number or an alias, or see to it that only one version holds the stage.',
  };
  return { outcome: 'invalid', reasons: [reason] };
}

function severalHolders(stage: string, versions: readonly string[]): Reason {
  return {
    code: 'several-holders',
    message: `${stage} is held by several versions (${versions.join(', ')}), so nobody can say what the candidate would replace.`,
    remedy: `Move all but one of them out of ${stage}, or keep several on purpose with \`archive-existing: false\` and a \`baseline\` given by number or alias.`,
  };
}

function dangling(alias: string, version: string): Reason {
  return {
    code: 'alias-dangling',
    message: `Alias @${alias} points to version ${version}, which no longer exists.`,
    remedy: `Delete the alias, or point it to a version that exists, then run again.`,
  };
}
