import { isAscii, onUse } from '../text/characters.js';
import { cleanAndCut, linesOf } from '../text/clean.js';
import { forLog } from '../text/escape.js';
import { bar, signed } from '../text/number.js';
import { columns } from './columns.js';
import type { Block, Body, Cell, FactGroup, Item, Name, Paragraph, Phrase, Table } from './document.js';
import { EXCERPT_LINES, NAME_MAX, SENTENCE_MAX } from './limits.js';
import { fit, linesIn, type Section } from './section.js';

/** Lines of a log that belong together. A title makes them a group that GitHub folds; null leaves them open. */
export interface LogBlock {
  readonly title: string | null;
  readonly lines: readonly string[];
}

/**
 * Blocks as lines for a plain terminal, together at most `budget` bytes of UTF-8. When they are more, the least
 * important is left out, and a line near the top says what; `elsewhere` is a sentence that says where the rest is. Each
 * line is one line, starts with a visible character of ours and forms no workflow command.
 */
export function writeText(blocks: readonly Block[], budget: number, elsewhere: string): readonly LogBlock[] {
  const { opening, rest, missing } = fit(blocks.map(sectionOf), budget);
  const note = missing === null ? [] : [noteOf(`! ${missing} ${elsewhere}`)];
  return gathered([...opening, ...note, ...rest]);
}

const ASCII_NAME = /^[A-Za-z0-9@][\w.@/-]*$/;
const EVERYDAY_NAME = onUse(String.raw`^[\p{L}\p{N}@][\p{L}\p{N}_.@/-]*$`, 'u');

/** Running text in one line: names in quotes unless they are plain words. */
export function phraseText(phrase: Phrase, max = SENTENCE_MAX * 2): string {
  const everyday = (name: string) => (isAscii(name) ? ASCII_NAME.test(name) : EVERYDAY_NAME().test(name));
  const quoted = ({ name }: Name) => (everyday(name) ? name : `"${cleanAndCut(name, NAME_MAX)}"`);
  return forLog(spoken(phrase, { name: quoted, text: (text) => text }), max);
}

/** A text that has a place of its own, in one line: names stand as they are. */
function plainText(phrase: Phrase): string {
  const text = (part: string) => forLog(part, SENTENCE_MAX);
  return spoken(phrase, { name: ({ name, max }) => forLog(name, max), text });
}

interface Voice {
  readonly name: (name: Name) => string;
  readonly text: (text: string) => string;
}

function spoken(phrase: Phrase, voice: Voice): string {
  const words = phrase.map((span) => {
    if (typeof span === 'string') return voice.text(span);
    if ('name' in span) return voice.name(span);
    if ('strong' in span) return spoken(span.strong, voice);
    if ('small' in span) return spoken(span.small, voice);
    if ('link' in span) return spoken(span.link, voice);
    return `${bar(span.distance, span.limit)} ${forLog(signed(span.distance))}`;
  });
  return words.join('');
}

interface LogSection extends Section {
  /** What folds it away; null when it stays open. */
  readonly title: string | null;
  /** Sentences that go on from the ones before, without a gap. */
  readonly flows: boolean;
}

function sectionOf({ name, importance, ...body }: Block): LogSection {
  const nothing = { head: [], rows: [], foot: [], title: null, flows: false };
  return { ...nothing, name, importance, ...written(body) };
}

function noteOf(line: string): LogSection {
  const rest = { name: 'note', importance: Infinity, rows: [], foot: [], title: null, flows: true };
  return { ...rest, head: [line] };
}

/** Sections that flow on from each other are one block. */
function gathered(sections: readonly LogSection[]): readonly LogBlock[] {
  const blocks: { title: string | null; lines: string[]; flows: boolean }[] = [];
  for (const section of sections) {
    const { title, flows } = section;
    const lines = linesIn(section).flatMap((text) => text.split('\n'));
    const last = blocks.at(-1);
    if (flows && last?.flows === true) last.lines.push(...lines);
    else blocks.push({ title, lines, flows });
  }
  return blocks.map(({ title, lines }) => ({ title, lines }));
}

function written(body: Body): Partial<LogSection> {
  switch (body.kind) {
    case 'heading': {
      const line = `${body.icon} ${body.label.toUpperCase()} · ${phraseText(body.sentence)}`;
      return { head: [line], flows: true };
    }
    case 'paragraph':
      return { head: paragraph(body), flows: true };
    case 'excerpt':
      return { head: excerpt(body.lines), flows: true };
    case 'table':
      return table(body);
    case 'list': {
      const { title, each, items } = body;
      if (each === null) return { head: [`${title}:`], rows: items.map((one) => item(one, '  ', '')) };
      return { rows: items.map((one) => item(one, '', ` ${each}:`)), flows: true };
    }
    case 'folded':
      return { title: body.title, rows: body.groups.flatMap(group) };
  }
}

function paragraph({ about, text, excerpt: lines }: Paragraph): readonly string[] {
  const lead = about === null ? '·' : `${about.mark} ${about.label}:`;
  return [`${lead} ${phraseText(text, SENTENCE_MAX)}`, ...excerpt(lines)];
}

function excerpt(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  │ ${forLog(line, SENTENCE_MAX)}`);
}

/** The lines of an item, in one string: it is left out as a whole. */
function item({ mark, text, excerpt: lines, remedy, state }: Item, indent: string, label: string): string {
  const ends = state === null ? '' : ` (${state})`;
  const first = `${indent}${mark.mark}${label} ${phraseText(text, SENTENCE_MAX)}${ends}`;
  const [advice, ...more] = linesOf(remedy, EXCERPT_LINES);
  const what = advice === undefined ? [] : [`  → ${forLog(advice, SENTENCE_MAX)}`, ...excerpt(more)];
  return [first, ...excerpt(lines), ...what].join('\n');
}

function table({ title, columns: names, rows, note }: Table): Partial<LogSection> {
  const head = names === null ? [] : [names.map((name, at) => `${at === 0 ? '  ' : ''}${plainText(name)}`)];
  const lines = rows.map(rowLines);
  const aligned = columns([...head, ...lines.flat()]).values();
  const take = (count: number) => Array.from({ length: count }, () => aligned.next().value ?? '');
  const above = [...(title === null ? [] : [forLog(title, SENTENCE_MAX)]), ...take(head.length)];
  const foot = note === null ? [] : [`  ${forLog(note, SENTENCE_MAX)}`];
  return { head: above, rows: lines.map((row) => take(row.length).join('\n')), foot };
}

/** A row as lines of cells. */
function rowLines(cells: readonly Cell[]): readonly (readonly string[])[] {
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) =>
    cells.map((lines, column) => {
      const line = lines[at];
      const text = line === undefined ? missing(lines, at) : plainText(line);
      if (column > 0) return text;
      return `  ${line === undefined && at > 0 ? '│' : text}`;
    }),
  );
}

function missing(lines: Cell, at: number): string {
  return at === 0 && lines.length === 0 ? '-' : '';
}

function group({ title, facts }: FactGroup): readonly string[] {
  const rows = facts.map(({ label, values }) => [
    `  · ${typeof label === 'string' ? label : plainText([label])}`,
    values.map(plainText).join(', ') || '-',
  ]);
  return [...(title === null ? [] : [plainText(title)]), ...columns(rows)];
}
