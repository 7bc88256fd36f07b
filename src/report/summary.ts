import type { Decision } from '../domain/decision.js';
import { forMarkdown, prose } from '../text/escape.js';
import { excerptSections, reasonSections, runSection, tagSections, warningSections } from './details.js';
import { gateSections } from './gates.js';
import { listSections } from './list.js';
import { LOOKS } from './looks.js';
import { SENTENCE_MAX } from './limits.js';
import { aftermath, headline, nextStep, phraseMarkdown } from './phrase.js';
import { block, fit, KEEP, type Section } from './section.js';
import { lineageSections, versionSections } from './versions.js';

/** Bytes of one job summary. GitHub drops a summary above 1 MiB as a whole; other tools may add to ours. */
export const SUMMARY_BUDGET = 900_000;

/** The verdict: icon and outcome, one bold sentence, what was left behind, and the next step. */
export function verdictSection(decision: Decision): Section {
  const { icon, label } = LOOKS[decision.outcome];
  const after = aftermath(decision);
  const next = nextStep(decision);
  return block('verdict', KEEP, [
    `## ${icon} ${label}`,
    '',
    `<strong>${phraseMarkdown(headline(decision))}</strong>`,
    ...(after === null ? [] : ['', forMarkdown(after)]),
    ...(decision.outcome === 'listed' ? [] : ['', `➡️ <strong>Next:</strong> ${prose(next, SENTENCE_MAX)}`]),
  ]);
}

/** What decided, in the order it is read: excerpt, gates, further reasons, warnings. */
export function reasoningSections(decision: Decision): readonly Section[] {
  return [
    ...excerptSections(decision),
    ...(decision.mode === 'list' ? [] : gateSections(decision)),
    ...reasonSections(decision),
    ...warningSections(decision),
  ];
}

/** What was moved and where it came from. */
export function backgroundSections(decision: Decision): readonly Section[] {
  const parts =
    decision.mode === 'list'
      ? listSections(decision)
      : [...versionSections(decision), ...lineageSections(decision), ...tagSections(decision)];
  return [...parts, runSection(decision)];
}

/** The job summary as GitHub Markdown, verdict first, within `SUMMARY_BUDGET`. */
export function renderSummary(decision: Decision, budget: number = SUMMARY_BUDGET): string {
  const sections = [
    verdictSection(decision),
    ...reasoningSections(decision),
    ...backgroundSections(decision),
  ];
  return fit(sections, budget, 'The decision file has everything.');
}
