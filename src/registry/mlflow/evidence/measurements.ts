import type { Measurement } from '../../../domain/evidence.js';
import type { LoggedModel, MetricRow, Records, TrainingRun } from './records.js';

/**
 * The one value of every metric and dataset. Per metric the logged model comes first, else the run. A logged
 * model orders its rows by (timestamp, step); a run's rows come chosen by MLflow's (step, timestamp, value).
 */
export async function measure(
  records: Records,
  loggedModel: LoggedModel | null,
  run: TrainingRun | null,
): Promise<readonly Measurement[]> {
  const fromModel = await Promise.all(
    latestPerDataset(loggedModel?.metrics ?? []).map((row) => measureLoggedModel(records, row)),
  );
  const covered = new Set(fromModel.map((measurement) => measurement.metric));
  const fromRun = (run?.metrics ?? [])
    .filter((row) => !covered.has(row.key))
    .map((row) => measurement(row, 'run', row.value, neverRead(row)));
  return [...fromModel, ...fromRun].sort(byName);
}

function byName(a: Measurement, b: Measurement): number {
  const label = (m: Measurement) => `${m.metric}\n${m.dataset?.name ?? ''}\n${m.dataset?.digest ?? ''}`;
  return label(a) < label(b) ? -1 : 1;
}

function latestPerDataset(rows: readonly MetricRow[]): readonly MetricRow[] {
  const groups = Map.groupBy(rows, (row) =>
    JSON.stringify([row.key, row.dataset?.name, row.dataset?.digest]),
  );
  return [...groups.values()].map((group) => group.reduce((last, row) => (isLater(row, last) ? row : last)));
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
  value: number,
  suspectZero: boolean,
): Measurement {
  const { key: metric, dataset, step, timestamp } = row;
  return { metric, dataset, value, step, timestamp, origin, suspectZero };
}

/** A body MLflow could not read is stored as value 0 at time 0 (seen on 2.9 to 3.18). */
function neverRead(row: MetricRow): boolean {
  return row.value === 0 && row.timestamp === 0;
}

/**
 * A logged model stores NaN as 0 and keeps no trace of it; the run that logged it does. The run's rows of the
 * same metric, step and time tell: all zero is a zero, all NaN is a NaN, both or none is not to be believed.
 */
async function measureLoggedModel(records: Records, row: MetricRow): Promise<Measurement> {
  if (row.value !== 0 || neverRead(row) || row.runId === null) {
    const suspect = row.value === 0;
    return measurement(row, 'logged-model', row.value, suspect);
  }
  const history = await records.metricHistory(row.runId, row.key);
  const sameMoment = history.filter(
    (other) =>
      other.step === row.step &&
      other.timestamp === row.timestamp &&
      (other.value === 0 || Number.isNaN(other.value)),
  );
  const nan = sameMoment.filter((other) => Number.isNaN(other.value)).length;
  if (nan > 0 && nan === sameMoment.length) return measurement(row, 'logged-model', NaN, false);
  return measurement(row, 'logged-model', 0, nan > 0 || sameMoment.length === 0);
}
