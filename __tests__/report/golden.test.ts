import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Decision } from '../../src/domain/decision.js';
import { renderLog } from '../../src/report/log.js';
import { renderSummary } from '../../src/report/summary.js';
import { DECISIONS, OUTCOME_UNKNOWN } from './decisions.js';

/** `UPDATE_GOLDEN=1` writes the files anew; read what changed before you keep it. */
const UPDATE = process.env['UPDATE_GOLDEN'] === '1';

function compare(name: string, text: string): void {
  const file = new URL(`golden/${name}`, import.meta.url);
  if (UPDATE) writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

const ALL: readonly (readonly [string, Decision])[] = [
  ...Object.entries(DECISIONS),
  ['outcome-unknown', OUTCOME_UNKNOWN],
];

describe.each(ALL)('%s reads as agreed', (name, decision) => {
  it('in the job summary', () => {
    compare(`${name}.md`, renderSummary(decision));
  });

  it('in the log', () => {
    const blocks = renderLog(decision).map(({ title, lines }) =>
      [...(title === null ? [] : [`[${title}]`]), ...lines].join('\n'),
    );
    compare(`${name}.txt`, `${blocks.join('\n\n')}\n`);
  });
});
