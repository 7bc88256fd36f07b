import type { Decision } from '../domain/decision.js';
import { phraseText, titleOf } from './phrase.js';
import { OUTCOME_RULES, type Conclusion } from '../domain/outcome.js';
import { fit } from './section.js';
import { backgroundSections, reasoningSections, verdictSection } from './summary.js';

/** A check run's output. `summary` and `text` are GitHub Markdown. */
export interface Check {
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  /** Null: this outcome has no check run. */
  readonly conclusion: Conclusion | null;
}

/** GitHub's limit for `summary` and for `text`, kept in bytes of UTF-8, which are never fewer than characters. */
export const CHECK_PART_BUDGET = 65_535;
const TITLE_MAX = 255;

/** The check run of a decision, with the words of the job summary. */
export function renderCheck(decision: Decision): Check {
  const elsewhere = 'The job summary of this run has more.';
  return {
    title: Array.from(phraseText(titleOf(decision)))
      .slice(0, TITLE_MAX)
      .join('')
      .slice(0, TITLE_MAX)
      .toWellFormed(),
    summary: fit([verdictSection(decision), ...reasoningSections(decision)], CHECK_PART_BUDGET, elsewhere),
    text: fit(backgroundSections(decision), CHECK_PART_BUDGET, elsewhere),
    conclusion: OUTCOME_RULES[decision.outcome].conclusion,
  };
}
