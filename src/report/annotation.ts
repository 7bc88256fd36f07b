import type { Decision } from '../domain/decision.js';
import { jobFails, OUTCOME_RULES } from '../domain/outcome.js';
import { linesOf } from '../text/clean.js';
import { forLog } from '../text/escape.js';
import { SENTENCE_MAX } from './limits.js';
import { headlineOf } from './story.js';
import { nextStep, titleOf } from './story/headline.js';
import { phraseText } from './text.js';

/** One annotation of the run. `message` may have several lines, each of them safe. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

const LINES_MAX = 40;

/**
 * The one annotation of a decision: an error when the job fails, a warning when only `fail-on-rejection: false`
 * keeps it green, else a notice. An outcome that only informs has none.
 */
export function renderAnnotation(decision: Decision, failOnRejection: boolean): Annotation | null {
  const { outcome } = decision;
  if (OUTCOME_RULES[outcome].conclusion === null) return null;
  const level = jobFails(outcome, failOnRejection)
    ? 'error'
    : OUTCOME_RULES[outcome].job === 'switch'
      ? 'warning'
      : 'notice';
  return { level, title: phraseText(titleOf(decision)), message: message(decision) };
}

/** The annotation beside it where later steps cannot learn what was decided: what was moved, and why they cannot. */
export function renderMissingOutputs(decision: Decision, why: string): Annotation {
  const lines = [
    `The outputs of this step could not be written, so no later step knows: ${forLog(why, SENTENCE_MAX)}`,
    phraseText(headlineOf(decision)),
    'Next: free the disk of the runner or mend the permissions of the file that GITHUB_OUTPUT names. This step is red, whatever was decided.',
  ];
  return { level: 'error', title: 'Outputs missing', message: lines.join('\n') };
}

function message(decision: Decision): string {
  const excerpt = linesOf(decision.reasons[0]?.message ?? '', LINES_MAX).slice(1);
  const others = decision.reasons
    .slice(1)
    .flatMap((reason) => [...linesOf(reason.message, LINES_MAX), ...linesOf(reason.remedy, LINES_MAX)]);
  const more = [...excerpt, ...others].slice(0, LINES_MAX).map((line) => `| ${forLog(line, SENTENCE_MAX)}`);
  const registry = decision.registry === null ? [] : [`Registry: ${forLog(decision.registry, SENTENCE_MAX)}`];
  const next = `Next: ${forLog(nextStep(decision), SENTENCE_MAX)}`;
  return [phraseText(headlineOf(decision)), ...more, ...registry, next].join('\n');
}
