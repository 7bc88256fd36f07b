import type { PromotionDecision } from '../../domain/decision.js';
import { datasetName, type Lineage } from '../../domain/evidence.js';
import type { Block, Cell, Fact, FactGroup, Phrase } from '../document.js';
import { namedVersions, versionFactsOf } from './versions.js';

const LIST_MAX = 20;

/** Where candidate and baseline came from, side by side. */
export function lineageBlocks(decision: PromotionDecision): readonly Block[] {
  const known = namedVersions(decision).flatMap(({ role, facts: { version, lineage } }) =>
    lineage === null
      ? []
      : [{ title: [`${role} `, { name: version }], facts: lineageFacts(lineage, decision) }],
  );
  const labels = known[0]?.facts.map(({ label }) => label) ?? [];
  const rows = labels
    .map((label, at): readonly Cell[] => [
      [[label]],
      ...known.map(({ facts }) => cell(facts[at]?.values ?? [])),
    ])
    .filter((cells) => cells.slice(1).some((lines) => lines.length > 0));
  if (rows.length === 0) return [];
  const columns = [[''], ...known.map(({ title }) => title)];
  const head = { name: 'lineage', importance: 40, kind: 'table', title: 'Lineage' } as const;
  return [{ ...head, columns, rows, note: null }];
}

/** Both versions with all that is known of them, one after the other, for a log. */
export function versionLogBlocks(decision: PromotionDecision): readonly Block[] {
  const groups = namedVersions(decision).map(({ role, facts }): FactGroup => ({
    title: [`${role}: version `, { name: facts.version }],
    facts: [
      ...versionFactsOf(decision, facts),
      ...(facts.lineage === null ? [] : lineageFacts(facts.lineage, decision)).filter(
        ({ values }) => values.length > 0,
      ),
    ],
  }));
  const head = { name: 'versions and lineage', importance: 70 } as const;
  return groups.length === 0 ? [] : [{ ...head, kind: 'folded', title: 'Versions and lineage', groups }];
}

function known(value: string | null, url: string | null = null): readonly Phrase[] {
  return value === null ? [] : [[{ link: [{ name: value }], url }]];
}

/** Facts of a lineage by name; empty where they are not known. */
function lineageFacts(lineage: Lineage, { run }: PromotionDecision): readonly Fact[] {
  const { runId, urls, commit } = lineage;
  const names = (values: readonly string[]) => values.flatMap((value) => known(value));
  // Of another commit nobody knows the repository.
  const commitUrl = commit === run.sha ? run.commitUrl : null;
  return [
    { label: 'Run', values: known(runId, urls.run) },
    { label: 'Run status', values: lineage.runDeleted ? known('deleted') : known(lineage.runStatus) },
    { label: 'Experiment', values: known(lineage.experimentId, urls.experiment) },
    { label: 'Commit', values: known(commit, commitUrl) },
    { label: 'Dataset', values: names(lineage.datasets.map(datasetName)) },
    { label: 'Logged model', values: known(lineage.loggedModelId, urls.loggedModel) },
    { label: 'Copied from', values: names(lineage.copiedFrom) },
  ];
}

function cell(values: readonly Phrase[]): Cell {
  const shown = values.slice(0, LIST_MAX);
  const rest = values.length - shown.length;
  return rest > 0 ? [...shown, [`and ${rest} more`]] : shown;
}
