import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  fromDouble,
  fromText,
  holds,
  isFiniteMetric,
  percentOf,
  print,
} from '../../../src/gates/threshold/decimal.js';

describe('exact decimals', () => {
  it('a double is its shortest round-trip decimal text', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(print(fromDouble(number))).toBe(String(number));
        expect(Number(print(fromDouble(number)))).toBe(number === 0 ? 0 : number);
      }),
    );
  });

  it('sums and percentages are not rounded', () => {
    expect(print(fromDouble(0.8).plus(fromText('0.05')))).toBe('0.85');
    expect(print(fromDouble(0.1).plus(fromText('1e-25')))).toBe('0.1000000000000000000000001');
    expect(print(percentOf(fromText('0.1'), fromDouble(-0.3)))).toBe('0.0003');
    expect(print(percentOf(fromText('33.333333333333333333333'), fromDouble(3)))).toBe(
      '0.99999999999999999999999',
    );
  });

  it('very large and very small numbers are printed with an exponent, zero without a sign', () => {
    expect(print(fromText('1e-300'))).toBe('1e-300');
    expect(print(fromText('1e300'))).toBe('1e+300');
    expect(print(fromDouble(-0))).toBe('0');
    expect(print(fromText('-0.0'))).toBe('0');
    expect(print(fromText('0.920'))).toBe('0.92');
  });

  it.each([
    [1, '>=', 1, true],
    [1, '<=', 1, true],
    [1, '>', 1, false],
    [1, '<', 1, false],
    [2, '>', 1, true],
    [2, '<=', 1, false],
    [1, '<', 2, true],
    [1, '>=', 2, false],
  ] as const)('%d %s %d is %s', (left, op, right, expected) => {
    expect(holds(fromDouble(left), op, fromDouble(right))).toBe(expected);
  });

  it.each([
    [0, true],
    [-1.7e308, true],
    [1.79e308, false],
    [Number.MAX_VALUE, false],
    [-Number.MAX_VALUE, false],
    [NaN, false],
    [Infinity, false],
    [-Infinity, false],
  ])('%d as a metric is finite: %s', (value, finite) => {
    expect(isFiniteMetric(value)).toBe(finite);
  });
});
