import { isEveryday, onUse } from '../text/characters.js';

const GAP = '  ';
const WIDEST_COLUMN = 60;

/** Rows of cells as lines with aligned columns. Cells are safe already; the first one starts the line. */
export function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? 0, Math.min(width(cell), WIDEST_COLUMN));
    });
  }
  return rows.map((row) =>
    row
      .map((cell, at) => cell + ' '.repeat(Math.max(0, (widths[at] ?? 0) - width(cell))))
      .join(GAP)
      .trimEnd(),
  );
}

const NO_CELL = onUse(String.raw`[\p{Cf}\p{M}]`, 'gu');

/** Cells a text takes in a terminal, near enough: code points, without the invisible ones and marks. */
function width(text: string): number {
  if (isEveryday(text)) return text.length;
  return Array.from(text.replace(NO_CELL(), '')).length;
}
