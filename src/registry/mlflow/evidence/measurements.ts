import { PromotionError } from '../../../domain/error.js';
import type { Doubt, Measurement } from '../../../domain/evidence.js';
import type { LoggedModel, MetricRow, Records, TrainingRun } from './records.js';
import type { Trace } from './trace.js';

/** Which metrics somebody asks about; only what is asked about is looked up any further. */
export type Asked = ReadonlySet<string>;

/**
 * The one value of every metric and dataset that belongs to a version. Of a logged model that is the newest row by
 * (timestamp, step); what only the run has is taken from the run, whose rows come chosen by MLflow's (step, timestamp,
 * value), as long as the run made one model. A value that counts by this order and is not to be believed stays, with
 * the reason: an older one never takes its place.
 */
export async function measure(records: Records, trace: Trace, asked: Asked): Promise<readonly Measurement[]> {
  const groups = perDataset(trace.loggedModel?.metrics ?? []);
  const fromModel = await Promise.all(
    groups.map(async (rows) => {
      const newest = rows.reduce((last, row) => (isLater(row, last) ? row : last));
      return asked.has(newest.key)
        ? await lookedUp(records, trace, newest, rows)
        : measurement(newest, 'logged-model', rows.length, quickDoubt(newest));
    }),
  );
  const covered = new Set(fromModel.map(({ metric }) => metric));
  const fromRun = (trace.run?.metrics ?? [])
    .filter((row) => !covered.has(row.key))
    .map((row) => measurement(row, 'run', null, neverRead(row) ?? sharedBy(trace.run, row)));
  return [...fromModel, ...fromRun].sort(byName);
}

function byName(a: Measurement, b: Measurement): number {
  const label = (m: Measurement) => `${m.metric}\n${m.dataset?.name ?? ''}\n${m.dataset?.digest ?? ''}`;
  return label(a) < label(b) ? -1 : 1;
}

function perDataset(rows: readonly MetricRow[]): readonly (readonly MetricRow[])[] {
  const keyOf = (row: MetricRow) => JSON.stringify([row.key, row.dataset?.name, row.dataset?.digest]);
  return [...Map.groupBy(rows, keyOf).values()];
}

/** Ties in time and step are settled by the value, as MLflow settles them for runs. */
function isLater(row: MetricRow, than: MetricRow): boolean {
  if (row.timestamp !== than.timestamp) return row.timestamp > than.timestamp;
  if (row.step !== than.step) return row.step > than.step;
  return row.value > than.value;
}

function measurement(
  row: MetricRow,
  origin: Measurement['origin'],
  of: number | null,
  doubt: Doubt | null,
): Measurement {
  const { key: metric, dataset, value, step, timestamp, runId } = row;
  return { metric, dataset, value, step, timestamp, origin, runId, of, doubt };
}

const LOST_NAN: Doubt = {
  kind: 'suspect-zero',
  what: 'reads 0, which may be a NaN that was lost',
  remedy: null,
};

/** A body MLflow could not read is stored as value 0 at time 0 (seen on 2.9 to 3.18). */
function neverRead(row: MetricRow): Doubt | null {
  return row.value === 0 && row.timestamp === 0 ? LOST_NAN : null;
}

/** Without a look-up every 0 of a logged model may be a NaN. */
function quickDoubt(row: MetricRow): Doubt | null {
  return row.value === 0 ? LOST_NAN : null;
}

/** The run keeps one value per metric, whatever number of models it made: then it is nobody's. */
function sharedBy(run: TrainingRun | null, row: MetricRow): Doubt | null {
  const models = Math.max(run?.loggedModelIds.length ?? 0, run?.modelPaths.length ?? 0);
  if (models < 2) return null;
  return {
    kind: 'shared-run',
    what: `is a value of run ${String(row.runId)}, which made ${models} models, so nobody can say whose it is`,
    remedy:
      'Log the metric on the model itself (`mlflow.log_metric(…, model_id=…)`, or evaluate the model by its `models:/m-…` address), or log one model per run.',
  };
}

async function lookedUp(
  records: Records,
  trace: Trace,
  row: MetricRow,
  rows: readonly MetricRow[],
): Promise<Measurement> {
  const logger = await loggerOf(records, trace, row);
  const doubt = loggerDoubt(records, trace, row, logger);
  const value =
    row.value === 0 && neverRead(row) === null ? await zeroOf(records, trace, row, logger) : row.value;
  const zero = value === 'unsure' || neverRead(row) !== null ? LOST_NAN : null;
  const known = value === 'unsure' ? { ...row, value: 0 } : { ...row, value };
  return measurement(known, 'logged-model', rows.length, doubt ?? zero);
}

/** The run that logged a value, null where there is none or nobody says which; or why it cannot be read. */
async function loggerOf(
  records: Records,
  trace: Trace,
  { runId }: MetricRow,
): Promise<Attempt<TrainingRun | null>> {
  if (runId === null || runId === trace.run?.id) return { value: trace.run };
  return await attempt(() => records.run(runId));
}

/** The run that logged a value must have ended well and be there: its own word is all there is for the value. */
function loggerDoubt(
  records: Records,
  trace: Trace,
  row: MetricRow,
  found: Attempt<TrainingRun | null>,
): Doubt | null {
  // The version's own run is asked for the version as a whole.
  if (row.runId === null || row.runId === trace.run?.id) return null;
  const id = row.runId;
  if ('error' in found) {
    return unusable(
      `was logged by run ${id}, which cannot be read: ${found.error.message}`,
      found.error.remedy,
    );
  }
  const run = found.value;
  if (run === null) {
    return unusable(
      `was logged by run ${id}, which does not exist on ${records.trackingLabel}`,
      EVALUATE_AGAIN,
    );
  }
  if (run.deleted) {
    return unusable(
      `was logged by run ${id}, which is deleted`,
      `Evaluate the model again: the newest value counts. Or, if the run was deleted by mistake, restore it: \`mlflow runs restore --run-id ${id}\`.`,
    );
  }
  if (run.status === 'FINISHED') return null;
  return unusable(
    `was logged by run ${id}, which is ${run.status}, not FINISHED`,
    'Let that run end, or evaluate the model again: the newest value counts. A run that died and is known to be complete is ended with `MlflowClient().set_terminated(run_id)`.',
  );
}

const EVALUATE_AGAIN = 'Evaluate the model again, and keep the run: the newest value counts.';

function unusable(what: string, remedy: string): Doubt {
  return { kind: 'run-unusable', what, remedy };
}

/**
 * A logged model stores NaN as 0 and keeps no trace of it; the run that logged it does. The run's rows of the same
 * metric, step and time tell: all zero is a zero, all NaN is a NaN, both or none is not to be believed.
 */
async function zeroOf(
  records: Records,
  trace: Trace,
  row: MetricRow,
  logger: Attempt<TrainingRun | null>,
): Promise<number | 'unsure'> {
  if (row.runId === null) return 'unsure';
  const { runId, key } = row;
  const shown = 'error' in logger ? null : lastOfRun(logger.value, trace.loggedModel, row);
  if (shown !== null) return shown;
  const found = await attempt(() => records.metricHistory(runId, key));
  if ('error' in found) return 'unsure';
  const same = found.value.filter(
    (other) => isSameMoment(other, row) && (other.value === 0 || Number.isNaN(other.value)),
  );
  const nan = same.filter((other) => Number.isNaN(other.value)).length;
  if (nan > 0 && nan === same.length) return Number.NaN;
  return nan > 0 || same.length === 0 ? 'unsure' : 0;
}

/**
 * The last row of the run that logged it, where it can only be this one: no request is needed then. Null where another
 * dataset or another model that the run made or used may have been measured at the same moment.
 */
function lastOfRun(run: TrainingRun | null, model: LoggedModel | null, row: MetricRow): number | null {
  if (run === null || model === null) return null;
  const [only, other] = new Set([...run.loggedModelIds, ...run.usedModelIds]);
  if (only !== model.id || other !== undefined) return null;
  const last = run.metrics.find(({ key }) => key === row.key);
  const rows = model.metrics.filter((one) => one.key === row.key && isSameMoment(one, row));
  if (last === undefined || !isSameMoment(last, row) || rows.length !== 1) return null;
  return last.value === 0 || Number.isNaN(last.value) ? last.value : null;
}

function isSameMoment(a: MetricRow, b: MetricRow): boolean {
  return a.step === b.step && a.timestamp === b.timestamp;
}

type Attempt<T> = { readonly value: T } | { readonly error: PromotionError };

/** What one value rests on and cannot be had takes that value away, and no other. A run that is out of time is over. */
async function attempt<T>(ask: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await ask() };
  } catch (error) {
    if (!(error instanceof PromotionError) || ['timeout', 'cancelled'].includes(error.code)) throw error;
    return { error };
  }
}
