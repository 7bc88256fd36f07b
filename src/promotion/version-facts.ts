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

/** What a version holds: its stage, unless it has none, and its aliases with their `@`. */
export function placesOf(model: RegisteredModel, { version, stage }: ModelVersion): readonly string[] {
  const aliases = aliasesOf(model, version).map((alias) => `@${alias}`);
  return stage === 'None' ? aliases : [stage, ...aliases];
}

/** The aliases a version carries, in alphabetical order. */
export function aliasesOf(model: RegisteredModel, version: string): readonly string[] {
  return [...model.aliases]
    .filter(([, held]) => held === version)
    .map(([alias]) => alias)
    .sort();
}
