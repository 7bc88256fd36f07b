import { describe, expect, it } from '@jest/globals';
import Big from 'big.js';
import fc from 'fast-check';
import {
  age,
  bar,
  count,
  difference,
  minute,
  readable,
  readableText,
  signed,
} from '../../src/text/number.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('age', () => {
  it.each([
    [-5, 'now'],
    [59_999, 'now'],
    [60_000, '1 min'],
    [HOUR, '1 h'],
    [47.9 * HOUR, '47 h'],
    [2 * DAY, '2 d'],
    [89.9 * DAY, '89 d'],
    [90 * DAY, '3 mo'],
    [730 * DAY, '2 y'],
    [NaN, 'unknown'],
  ])('says %d ms as %s', (span, expected) => {
    expect(age(span)).toBe(expected);
  });
});

describe('minute', () => {
  it.each([
    [Date.UTC(2026, 10, 21, 0, 44, 39), '2026-11-21 00:44 UTC'],
    [NaN, ''],
    [8.64e15 + 1, ''],
  ])('says %d as %j', (epoch, expected) => {
    expect(minute(epoch)).toBe(expected);
  });
});

describe('bar', () => {
  it.each([
    ['0', '1', '░░░░░│░░░░░'],
    ['0', '0', '░░░░░│░░░░░'],
    ['0.001', '1', '░░░░░│█░░░░'],
    ['0.01', '1', '░░░░░│██░░░'],
    ['-0.05', '1', '░░███│░░░░░'],
    ['0.1', '-1', '░░░░░│████░'],
    ['-0.3', '1', '█████│░░░░░'],
    ['0.1', '0', '░░░░░│█████'],
    ['-1e400', '1', '█████│░░░░░'],
  ])('of distance %s to limit %s is %s', (distance, limit, expected) => {
    expect(bar(distance, limit)).toBe(expected);
  });
});

it('signs and counts', () => {
  expect([signed('0.5'), signed('-0.5'), signed('0')]).toEqual(['+0.5', '-0.5', '+0']);
  expect([signed('0.0300877192982456'), signed('-123456.7')]).toEqual(['+0.0301', '-123000']);
  expect([signed('1e-400'), signed('-1e400')]).toEqual(['+1e-400', '-1e400']);
  expect([count(0, 'gate'), count(1, 'gate'), count(2, 'gate')]).toEqual(['0 gates', '1 gate', '2 gates']);
});

describe('readableText', () => {
  it.each([
    [
      '0.9213123412341234 < 0.9263123412341234 = production 0.9213023412341234 + 0.005',
      '0.92131 < 0.92631 = production 0.9213 + 0.005',
    ],
    ['0.9512345678901234 < 0.9512345678901245', '0.951234567890123 < 0.951234567890125'],
    ['0.123456789 < 0.2 = production 0.1 + 5% (0.005)', '0.1235 < 0.2 = production 0.1 + 5% (0.005)'],
    ['-1.23456789e-7 > -2e-7', '-1.235e-7 > -2e-7'],
    ['≥ production + 10% (waived: nobody holds it yet)', '≥ production + 10% (waived: nobody holds it yet)'],
    ['no number at all, v1.2345678 neither', 'no number at all, v1.2345678 neither'],
  ])('reads %j as %j', (exact, read) => {
    expect(readableText(exact)).toBe(read);
  });
});

describe('readable', () => {
  it.each([
    [
      ['0.2113920571834', '0.2391'],
      ['0.2114', '0.2391'],
    ],
    [
      ['0.9512345678901234', '0.9512345678901233'],
      ['0.9512345678901234', '0.9512345678901233'],
    ],
    [
      ['0.95124', '0.95121'],
      ['0.95124', '0.95121'],
    ],
    [
      ['0.9199999999', '0.92'],
      ['0.9199999999', '0.92'],
    ],
    [
      ['1234567.891', '1234567'],
      ['1234568', '1234567'],
    ],
    [
      ['1234567', '120'],
      ['1234567', '120'],
    ],
    [
      ['131', '120.0004'],
      ['131', '120'],
    ],
    [
      ['0', '-0.00001234567'],
      ['0', '-0.00001235'],
    ],
    [
      ['1e-7', '0.9'],
      ['1e-7', '0.9'],
    ],
    [
      ['0.921', '0.921'],
      ['0.921', '0.921'],
    ],
    [
      ['0.50', '0.5', '5e-1', '0.123456789'],
      ['0.5', '0.5', '0.5', '0.1235'],
    ],
    [
      ['0.0', '-0', '0.123456789'],
      ['0', '0', '0.1235'],
    ],
    [
      ['1e400', '0.123456789'],
      ['1e400', '0.123456789'],
    ],
    [
      ['0.10000000000000000000001', '0.1'],
      ['0.10000000000000000000001', '0.1'],
    ],
    [[], []],
  ])('%j is read as %j', (exact, read) => {
    expect(readable(exact)).toEqual(read);
  });

  /** Texts as decisions have them: doubles, and limits with more digits than a double has. */
  const decimal = fc.oneof(
    fc
      .double({ noNaN: true, noDefaultInfinity: true, min: -1e21, max: 1e21 })
      .map((value) => new Big(String(value)).toString()),
    fc
      .tuple(fc.integer({ min: -999, max: 999 }), fc.bigInt({ min: 0n, max: 10n ** 30n }))
      .map(([whole, part]) => new Big(`${whole}.${part}`).toString()),
  );
  /** Numbers close to each other, where rounding could do harm. */
  const close = fc
    .tuple(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-9, max: 1e9 }),
      fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 3 }),
    )
    .map(([value, steps]) =>
      [0, ...steps].map((step) => new Big(String(value * (1 + step * Number.EPSILON))).toString()),
    );

  it('never makes two numbers equal, turns their order or hides their sign', () => {
    fc.assert(
      fc.property(fc.oneof(fc.array(decimal, { minLength: 1, maxLength: 4 }), close), (exact) => {
        const read = readable(exact);
        exact.forEach((a, i) => {
          exact.forEach((b, j) => {
            const [before, after] = [new Big(a).cmp(b), new Big(read[i] ?? '').cmp(read[j] ?? '')];
            expect([a, b, after]).toEqual([a, b, before]);
          });
          expect(Math.sign(Number(read[i]))).toBe(Math.sign(Number(a)));
        });
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('difference', () => {
  it.each([
    ['0.921', '0.92', '+0.001'],
    ['0.92', '0.921', '-0.001'],
    ['0.2391000000000001', '0.2391', '+0.0000000000000001'],
    ['1e-7', '0', '+0.0000001'],
    ['1.5e+21', '1e21', '+500000000000000000000'],
    ['-1', '1', '-2'],
    ['120', '120', '0'],
    ['0.50', '0.5', '0'],
  ])('of %s and %s is %s', (a, b, expected) => {
    expect(difference(a, b)).toBe(expected);
  });

  it.each([
    ['NaN', '1'],
    ['1', ''],
    ['1e-300', '1'],
  ])('of %s and %s is nothing to show', (a, b) => {
    expect(difference(a, b)).toBeNull();
  });

  it('is exact', () => {
    const decimal = fc
      .double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 })
      .map((value) => String(value));
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const shown = difference(a, b);
        if (shown !== null) expect(new Big(shown.replace('+', '')).cmp(new Big(a).minus(new Big(b)))).toBe(0);
      }),
    );
  });
});
