import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OPERATORS, type Comparison } from '../../../src/domain/threshold.js';
import { parseCondition } from '../../../src/policy/condition/parser.js';
import { normalForm } from '../../../src/policy/condition/normal-form.js';
import { anyText } from '../../text/arbitraries.js';

/** Decimal text as the parser keeps it: no leading `+`. */
const unsigned = fc
  .tuple(
    fc.constantFrom('', '0', '1', '12', '007'),
    fc.constantFrom('', '.', '.5', '.005', '.90'),
    fc.constantFrom('', 'e3', 'E-7', 'e+12', 'e400'),
  )
  .map((parts) => parts.join(''))
  .filter((text) => /^(?:\d|\.\d)/.test(text));
const signed = fc.tuple(fc.constantFrom('', '-'), unsigned).map((parts) => parts.join(''));

const comparison: fc.Arbitrary<Comparison> = fc.record({
  op: fc.constantFrom(...OPERATORS),
  operand: fc.oneof(
    signed.map((value) => ({ kind: 'number' as const, value })),
    fc
      .option(
        fc.record({
          sign: fc.constantFrom('+' as const, '-' as const),
          amount: unsigned,
          unit: fc.constantFrom('absolute' as const, 'percent' as const),
        }),
      )
      .map((offset) => ({ kind: 'baseline' as const, offset })),
  ),
});

describe('a condition', () => {
  it('parse(normalForm(x)) is x', () => {
    fc.assert(
      fc.property(fc.array(comparison, { minLength: 1, maxLength: 5 }), (comparisons) => {
        expect(parseCondition(normalForm(comparisons))).toEqual({ ok: true, comparisons });
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['>= 0.92 and >= production + 0.005', '>= 0.92 and >= production + 0.005'],
    ['>=production-1%and<=0.999', '>= production - 1% and <= 0.999'],
    ['  <=\tbaseline +  10 %\n', '<= production + 10%'],
    ['> +.5', '> .5'],
    ['< -1e-3', '< -1e-3'],
    ['>= baseline', '>= production'],
    [`>= ${'9'.repeat(40)}`, `>= ${'9'.repeat(40)}`],
  ])('%j is %j', (text, expected) => {
    const read = parseCondition(text);
    expect(read.ok && normalForm(read.comparisons)).toBe(expected);
  });

  it.each([
    // another spelling of the comparison
    ['=> 0.9', '=>', 'is not a comparison', 'Write ">=".'],
    ['=< 0.9', '=<', 'is not a comparison', 'Write "<=".'],
    ['≥ 0.9', '≥', 'is not a comparison', 'Write ">=".'],
    ['≤ 0.9', '≤', 'is not a comparison', 'Write "<=".'],
    ['>>= 1', '>>=', 'is not a comparison', 'never compared for equality'],
    ['= 0.9', '=', 'is not a comparison', 'write ">=" (at least)'],
    ['== 0.9', '==', 'is not a comparison', 'never compared for equality'],
    ['!= 0.9', '!=', 'is not a comparison', 'never compared for equality'],
    ['> = 0.9', '=', 'Expected a number', 'without a space'],
    // none
    [
      '0.9',
      '0.9',
      'The comparison before "0.9" is missing',
      'Write ">= 0.9" (at least) or "<= 0.9" (at most).',
    ],
    ['-0.5', '-', 'The comparison before "-0.5" is missing', '">= -0.5"'],
    ['production + 1%', 'production', 'is missing', 'Write ">= production + 1%"'],
    ['120ms', '120ms', 'is missing', 'Write a comparison such as'],
    ['accuracy >= 0.9', 'accuracy', 'Expected >=, <=, > or <', 'the metric stands before the colon'],
    ['', ' ', 'A comparison is missing', 'Write a comparison such as'],
    ['>= 1 and', ' ', 'A comparison is missing', 'Write a comparison such as'],
    ['and >= 1', 'and', 'A comparison is missing', 'Write a comparison such as'],
    // no operand, or another one
    ['>=', ' ', 'A number or "production" is missing', 'Write a comparison such as'],
    ['>= prod', 'prod', '"prod" is not a number', 'Write "production".'],
    ['>= Production', 'Production', 'is not a number', 'Write "production".'],
    ['>= base', 'base', 'is not a number', 'Write "baseline".'],
    ['>= champion', 'champion', 'is not a number', 'or "production" for the version'],
    ['>= nan', 'nan', 'is not a number', 'Write a finite number'],
    ['>= -Infinity', '-', '"-" is not followed by a number', 'Write a number'],
    ['>= −0.5', '−', 'Expected a number', 'plain hyphen'],
    ['>= 0,9', '0,9', 'is not a decimal number', 'Write a decimal point: 0.9.'],
    ['<= 120ms', '120ms', 'is not a decimal number', 'without a unit: 120.'],
    ['<= 120k', '120k', 'is not a decimal number', 'Write the number in full'],
    ['<= 1.2.3ms', '1.2.3ms', 'is not a decimal number', 'plain decimal number'],
    ['<= 1,000', '1,000', 'is not a decimal number', 'Write 1000, or 1.000 if'],
    ['>= 1_000', '1_000', 'is not a decimal number', 'plain decimal number'],
    ['>= 0x1F', '0x1F', 'is not a decimal number', 'plain decimal number'],
    ['>= 0.9.1', '0.9.1', 'is not a decimal number', 'plain decimal number'],
    ['>= "0.9"', '"', 'Expected a number', 'Write one number'],
    [`>= ${'9'.repeat(41)}`, '9'.repeat(41), 'longer than 40 characters', 'plain decimal number'],
    ['>= 1e401', '1e401', 'The exponent of 1e401 is beyond 400', 'plain decimal number'],
    ['>= production - 1e-401', '1e-401', 'beyond 400', 'plain decimal number'],
    // amounts
    ['>= production + -0.1', '-', 'no sign of its own', 'Write "production - 0.1".'],
    ['>= production - -10%', '-', 'no sign of its own', 'Write "production + 10%".'],
    ['>= production +', ' ', 'found nothing', 'Write an amount'],
    ['>= production + x', 'x', 'found "x"', 'Write an amount'],
    ['>= production + 0,1', '0,1', 'is not a decimal number', '0.1'],
    ['>= production 0.1', '0.1', 'does not belong here', 'Only "+" or "-"'],
    ['>= production * 1.05', '*', 'does not belong here', '"production + 5%"'],
    ['>= production + 1 + 2', '+', 'does not belong here', 'Write one amount'],
    ['>= 90%', '%', 'does not belong here', 'always one of production'],
    ['>= 0.9 + 0.1', '+', 'does not belong here', 'put production first'],
    // more than one
    ['>= 0.9 or <= 1', 'or', 'does not belong here', 'there is no "or"'],
    ['>= 0.9 || <= 1', '||', 'does not belong here', 'there is no "or"'],
    ['>= 0.9 && <= 1', '&&', 'does not belong here', 'Join comparisons with "and"'],
    ['>= 0.9, <= 1', '0.9,', 'is not a decimal number', 'Join comparisons with "and"'],
    ['>= 0.9; <= 1', ';', 'does not belong here', 'Join comparisons with "and"'],
    ['>= 0.9 AND <= 1', 'AND', 'does not belong here', 'Join comparisons with "and"'],
    ['>= 0.9 <= 1', '<=', 'Two comparisons follow each other', 'Join them with "and"'],
    ['>= 0.9 please', 'please', 'does not belong here', 'End the condition'],
  ])('%j is refused at %j: %s; %s', (text, where, sentence, remedy) => {
    const read = parseCondition(text);
    const mistakes = read.ok ? [] : read.mistakes;
    expect(mistakes).toHaveLength(1);
    const [{ start, end, ...words }] = mistakes as [(typeof mistakes)[number]];
    expect(`${text} `.slice(start, end)).toBe(where);
    expect(words.sentence).toContain(sentence);
    expect(words.remedy).toContain(remedy);
  });

  it('every clause is heard, not only the first wrong one', () => {
    const read = parseCondition('>= prod and =< 0.9 and >= 1 and 5');
    expect(read.ok ? [] : read.mistakes.map(({ start }) => start)).toEqual([3, 12, 32]);
  });

  it('a condition has at most 500 characters', () => {
    const long = `>= 1${' and >= 1'.repeat(60)}`;
    expect(parseCondition(long)).toMatchObject({ ok: false, mistakes: [{ start: 0 }] });
    expect(parseCondition(long.slice(0, 499)).ok).toBe(true);
  });

  it('any text is parsed or refused at a place inside it, never thrown at', () => {
    const pieces = fc.constantFrom(
      ...'>= <= > < and production baseline + - % 0.5 1e9 . e = , é \u202e 𝒳 \n'.split(' '),
    );
    const language = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(anyText(), language), (text) => {
        const read = parseCondition(text);
        if (read.ok) {
          expect(parseCondition(normalForm(read.comparisons))).toEqual(read);
          return;
        }
        const inside = read.mistakes.filter(
          ({ start, end }) => start >= 0 && start <= text.length && end > start,
        );
        expect([inside, inside.length > 0]).toEqual([read.mistakes, true]);
      }),
      { numRuns: 2000 },
    );
  });
});
