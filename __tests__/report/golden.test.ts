import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { OUTCOMES } from '../../src/domain/outcome.js';
import { renderLog } from '../../src/report/log.js';
import { renderSummary } from '../../src/report/summary.js';
import { DECISIONS } from './decisions.js';

/** `UPDATE_GOLDEN=1` writes the files anew; read what changed before you keep it. */
const UPDATE = process.env['UPDATE_GOLDEN'] === '1';

function compare(name: string, text: string): void {
  const file = new URL(`golden/${name}`, import.meta.url);
  if (UPDATE) writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

describe.each(OUTCOMES)('%s reads as agreed', (outcome) => {
  it('in the job summary', () => {
    compare(`${outcome}.md`, renderSummary(DECISIONS[outcome]));
  });

  it('in the log', () => {
    const blocks = renderLog(DECISIONS[outcome]).map(({ title, lines }) =>
      [...(title === null ? [] : [`[${title}]`]), ...lines].join('\n'),
    );
    compare(`${outcome}.txt`, `${blocks.join('\n\n')}\n`);
  });
});
