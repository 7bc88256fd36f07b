/** The path that policies of these tests have. */
export const PATH = '.github/model-promotion.yml';

/** A policy for `churn` in Production; each line of `target` stands under the target. */
export function policyOf(target: readonly string[], more: readonly string[] = []): string {
  return [
    'version: 1',
    ...more,
    'models:',
    '  churn:',
    '    targets:',
    '      Production:',
    ...target.map((line) => `        ${line}`),
    '',
  ].join('\n');
}

/** Thresholds as lines of a target. */
export function thresholds(...lines: readonly string[]): readonly string[] {
  return ['thresholds:', ...lines.map((line) => `  ${line}`)];
}

export const GOOD = policyOf(thresholds('accuracy: ">= 0.9 and >= production"'));
