import { code, inCell, joined, linked, preformatted, prose } from '../text/escape.js';
import { bar, signed } from '../text/number.js';
import type { Block, Body, Cell, Fact, FactGroup, Item, Paragraph, Phrase, Span, Table } from './document.js';
import { NAME_MAX, SENTENCE_MAX } from './limits.js';
import { fit, linesIn, type Section } from './section.js';

/**
 * Blocks as one text of GitHub Markdown of at most `budget` bytes of UTF-8. When they are more, the least important is
 * left out, and a line near the top says what; `elsewhere` is a sentence that says where the rest is. Names are code
 * between backticks, so that the text can also be read as it is.
 */
export function writeMarkdown(blocks: readonly Block[], budget: number, elsewhere: string): string {
  const { opening, rest, missing } = fit(blocks.map(sectionOf), budget);
  const note = `> **Shortened to fit GitHub's limit.** ${missing ?? ''} ${elsewhere}`;
  const parts = [...opening.map(textOf), ...(missing === null ? [] : [note]), ...rest.map(textOf)];
  return `${parts.join('\n\n')}\n`;
}

function textOf(section: Section): string {
  return linesIn(section).join('\n');
}

function sectionOf({ name, importance, ...body }: Block): Section {
  return { name, importance, head: [], rows: [], foot: [], ...written(body) };
}

function written(body: Body): Partial<Section> {
  switch (body.kind) {
    case 'heading':
      return {
        head: [
          `## ${body.icon} ${prose(body.label)}${body.subject.length === 0 ? '' : ` · ${sentence(body.subject)}`}`,
          '',
          `<strong>${sentence(body.sentence)}</strong>`,
        ],
      };
    case 'paragraph':
      return { head: paragraph(body) };
    case 'excerpt':
      return { head: [preformatted(body.lines)] };
    case 'table':
      return table(body);
    case 'list':
      return { head: [`**${prose(body.title)}**`, ''], rows: body.items.map(item) };
    case 'folded':
      return {
        head: [`<details><summary>${body.title}</summary>`, ''],
        rows: body.groups.flatMap((one, at) => (at === 0 ? group(one) : ['', ...group(one)])),
        foot: ['', '</details>'],
      };
  }
}

function paragraph({ about, text, excerpt }: Paragraph): readonly string[] {
  const lead = about === null ? '' : `${about.icon} <strong>${prose(about.label)}:</strong> `;
  return [`${lead}${sentence(text)}`, ...(excerpt.length === 0 ? [] : ['', preformatted(excerpt)])];
}

function table({ title, lead = [], columns, numbers, rows, note }: Table): Partial<Section> {
  const cells = rows.map((row) => row.map(cell));
  const names = columns?.map((column) => cell([column])) ?? cells[0]?.map(() => '') ?? [];
  return {
    head: [
      ...(title === null ? [] : [`### ${prose(title)}`, '']),
      ...(lead.length === 0 ? [] : [inline(lead), '']),
      tableRow(names),
      tableRow(names.map((_, at) => (numbers?.includes(at) === true ? '---:' : '---'))),
    ],
    rows: cells.map(tableRow),
    foot: note === null ? [] : ['', `<sub>${prose(note)}</sub>`],
  };
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** The lines of a cell in one, as a table has to have it. */
function cell(lines: Cell): string {
  return lines.length === 0 ? '–' : inCell(lines.map((line) => inline(line)).join('<br>'));
}

function item({ mark, text, excerpt, remedy, state, code: id }: Item): string {
  const words = [mark.icon, sentence(text), prose(remedy, SENTENCE_MAX)].filter((part) => part !== '');
  const ends = [state === null ? '' : ` — ${prose(state)}`, id === null ? '' : ` (${piece(id)})`];
  const under = excerpt.length === 0 ? '' : `\n\n${preformatted(excerpt)}\n`;
  return `- ${words.join(' ')}${ends.join('')}${under}`;
}

function group({ title, facts }: FactGroup): readonly string[] {
  return [...(title === null ? [] : [`**${inline(title)}**`, '']), ...facts.map(fact)];
}

function fact({ label, values }: Fact): string {
  const name = typeof label === 'string' ? `${prose(label)}:` : `${inline([label])} =`;
  return `- ${name} ${values.map((value) => inline(value)).join(', ')}`;
}

/** Running text shows less of a name than a place of its own. */
function sentence(phrase: Phrase): string {
  return inline(phrase, NAME_MAX);
}

function inline(phrase: Phrase, nameMax?: number): string {
  return joined(phrase.map((span) => piece(span, nameMax)));
}

function piece(span: Span, nameMax?: number): string {
  if (typeof span === 'string') return together(span);
  if ('name' in span) return code(span.name, span.max ?? nameMax);
  if ('strong' in span) return `**${inline(span.strong, nameMax)}**`;
  if ('link' in span) return linked(inline(span.link, nameMax), span.url);
  if ('small' in span) return `<sub>${inline(span.small, nameMax)}</sub>`;
  return `${code(bar(span.distance, span.limit))}<br>${prose(signed(span.distance))}`;
}

function together(text: string): string {
  return text
    .split('\u00A0')
    .map((part) => prose(part, SENTENCE_MAX))
    .join('&nbsp;');
}
