import { isPromotion, type Decision, type PromotionDecision } from '../../domain/decision.js';
import type { Block, Fact, FactGroup } from '../document.js';
import { codeLink } from './reason-link.js';
import { whereWritten } from './gate-view.js';
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
  const { url, sha, commitUrl } = run;
  return folded([
    one('Registry', decision.registry),
    ...policy(decision),
    codes(decision),
    ...digests(decision),
    one('Started', startedAt),
    one('Finished', finishedAt),
    one('Run', url, url),
    one('Attempt', run.attempt),
    one('Commit', sha, commitUrl),
    one('Actor', run.actor),
  ]);
}

/** The same for a log, which has times of its own. */
export function runLogBlock(decision: Decision): Block {
  const { url, sha, actor } = decision.run;
  return folded([
    one('Registry', decision.registry),
    ...policy(decision),
    codes(decision),
    ...digests(decision),
    one('Run', url),
    one('Commit', sha),
    one('Actor', actor),
  ]);
}

const VALUE_MAX = 1_000;

/** A fact with one value; none where there is nothing to say. */
function one(label: string, value: string | number | null, url: string | null = null): Fact {
  const known = value !== null && value !== '';
  return { label, values: known ? [[{ link: [{ name: String(value), max: VALUE_MAX }], url }]] : [] };
}

/** Which file said what must hold, and who settled the rest. */
function policy(decision: Decision): readonly Fact[] {
  if (decision.mode === 'list') return [];
  const { policy: file, rules } = decision;
  const said = rules.map(({ name, value, writtenAt }): Fact => ({
    label: { name },
    values: [[{ name: value }, ` (${writtenAt === null ? 'default' : whereWritten(writtenAt)})`]],
  }));
  if (file === null) return said;
  const where =
    file.place === 'workspace'
      ? 'the working tree, which nobody reviewed'
      : `${file.ref ?? ''} at ${file.commit ?? ''}`;
  return [
    { label: 'Policy', values: [[{ name: file.path }, ' of ', { name: where, max: VALUE_MAX }]] },
    one('Policy SHA-256', file.sha256),
    ...said,
  ];
}

function codes(decision: Decision): Fact {
  return { label: 'Reason codes', values: decision.reasons.map(({ code }) => [codeLink(code, decision)]) };
}

function digests(decision: Decision): readonly Fact[] {
  if (!isPromotion(decision)) return [];
  const { plan, policy, evidence } = decision.digests;
  return [one('Plan digest', plan), one('Policy digest', policy), one('Evidence digest', evidence)];
}

function folded(facts: readonly Fact[]): Block {
  const groups: readonly FactGroup[] = [
    { title: null, facts: facts.filter(({ values }) => values.length > 0) },
  ];
  return { name: 'digests and run', importance: 60, kind: 'folded', title: 'Digests and run', groups };
}
