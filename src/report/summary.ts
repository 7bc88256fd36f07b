import type { Decision } from '../domain/decision.js';
import { writeMarkdown } from './markdown.js';
import { documentOf } from './story.js';

/** Bytes of one job summary. GitHub drops a summary above 1 MiB as a whole; other tools may add to ours. */
export const SUMMARY_BUDGET = 900_000;

/** The job summary, and the report's file, as GitHub Markdown: the whole document. */
export function renderSummary(decision: Decision): string {
  const { reasoning, background } = documentOf(decision);
  return writeMarkdown([...reasoning, ...background], SUMMARY_BUDGET, 'The decision file has everything.');
}
