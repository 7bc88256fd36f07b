import { isAlias, isNode, parseDocument, visit, type Document, type Node } from 'yaml';
import { lineOf, lineStarts, type Mistake, type Reading } from './mistake.js';

/**
 * Where a line has an unquoted condition that begins with `>` for its value: YAML reads that sign as the header of a
 * block of text.
 */
const SLIP = /(?:[:\-?]|^)[ \t]+(?=>[ \t]*(?:=|[\d.+-]|production|baseline))/;

/** A comment, or the rest of a flow collection, may follow. */
const AFTER = /[#,\]}]/;

/** `contents` is null when there is nothing to read, or when the rest cannot be trusted. */
export interface OpenedDocument {
  readonly contents: Node | null;
}

/** What our words say better than the parser's. */
const SENTENCES: Readonly<Record<string, readonly [sentence: string, remedy: string]>> = {
  MULTIPLE_DOCS: ['There is a second YAML document.', 'Keep one, without "---" lines.'],
  RESOURCE_EXHAUSTION: ['The YAML is nested too deeply.', 'Write one entry per metric.'],
  MULTILINE_IMPLICIT_KEY: [
    'A line without "metric: condition" runs into the next one.',
    'Write a space after the colon.',
  ],
  TAB_AS_INDENT: ['YAML does not allow a tab as indentation.', 'Indent with spaces.'],
  MISSING_CHAR: [
    'A quote, a bracket or a colon is missing.',
    'Close what was opened, and write "metric: condition".',
  ],
};

const YAML_REMEDY = 'Write one line per metric: name, colon, space, and the condition in double quotes.';

/** The mistake for an unquoted `>= 0.9` on the line of an offset; null when that line is something else. */
export function blockSlip(text: string, offset: number): Mistake | null {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const line = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? '';
  const found = SLIP.exec(line);
  if (found === null) return null;
  const before = line.slice(0, found.index + found[0].length);
  const value = line.slice(before.length);
  const condition = value.slice(0, AFTER.exec(value)?.index).trimEnd();
  return {
    start: start + before.length,
    end: start + before.length + condition.length,
    sentence: 'YAML takes an unquoted ">" for the start of a block of text.',
    remedy: `Quote it: ${before.trimStart()}${JSON.stringify(condition)}${value.slice(condition.length)}`,
  };
}

/**
 * Parses YAML 1.2 with the core schema. Mistakes are added to the reading. Where the only mistakes are
 * unquoted conditions, the rest is still handed out, so that everything is reported at once.
 */
export function openDocument(reading: Reading): OpenedDocument {
  const document = parseDocument(reading.text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    strict: true,
    prettyErrors: false,
    // Checked by the reader instead: by spelling, with both places, and not in quadratic time.
    uniqueKeys: false,
  });
  const before = reading.mistakes.length;
  refuseDirectives(reading);
  const { mistakes, trusted } = syntaxMistakes(document, reading.text);
  reading.mistakes.push(...mistakes);
  if (!trusted) return { contents: null };
  refuseFeatures(document, reading);
  const onlySlips = reading.mistakes.length - before === mistakes.length;
  return { contents: onlySlips ? document.contents : null };
}

function refuseDirectives(reading: Reading): void {
  // Each turn takes one character of a line's end: with two ways to take it, this is exponential in the lines.
  const match = /^(?:[ \t]*(?:#[^\r\n]*)?[\r\n])*(?<directive>%[^\r\n]*)/.exec(reading.text);
  const directive = match?.groups?.['directive'];
  if (directive !== undefined) {
    const start = reading.text.indexOf(directive);
    reading.mistakes.push({
      start,
      end: start + directive.length,
      sentence: 'YAML directives are refused.',
      remedy: 'Remove the line; the text is read as YAML 1.2.',
    });
  }
}

function syntaxMistakes(document: Document.Parsed, text: string): { mistakes: Mistake[]; trusted: boolean } {
  const mistakes: Mistake[] = [];
  const lines = new Set<number>();
  const starts = lineStarts(text);
  let trusted = true;
  for (const error of document.errors.slice(0, 200)) {
    const slip = blockSlip(text, error.pos[0]);
    trusted &&= slip !== null;
    const line = lineOf(starts, error.pos[0]);
    if (!lines.has(line)) {
      lines.add(line);
      const [sentence, remedy] = SENTENCES[error.code] ?? [
        `This is not valid YAML: ${error.message}.`,
        YAML_REMEDY,
      ];
      mistakes.push(slip ?? { start: error.pos[0], end: error.pos[1], sentence, remedy });
    }
  }
  return { mistakes, trusted: trusted && document.errors.length <= 200 };
}

/** Anchors, aliases, tags and directives: none is needed here, and each can hide what a policy says. */
function refuseFeatures(document: Document.Parsed, { text, mistakes }: Reading): void {
  visit(document, (_, node) => {
    if (!isNode(node)) return;
    if (isAlias(node)) {
      const [start, end] = node.range ?? [0, 1];
      mistakes.push({ start, end, sentence: 'YAML aliases are refused.', remedy: 'Write the value out.' });
    } else if (node.anchor !== undefined) {
      const at = wordBefore(text, node);
      mistakes.push({ ...at, sentence: 'YAML anchors are refused.', remedy: `Remove "&${node.anchor}".` });
    } else if (node.tag !== undefined) {
      const sentence = 'YAML tags are refused.';
      mistakes.push({ ...wordBefore(text, node), sentence, remedy: 'Remove the word that begins with "!".' });
    }
  });
}

/** The word that stands before a node: its anchor or tag. */
function wordBefore(text: string, node: Node): { start: number; end: number } {
  const start = node.range?.[0] ?? 0;
  const before = text.slice(Math.max(0, start - 200), start).trimEnd();
  const word = before.split(/\s/).at(-1) ?? '';
  const end = Math.max(0, start - 200) + before.length;
  return { start: end - word.length, end };
}
