import type { VersionFacts } from '../domain/decision.js';
import type { VersionEvidence } from '../domain/evidence.js';
import type { ModelVersion, RegisteredModel } from '../domain/version.js';

/** One version as a report shows it. */
export function versionFacts(
  model: RegisteredModel,
  version: ModelVersion,
  evidence: VersionEvidence | null,
): VersionFacts {
  return {
    version: version.version,
    stage: version.stage,
    aliases: aliasesOf(model, version.version),
    status: version.status,
    createdAt: version.createdAt,
    runId: evidence?.lineage.runId ?? version.runId,
    description: version.description,
    tags: version.tags,
    lineage: evidence?.lineage ?? null,
    url: version.url,
  };
}

/** The aliases a version carries, in alphabetical order. */
export function aliasesOf(model: RegisteredModel, version: string): readonly string[] {
  return [...model.aliases]
    .filter(([, held]) => held === version)
    .map(([alias]) => alias)
    .sort();
}
