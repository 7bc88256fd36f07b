/** A part of a Markdown report that can be shortened. */
export interface Section {
  /** What a reader calls it, when it had to be left out. */
  readonly name: string;
  /** Sections with the lowest number are shortened first; `KEEP` never is. */
  readonly importance: number;
  readonly head: readonly string[];
  /** Lines that may be left out one by one, from the end. */
  readonly rows: readonly string[];
  readonly foot: readonly string[];
}

export const KEEP = Infinity;

/** A section of one piece. */
export function block(name: string, importance: number, lines: readonly string[]): Section {
  return { name, importance, head: lines, rows: [], foot: [] };
}

/** A Markdown table with a heading above it. Cells are Markdown already. */
export function table(
  name: string,
  importance: number,
  heading: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): Section {
  return {
    name,
    importance,
    head: [heading, '', row(columns), row(columns.map(() => '---'))],
    rows: rows.map(row),
    foot: [],
  };
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

const NOTE_BYTES = 1_000;
const encoder = new TextEncoder();

function bytes(line: string): number {
  return encoder.encode(line).length + 1;
}

function sizeOf(section: Section): number {
  return [...section.head, ...section.rows, ...section.foot].reduce((sum, line) => sum + bytes(line), 1);
}

function markdown(section: Section): string {
  return [...section.head, ...section.rows, ...section.foot].join('\n');
}

/**
 * The sections as one Markdown text of at most `budget` bytes of UTF-8. When they are more, rows and whole
 * sections are left out, the least important first, and a line after the first section says which. `elsewhere`
 * is a sentence that says where the rest is.
 */
export function fit(sections: readonly Section[], budget: number, elsewhere: string): string {
  let over = sections.reduce((sum, section) => sum + sizeOf(section), 0) - budget;
  if (over <= 0) return `${sections.map(markdown).join('\n\n')}\n`;
  over += NOTE_BYTES;
  const kept = new Map<Section, Section | null>();
  const missing: string[] = [];
  for (const section of [...sections].sort((a, b) => a.importance - b.importance)) {
    if (over <= 0 || section.importance === KEEP) break;
    const shorter = shorten(section, over);
    over -= sizeOf(section) - (shorter === null ? 0 : sizeOf(shorter));
    kept.set(section, shorter);
    missing.push(missed(section, shorter));
  }
  const note = `> **Shortened to fit GitHub's limit.** Left out: ${missing.join(', ')}. ${elsewhere}`;
  const parts = sections
    .map((section) => (kept.has(section) ? (kept.get(section) ?? null) : section))
    .filter((section) => section !== null)
    .map(markdown);
  return `${[parts[0] ?? '', note, ...parts.slice(1)].join('\n\n')}\n`;
}

/** The section with enough rows fewer to save `over` bytes; null when it has to go as a whole. */
function shorten(section: Section, over: number): Section | null {
  let left = over;
  let length = section.rows.length;
  while (length > 0 && left > 0) {
    length -= 1;
    left -= bytes(section.rows[length] ?? '');
  }
  return length > 0 ? { ...section, rows: section.rows.slice(0, length) } : null;
}

function missed(section: Section, shorter: Section | null): string {
  return shorter === null
    ? section.name
    : `${section.rows.length - shorter.rows.length} of ${section.rows.length} rows of ${section.name}`;
}
