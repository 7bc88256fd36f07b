import type { VersionFacts } from '../../src/domain/decision.js';

/** A version as both doors to a registry tell it: a store has no pages. */
export function withoutPages(version: VersionFacts | null): unknown {
  if (version === null) return null;
  const { lineage } = version;
  return { ...version, url: null, lineage: lineage === null ? null : { ...lineage, urls: null } };
}
