import type { ListDecision, ListedVersion } from '../domain/decision.js';
import { code, forMarkdown } from '../text/escape.js';
import { age } from '../text/number.js';
import { table, type Section } from './section.js';

const NOTHING = '–';
const MOST_METRIC_COLUMNS = 6;
const MOST_METRICS_IN_A_CELL = 20;

/** Columns and cells of the list of versions, before anything is escaped. */
export interface ListTable {
  readonly metricLabels: readonly string[];
  readonly rows: readonly ListRow[];
}

export interface ListRow {
  readonly version: string;
  readonly stage: string;
  readonly aliases: readonly string[];
  readonly age: string;
  readonly status: string;
  /** One value per label; null where there is none. */
  readonly metrics: readonly (string | null)[];
}

/** The versions of list mode as a table; ages are relative to the end of the run. Null when it could not be read. */
export function listTable(decision: ListDecision): ListTable | null {
  const { versions } = decision;
  if (versions === null) return null;
  const now = Date.parse(decision.finishedAt);
  const metricLabels = [...new Set(versions.flatMap((version) => Object.keys(version.metrics ?? {})))];
  return { metricLabels, rows: versions.map((version) => listRow(version, metricLabels, now)) };
}

function listRow(version: ListedVersion, labels: readonly string[], now: number): ListRow {
  const metrics = new Map(Object.entries(version.metrics ?? {}));
  return {
    version: version.version,
    stage: version.stage,
    aliases: version.aliases.map((alias) => (alias.startsWith('@') ? alias : `@${alias}`)),
    age: age(now - version.createdAt),
    status: version.status,
    metrics: labels.map((label) => metrics.get(label) ?? null),
  };
}

/** Metrics as pairs for one cell, used when there are too many for columns of their own. */
export function metricPairs(labels: readonly string[], row: ListRow): readonly (readonly [string, string])[] {
  return labels.flatMap((label, at): readonly (readonly [string, string])[] => {
    const value = row.metrics[at] ?? null;
    return value === null ? [] : [[label, value]];
  });
}

/** Whether every metric has a column of its own. */
export function inColumns(list: ListTable): boolean {
  return list.metricLabels.length <= MOST_METRIC_COLUMNS;
}

/** List mode as Markdown: every version, newest as the registry lists them. */
export function listSections(decision: ListDecision): readonly Section[] {
  const list = listTable(decision);
  if (list === null || list.rows.length === 0) return [];
  const wide = inColumns(list);
  const columns = [
    'Version',
    'Stage',
    'Aliases',
    'Age',
    'Status',
    ...(wide ? list.metricLabels.map((label) => code(label)) : ['Metrics']),
  ];
  const rows = list.rows.map((row) => [
    `**${code(row.version)}**`,
    stage(row.stage),
    row.aliases.length === 0 ? NOTHING : row.aliases.map((alias) => code(alias)).join(' '),
    row.age.replace(' ', '&nbsp;'),
    code(row.status),
    ...(wide
      ? row.metrics.map((value) => (value === null ? NOTHING : forMarkdown(value)))
      : [pairs(metricPairs(list.metricLabels, row))]),
  ]);
  return [table('versions', 50, '### Versions', columns, rows)];
}

function stage(name: string): string {
  if (name === 'None') return NOTHING;
  return name === 'Production' ? `🟢&nbsp;**${code(name)}**` : code(name);
}

function pairs(all: readonly (readonly [string, string])[]): string {
  if (all.length === 0) return NOTHING;
  const shown = all
    .slice(0, MOST_METRICS_IN_A_CELL)
    .map(([label, value]) => `${code(label)} ${forMarkdown(value)}`);
  const rest = all.length - shown.length;
  return [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join('<br>');
}
