import type { Decision } from '../domain/decision.js';
import { OUTCOME_RULES, type Conclusion } from '../domain/outcome.js';
import { writeMarkdown } from './markdown.js';
import { documentOf } from './story.js';
import { phraseText } from './text.js';

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

/** The check run of a decision: the job summary in two parts. */
export function renderCheck(decision: Decision): Check {
  const { title, reasoning, background } = documentOf(decision);
  const elsewhere = 'The job summary of this run has more.';
  return {
    title: Array.from(phraseText(title)).slice(0, TITLE_MAX).join('').slice(0, TITLE_MAX).toWellFormed(),
    summary: writeMarkdown(reasoning, CHECK_PART_BUDGET, elsewhere),
    text: writeMarkdown(background, CHECK_PART_BUDGET, elsewhere),
    conclusion: OUTCOME_RULES[decision.outcome].conclusion,
  };
}
