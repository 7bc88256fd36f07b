import { onUse } from '../../text/characters.js';
/** What is wrong with the thresholds, as a person reads it. */
export interface Problem {
  /** One sentence; where it has a place in the text, the line and a caret follow on lines of their own. */
  readonly message: string;
  readonly remedy: string;
}

/** Something wrong at a place. `start` and `end` are offsets in UTF-16 units. */
export interface Mistake {
  readonly start: number;
  readonly end: number;
  readonly sentence: string;
  readonly remedy: string;
}

/** What is left to find everything at once: the text and the list that mistakes are added to. */
export interface Reading {
  readonly text: string;
  readonly mistakes: Mistake[];
}

const WINDOW = 100;
const MOST_PROBLEMS = 50;

/** Start offsets of all lines. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}

/** The line an offset is on, counted from 0. */
export function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Puts mistakes in the order of the text, each with its line, its column and a caret. */
export function toProblems({ text, mistakes }: Reading): Problem[] {
  const starts = lineStarts(text);
  const ordered = [...mistakes].sort((a, b) => a.start - b.start);
  const problems = ordered.slice(0, MOST_PROBLEMS).map((mistake) => {
    const line = lineOf(starts, mistake.start);
    const lineStart = starts[line] ?? 0;
    const place = `Line ${line + 1}, column ${mistake.start - lineStart + 1}`;
    return {
      message: `${place}: ${mistake.sentence}\n${excerpt(text, lineStart, mistake)}`,
      remedy: mistake.remedy,
    };
  });
  const left = ordered.length - problems.length;
  if (left > 0)
    problems.push({ message: `${left} more problems are not shown.`, remedy: 'Fix those above first.' });
  return problems;
}

function excerpt(text: string, lineStart: number, mistake: Mistake): string {
  const line = /^[^\r\n]*/.exec(text.slice(lineStart))?.[0] ?? '';
  const column = Math.min(mistake.start - lineStart, line.length);
  const from = Math.max(0, column - WINDOW / 2);
  const before = visible(line.slice(from, column));
  const rest = visible(line.slice(column, from + WINDOW));
  const marked = Array.from(visible(line.slice(column, Math.min(mistake.end - lineStart, from + WINDOW))));
  const caret = ' '.repeat(Array.from(before).length) + '^'.repeat(Math.max(1, marked.length));
  return `  ${before}${rest}\n  ${caret}`;
}

const INVISIBLE = onUse(String.raw`[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]`, 'gu');

/** One character per character, so that the caret stays under its column. */
function visible(part: string): string {
  return part.replace(INVISIBLE(), ' ');
}
