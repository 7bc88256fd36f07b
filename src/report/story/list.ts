import type { ListDecision, ListedVersion } from '../../domain/decision.js';
import { age } from '../../text/number.js';
import type { Block, Cell, Phrase } from '../document.js';
import { aliasAt } from './versions.js';

const MOST_METRIC_COLUMNS = 6;
const MOST_METRICS_IN_A_CELL = 20;
const VERSIONS = { name: 'versions', importance: 50, kind: 'table', note: null } as const;

/** Every version, newest as the registry lists them. None when they could not be read, or there are none. */
export function listBlocks(decision: ListDecision): readonly Block[] {
  const versions = decision.versions ?? [];
  if (versions.length === 0) return [];
  const labels = metricLabels(versions);
  const rows = versions.map((version): readonly Cell[] => [
    [[{ strong: [{ name: version.version }] }]],
    stage(version.stage),
    version.aliases.length === 0 ? [] : [version.aliases.flatMap(aliasAt)],
    [[ageOf(decision, version).replace(' ', '\u00A0')]],
    [[{ name: version.status }]],
    ...(inColumns(labels)
      ? labels.map((label) => valueOf(version, label))
      : [someOf(pairsOf(version, labels).map(([label, value]) => [{ name: label }, ` ${value}`]))]),
  ]);
  const columns = ['Version', 'Stage', 'Aliases', 'Age', 'Status'].map((column) => [column]);
  return [
    { ...VERSIONS, title: 'Versions', columns: [...columns, ...metricColumns(labels, 'Metrics')], rows },
  ];
}

/** The same for a log. */
export function listLogBlocks(decision: ListDecision): readonly Block[] {
  const versions = decision.versions ?? [];
  if (versions.length === 0) return [];
  const labels = metricLabels(versions);
  const rows = versions.map((version): readonly Cell[] => [
    [['v', { name: version.version }]],
    version.stage === 'None' ? [] : [[{ name: version.stage }]],
    version.aliases.length === 0 ? [] : [version.aliases.flatMap(aliasAt)],
    [[ageOf(decision, version)]],
    [[{ name: version.status }]],
    ...(inColumns(labels)
      ? labels.map((label) => valueOf(version, label))
      : [inOneLine(pairsOf(version, labels))]),
  ]);
  const columns = ['VERSION', 'STAGE', 'ALIASES', 'AGE', 'STATUS'].map((column) => [column]);
  return [{ ...VERSIONS, title: null, columns: [...columns, ...metricColumns(labels, 'METRICS')], rows }];
}

function metricLabels(versions: readonly ListedVersion[]): readonly string[] {
  return [...new Set(versions.flatMap(({ metrics }) => Object.keys(metrics ?? {})))];
}

/** Whether every metric has a column of its own. */
function inColumns(labels: readonly string[]): boolean {
  return labels.length <= MOST_METRIC_COLUMNS;
}

function metricColumns(labels: readonly string[], all: string): readonly Phrase[] {
  return inColumns(labels) ? labels.map((name) => [{ name }]) : [[all]];
}

/** Ages are relative to the end of the run. */
function ageOf({ finishedAt }: ListDecision, { createdAt }: ListedVersion): string {
  return age(Date.parse(finishedAt) - createdAt);
}

function stage(name: string): Cell {
  if (name === 'None') return [];
  return name === 'Production' ? [['🟢\u00A0', { strong: [{ name }] }]] : [[{ name }]];
}

function valueOf(version: ListedVersion, label: string): Cell {
  return pairsOf(version, [label]).map(([, value]) => [value]);
}

function pairsOf(
  { metrics }: ListedVersion,
  labels: readonly string[],
): readonly (readonly [string, string])[] {
  const values = new Map(Object.entries(metrics ?? {}));
  return labels.flatMap((label): readonly (readonly [string, string])[] => {
    const value = values.get(label);
    return value === undefined ? [] : [[label, value]];
  });
}

function someOf(lines: readonly Phrase[]): Cell {
  const shown = lines.slice(0, MOST_METRICS_IN_A_CELL);
  const rest = lines.length - shown.length;
  return rest > 0 ? [...shown, [`and ${rest} more`]] : shown;
}

function inOneLine(pairs: readonly (readonly [string, string])[]): Cell {
  const spans = pairs.flatMap(([label, value], at) => [
    ...(at === 0 ? [] : [', ']),
    { name: label },
    `=${value}`,
  ]);
  return spans.length === 0 ? [] : [spans];
}
