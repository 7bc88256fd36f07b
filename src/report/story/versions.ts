import type { Move, PromotionDecision, VersionFacts } from '../../domain/decision.js';
import { age, minute } from '../../text/number.js';
import type { Block, Cell, Fact, Item, Link, Phrase, Span } from '../document.js';
import { MOVE_LOOKS } from '../looks.js';

/** A version that a report speaks of, with the part it plays. */
export interface NamedVersion {
  readonly role: 'Candidate' | 'Baseline';
  readonly facts: VersionFacts;
}

/** The versions that are known. */
export function namedVersions({ candidate, baseline }: PromotionDecision): readonly NamedVersion[] {
  return [
    ...(candidate === null ? [] : [{ role: 'Candidate', facts: candidate } as const]),
    ...(baseline === null ? [] : [{ role: 'Baseline', facts: baseline } as const]),
  ];
}

/** Versions before and after. */
export function versionBlocks(decision: PromotionDecision): readonly Block[] {
  const rows = namedVersions(decision).map(({ role, facts }): readonly Cell[] => [
    [[role]],
    [[versionLink(facts)]],
    [stages(decision, facts)],
    facts.aliases.length === 0 ? [] : [facts.aliases.flatMap(aliasAt)],
    [[{ name: facts.status }]],
    [[created(decision, facts)]],
  ]);
  if (rows.length === 0) return [];
  const columns = ['', 'Version', 'Stage before → after', 'Aliases before', 'Status', 'Created (age)'];
  const head = { name: 'versions', importance: 70, kind: 'table', title: 'Versions' } as const;
  return [{ ...head, columns: columns.map((column) => [column]), rows, note: null }];
}

/** A version's number, leading to the registry's own page about it. */
export function versionLink({ version, url }: VersionFacts): Link {
  return { link: [{ name: version }], url };
}

/** One after the other in a line, each with the sign that an alias has. */
export function aliasAt(alias: string, at: number): readonly Span[] {
  const name = { name: alias.startsWith('@') ? alias : `@${alias}` };
  return at === 0 ? [name] : [' ', name];
}

/** A version in plain facts, for a log. */
export function versionFactsOf(decision: PromotionDecision, facts: VersionFacts): readonly Fact[] {
  return [
    { label: 'Stage before', values: [[{ name: facts.stage }]] },
    { label: 'Aliases before', values: facts.aliases.map((alias) => [{ name: alias }]) },
    { label: 'Status', values: [[{ name: facts.status }]] },
    { label: 'Created', values: [[created(decision, facts)]] },
  ];
}

/** What was written to the registry, and what was not. */
export function moveBlocks(decision: PromotionDecision): readonly Block[] {
  if (decision.moves.length === 0) return [];
  const items = decision.moves.map((move): Item => {
    const { icon, mark, words } = MOVE_LOOKS[String(move.done) as keyof typeof MOVE_LOOKS];
    const state = move.done === false && decision.mode === 'evaluate' ? 'not done, evaluate mode' : words;
    return { mark: { icon, mark }, text: moveWords(move), excerpt: [], remedy: '', state, code: null };
  });
  const head = { name: 'moves', importance: 85 } as const;
  return [{ ...head, kind: 'list', title: 'Moves in the registry', each: null, items }];
}

/** The stage a version had, and the one it has after what was really done. */
function stages(decision: PromotionDecision, { version, stage }: VersionFacts): Phrase {
  const moves = decision.moves.filter((move) => move.version === version && !move.to.startsWith('@'));
  const done = moves.findLast((move) => move.done === true);
  const open = moves.findLast((move) => move.done !== true);
  if (open?.done === 'unknown')
    return [{ name: stage }, ' → ', { strong: ['not known'] }, ' (', { name: open.to }, ' was asked for)'];
  if (done !== undefined) return [{ name: stage }, ' → ', { strong: [{ name: done.to }] }];
  if (open !== undefined && decision.outcome === 'passed')
    return [{ name: stage }, ', would be ', { name: open.to }];
  return [{ name: stage }, ', unchanged'];
}

function created({ finishedAt }: PromotionDecision, { createdAt }: VersionFacts): string {
  return `${minute(createdAt)} (${age(Date.parse(finishedAt) - createdAt)})`;
}

function moveWords({ kind, version, from, to }: Move): Phrase {
  const repair = kind === 'repair' ? 'repair: ' : '';
  if (!to.startsWith('@'))
    return [`${repair}version `, { name: version }, ': ', { name: from }, ' → ', { name: to }];
  const before: Phrase = from === '' ? ['nobody'] : ['version ', { name: from }];
  return [repair, { name: to }, ': ', ...before, ' → version ', { name: version }];
}
