import type { DecisionReason, Reason } from '../../domain/reason.js';
import type { Standing } from '../../domain/standing.js';
import type { ModelVersion, RegisteredModel } from '../../domain/version.js';
import { gather } from '../../evidence/collect.js';
import { holdersOf, selectBaseline } from '../select.js';
import type { RegistryReader } from '../../registry/port.js';
import { NO_EVIDENCE, usesBaseline } from '../assess.js';
import { evidenceDigest } from '../digest.js';
import type { Plan } from '../plan.js';
import { emptiesProduction, holderNames, isArchiving } from '../rules.js';

/**
 * Looks again, right before the write, at everything the plan rests on. Null: nothing changed. The versions are
 * already known, so their evidence is read beside the model, in one round trip.
 */
export async function whatChanged(
  reader: RegistryReader,
  plan: Plan,
  planned: Standing,
): Promise<Reason | null> {
  const [model, evidence] = await Promise.all([
    reader.model(plan.order.model),
    isArchiving(plan.order) ? NO_EVIDENCE : gather(reader, planned, usesBaseline(plan.order)),
  ]);
  const candidate = model.versions.find((version) => version.version === plan.candidate);
  if (candidate === undefined || !sameVersion(candidate, planned.candidate)) {
    return changed(
      'candidate-changed',
      `Version ${plan.candidate} was changed or deleted while it was judged.`,
    );
  }
  const holders = holdersOf(model, plan.order.target);
  if (String(holders) !== String(plan.holders)) {
    const message = `The target is now held by ${holderNames(holders)}; when the candidate was judged it was ${holderNames(plan.holders)}.`;
    return changed('holder-changed', message);
  }
  if (emptiesProduction(plan.order, { ...planned, model, candidate, holders }) !== null) {
    const message = `Version ${plan.candidate} is now the only version in Production.`;
    return changed('holder-changed', message);
  }
  if (!sameBaseline(planned, baselineNow(model, plan, planned))) {
    return changed(
      'holder-changed',
      'The baseline is now another version than the one the candidate was compared with.',
    );
  }
  if (evidenceDigest(evidence) !== plan.digests.evidence) {
    return changed('evidence-changed', 'Metrics, run or status changed while the candidate was judged.');
  }
  return null;
}

/** Stages and aliases are asked again; a number, `latest` or `run:` was resolved once. Null: that version is gone. */
function baselineNow(model: RegisteredModel, plan: Plan, planned: Standing): Standing['baseline'] | null {
  const selector = plan.order.baseline;
  const asked = selector === null || selector.kind === 'stage' || selector.kind === 'alias';
  if (asked || planned.baseline.kind !== 'one') return selectBaseline(model, selector);
  const { version } = planned.baseline.version;
  const found = model.versions.find((existing) => existing.version === version);
  return found === undefined ? null : { kind: 'one', version: found };
}

function sameBaseline(planned: Standing, now: Standing['baseline'] | null): boolean {
  const before = planned.baseline;
  if (before.kind !== now?.kind) return false;
  if (before.kind !== 'one' || now.kind !== 'one') return true;
  return sameVersion(before.version, now.version);
}

function sameVersion(a: ModelVersion, b: ModelVersion): boolean {
  return (
    a.version === b.version &&
    a.stage === b.stage &&
    a.status === b.status &&
    a.runId === b.runId &&
    a.source === b.source
  );
}

function changed(code: DecisionReason, message: string): Reason {
  return { code, message, remedy: 'Nothing was written. Run again to judge the registry as it is now.' };
}
