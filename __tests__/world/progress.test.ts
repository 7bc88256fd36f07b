import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { startProgress } from '../../src/world/progress.js';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

it('says every 15 s that it still waits, until it is stopped', () => {
  const lines: string[] = [];
  const log = { info: (text: string) => lines.push(text), debug: () => undefined };
  const progress = startProgress(log, 300);
  jest.advanceTimersByTime(14_999);
  expect(lines).toEqual([]);
  jest.advanceTimersByTime(15_001);
  expect(lines).toEqual(['Still working: 15 s of at most 300 s.', 'Still working: 30 s of at most 300 s.']);
  progress.stop();
  jest.advanceTimersByTime(60_000);
  expect(lines).toHaveLength(2);
  expect(jest.getTimerCount()).toBe(0);
});
