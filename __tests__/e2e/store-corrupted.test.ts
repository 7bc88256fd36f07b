import { describe, expect, it } from '@jest/globals';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { jsonLines, startScript } from '../harness/child.js';
import { scratch } from '../harness/paths.js';
import { corrupted } from './store/corrupted.js';
import { demoStore, gate, MODEL, promotionInputs } from './store/demo-store.js';
import { holders } from './store/files.js';

interface Report {
  readonly number: number;
  readonly what: string;
  readonly result: string;
  readonly code: string;
  readonly promoted: string;
  readonly holders?: readonly string[];
  readonly untouched?: boolean;
}

const COUNT = 400;

/** Refused, or right: a promotion that the store tells as well; else a file as it was. Never a crash of our own. */
function expectRefusedOrRight(report: Report): void {
  expect([report, report.code === 'internal']).toEqual([report, false]);
  const right =
    report.result === 'promoted'
      ? String(report.holders) === '3' && report.promoted === 'true'
      : report.untouched === true && report.promoted === 'false';
  expect([report, right]).toEqual([report, true]);
}

describe('a store that was damaged somewhere', () => {
  it('is refused or right, 400 times, by the action’s own run()', async () => {
    const { path: store } = await demoStore();
    const script = path.join(import.meta.dirname, 'store/corruptions.ts');
    const inputs = JSON.stringify(promotionInputs());
    const halves = [0, COUNT / 2].map(async (from) => {
      const folder = await scratch('damaged');
      const child = startScript(script, [store, folder, inputs, String(from), String(from + COUNT / 2)]);
      const { stdout, stderr } = await child.ended;
      return { reports: jsonLines<Report>(stdout), stderr };
    });
    const ended = await Promise.all(halves);
    expect(ended.map(({ stderr }) => stderr)).toEqual(['', '']);
    const reports = ended.flatMap((half) => half.reports);
    expect(reports).toHaveLength(COUNT);
    reports.forEach(expectRefusedOrRight);
    // Neither is so by chance.
    const ends = Map.groupBy(reports, ({ result }) => result);
    expect(ends.get('error')?.length).toBeGreaterThan(50);
    expect(ends.get('promoted')?.length).toBeGreaterThan(50);
  }, 120_000);

  it('is refused or right, 32 times, by the shipped action', async () => {
    const { path: sound } = await demoStore();
    const bytes = await readFile(sound);
    for (let number = COUNT; number < COUNT + 32; number += 1) {
      const store = await demoStore();
      const damaged = corrupted(bytes, number);
      await writeFile(store.path, damaged.bytes);
      const { outputs } = await gate(store);
      const { result = '', promoted = '', reasons = '' } = outputs;
      expectRefusedOrRight({
        ...{ number, what: damaged.what, result, promoted, code: reasons },
        ...(result === 'promoted'
          ? { holders: holders(store.path, MODEL) }
          : { untouched: (await readFile(store.path)).equals(damaged.bytes) }),
      });
      expect(reasons).not.toContain('internal');
    }
  }, 120_000);
});
