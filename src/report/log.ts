import type { Decision } from '../domain/decision.js';
import { documentOf } from './story.js';
import { writeText, type LogBlock } from './text.js';

export type { LogBlock };

/** Bytes of one log. GitHub sets no limit; nobody scrolls through more. */
export const LOG_BUDGET = 900_000;

/** A decision as log lines: verdict first, next step last. */
export function renderLog(decision: Decision): readonly LogBlock[] {
  return writeText(documentOf(decision).log, LOG_BUDGET, 'The decision file has everything.');
}
