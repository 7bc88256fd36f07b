import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../harness/paths.js';

export interface Cell {
  readonly part: string;
  readonly state: string;
  /** As the page has it, without emphasis. */
  readonly says: string;
}

/** The rows of the table below a heading of docs/evidence.md, cells as text without backticks. */
function tableBelow(heading: string): readonly (readonly string[])[] {
  const page = readFileSync(path.join(ROOT, 'docs/evidence.md'), 'utf8');
  const section = page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('| -'))
    .map((line) =>
      line
        .slice(1, -1)
        .split(' | ')
        .map((cell) => cell.replaceAll('|', '').trim()),
    );
}

/** The table of the parts and what can be wrong with them, one entry per cell. */
export function readCells(): readonly Cell[] {
  const [head = [], ...rows] = tableBelow('When a part is missing');
  return rows.flatMap(([part = '', ...cells]) =>
    cells.map((says, index) => ({ part, state: head[index + 1] ?? '', says: says.replaceAll('`', '') })),
  );
}

/** The causes that have a remedy, by what the page calls them. */
export function readRemedies(): Readonly<Record<string, string>> {
  const [, ...rows] = tableBelow('What to do');
  return Object.fromEntries(rows.map(([cause = '', step = '']) => [cause, step]));
}

/** The ways of evaluating that leave nothing to judge. */
export function readNotKept(): readonly string[] {
  const [, ...rows] = tableBelow('What MLflow does not keep');
  return rows.map(([way = '']) => way.replaceAll('`', ''));
}
