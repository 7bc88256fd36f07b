import type { Lineage, Role, VersionEvidence } from '../../../domain/evidence.js';
import type { Reason } from '../../../domain/reason.js';
import type { ModelVersion } from '../../../domain/version.js';
import { askAhead, askedOnce, type Known } from './look.js';
import { measure, type Asked } from './measurements.js';
import { loggedModelNotReady, runDeleted, runNotFinished, versionNotReady } from './problems.js';
import type { Records } from './records.js';
import { traceVersion, type Trace } from './trace.js';

/** What is remembered of each version from one look to the next, by its `name/version` and source. */
export type Memory = Map<string, Known>;

/**
 * Reads everything about one version that a gate may look at. Independent reads go out together; what `memory` knows
 * from an earlier look goes out at once.
 */
export async function readEvidence(
  records: Records,
  version: ModelVersion,
  role: Role,
  asked: Asked,
  memory: Memory,
): Promise<VersionEvidence> {
  const look = askedOnce(records);
  const key = JSON.stringify([version.model, version.version, version.source]);
  const known = memory.get(key);
  if (known !== undefined) askAhead(look, known);
  const trace = await traceVersion(look, version);
  memory.set(key, knownFrom(trace));
  return {
    version,
    lineage: lineageOf(trace),
    measurements: trace.problem === null ? await measure(look, trace, asked) : [],
    problems: problemsOf(version, role, trace),
  };
}

function knownFrom({ runId, run, loggedModel }: Trace): Known {
  const told = run !== null && run.loggedModelIds.length > 1 ? run : null;
  return { runId, loggedModelId: loggedModel?.id ?? null, told };
}

function lineageOf({ runId, run, loggedModel, copiedFrom }: Trace): Lineage {
  return {
    runId,
    runStatus: run?.status ?? null,
    runDeleted: run?.deleted ?? false,
    loggedModelId: loggedModel?.id ?? null,
    commit: run?.commit ?? null,
    datasets: run?.datasets ?? [],
    copiedFrom,
  };
}

/** Why a version is not to be believed. A baseline answers only for what is deleted, gone or not to be told. */
function problemsOf(
  version: ModelVersion,
  role: Role,
  { run, loggedModel, problem }: Trace,
): readonly Reason[] {
  const found = [problem, run?.deleted === true ? runDeleted(version, run) : null];
  const own =
    role === 'baseline'
      ? []
      : [
          version.status === 'READY' ? null : versionNotReady(version),
          run === null || run.deleted || run.status === 'FINISHED' ? null : runNotFinished(version, run),
          loggedModel === null || loggedModel.status === 'LOGGED_MODEL_READY'
            ? null
            : loggedModelNotReady(version, loggedModel),
        ];
  return [...found, ...own].filter((reason) => reason !== null);
}
