import type { PromotionDecision, Move, VersionFacts } from '../domain/decision.js';
import type { Lineage } from '../domain/evidence.js';
import type { Dataset } from '../domain/evidence.js';
import { code } from '../text/escape.js';
import { age, minute } from '../text/number.js';
import { block, table, type Section } from './section.js';

const NOTHING = '–';

/** How a move is marked: done, not done, not known. */
export const MOVE_MARKS = {
  true: { icon: '✅', mark: '✔', words: 'done' },
  false: { icon: '⬜', mark: '·', words: 'not done' },
  unknown: { icon: '❓', mark: '?', words: 'not known whether done' },
} as const;

/** Versions before and after, and the moves between. */
export function versionSections(decision: PromotionDecision): readonly Section[] {
  return [...versionTable(decision), ...moveList(decision)];
}

/** The versions a report speaks of, each with the part it plays. */
export function namedVersions(
  decision: PromotionDecision,
): readonly { readonly role: string; readonly facts: VersionFacts }[] {
  const { candidate, baseline } = decision;
  return [
    ...(candidate === null ? [] : [{ role: 'Candidate', facts: candidate }]),
    ...(baseline === null ? [] : [{ role: 'Baseline', facts: baseline }]),
  ];
}

function versionTable(decision: PromotionDecision): readonly Section[] {
  const rows = namedVersions(decision).map(({ role, facts }) => [
    role,
    code(facts.version),
    stages(decision, facts),
    names(facts.aliases),
    code(facts.status),
    `${minute(facts.createdAt)} (${age(Date.parse(decision.finishedAt) - facts.createdAt)})`,
  ]);
  if (rows.length === 0) return [];
  const columns = ['', 'Version', 'Stage before → after', 'Aliases before', 'Status', 'Created (age)'];
  return [table('versions', 70, '### Versions', columns, rows)];
}

/** The stage a version had, and the one it has after what was really done. */
function stages(decision: PromotionDecision, facts: VersionFacts): string {
  const moves = decision.moves.filter((move) => move.version === facts.version && !move.to.startsWith('@'));
  const done = moves.findLast((move) => move.done === true);
  const open = moves.findLast((move) => move.done !== true);
  if (open?.done === 'unknown')
    return `${code(facts.stage)} → **not known** (${code(open.to)} was asked for)`;
  if (done !== undefined) return `${code(facts.stage)} → **${code(done.to)}**`;
  if (open !== undefined && decision.outcome === 'passed')
    return `${code(facts.stage)}, would be ${code(open.to)}`;
  return `${code(facts.stage)}, unchanged`;
}

function names(list: readonly string[]): string {
  return list.length === 0
    ? NOTHING
    : list.map((name) => code(name.startsWith('@') ? name : `@${name}`)).join(' ');
}

function moveList(decision: PromotionDecision): readonly Section[] {
  if (decision.moves.length === 0) return [];
  const rows = decision.moves.map((move) => {
    const { icon } = MOVE_MARKS[String(move.done) as keyof typeof MOVE_MARKS];
    return `- ${icon} ${moveWords(move, code)} — ${moveState(decision, move)}`;
  });
  return [{ ...block('moves', 85, ['**Moves in the registry**', '']), rows }];
}

/** `done`, `not done`, or what the mode makes of it. */
export function moveState(decision: PromotionDecision, move: Move): string {
  if (move.done === false && decision.mode === 'evaluate') return 'not done, evaluate mode';
  return MOVE_MARKS[String(move.done) as keyof typeof MOVE_MARKS].words;
}

/** A move as a person says it; `show` makes a name safe. */
export function moveWords(move: Move, show: (name: string) => string): string {
  const repair = move.kind === 'repair' ? 'repair: ' : '';
  if (!move.to.startsWith('@')) {
    return `${repair}version ${show(move.version)}: ${show(move.from)} → ${show(move.to)}`;
  }
  const before = move.from === '' ? 'nobody' : `version ${show(move.from)}`;
  return `${repair}${show(move.to)}: ${before} → version ${show(move.version)}`;
}

/** Facts of a lineage by name, as untrusted text; null when it is not known. */
export function lineageFacts(lineage: Lineage): readonly (readonly [string, readonly string[]])[] {
  return [
    ['Run', lineage.runId === null ? [] : [lineage.runId]],
    ['Run status', runStatus(lineage)],
    ['Commit', lineage.commit === null ? [] : [lineage.commit]],
    ['Dataset', lineage.datasets.map(datasetName)],
    ['Logged model', lineage.loggedModelId === null ? [] : [lineage.loggedModelId]],
    ['Copied from', lineage.copiedFrom],
  ];
}

function runStatus(lineage: Lineage): readonly string[] {
  if (lineage.runDeleted) return ['deleted'];
  return lineage.runStatus === null ? [] : [lineage.runStatus];
}

/** `name@digest`, or the name alone. */
export function datasetName(dataset: Dataset): string {
  return dataset.digest === null ? dataset.name : `${dataset.name}@${dataset.digest}`;
}

const LINEAGE_LIST_MAX = 20;

/** Where candidate and baseline came from, side by side. */
export function lineageSections(decision: PromotionDecision): readonly Section[] {
  const known = namedVersions(decision).flatMap(({ role, facts }) =>
    facts.lineage === null
      ? []
      : [{ title: `${role} ${code(facts.version)}`, facts: lineageFacts(facts.lineage) }],
  );
  const labels = known[0]?.facts.map(([label]) => label) ?? [];
  const rows = labels
    .map((label, at) => [label, ...known.map(({ facts }) => cell(facts[at]?.[1] ?? []))])
    .filter((cells) => cells.slice(1).some((text) => text !== NOTHING));
  if (rows.length === 0) return [];
  return [table('lineage', 40, '### Lineage', ['', ...known.map(({ title }) => title)], rows)];
}

function cell(values: readonly string[]): string {
  if (values.length === 0) return NOTHING;
  const shown = values.slice(0, LINEAGE_LIST_MAX).map((value) => code(value));
  const rest = values.length - shown.length;
  return [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join('<br>');
}
