import { describe, expect, it } from '@jest/globals';
import { OUTCOME_RULES, OUTCOMES } from '../../src/domain/outcome.js';
import { DECISION_REASONS, ERROR_CODES, GATE_REASONS } from '../../src/domain/reason.js';
import { WARNING_CODES } from '../../src/domain/warning.js';
import { read } from './files.js';

const page = read('docs/outcomes.md');

/** The rows of the table under a heading, as cells. */
function rows(heading: string): string[][] {
  const start = heading === '' ? 0 : page.indexOf(`\n## ${heading}\n`);
  const end = page.indexOf('\n## ', start + 1);
  return page
    .slice(start, end < 0 ? undefined : end)
    .split('\n')
    .filter((line) => /^\| (?:<a id="[a-z-]+"><\/a>)?`/.test(line))
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1),
    );
}

function codes(heading: string): (string | undefined)[] {
  return rows(heading).map(([code]) => /`(.*)`/.exec(code ?? '')?.[1]);
}

describe('docs/outcomes.md', () => {
  it.each([
    ['Of one gate', GATE_REASONS],
    ['Of the whole decision', DECISION_REASONS],
    ['Of an error', ERROR_CODES],
    ['Of a warning', WARNING_CODES],
  ] as const)('%s: lists every code of the union once, in its order', (heading, union) => {
    expect(codes(heading)).toEqual(union);
  });

  it('has for every code an anchor of its own name, where reports lead to', () => {
    const all = ['Of one gate', 'Of the whole decision', 'Of an error', 'Of a warning'];
    const anchored = all.flatMap(rows).map(([code]) => /^<a id="(.*)"><\/a>/.exec(code ?? '')?.[1]);
    expect(anchored).toEqual(all.flatMap(codes));
    expect(new Set(anchored).size).toBe(anchored.length);
  });

  it('says for every code what is and what to do', () => {
    const all = ['Of one gate', 'Of the whole decision', 'Of an error', 'Of a warning'].flatMap(rows);
    expect(all.filter((cells) => cells.length !== 3 || cells.includes(''))).toEqual([]);
  });

  it('gives every outcome the colour and the conclusion that the report gives it', () => {
    const colour = { green: 'green', red: 'red', switch: 'red, or by switch' };
    const documented = new Map(
      rows('').map(([outcome, , step, check]) => [outcome?.slice(1, -1), [step, check]]),
    );
    const expected = OUTCOMES.map((outcome) => {
      const { job, conclusion } = OUTCOME_RULES[outcome];
      return [outcome, [colour[job], conclusion?.replace('_', ' ') ?? 'none']] as const;
    });
    expect(documented).toEqual(new Map(expected));
  });
});

describe('README', () => {
  it('has a row for every outcome', () => {
    const [, table = ''] = /^## Outcomes\n([\s\S]*?)^## /m.exec(read('README.md')) ?? [];
    const cells = [...table.matchAll(/^\| (`.*?) \|/gm)].map(([, cell = '']) => cell).slice(1);
    const named = cells.flatMap((cell) => cell.split(', ').map((code) => code.trim().slice(1, -1)));
    expect(new Set(named)).toEqual(new Set(OUTCOMES));
    expect(named).toHaveLength(OUTCOMES.length);
  });
});
