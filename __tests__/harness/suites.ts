import { describe, it } from '@jest/globals';
import { MISSING_VARIABLE } from './needs.js';
import type { Missing, Need } from './needs.js';

function reasons(needs: readonly Need[]): string[] {
  const missing = JSON.parse(process.env[MISSING_VARIABLE] ?? '{}') as Missing;
  return [...new Set(needs.flatMap((need) => missing[need] ?? []))];
}

/**
 * A suite that needs something real. Where that cannot be had it is skipped, with the reason in its name (the
 * reporter names it again at the very end); with `CI=true` it fails instead.
 */
export function describeWith(needs: readonly Need[], name: string, body: () => void): void {
  const missing = reasons(needs);
  if (missing.length === 0) {
    describe(name, body);
  } else if (process.env['CI'] === 'true') {
    describe(name, () => {
      it('has what it needs', () => {
        throw new Error(`With CI=true nothing is skipped: ${missing.join('; ')}`);
      });
    });
  } else {
    // The reporter looks for these brackets.
    describe.skip(`${name} [skipped: ${missing.join('; ')}]`, body);
  }
}
