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
  it('gives each of a few metrics a column', () => {
    expect(renderSummary(listing(named(6)))).toContain('| `m4` | `m5` |');
    expect(logOf(listing(named(6)))).toMatch(/m4 +m5\n {2}v7 .* 0\.4 +0\.5\n/);
  });

  it('puts many metrics into one cell, and says how many are left out', () => {
    const summary = renderSummary(listing(named(25)));
    expect(summary).toContain('| Metrics |');
    expect(summary).toContain('`m0` 0.0<br>`m1` 0.1<br>');
    expect(summary).toContain('`m19` 0.19<br>and 5 more |');
    expect(logOf(listing(named(25)))).toContain('m0=0.0, m1=0.1, ');
  });

  it('is nothing but its headline for a model without versions', () => {
    const empty = { ...DECISIONS.listed, versions: [] };
    expect(renderSummary(empty)).toContain('`churn` has 0 versions');
    expect(renderSummary(empty)).not.toContain('### Versions');
    expect(logOf(empty)).not.toContain('VERSION ');
  });
});
