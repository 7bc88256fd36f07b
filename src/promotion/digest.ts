import { createHash } from 'node:crypto';
import { datasetName, type Evidence, type Needs, type VersionEvidence } from '../domain/evidence.js';
import type { Gate } from '../domain/gate.js';
import type { PromotionOrder } from '../domain/order.js';
import { tagValue, type RegisteredModel } from '../domain/version.js';
import { placesOf } from './version-facts.js';

/**
 * SHA-256 in hex of plain data's canonical JSON: keys sorted, no white space (RFC 8785). A number that JSON has no
 * text for is written as its text first.
 */
export function digest(value: object): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

/** Digest of every rule that judges: gates and settings and the file that says them, not the names of things. */
export function policyDigest(order: PromotionOrder): string {
  const { gates, firstPromotion, archiveExisting, maxAge, policy } = order;
  const file = policy === null ? {} : { commit: policy.commit, sha256: policy.sha256 };
  const age = maxAge === null ? {} : { maxAge: maxAge.ms };
  return digest({ gates: gates.map(asked), firstPromotion, archiveExisting, ...age, ...file });
}

/** Digest of everything the gates looked at, for candidate and baseline. */
export function evidenceDigest(
  { candidate, baseline }: Evidence,
  needs: Looks,
  model: RegisteredModel,
): string {
  return digest({
    candidate:
      candidate === null ? null : { ...evidenceValue(candidate), ...rowValues(candidate, needs, model) },
    baseline: baseline === null ? null : evidenceValue(baseline),
  });
}

/** What of a version gates look at beside values. */
type Looks = Pick<Needs, 'tags' | 'holds' | 'lineage'>;

/** What a gate asks for, wherever that is written. */
function asked(gate: Gate): object {
  return { ...gate, writtenAt: null };
}

/** What gates look at of the version's own row; the rest of it comes and goes. */
function rowValues({ version, lineage }: VersionEvidence, looks: Looks, model: RegisteredModel): object {
  const { tags, holds } = looks;
  const values = [...tags].sort().map((name) => [name, tagValue(version, name)]);
  return {
    ...(values.length === 0 ? {} : { tags: values }),
    ...(holds ? { holds: placesOf(model, version), updatedAt: version.updatedAt } : {}),
    ...(looks.lineage ? { commit: lineage.commit, datasets: lineage.datasets.map(datasetName) } : {}),
  };
}

function evidenceValue({ version, lineage, measurements, problems }: VersionEvidence): object {
  return {
    version: version.version,
    status: version.status,
    source: version.source,
    runId: lineage.runId,
    runStatus: lineage.runStatus,
    runDeleted: lineage.runDeleted,
    loggedModelId: lineage.loggedModelId,
    problems: problems.map((problem) => problem.code),
    measurements: measurements.map((measurement) => ({
      metric: measurement.metric,
      dataset: measurement.dataset === null ? null : [measurement.dataset.name, measurement.dataset.digest],
      value: String(measurement.value),
      step: String(measurement.step),
      timestamp: String(measurement.timestamp),
      runId: measurement.runId,
      doubt: measurement.doubt?.kind ?? null,
    })),
  };
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
}
