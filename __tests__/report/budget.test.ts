import { describe, expect, it } from '@jest/globals';
import {
  isPromotion,
  type Decision,
  type ListDecision,
  type ListedVersion,
} from '../../src/domain/decision.js';
import type { GateResult } from '../../src/domain/gate.js';
import { CHECK_PART_BUDGET, renderCheck } from '../../src/report/check.js';
import { KEEP, type Block } from '../../src/report/document.js';
import { LOG_BUDGET, renderLog } from '../../src/report/log.js';
import { writeMarkdown } from '../../src/report/markdown.js';
import { renderSummary, SUMMARY_BUDGET } from '../../src/report/summary.js';
import { DECISIONS } from './decisions.js';
import { filledWith } from './filled.js';

/** More than a policy may have. */
const GATES = 500;
const NOISE = '𝒳@#'.repeat(400);

function bytes(text: string): number {
  return Buffer.byteLength(text);
}

function large(): Decision {
  const noisy = filledWith(NOISE, 'rejected');
  if (!isPromotion(noisy)) throw new TypeError('A rejection is no list.');
  const tags = Object.fromEntries(Array.from({ length: 1_100 }, (_, at) => [`${at}${NOISE}`, NOISE]));
  const candidate = noisy.candidate === null ? null : { ...noisy.candidate, tags };
  const [fail] = DECISIONS.rejected.gates as readonly [GateResult, ...GateResult[]];
  return { ...noisy, candidate, gates: Array.from({ length: GATES }, () => fail) };
}

const LARGE = large();

function longList(): ListDecision {
  const [first] = DECISIONS.listed.versions as readonly [ListedVersion, ...ListedVersion[]];
  const versions = Array.from({ length: 5_000 }, (_, at) => ({
    ...first,
    ...{ version: String(5_000 - at), aliases: ['x'.repeat(200)] },
  }));
  return { ...DECISIONS.listed, versions };
}

const LONG_LIST = longList();

describe('a report that is too large', () => {
  it('keeps verdict and gates in the summary, and says what is missing', () => {
    const summary = renderSummary(LARGE);
    expect(bytes(summary)).toBeLessThanOrEqual(SUMMARY_BUDGET);
    expect(bytes(summary)).toBeGreaterThan(SUMMARY_BUDGET / 2);
    expect(summary).toMatch(/^## ❌ Rejected · /);
    expect(summary).toMatch(
      /Shortened to fit GitHub's limit\.\*\* Left out: \d+ of 1101 rows of tags of the candidate\./,
    );
    expect(summary.match(/❌&nbsp;\*\*fail\*\*/g)).toHaveLength(GATES);
  });

  it('fits both parts of a check run, with the worst gates first', () => {
    const check = renderCheck(LARGE);
    for (const part of [check.summary, check.text]) {
      expect(bytes(part)).toBeLessThanOrEqual(CHECK_PART_BUDGET);
      expect(part).toContain("Shortened to fit GitHub's limit");
      expect(part).toContain('The job summary of this run has more.');
    }
    expect(check.summary).toMatch(/^## ❌ Rejected · /);
    expect(check.summary).toContain('❌&nbsp;**fail**');
    expect(check.title.length).toBeLessThanOrEqual(255);
    expect(check.title.isWellFormed()).toBe(true);
  });

  it('lists as many versions as fit', () => {
    const summary = renderSummary(LONG_LIST);
    expect(bytes(summary)).toBeLessThanOrEqual(SUMMARY_BUDGET);
    expect(summary).toContain('`5000`');
    expect(summary).toMatch(/Left out: \d+ of 5000 rows of versions/);
  });

  it('does so in the log, and keeps what comes after them', () => {
    const blocks = renderLog(LONG_LIST);
    const lines = blocks.flatMap((block) => block.lines);
    expect(bytes(lines.join('\n'))).toBeLessThanOrEqual(LOG_BUDGET);
    expect(lines[1]).toMatch(
      /^! Left out: \d+ of 5000 rows of versions\. The decision file has everything\.$/,
    );
    expect(lines[3]).toMatch(/^ {2}v5000 /);
    expect(blocks.at(-1)?.title).toBe('Digests and run');
  });
});

describe('a cut', () => {
  const paragraph = (name: string, importance: number): Block => ({
    ...{ name, importance, kind: 'paragraph' },
    ...{ about: null, text: [name], excerpt: [] },
  });
  const rows = (name: string, importance: number): Block => ({
    ...{ name, importance, kind: 'table', title: name, columns: [['a']], note: null },
    rows: Array.from({ length: 200 }, () => [[['x'.repeat(20)]]]),
  });
  const verdict = paragraph('verdict', KEEP);

  it('leaves a report alone that fits', () => {
    expect(writeMarkdown([verdict, paragraph('more', 1)], 100, 'E.')).toBe('verdict\n\nmore\n');
  });

  it('shortens the least important first, and only as far as needed', () => {
    const text = writeMarkdown([verdict, rows('high', 2), rows('low', 1)], 9_000, 'Elsewhere.');
    expect(bytes(text)).toBeLessThanOrEqual(9_000);
    expect(text.split('### low')[0]?.match(/\| x+ \|/g)).toHaveLength(200);
    expect(text).toMatch(/^verdict\n\n> \*\*Shortened.* Left out: \d+ of 200 rows of low\. Elsewhere\.\n/);
  });

  it('drops whole blocks when rows are not enough, never the verdict', () => {
    const text = writeMarkdown([verdict, rows('high', 2), rows('low', 1)], 100, 'Elsewhere.');
    expect(text).toBe("verdict\n\n> **Shortened to fit GitHub's limit.** Left out: low, high. Elsewhere.\n");
  });

  it('says what is missing after all that is always kept at the top', () => {
    const text = writeMarkdown([verdict, paragraph('next', KEEP), rows('low', 1)], 100, 'Elsewhere.');
    expect(text).toMatch(/^verdict\n\nnext\n\n> \*\*Shortened/);
  });
});
