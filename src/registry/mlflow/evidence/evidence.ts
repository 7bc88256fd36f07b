import type { Lineage, LineageUrls, Role, VersionEvidence } from '../../../domain/evidence.js';
import type { Reason } from '../../../domain/reason.js';
import type { ModelVersion } from '../../../domain/version.js';
import type { Pages } from '../pages.js';
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
    lineage: lineageOf(trace, records.pages),
    measurements: trace.problem === null ? await measure(look, trace, asked) : [],
    problems: problemsOf(version, role, trace),
  };
}

function knownFrom({ runId, run, loggedModel }: Trace): Known {
  const told = run !== null && run.loggedModelIds.length > 1 ? run : null;
  return { runId, loggedModelId: loggedModel?.id ?? null, told };
}

function lineageOf(trace: Trace, pages: Pages): Lineage {
  const { runId, run, loggedModel, copiedFrom } = trace;
  return {
    runId,
    runStatus: run?.status ?? null,
    runDeleted: run?.deleted ?? false,
    experimentId: experimentOf(trace),
    loggedModelId: loggedModel?.id ?? null,
    commit: run?.commit ?? null,
    datasets: run?.datasets ?? [],
    copiedFrom,
    urls: urlsOf(trace, pages),
  };
}

/** The run's; of a model that was logged outside a run its own. */
function experimentOf({ run, loggedModel }: Trace): string | null {
  const id = run?.experimentId ?? loggedModel?.experimentId ?? '';
  return id === '' ? null : id;
}

function urlsOf(trace: Trace, pages: Pages): LineageUrls {
  const { run, loggedModel } = trace;
  return {
    run: run === null ? null : pages.run(run.experimentId, run.id),
    experiment: pages.experiment(experimentOf(trace)),
    loggedModel: loggedModel === null ? null : pages.loggedModel(loggedModel.experimentId, loggedModel.id),
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
