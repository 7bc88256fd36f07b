import type { Decision, PromotionDecision } from '../domain/decision.js';
import { linesOf } from '../text/clean.js';
import { code, preformatted, prose } from '../text/escape.js';
import { EXCERPT_LINES, SENTENCE_MAX } from './limits.js';
import { block, type Section } from './section.js';
import { namedVersions } from './versions.js';

/** The excerpt that belongs to the headline. */
export function excerptSections(decision: Decision): readonly Section[] {
  const lines = linesOf(decision.reasons[0]?.message ?? '', EXCERPT_LINES).slice(1);
  return lines.length === 0 ? [] : [block('excerpt', 95, [preformatted(lines)])];
}

/** Every reason after the headline, each with its remedy unless that has been said. */
export function reasonSections(decision: Decision): readonly Section[] {
  const others = decision.reasons.slice(1);
  if (others.length === 0) return [];
  const rows = others.map((reason, at) => {
    const said = decision.reasons.slice(0, at + 1).some((earlier) => earlier.remedy === reason.remedy);
    const [sentence = '', ...more] = linesOf(reason.message, EXCERPT_LINES);
    const parts = said ? [sentence] : [sentence, reason.remedy];
    const text = `- ${parts.map((part) => prose(part, SENTENCE_MAX)).join(' ')} (${code(reason.code)})`;
    return more.length === 0 ? text : `${text}\n\n${preformatted(more)}\n`;
  });
  return [{ ...block('further reasons', 88, ['**Also**', '']), rows }];
}

/** Findings that decided nothing. */
export function warningSections(decision: Decision): readonly Section[] {
  if (decision.warnings.length === 0) return [];
  const rows = decision.warnings.map(
    (warning) =>
      `- ⚠️ ${prose(linesOf(warning.message, 20).join(' '), SENTENCE_MAX)} (${code(warning.code)})`,
  );
  return [{ ...block('warnings', 75, ['**Warnings**', '']), rows }];
}

/** Descriptions and tags of the versions, folded. */
export function tagSections(decision: PromotionDecision): readonly Section[] {
  return namedVersions(decision).flatMap(({ role, facts }) => {
    const tags = Object.entries(facts.tags);
    if (tags.length === 0 && facts.description === '') return [];
    const rows = [
      ...(facts.description === '' ? [] : [`- Description: ${code(facts.description)}`]),
      ...tags.map(([key, value]) => `- ${code(key)} = ${code(value)}`),
    ];
    const title = `Description and tags of ${role.toLowerCase()} ${code(facts.version)}`;
    return [
      {
        name: `tags of the ${role.toLowerCase()}`,
        importance: 30,
        head: [`<details><summary>${title}</summary>`, ''],
        rows,
        foot: ['', '</details>'],
      },
    ];
  });
}

const NO_DIGESTS = { plan: null, policy: null, evidence: null } as const;

/** Digests, reason codes, times and the run, folded. */
export function runSection(decision: Decision): Section {
  const { run } = decision;
  const digests = decision.mode === 'list' ? NO_DIGESTS : decision.digests;
  const facts: readonly (readonly [string, string | number | null])[] = [
    ['Reason codes', decision.reasons.map((reason) => reason.code).join(', ')],
    ['Plan digest', digests.plan],
    ['Policy digest', digests.policy],
    ['Evidence digest', digests.evidence],
    ['Started', decision.startedAt],
    ['Finished', decision.finishedAt],
    ['Run', run.url],
    ['Attempt', run.attempt],
    ['Commit', run.sha],
    ['Actor', run.actor],
  ];
  const rows = facts
    .filter(([, value]) => value !== null && value !== '')
    .map(([label, value]) => `- ${label}: ${code(String(value), 1_000)}`);
  return {
    name: 'digests and run',
    importance: 60,
    head: ['<details><summary>Digests and run</summary>', ''],
    rows,
    foot: ['', '</details>'],
  };
}
