import { KEEP } from './document.js';

/** A block as a writer writes it, in lines. */
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

/** What fits, in two parts: a writer says between them what does not. */
export interface Fitted<S extends Section> {
  /** The sections that are always kept, as far as they stand at the start; at least the first. */
  readonly opening: readonly S[];
  readonly rest: readonly S[];
  /** What was left out, as a sentence; null when nothing was. */
  readonly missing: string | null;
}

/** Room for the note. */
const NOTE_BYTES = 1_000;
const encoder = new TextEncoder();

/**
 * As much of the sections as at most `budget` bytes of UTF-8 hold, written one after the other with a line between
 * them. When they are more, rows and whole sections are left out, the least important first.
 */
export function fit<S extends Section>(sections: readonly S[], budget: number): Fitted<S> {
  let over = sections.reduce((sum, section) => sum + sizeOf(section), 0) - budget;
  if (over <= 0) return parted(sections, null);
  over += NOTE_BYTES;
  const shortened = new Map<S, S | null>();
  const missing: string[] = [];
  for (const section of [...sections].sort((a, b) => a.importance - b.importance)) {
    if (over <= 0 || section.importance === KEEP) break;
    const shorter = shorten(section, over);
    over -= sizeOf(section) - (shorter === null ? 0 : sizeOf(shorter));
    shortened.set(section, shorter);
    missing.push(missed(section, shorter));
  }
  const left = sections.flatMap(
    (section) => (shortened.has(section) ? shortened.get(section) : section) ?? [],
  );
  return parted(left, `Left out: ${missing.join(', ')}.`);
}

/** The lines of a section. */
export function linesIn({ head, rows, foot }: Section): readonly string[] {
  return [...head, ...rows, ...foot];
}

function sizeOf(section: Section): number {
  return linesIn(section).reduce((sum, line) => sum + bytes(line), 1);
}

function bytes(line: string): number {
  return encoder.encode(line).length + 1;
}

function parted<S extends Section>(sections: readonly S[], missing: string | null): Fitted<S> {
  const kept = sections.findIndex(({ importance }) => importance !== KEEP);
  const end = kept < 0 ? sections.length : Math.max(1, kept);
  return { opening: sections.slice(0, end), rest: sections.slice(end), missing };
}

/** The section with enough rows fewer to save `over` bytes; null when it has to go as a whole. */
function shorten<S extends Section>(section: S, over: number): S | null {
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
