// Ends work of several kinds, and prints a line of JSON for each. In a process of its own: Jest runs tests in a context that
// is not the one of a process.
import { PromotionError } from '../../src/domain/error.js';
import { bounded } from '../../src/world/bounded.js';

const LIMIT_MS = 200;

const WORK: Readonly<Record<string, () => unknown>> = {
  'what ends': () => 42,
  'a loop': () => {
    for (;;);
  },
  'a regular expression': () => /^(a+)+$/.test(`${'a'.repeat(50)}b`),
  'a regular expression of quadratic time': () => ' '.repeat(1_000_000).replace(/\s+$x/, ''),
  'what throws': () => {
    throw new TypeError('x is undefined');
  },
  'what gives a promise': () => Promise.resolve(42),
};

for (const [what, work] of Object.entries(WORK)) {
  const from = performance.now();
  let end: unknown;
  try {
    end = await bounded(work, LIMIT_MS);
  } catch (error) {
    end = error instanceof PromotionError ? error.code : String(error);
  }
  const left = Object.keys(globalThis).includes('workOfBounded');
  process.stdout.write(`${JSON.stringify({ what, end, left, ms: performance.now() - from })}\n`);
}
