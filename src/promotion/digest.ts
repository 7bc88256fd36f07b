import { createHash } from 'node:crypto';
import type { VersionEvidence } from '../domain/evidence.js';
import type { PromotionOrder } from '../domain/order.js';
import type { Evidence } from '../domain/standing.js';

/** What canonical JSON is made of here; a number is written as its text first. */
type Canonical = string | boolean | null | readonly Canonical[] | { readonly [key: string]: Canonical };

/** SHA-256 in hex of a value's canonical JSON: keys sorted, no white space (RFC 8785 without numbers). */
export function digest(value: Canonical): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

function canonical(value: Canonical): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
}

function isList(value: object): value is readonly Canonical[] {
  return Array.isArray(value);
}

/** Digest of every rule that judges: gates and settings, not the names of things. */
export function policyDigest(order: PromotionOrder): string {
  return digest({
    gates: order.gates.map((gate) => ({
      metric: gate.metric,
      dataset: gate.dataset === null ? null : [gate.dataset.name, gate.dataset.digest],
      required: gate.required,
      condition: gate.condition,
    })),
    firstPromotion: order.firstPromotion,
    archiveExisting: order.archiveExisting,
  });
}

/** Digest of everything the gates looked at, for candidate and baseline. */
export function evidenceDigest(evidence: Evidence): string {
  return digest({
    candidate: evidence.candidate === null ? null : evidenceValue(evidence.candidate),
    baseline: evidence.baseline === null ? null : evidenceValue(evidence.baseline),
  });
}

function evidenceValue(evidence: VersionEvidence): Canonical {
  const { version, lineage, measurements, problems } = evidence;
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
      suspectZero: measurement.suspectZero,
    })),
  };
}
