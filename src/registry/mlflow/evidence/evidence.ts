import type { Lineage, Role, VersionEvidence } from '../../../domain/evidence.js';
import type { Reason } from '../../../domain/reason.js';
import type { ModelVersion } from '../../../domain/version.js';
import { measure } from './measurements.js';
import type { LoggedModel, Records, TrainingRun } from './records.js';
import { traceOrigin, type Origin } from './source.js';

/** Reads everything about one version that a gate may look at. Independent reads go out together. */
export async function readEvidence(
  records: Records,
  version: ModelVersion,
  role: Role,
): Promise<VersionEvidence> {
  const origin = await traceOrigin(records, version);
  const { loggedModel, run, runId } = await readOrigin(records, origin);
  const found = [runProblem(version, origin, runId, run), loggedModelProblem(version, origin, loggedModel)];
  return {
    version,
    lineage: lineageOf(origin, runId, loggedModel, run),
    measurements: await measure(records, loggedModel, run),
    problems: problemsOf(version, role, found, run),
  };
}

async function readOrigin(records: Records, origin: Origin) {
  const [loggedModel, ownRun] = await Promise.all([
    origin.loggedModelId === null ? null : records.loggedModel(origin.loggedModelId),
    origin.runId === null ? null : records.run(origin.runId),
  ]);
  const runId = origin.runId ?? loggedModel?.sourceRunId ?? null;
  const run = origin.runId === null && runId !== null ? await records.run(runId) : ownRun;
  return { loggedModel, run, runId };
}

function lineageOf(
  origin: Origin,
  runId: string | null,
  loggedModel: LoggedModel | null,
  run: TrainingRun | null,
): Lineage {
  return {
    runId,
    runStatus: run?.status ?? null,
    runDeleted: run?.deleted ?? false,
    loggedModelId: loggedModel?.id ?? null,
    commit: run?.commit ?? null,
    datasets: run?.datasets ?? [],
    copiedFrom: origin.copiedFrom,
  };
}

/** Why a version is not to be believed. A baseline answers only for a run that is deleted or gone. */
function problemsOf(
  version: ModelVersion,
  role: Role,
  found: readonly (Reason | null)[],
  run: TrainingRun | null,
): readonly Reason[] {
  const own = role === 'candidate' ? [readyProblem(version), finishedProblem(version, run)] : [];
  return [...found, ...own].filter((problem) => problem !== null);
}

function readyProblem(version: ModelVersion): Reason | null {
  if (version.status === 'READY') return null;
  return {
    code: 'version-not-ready',
    message: `Version ${version.version} is ${version.status}, not READY.`,
    remedy: 'Wait until its registration has finished, or register it again.',
  };
}

function finishedProblem(version: ModelVersion, run: TrainingRun | null): Reason | null {
  if (run === null || run.deleted || run.status === 'FINISHED') return null;
  return {
    code: 'run-not-finished',
    message: `Run ${run.id} of version ${version.version} is ${run.status}, not FINISHED.`,
    remedy: 'Let the run finish, or promote a version whose run did.',
  };
}

const TRACEABLE = 'Register the model again from a finished run, so that its metrics can be traced.';

function runProblem(
  version: ModelVersion,
  origin: Origin,
  runId: string | null,
  run: TrainingRun | null,
): Reason | null {
  const who = `version ${version.version}`;
  if (origin.problem !== null || runId === null) {
    const message = `Nothing says where the metrics of ${who} are. ${origin.problem ?? ''}`.trim();
    return { code: 'lineage-unresolved', message, remedy: TRACEABLE };
  }
  if (run === null) {
    const message = `Run ${runId} of ${who} does not exist.`;
    return { code: 'run-missing', message, remedy: TRACEABLE };
  }
  if (!run.deleted) return null;
  return {
    code: 'run-deleted',
    message: `Run ${run.id} of ${who} is deleted.`,
    remedy: `Restore it (\`mlflow runs restore --run-id ${run.id}\`), or choose a version whose run exists.`,
  };
}

/** Without it the metrics of its datasets are gone, and the run's one value per metric is no substitute. */
function loggedModelProblem(version: ModelVersion, origin: Origin, found: LoggedModel | null): Reason | null {
  if (origin.loggedModelId === null || found !== null) return null;
  return {
    code: 'lineage-unresolved',
    message: `Logged model ${origin.loggedModelId} of version ${version.version} does not exist.`,
    remedy: 'Restore it, or register the model again from a run that still has its logged model.',
  };
}
