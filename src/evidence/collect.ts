import type { Evidence, Needs, VersionEvidence } from '../domain/evidence.js';
import type { Standing } from '../domain/standing.js';
import type { RegistryReader } from '../registry/port.js';

/** Where no gate looks, nothing is read. */
export const NO_EVIDENCE: Evidence = { candidate: null, baseline: null };

/** Evidence that was asked for: the candidate's is always there. */
export type CollectedEvidence = Evidence & { readonly candidate: VersionEvidence };

/**
 * The evidence that the gates in force need. Who the candidate is has to be beyond doubt whatever they ask; the
 * baseline is read only where one of them looks at it and there is one. Both are read at once.
 */
export async function collect(
  reader: RegistryReader,
  standing: Standing,
  needs: Needs,
): Promise<CollectedEvidence> {
  const baseline = needs.baseline && standing.baseline.kind === 'one' ? standing.baseline.version : null;
  const metrics = new Set(needs.metrics);
  const [ofCandidate, ofBaseline] = await Promise.all([
    reader.evidence(standing.candidate, 'candidate', metrics),
    baseline === null ? null : reader.evidence(baseline, 'baseline', metrics),
  ]);
  return { candidate: ofCandidate, baseline: ofBaseline };
}
