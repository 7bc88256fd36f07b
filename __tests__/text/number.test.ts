import { describe, expect, it } from '@jest/globals';
import { age, bar, count, minute, signed } from '../../src/text/number.js';

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
