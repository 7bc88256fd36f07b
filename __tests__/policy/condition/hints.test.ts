import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseCondition } from '../../../src/policy/condition/parser.js';
import { readThresholds } from '../../../src/policy/read.js';

/** What a remedy proposes, as a whole condition; `null` for a word that it says does not exist. */
function tried(proposal: string): string | null {
  if (proposal === 'or') return null;
  if (/^(?:>=|<=|>|<)$/.test(proposal)) return `${proposal} 1`;
  if (/^[<>]/.test(proposal)) return proposal;
  if (proposal === 'and') return '>= 1 and <= 2';
  if (proposal === '+' || proposal === '-') return `>= production ${proposal} 1`;
  return `>= ${proposal}`;
}

/** What stands in double quotes, and numbers that are proposed without. */
function proposals(remedy: string): string[] {
  const inQuotes = [...remedy.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(([text]) => JSON.parse(text) as string);
  const numbers = [...remedy.matchAll(/(?:point: |unit: |Write |or |as )(-?\d[\w.-]*?)[.,]?(?= |$)/g)].map(
    ([, n = '']) => n,
  );
  return [...inQuotes, ...numbers];
}

function refusedProposals(condition: string): string[] {
  const read = parseCondition(condition);
  const all = read.ok ? [] : read.mistakes.flatMap(({ remedy }) => proposals(remedy));
  const conditions = all.map(tried).filter((text) => text !== null);
  return conditions.filter((text) => !parseCondition(text).ok);
}

/** Pieces of right and wrong conditions, so that every row of the table comes up. */
const PIECES = fc.constantFrom(
  ...['>=', '<=', '>', '<', '=>', '≥', '==', '!=', '=', '>>'],
  ...[
    '0.9',
    '-0.5',
    '+',
    '-',
    '−',
    '90%',
    '%',
    '0,9',
    '1,000',
    '1.2.3',
    '120ms',
    '5k',
    '1e401',
    '0x1F',
    '9'.repeat(41),
  ],
  ...[
    'production',
    'baseline',
    'prod',
    'Production',
    'nan',
    'champion',
    'and',
    'AND',
    'or',
    '||',
    '&&',
    ',',
    ';',
    '*',
    'x',
    '"',
  ],
);

describe('a hint', () => {
  it('proposes only what parses, for any condition that is refused', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        fc.array(PIECES, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(' ', ''),
        (parts, space) => {
          const condition = parts.join(space);
          const read = parseCondition(condition);
          if (!read.ok) for (const { remedy } of read.mistakes) seen.add(remedy.replace(/[\d".,]+/g, '#'));
          expect(refusedProposals(condition)).toEqual([]);
        },
      ),
      { numRuns: 3_000 },
    );
    // Nearly every row has been seen, or the proof is about few of them.
    expect(seen.size).toBeGreaterThan(25);
  });

  it.each([
    ['0.9', '>= 0.9'],
    ['-0.5', '>= -0.5'],
    ['production + 1%', '>= production + 1%'],
    ['=> 0.9', '>='],
    ['>= production + -0.1', 'production - 0.1'],
    ['>= production - -10%', 'production + 10%'],
    ['>= 0,9', '0.9'],
    ['<= 120ms', '120'],
  ])('for %j proposes %j, which is what was meant', (condition, meant) => {
    const read = parseCondition(condition);
    expect(read.ok ? [] : read.mistakes.flatMap(({ remedy }) => proposals(remedy))).toContain(meant);
  });

  it.each(['120ms', '0.9 0.8', '5k', '1,000', '0.9 or 1', '90%'])(
    'does not put a comparison before %j, which would be refused with it too',
    (condition) => {
      expect(refusedProposals(condition)).toEqual([]);
    },
  );
});

describe('a hint in thresholds', () => {
  it.each([
    ['m: >= 0.9', 'm: ">= 0.9"'],
    ['m: > 0.9 # strict', 'm: "> 0.9" # strict'],
    ['- x: 1\nm: >= 0.9', null],
    ['m: >= production - 1%', 'm: ">= production - 1%"'],
  ])('shows how to quote %j so that it is read', (text, quoted) => {
    const read = readThresholds(text);
    const remedies = read.ok ? [] : read.problems.map(({ remedy }) => remedy);
    const shown = remedies.flatMap((remedy) => /^Quote it: (.*)$/.exec(remedy)?.[1] ?? []);
    if (quoted !== null) expect(shown).toEqual([quoted]);
    for (const line of shown) expect(readThresholds(line)).toMatchObject({ ok: true });
  });

  it.each([
    ['0.9', ['>= 0.9', '<= 0.9']],
    ['-1', ['>= -1', '<= -1']],
    ['0x1F', ['>= 31', '<= 31']],
    ['0o17', ['>= 15', '<= 15']],
    ['1e3', ['>= 1e3', '<= 1e3']],
    ['.inf', ['>= 0.9']],
    ['-.inf', ['>= 0.9']],
    ['.nan', ['>= 0.9']],
  ])('for the bare number %s proposes %j', (number, meant) => {
    const read = readThresholds(`m: ${number}`);
    const found = read.ok ? [] : read.problems.flatMap(({ remedy }) => proposals(remedy));
    expect(found.filter((text) => /^[<>]/.test(text))).toEqual(meant);
    for (const condition of meant)
      expect(readThresholds(`m: ${JSON.stringify(condition)}`)).toMatchObject({ ok: true });
  });
});
