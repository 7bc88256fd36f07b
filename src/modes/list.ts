import type { ListedVersion, ListPart, Result } from '../domain/decision.js';
import { PromotionError } from '../domain/error.js';
import type { Measurement, VersionEvidence } from '../domain/evidence.js';
import type { ListOrder } from '../domain/order.js';
import type { ModelVersion, RegisteredModel } from '../domain/version.js';
import type { Warning } from '../domain/warning.js';
import { needsOf } from '../gates/kinds.js';
import { aliasesOf, versionFacts } from '../promotion/version-facts.js';
import type { ReadContext } from './context.js';

/** Metrics are read for those who hold something and for this many of the newest. */
const NEWEST = 10;
/** A list shows values as they are, and says where it is not sure. */
const NOTHING: ReadonlySet<string> = new Set();
/** So many versions are read at the same time. */
const AT_ONCE = 8;

/** Every version with stage and aliases, and metrics where someone is likely to look. */
export async function list(order: ListOrder, context: ReadContext): Promise<Result<ListPart>> {
  const model = await context.reader.model(order.model);
  const { evidence, warnings } = await readSome(interesting(model), context);
  const mixed = onSeveralDatasets([...evidence.values()].flatMap((read) => read.measurements));
  const wanted = needsOf(order.gates).metrics;
  const versions = model.versions.map((version): ListedVersion => {
    const read = evidence.get(version.version) ?? null;
    const metrics = read === null ? null : cellsOf(read.measurements, wanted, mixed);
    return { ...versionFacts(model, version, read), metrics };
  });
  const count = `${versions.length} version${versions.length === 1 ? '' : 's'}`;
  const message = `Model ${model.name} has ${count}.`;
  const reason = { code: 'listed', message, remedy: 'Nothing to do.' } as const;
  return { mode: 'list', outcome: 'listed', model: model.name, versions, reasons: [reason], warnings };
}

function interesting(model: RegisteredModel): readonly ModelVersion[] {
  const holds = (version: ModelVersion) =>
    version.stage === 'Production' ||
    version.stage === 'Staging' ||
    aliasesOf(model, version.version).length > 0;
  return model.versions.filter((version, index) => index < NEWEST || holds(version));
}

async function readSome(
  versions: readonly ModelVersion[],
  context: ReadContext,
): Promise<{
  readonly evidence: ReadonlyMap<string, VersionEvidence>;
  readonly warnings: readonly Warning[];
}> {
  const evidence = new Map<string, VersionEvidence>();
  const warnings: Warning[] = [];
  const queue = versions.values();
  const worker = async () => {
    for (const version of queue) {
      try {
        evidence.set(version.version, await context.reader.evidence(version, 'baseline', NOTHING));
      } catch (error) {
        warnings.push(unread(version, error));
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { evidence, warnings };
}

/** One version that cannot be read does not hide the others; a run that is out of time is over. */
function unread(version: ModelVersion, error: unknown): Warning {
  if (!(error instanceof PromotionError) || ['timeout', 'cancelled'].includes(error.code)) throw error;
  const message = `The metrics of version ${version.version} could not be read: ${error.message}`;
  return { code: 'metrics-unread', message };
}

function cellsOf(
  measurements: readonly Measurement[],
  wanted: readonly string[],
  mixed: ReadonlySet<string>,
): Record<string, string> {
  const chosen = measurements.filter(({ metric }) => wanted.length === 0 || wanted.includes(metric));
  const byName = Map.groupBy(chosen, nameKey);
  const several = (one: Measurement) => (byName.get(nameKey(one))?.length ?? 0) > 1;
  return Object.fromEntries(chosen.map((one) => [label(one, several(one), mixed), shown(one)]));
}

/** Metric and name of the dataset, as one text. */
function nameKey({ metric, dataset }: Measurement): string {
  return JSON.stringify([metric, dataset?.name ?? null]);
}

/** A 0 that may be a NaN is not shown as a plain 0. */
function shown({ value, doubt }: Measurement): string {
  return doubt !== null ? `${value} (unsure)` : String(value);
}

/** Metrics that the list has on datasets of several names; only those need the name, and columns stay short. */
function onSeveralDatasets(all: readonly Measurement[]): ReadonlySet<string> {
  const groups = [...Map.groupBy(all, ({ metric }) => metric)];
  const several = groups.filter(([, found]) => new Set(found.map((one) => one.dataset?.name)).size > 1);
  return new Set(several.map(([metric]) => metric));
}

/** The digest is shown only where it tells two values apart: it would make a column of its own per version. */
function label({ metric, dataset }: Measurement, several: boolean, mixed: ReadonlySet<string>): string {
  if (dataset === null) return metric;
  const digest = several && dataset.digest !== null ? `@${dataset.digest}` : '';
  return mixed.has(metric) || digest !== '' ? `${metric} on ${dataset.name}${digest}` : metric;
}
