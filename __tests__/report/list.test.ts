import { describe, expect, it } from '@jest/globals';
import type { Decision, ListDecision, ListedVersion } from '../../src/domain/decision.js';
import { renderLog } from '../../src/report/log.js';
import { renderSummary } from '../../src/report/summary.js';
import { DECISIONS } from './decisions.js';

const [newest, ...older] = DECISIONS.listed.versions as readonly [ListedVersion, ...ListedVersion[]];

function listing(metrics: Record<string, string>): ListDecision {
  return {
    ...DECISIONS.listed,
    versions: [{ ...newest, metrics }, ...older.map((one) => ({ ...one, metrics: null }))],
  };
}

function named(amount: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: amount }, (_, at) => [`m${at}`, `0.${at}`]));
}

function logOf(decision: Decision): string {
  return renderLog(decision)
    .flatMap((block) => block.lines)
    .join('\n');
}

describe('a list of versions', () => {
  it('gives each of a few metrics a column, beside what a version holds', () => {
    expect(renderSummary(listing(named(6)))).toContain(
      '| Aliases | `m0` | `m1` | `m2` | `m3` | `m4` | `m5` | Age |',
    );
    expect(renderSummary(listing(named(6)))).toContain(
      '| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |',
    );
    expect(logOf(listing(named(6)))).toMatch(/m4 +m5 +AGE +STATUS\n {2}v7 .* 0\.4 +0\.5 /);
    expect(renderSummary(listing(named(12)))).not.toContain('more metric');
  });

  it('shows twelve of many, in order of name, and says how many are left out', () => {
    const page = renderSummary(listing(named(5000)));
    const log = logOf(listing(named(5000)));
    for (const text of [page, log]) {
      expect(text.replaceAll('\u00A0', ' ')).toContain('And 4 988 more metrics: in the decision file');
    }
    expect(page.match(/\| `m\d+` (?=\|)/g)?.map((cell) => cell.slice(2))).toEqual(
      Object.keys(named(5000))
        .sort()
        .slice(0, 12)
        .map((name) => `\`${name}\` `),
    );
    expect(page.length + log.length).toBeLessThan(5000);
    expect(renderSummary(listing(named(13)))).toContain('And 1 more metric:');
  });

  it('shows first what a version has that holds something', () => {
    const holder = older.find(({ stage }) => stage === 'Production');
    const mine = { ...listing(named(20)) };
    const versions = (mine.versions ?? []).map((one) => {
      const metrics = one.version === holder?.version ? { zeta: '0.5', accuracy: '0.9' } : one.metrics;
      return {
        ...one,
        metrics,
        ...(one === mine.versions?.[0] ? { stage: 'None' as const, aliases: [] } : {}),
      };
    });
    const page = renderSummary({ ...mine, versions });
    expect(page).toContain('| Aliases | `accuracy` | `zeta` | `m0` | `m1` |');
  });

  it('takes no name of a metric for something of its own', () => {
    const page = renderSummary(listing({ ['__proto__']: '1', constructor: '2', toString: '3' }));
    expect(page).toContain('| `constructor` | `toString` |');
    expect(page).not.toContain('function');
  });

  it('is nothing but its headline for a model without versions', () => {
    const empty = { ...DECISIONS.listed, versions: [] };
    expect(renderSummary(empty)).toContain('`churn` has 0 versions');
    expect(renderSummary(empty)).not.toContain('### Versions');
    expect(logOf(empty)).not.toContain('VERSION ');
  });
});
