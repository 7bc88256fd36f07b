import type { Mistake, Reading } from './document/mistake.js';
import { parseCondition } from './condition/parser.js';
import { onUse } from '../text/characters.js';
import { quote } from '../text/quote.js';

/** A text that is no mapping of thresholds as a whole, told as what a workflow made of one. */
interface Shape {
  readonly fits: (text: string) => boolean;
  readonly sentence: string;
  /** What it puts in double quotes at the end can be written as it stands: a test tries each. */
  readonly remedy: (text: string) => string;
}

/** Before a metric and its colon in the middle of a line: a condition has no colon. */
// Once for each run of blanks: from every blank of it, it would be cubic.
const NEXT_ENTRY = /(?<![ \t])[ \t]+(?=[^\s:,"']+:[ \t])/;
/** A metric with a whole condition in quotes. */
const QUOTED = /^[^\s:,"']+:[ \t]+(?:"[^"]+"|'[^']+'),?$/;
const BARE = onUse(String.raw`^([\p{L}_][\p{L}\p{N}_.@/-]*?)\s*(>=|<=|>|<)\s*([^<>=].*)$`, 'u');

const SHAPES: readonly Shape[] = [
  {
    fits: (text) =>
      entriesOf(text).length > 1 &&
      entriesOf(text)
        .slice(0, -1)
        .every((entry) => entry.endsWith(',')),
    sentence: 'Several metrics stand on one line, separated by commas.',
    remedy: (text) =>
      entriesOf(text).every((entry) => QUOTED.test(entry))
        ? `Put braces around them: {${text}}`
        : 'Put braces around them, and each condition in double quotes: {accuracy: ">= 0.9", log_loss: "<= 0.3"}',
  },
  {
    fits: (text) => entriesOf(text).length > 1,
    sentence: 'Several metrics stand on one line: a `>` block folds its lines into one.',
    remedy: () => 'Write `thresholds: |` in the workflow, which keeps the lines.',
  },
  {
    fits: isJsonText,
    sentence: 'The thresholds are a JSON text, quotes and all: what `toJSON` makes of a text.',
    remedy: () => 'Give the text itself, without `toJSON`.',
  },
  {
    fits: (text) => /^\$\{?\{?[ \t]*\w/.test(text),
    sentence: 'The thresholds are the name of a variable that nobody put a value in place of.',
    remedy: () => 'In a workflow write `${{ vars.NAME }}`, without quotes that keep it as it is.',
  },
  {
    fits: (text) =>
      /^[^\s:"'{}<>=]+\.(ya?ml|json|txt)$/i.test(text) || /^\.{0,2}\/[^\s:"'{}<>=]+$/.test(text),
    sentence: 'The thresholds are the path of a file, and this input takes its text.',
    remedy: () => 'Read the file in a step before, put its text into an output, and give that output here.',
  },
  {
    fits: (text) => bareCondition(text) !== null,
    sentence: 'The metric and its condition stand together, without a colon between them.',
    remedy: (text) => `Write ${bareCondition(text) ?? ''}`,
  },
];

/** The one mistake of a text that is wrong as a whole; null when it is not one of these. */
export function outerShape({ text }: Reading): Mistake | null {
  const line = text.trim();
  if (line === '' || /[\r\n]/.test(line)) return null;
  const shape = SHAPES.find(({ fits }) => fits(line));
  if (shape === undefined) return null;
  const start = text.indexOf(line);
  return { start, end: start + line.length, sentence: shape.sentence, remedy: shape.remedy(line) };
}

/** What stands on one line as if on several; none where braces or brackets may hold it together. */
function entriesOf(text: string): readonly string[] {
  return /^[^\s:,"']+:[ \t]/.test(text) && !/[{}[\]]/.test(text) ? text.split(NEXT_ENTRY) : [];
}

/** A JSON string with thresholds in it, or nothing. */
function isJsonText(text: string): boolean {
  if (!text.startsWith('"')) return false;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' && (value === '' || value.includes(':'));
  } catch {
    return false;
  }
}

/** `accuracy >= 0.9` as it has to be written; null when it is something else. */
function bareCondition(text: string): string | null {
  const [, metric, op, rest] = BARE().exec(text) ?? [];
  if (metric === undefined || op === undefined || rest === undefined) return null;
  const condition = `${op} ${rest.trim()}`;
  return parseCondition(condition).ok ? `${metric}: ${quote(condition)}` : null;
}
