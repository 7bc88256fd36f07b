import { describe, expect, it } from '@jest/globals';
import { CIRCUMSTANCES, judged, measured, only } from './kit.js';

const DAY = 86_400_000;
const NOW = 1_700_000_000_000;
const WEEK = { text: '7d', ms: 7 * DAY };

/** A value of that age, and another metric that is fresh. */
function of(age: number, more = {}) {
  const rows = [
    measured('m', 0.9, { timestamp: NOW - age, ...more }),
    measured('fresh', 1, { timestamp: NOW }),
  ];
  return judged('m: ">= 0.5"', rows, null, { circumstances: { ...CIRCUMSTANCES, now: NOW }, maxAge: WEEK });
}

describe('the age of a value', () => {
  it.each([
    ['new', 0, 'pass'],
    ['as old as it may be', 7 * DAY, 'pass'],
    ['older', 7 * DAY + 1, 'invalid'],
    ['of a clock that is a little ahead', -3_600_000, 'pass'],
    ['of tomorrow', -DAY, 'invalid'],
    ['of no time at all', NaN, 'invalid'],
    ['of the beginning of time', NOW, 'invalid'],
  ])('%s: %s', (_, age, verdict) => {
    expect(of(age).verdict).toBe(verdict);
  });

  it('is that of the value that is compared, whatever else was logged since', () => {
    expect(only(of(8 * DAY))).toMatchObject({
      reason: 'metric-too-old',
      text: 'The candidate\'s "m" was logged at 2023-11-06T22:13:20.000Z, and may be at most 7d old.',
    });
    expect(only(of(NaN)).text).toContain('has no time');
  });

  it('is not asked of the baseline, which is as old as it is', () => {
    const old = [measured('m', 0.8, { timestamp: NOW - 400 * DAY })];
    const fresh = [measured('m', 0.9, { timestamp: NOW })];
    const more = { circumstances: { ...CIRCUMSTANCES, now: NOW }, maxAge: WEEK };
    expect(judged('m: ">= production"', fresh, old, more).verdict).toBe('pass');
  });

  it('says nothing where nobody asks', () => {
    expect(judged('m: ">= 0.5"', [measured('m', 0.9, { timestamp: 0 })], null).verdict).toBe('pass');
  });
});
