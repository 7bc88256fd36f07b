import type { PromotionDecision } from '../../domain/decision.js';
import { datasetName, type Lineage } from '../../domain/evidence.js';
import type { Block, Cell, Fact, FactGroup } from '../document.js';
import { namedVersions, versionFactsOf } from './versions.js';

const LIST_MAX = 20;

/** Where candidate and baseline came from, side by side. */
export function lineageBlocks(decision: PromotionDecision): readonly Block[] {
  const known = namedVersions(decision).flatMap(({ role, facts: { version, lineage } }) =>
    lineage === null ? [] : [{ title: [`${role} `, { name: version }], facts: lineageFacts(lineage) }],
  );
  const labels = known[0]?.facts.map(([label]) => label) ?? [];
  const rows = labels
    .map((label, at): readonly Cell[] => [[[label]], ...known.map(({ facts }) => cell(facts[at]?.[1] ?? []))])
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
      ...(facts.lineage === null ? [] : lineageFacts(facts.lineage)).flatMap(([label, values]): Fact[] =>
        values.length === 0 ? [] : [{ label, values: values.map((name) => [{ name }]) }],
      ),
    ],
  }));
  const head = { name: 'versions and lineage', importance: 70 } as const;
  return groups.length === 0 ? [] : [{ ...head, kind: 'folded', title: 'Versions and lineage', groups }];
}

function known(value: string | null): readonly string[] {
  return value === null ? [] : [value];
}

/** Facts of a lineage by name; empty where they are not known. */
function lineageFacts(lineage: Lineage): readonly (readonly [string, readonly string[]])[] {
  return [
    ['Run', known(lineage.runId)],
    ['Run status', lineage.runDeleted ? ['deleted'] : known(lineage.runStatus)],
    ['Commit', known(lineage.commit)],
    ['Dataset', lineage.datasets.map(datasetName)],
    ['Logged model', known(lineage.loggedModelId)],
    ['Copied from', lineage.copiedFrom],
  ];
}

function cell(values: readonly string[]): Cell {
  const shown = values.slice(0, LIST_MAX).map((name) => [{ name }]);
  const rest = values.length - shown.length;
  return rest > 0 ? [...shown, [`and ${rest} more`]] : shown;
}
