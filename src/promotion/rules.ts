import type { Reason } from '../domain/reason.js';
import type { PromotionOrder } from '../domain/order.js';
import type { Standing } from '../domain/standing.js';
import type { Target } from '../domain/version.js';
import type { Ruling } from './assessment.js';

/** A ruling that needs no gate: who holds what decides alone. */
export interface Settled {
  readonly ruling: Ruling;
  readonly reasons: readonly Reason[];
}

/** `Production`, or `@champion`. */
export function targetName(target: Target): string {
  return target.kind === 'stage' ? target.stage : `@${target.alias}`;
}

/** Whether the candidate is only to be archived: that needs no proof and has many holders. */
export function isArchiving(order: PromotionOrder): boolean {
  return order.target.kind === 'stage' && order.target.stage === 'Archived';
}

/** `version 7`, `version 7, 5`, or `nobody`. */
export function holderNames(holders: readonly string[]): string {
  return holders.length === 0 ? 'nobody' : `version ${holders.join(', ')}`;
}

/**
 * Settles what no gate needs to see: a candidate that already holds the target, a registry with several holders,
 * an alias that points nowhere, a version that is only to be archived. Null: the gates decide.
 */
export function settle(order: PromotionOrder, standing: Standing): Settled | null {
  return (
    emptiesProduction(order, standing) ??
    brokenTarget(order, standing) ??
    alreadyHolds(order, standing) ??
    brokenBaseline(standing) ??
    (isArchiving(order) ? { ruling: 'go', reasons: [] } : null)
  );
}

/** Production is emptied only by putting another version there, never by moving its only holder away. */
export function emptiesProduction(order: PromotionOrder, standing: Standing): Settled | null {
  const { target } = order;
  const { candidate, model } = standing;
  if (target.kind !== 'stage' || target.stage === 'Production' || candidate.stage !== 'Production')
    return null;
  const holders = model.versions.filter((version) => version.stage === 'Production');
  if (holders.length > 1) return null;
  const reason: Reason = {
    code: 'production-would-empty',
    message: `Version ${candidate.version} is the only version in Production; moving it to ${target.stage} would leave Production empty.`,
    remedy: `Promote another version to Production first: that archives version ${candidate.version}.`,
  };
  return { ruling: 'error', reasons: [reason] };
}

/** Several holders are legal when the workflow keeps earlier ones and says what it compares with. */
function severalAreMeant(order: PromotionOrder): boolean {
  const kind = order.baseline?.kind;
  return !order.archiveExisting && (kind === 'number' || kind === 'alias');
}

function brokenTarget(order: PromotionOrder, standing: Standing): Settled | null {
  if (order.target.kind === 'alias') return danglingTarget(order.target.alias, standing);
  if (isArchiving(order) || standing.holders.length < 2 || severalAreMeant(order)) return null;
  return { ruling: 'invalid', reasons: [severalHolders(targetName(order.target), standing.holders)] };
}

function danglingTarget(alias: string, standing: Standing): Settled | null {
  const [holder] = standing.holders;
  const exists = standing.model.versions.some((version) => version.version === holder);
  return holder === undefined || exists ? null : { ruling: 'invalid', reasons: [dangling(alias, holder)] };
}

function alreadyHolds(order: PromotionOrder, standing: Standing): Settled | null {
  const { candidate, holders } = standing;
  if (!holders.includes(candidate.version)) return null;
  const target = targetName(order.target);
  return {
    ruling: 'unchanged',
    reasons: [
      {
        code: 'already-holds-target',
        message: `Version ${candidate.version} already holds ${target}; no gate was judged and nothing was moved.`,
        remedy: 'Nothing to do.',
      },
    ],
  };
}

function brokenBaseline(standing: Standing): Settled | null {
  const { baseline } = standing;
  if (baseline.kind === 'dangling') {
    return { ruling: 'invalid', reasons: [dangling(baseline.alias, baseline.version)] };
  }
  if (baseline.kind !== 'several') return null;
  const stage = baseline.versions[0]?.stage ?? '';
  const versions = baseline.versions.map((version) => version.version);
  const reason: Reason = {
    code: 'several-holders',
    message: `The baseline "${stage}" means several versions (${versions.join(', ')}), so nobody can say which one to compare with.`,
    remedy: 'Give `baseline` as a number or an alias, or see to it that only one version holds the stage.',
  };
  return { ruling: 'invalid', reasons: [reason] };
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
