import type { Reason } from '../../../domain/reason.js';
import type { ModelVersion } from '../../../domain/version.js';
import { contradiction, loggedModelMissing, runMissing, undecided, untraceable } from './problems.js';
import type { LoggedModel, Records, TrainingRun } from './records.js';
import { parseSource, type Source } from './source.js';

/** Where a version came from. */
export interface Trace {
  /** Its logged model, where it has one. */
  readonly loggedModel: LoggedModel | null;
  /** The run that made it; null for a logged model that was logged outside a run. */
  readonly run: TrainingRun | null;
  readonly runId: string | null;
  /** `name/version` of each registered version it was copied from, as far as had to be followed, nearest first. */
  readonly copiedFrom: readonly string[];
  /** Why the trail ends without an answer; null when it does not. */
  readonly problem: Reason | null;
}

/** Where the trail leads, before anything of it is read. */
interface Clue {
  readonly loggedModelId: string | null;
  readonly runId: string | null;
  /** The model's place among the run's artifacts, which is its name since MLflow 3; null where nothing says it. */
  readonly artifact: string | null;
  readonly copiedFrom: readonly string[];
  /** A sentence, where the trail ends here. */
  readonly lost: string | null;
}

/** Copies whose own facts lead nowhere are followed this far. */
const MAX_COPIES = 8;

/**
 * Follows a version to *the* logged model that it is: by its source, by where its artifacts are (what a copy keeps when
 * its original is gone), or by its run and the place of the model in it; else to its run. How a version was registered
 * must not change what is found, so there is one rule for all, and what cannot be settled is a problem.
 */
export async function traceVersion(records: Records, version: ModelVersion): Promise<Trace> {
  const { copiedFrom, ...clue } = await clueOf(records, version);
  const nothing = { loggedModel: null, run: null, runId: version.runId, problem: null };
  if (clue.lost !== null) return { ...nothing, copiedFrom, problem: untraceable(version, clue.lost) };
  const found =
    clue.loggedModelId === null
      ? await byRun(records, version, clue)
      : await byLoggedModel(records, version, clue.loggedModelId);
  return { ...nothing, ...found, copiedFrom };
}

type Found = Partial<Omit<Trace, 'copiedFrom'>>;

async function byLoggedModel(records: Records, version: ModelVersion, id: string): Promise<Found> {
  const [model, ownRun] = await Promise.all([
    records.loggedModel(id),
    version.runId === null ? null : records.run(version.runId),
  ]);
  if (model === null) return { run: ownRun, problem: loggedModelMissing(version, id, records.trackingLabel) };
  const { sourceRunId } = model;
  if (version.runId !== null && sourceRunId !== null && version.runId !== sourceRunId)
    return { problem: contradiction(version, `its logged model ${id}`, sourceRunId) };
  const runId = version.runId ?? sourceRunId;
  if (runId === null) return { loggedModel: model };
  const run = version.runId === null ? await records.run(runId) : ownRun;
  const problem = run === null ? runMissing(version, runId, records.trackingLabel) : null;
  return { loggedModel: model, run, runId, problem };
}

type RunClue = Pick<Clue, 'runId' | 'artifact'>;

async function byRun(records: Records, version: ModelVersion, clue: RunClue): Promise<Found> {
  const runId = version.runId ?? clue.runId;
  if (runId === null)
    return { problem: untraceable(version, 'It names no run, and its source leads to none.') };
  if (clue.runId !== null && clue.runId !== runId)
    return { problem: contradiction(version, 'its source leads to an artifact', clue.runId) };
  const run = await records.run(runId);
  if (run === null) return { runId, problem: runMissing(version, runId, records.trackingLabel) };
  const [first, ...others] = run.loggedModelIds;
  if (first === undefined) return { run, runId };
  const made = others.length === 0 ? [await records.loggedModel(first)] : await records.loggedModelsOf(run);
  const there = made.filter((model) => model !== null);
  if (there.length === 0) return { run, problem: loggedModelMissing(version, first, records.trackingLabel) };
  const fitting = clue.artifact === null ? there : there.filter(({ name }) => name === clue.artifact);
  const [model, second] = fitting;
  if (model !== undefined && second === undefined) return { loggedModel: model, run, runId };
  return { run, runId, problem: undecided(version, run, clue.artifact, there) };
}

/** What a version says of itself, and where it does not say enough, what its originals say. */
async function clueOf(records: Records, version: ModelVersion): Promise<Clue> {
  const copiedFrom: string[] = [];
  let current = version;
  for (;;) {
    const source = parseSource(current.source);
    const own = sourceClue(source, copiedFrom);
    if (own !== null) return own;
    if (source.kind === 'copy') copiedFrom.push(`${source.model}/${source.version}`);
    const located = await locationClue(records, current, copiedFrom);
    if (located !== null) return located;
    if (source.kind !== 'copy') return lost(copiedFrom, lostWords(source));
    const label = `${source.model}/${source.version}`;
    if (copiedFrom.length > MAX_COPIES || copiedFrom.indexOf(label) < copiedFrom.length - 1)
      return lost(copiedFrom, `It is a copy of a copy without end ("${label}").`);
    const original = await records.version(source.model, source.version);
    if (original === null) return lost(copiedFrom, `It is a copy of "${label}", which no longer exists.`);
    current = original;
  }
}

function sourceClue(source: Source, copiedFrom: readonly string[]): Clue | null {
  const nothing = { loggedModelId: null, runId: null, artifact: null, copiedFrom, lost: null };
  switch (source.kind) {
    case 'logged-model':
      return { ...nothing, loggedModelId: source.id };
    case 'run':
      return { ...nothing, runId: source.id, artifact: source.artifact };
    case 'unknown':
      return copiedFrom.length === 0 ? nothing : null;
    case 'copy':
    case 'moving':
      return null;
  }
}

/** Where its artifacts are was resolved when it was made, so it does not move and needs no original. */
async function locationClue(
  records: Records,
  version: ModelVersion,
  copiedFrom: readonly string[],
): Promise<Clue | null> {
  const [location] = await Promise.all([
    records.downloadUri(version),
    // On its way already, because it is asked for next.
    version.runId === null ? null : records.run(version.runId),
  ]);
  const clue = sourceClue(parseSource(location), copiedFrom);
  if (clue !== null && (clue.loggedModelId !== null || clue.runId !== null)) return clue;
  const { runId } = version;
  return runId === null ? null : { loggedModelId: null, runId, artifact: null, copiedFrom, lost: null };
}

function lost(copiedFrom: readonly string[], why: string): Clue {
  return { loggedModelId: null, runId: null, artifact: null, copiedFrom, lost: why };
}

function lostWords(source: Source): string {
  return source.kind === 'moving'
    ? `Its source "models:/${source.text}" names a stage or alias, which may hold another version by now.`
    : 'It names no run, and its source leads to none.';
}
