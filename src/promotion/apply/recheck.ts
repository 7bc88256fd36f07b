import type { Evidence } from '../../domain/evidence.js';
import type { DecisionReason, Reason } from '../../domain/reason.js';
import type { BaselineState } from '../../domain/standing.js';
import type { ModelVersion, RegisteredModel } from '../../domain/version.js';
import { collect, NO_EVIDENCE } from '../../evidence/collect.js';
import { needsOf } from '../../gates/kinds.js';
import type { RegistryReader } from '../../registry/port.js';
import { evidenceDigest } from '../digest.js';
import type { Plan } from '../plan.js';
import { emptiesProduction } from '../rules.js';
import { baselineNow } from '../select.js';
import { holderNames, holdersOf } from '../target.js';

/**
 * Looks again, right before the write, at everything the plan rests on. Null: nothing changed. The versions are
 * already known, so their evidence is read beside the model, in one round trip.
 */
export async function whatChanged(reader: RegistryReader, plan: Plan): Promise<Reason | null> {
  const { purpose, order, standing } = plan;
  const needs = needsOf(order.gates);
  const [model, evidence] = await Promise.all([
    reader.model(order.model),
    purpose === 'archive' ? NO_EVIDENCE : collect(reader, standing, needs),
  ]);
  const moved = whoMoved(model, plan);
  if (moved !== null) return moved;
  if (evidenceDigest(asListed(evidence, model), needs, model) === plan.digests.evidence) return null;
  return changed('evidence-changed', 'Metrics, run, status or tags changed while the candidate was judged.');
}

/** The candidate's own row as it was just listed: evidence is read beside the model, by the row of the first look. */
function asListed({ candidate, baseline }: Evidence, model: RegisteredModel): Evidence {
  if (candidate === null) return { candidate, baseline };
  const version = versionOf(model, candidate.version.version) ?? candidate.version;
  return { candidate: { ...candidate, version }, baseline };
}

function whoMoved(model: RegisteredModel, { order, standing }: Plan): Reason | null {
  const { version } = standing.candidate;
  const candidate = versionOf(model, version);
  if (candidate === undefined || !sameVersion(candidate, standing.candidate))
    return changed('candidate-changed', `Version ${version} was changed or deleted while it was judged.`);
  const holders = holdersOf(model, order.target);
  if (String(holders) !== String(standing.holders)) {
    const message = `The target is now held by ${holderNames(holders)}; when the candidate was judged it was ${holderNames(standing.holders)}.`;
    return changed('holder-changed', message);
  }
  if (emptiesProduction(order, { model, standing }) !== null)
    return changed('holder-changed', `Version ${version} is now the only version in Production.`);
  if (sameBaseline(standing.baseline, plannedNow(model, order.baseline, standing.baseline))) return null;
  const message = 'The baseline is now another version than the one the candidate was compared with.';
  return changed('holder-changed', message);
}

/** Stages and aliases are asked again; a number, `latest` or `run:` was resolved once. Null: that version is gone. */
function plannedNow(
  model: RegisteredModel,
  selector: Plan['order']['baseline'],
  planned: BaselineState,
): BaselineState | null {
  const asked = selector === null || selector.kind === 'stage' || selector.kind === 'alias';
  if (asked || planned.kind !== 'one') return baselineNow(model, selector);
  const found = versionOf(model, planned.version.version);
  return found === undefined ? null : { kind: 'one', version: found };
}

function versionOf(model: RegisteredModel, version: string): ModelVersion | undefined {
  return model.versions.find((existing) => existing.version === version);
}

function sameBaseline(before: BaselineState, now: BaselineState | null): boolean {
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
