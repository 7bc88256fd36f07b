import { isPromotion, type Decision, type PromotionDecision } from '../../domain/decision.js';
import type { Block, Fact, FactGroup } from '../document.js';
import { namedVersions } from './versions.js';

/** Descriptions and tags of the versions. */
export function tagBlocks(decision: PromotionDecision): readonly Block[] {
  return namedVersions(decision).flatMap(({ role, facts: { description, tags } }): readonly Block[] => {
    const facts: readonly Fact[] = [
      ...(description === '' ? [] : [{ label: 'Description', values: [[{ name: description }]] }]),
      ...Object.entries(tags).map(([key, value]) => ({ label: { name: key }, values: [[{ name: value }]] })),
    ];
    if (facts.length === 0) return [];
    const title = `Description and tags of the ${role.toLowerCase()}`;
    const name = `tags of the ${role.toLowerCase()}`;
    return [{ name, importance: 30, kind: 'folded', title, groups: [{ title: null, facts }] }];
  });
}

/** Digests, reason codes, times and the run. */
export function runBlock(decision: Decision): Block {
  const { startedAt, finishedAt, run } = decision;
  return folded([
    ['Registry', decision.registry],
    ['Reason codes', codes(decision)],
    ...digests(decision),
    ['Started', startedAt],
    ['Finished', finishedAt],
    ['Run', run.url],
    ['Attempt', run.attempt],
    ['Commit', run.sha],
    ['Actor', run.actor],
  ]);
}

/** The same for a log, which has times of its own. */
export function runLogBlock(decision: Decision): Block {
  const { url, sha, actor } = decision.run;
  return folded([
    ['Registry', decision.registry],
    ['Reason codes', codes(decision)],
    ...digests(decision),
    ['Run', url],
    ['Commit', sha],
    ['Actor', actor],
  ]);
}

type Pair = readonly [string, string | number | null];

function codes({ reasons }: Decision): string {
  return reasons.map(({ code }) => code).join(', ');
}

function digests(decision: Decision): readonly Pair[] {
  if (!isPromotion(decision)) return [];
  const { plan, policy, evidence } = decision.digests;
  return [
    ['Plan digest', plan],
    ['Policy digest', policy],
    ['Evidence digest', evidence],
  ];
}

const VALUE_MAX = 1_000;

function folded(pairs: readonly Pair[]): Block {
  const facts = pairs
    .filter(([, value]) => value !== null && value !== '')
    .map(([label, value]): Fact => ({ label, values: [[{ name: String(value), max: VALUE_MAX }]] }));
  const groups: readonly FactGroup[] = [{ title: null, facts }];
  return { name: 'digests and run', importance: 60, kind: 'folded', title: 'Digests and run', groups };
}
