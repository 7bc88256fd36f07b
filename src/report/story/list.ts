import type { ListDecision, ListedVersion } from '../../domain/decision.js';
import { age, readable } from '../../text/number.js';
import type { Block, Cell } from '../document.js';
import { aliasAt, versionLink } from './versions.js';

/** More columns than a screen has are read by nobody; the decision file has them all. */
const MOST_METRIC_COLUMNS = 12;
const VERSIONS = { name: 'versions', importance: 50, kind: 'table' } as const;

/** Every version, newest as the registry lists them. None when they could not be read, or there are none. */
export function listBlocks(decision: ListDecision): readonly Block[] {
  const rows = (decision.versions ?? []).map((version): ListRow => ({
    version,
    first: [[{ strong: [versionLink(version)] }]],
    stage: stage(version.stage),
    age: [[ageOf(decision, version).replace(' ', '\u00A0')]],
  }));
  return table(rows, { title: 'Versions', written: (title) => title, rounds: true });
}

/** The same for a log. */
export function listLogBlocks(decision: ListDecision): readonly Block[] {
  const rows = (decision.versions ?? []).map((version): ListRow => ({
    version,
    first: [['v', { name: version.version }]],
    stage: version.stage === 'None' ? [] : [[{ name: version.stage }]],
    age: [[ageOf(decision, version)]],
  }));
  return table(rows, { title: null, written: (title) => title.toUpperCase(), rounds: false });
}

/** One version, with the cells that a page and a log write each in its own way. */
interface ListRow {
  readonly version: ListedVersion;
  readonly first: Cell;
  readonly stage: Cell;
  readonly age: Cell;
}

/** How a page or a log writes the table. */
interface Looks {
  readonly title: string | null;
  /** The head of a column. */
  readonly written: (title: string) => string;
  /** Whether numbers are rounded for reading. */
  readonly rounds: boolean;
}

/** A version's numbers stand right beside what it holds. */
function table(rows: readonly ListRow[], { title, written, rounds }: Looks): readonly Block[] {
  if (rows.length === 0) return [];
  const labels = metricLabels(rows.map(({ version }) => version));
  const shown = labels.slice(0, MOST_METRIC_COLUMNS);
  const read = rounds ? shown.map((label) => readIn(rows, label)) : [];
  const own = (names: readonly string[]) => names.map((name) => [written(name)]);
  return [
    {
      ...VERSIONS,
      title,
      columns: [
        ...own(['Version', 'Stage', 'Aliases']),
        ...shown.map((name) => [{ name }]),
        ...own(['Age', 'Status']),
      ],
      numbers: shown.map((_, at) => at + 3),
      rows: rows.map(({ version, ...cells }): readonly Cell[] => [
        ...[cells.first, cells.stage],
        version.aliases.length === 0 ? [] : [version.aliases.flatMap(aliasAt)],
        ...valuesOf(version, shown, read),
        ...[cells.age, [[{ name: version.status }]]],
      ]),
      note: left(labels.length - shown.length),
    },
  ];
}

function left(amount: number): string | null {
  if (amount === 0) return null;
  const said = amount.toLocaleString('en').replaceAll(',', '\u00A0');
  return `And ${said} more metric${amount === 1 ? '' : 's'}: in the decision file, or name the ones to see in \`thresholds\`, at most ${MOST_METRIC_COLUMNS}.`;
}

/** What there is, in order of name: first what a version has that holds something, since others are held against it. */
function metricLabels(versions: readonly ListedVersion[]): readonly string[] {
  const of = (some: readonly ListedVersion[]) =>
    [...new Set(some.flatMap(({ metrics }) => Object.keys(metrics ?? {})))].sort();
  return [...new Set([...of(versions.filter(holds)), ...of(versions)])];
}

function holds({ stage, aliases }: ListedVersion): boolean {
  return stage === 'Production' || stage === 'Staging' || aliases.length > 0;
}

/** Ages are relative to the end of the run. */
function ageOf({ finishedAt }: ListDecision, { createdAt }: ListedVersion): string {
  return age(Date.parse(finishedAt) - createdAt);
}

function stage(name: string): Cell {
  if (name === 'None') return [];
  return name === 'Production' ? [['🟢\u00A0', { strong: [{ name }] }]] : [[{ name }]];
}

/** The values of one column as they are read below each other; a log keeps every digit, and so does the decision. */
function readIn(rows: readonly ListRow[], label: string): ReadonlyMap<string, string> {
  const exact = [...new Set(rows.flatMap(({ version }) => valueOf(version, label) ?? []))];
  const read = readable(exact);
  return new Map(exact.map((value, at) => [value, read[at] ?? value]));
}

function valueOf({ metrics }: ListedVersion, label: string): string | null {
  return metrics !== null && Object.hasOwn(metrics, label) ? (metrics[label] ?? null) : null;
}

function valuesOf(
  version: ListedVersion,
  labels: readonly string[],
  read: readonly ReadonlyMap<string, string>[],
): readonly Cell[] {
  return labels.map((label, at) => {
    const value = valueOf(version, label);
    return value === null ? [] : [[read[at]?.get(value) ?? value]];
  });
}
