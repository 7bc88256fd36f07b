import type { LineCounter } from 'yaml';
import type { WrittenAt } from '../../domain/policy.js';
import { onUse } from '../../text/characters.js';

/** What is wrong with a text, as a person reads it. */
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

/** What is left to find everything at once: the text, its lines as the parser finds them, and a list for mistakes. */
export interface Reading {
  /** What the text is of. */
  readonly of: Pick<WrittenAt, 'in' | 'name'>;
  readonly text: string;
  readonly lines: LineCounter;
  readonly mistakes: Mistake[];
}

const WINDOW = 100;
const MOST_PROBLEMS = 50;

/** Puts mistakes in the order of the text, each with its line, its column and a caret; of a file with its path too. */
export function toProblems({ of, text, lines, mistakes }: Reading): Problem[] {
  const where = of.in === 'file' ? `${of.name}, line` : 'Line';
  const ordered = [...mistakes].sort((a, b) => a.start - b.start);
  const problems = ordered.slice(0, MOST_PROBLEMS).map((mistake) => {
    const { line, col } = lines.linePos(mistake.start);
    const excerpt = excerptOf(text, mistake.start - col + 1, mistake);
    return {
      message: `${where} ${line}, column ${col}: ${mistake.sentence}\n${excerpt}`,
      remedy: mistake.remedy,
    };
  });
  const left = ordered.length - problems.length;
  if (left > 0)
    problems.push({ message: `${left} more problems are not shown.`, remedy: 'Fix those above first.' });
  return problems;
}

function excerptOf(text: string, lineStart: number, mistake: Mistake): string {
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
