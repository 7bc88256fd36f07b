import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

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

/** A working tree with these files by path; a text alone is its policy. */
export function treeWith(files: string | Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'tree-'));
  for (const [path, text] of Object.entries(typeof files === 'string' ? { [PATH]: files } : files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}
