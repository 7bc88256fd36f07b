import { describe, expect, it } from '@jest/globals';
import { jobFails, OUTCOMES } from '../../src/domain/outcome.js';
import { renderAnnotation } from '../../src/report/annotation.js';
import { renderCheck } from '../../src/report/check.js';
import { initialOutputs, OUTPUT_NAMES, outputsOf } from '../../src/report/outputs.js';
import { conclusionOf, exitCodeOf, levelOf } from '../harness/outcomes.js';
import { DECISIONS } from './decisions.js';

const PATHS = { decision: '/tmp/decision.json', report: '/tmp/report.md' };

describe.each(OUTCOMES)('%s', (outcome) => {
  const decision = DECISIONS[outcome];

  it.each([true, false])('exit code and annotation agree with fail-on-rejection %s', (failOnRejection) => {
    const exitCode = exitCodeOf(outcome, failOnRejection);
    const level = renderAnnotation(decision, failOnRejection)?.level ?? null;
    expect([jobFails(outcome, failOnRejection), level]).toEqual([exitCode === 1, levelOf(outcome, exitCode)]);
  });

  it('has one check conclusion, whatever the switch', () => {
    expect(renderCheck(decision).conclusion).toBe(conclusionOf(outcome));
  });

  it('sets every output, and promoted only for a promotion', () => {
    const outputs = outputsOf(decision, PATHS);
    expect(Object.keys(outputs)).toEqual([...OUTPUT_NAMES]);
    expect(outputs.result).toBe(outcome);
    expect(outputs.promoted).toBe(outcome === 'promoted' ? 'true' : 'false');
    expect(JSON.parse(outputs.reasons)).toEqual(decision.reasons.map((reason) => reason.code));
  });

  it('tells the next step in check and annotation', () => {
    const remedy = decision.reasons[0]?.remedy ?? '';
    const annotation = renderAnnotation(decision, true);
    if (annotation !== null) expect(annotation.message).toMatch(/\nNext: .+$/);
    if (annotation !== null) expect(annotation.message).toContain(remedy);
    expect(renderCheck(decision).summary.includes('Next:')).toBe(outcome !== 'listed');
  });
});

describe('outputs', () => {
  it('name versions, model and target', () => {
    expect(outputsOf(DECISIONS.promoted, PATHS)).toEqual({
      result: 'promoted',
      promoted: 'true',
      'model-name': 'churn',
      version: '7',
      'previous-version': '5',
      'baseline-version': '5',
      'model-uri': 'models:/churn/7',
      registry: DECISIONS.promoted.registry,
      target: 'Production',
      reasons: '["promoted"]',
      decision: '/tmp/decision.json',
      report: '/tmp/report.md',
    });
  });

  it('are empty where there is nothing to name', () => {
    const outputs = outputsOf(DECISIONS.listed, PATHS);
    expect([outputs.version, outputs['previous-version'], outputs['model-uri'], outputs.target]).toEqual(
      Array(4).fill(''),
    );
  });

  it('say before anything else that nothing was promoted', () => {
    const outputs = initialOutputs('churn');
    expect(Object.keys(outputs)).toEqual([...OUTPUT_NAMES]);
    expect(Object.entries(outputs).filter(([, value]) => value !== '')).toEqual([
      ['result', 'error'],
      ['promoted', 'false'],
      ['model-name', 'churn'],
      ['reasons', '[]'],
    ]);
  });
});
