import path from 'node:path';
import process from 'node:process';

const SKIPPED = /^(.*) \[skipped: (.*)\]$/s;

/** The suites that were skipped for a reason: by reason, as `file › suite`. */
function skippedSuites(results, root) {
  const byReason = new Map();
  for (const file of results.testResults) {
    for (const test of file.testResults) {
      const match = test.ancestorTitles.map((title) => SKIPPED.exec(title)).find(Boolean);
      if (!match) continue;
      const [, suite, reason] = match;
      const suites = byReason.get(reason) ?? new Set();
      byReason.set(reason, suites.add(`${path.relative(root, file.testFilePath)} › ${suite}`));
    }
  }
  return byReason;
}

/** What this run does not show, and why. Empty when it shows everything. */
function skippedText(skipped) {
  const paragraphs = [...skipped].map(
    ([reason, suites]) => `  ${reason}\n    ${[...suites].join('\n    ')}\n`,
  );
  return paragraphs.length > 0 ? `\nSKIPPED, not shown by this run:\n${paragraphs.join('')}` : '';
}

/** `N passed, N failed`, with `, N skipped` when there are any. A file that could not run is one failure. */
function totals(results) {
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  const skipped = results.numPendingTests + results.numTodoTests;
  return `${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Jest reporter: says at the very end what was skipped and why, then the totals alone on the last line. */
export default class TotalsReporter {
  #root;

  constructor(globalConfig) {
    this.#root = globalConfig.rootDir;
  }

  onRunComplete(_contexts, results) {
    const text = skippedText(skippedSuites(results, this.#root));
    // Jest adds its own summary after every other reporter: the way out is the only place behind it.
    process.once('exit', () => process.stdout.write(`${text}\n${totals(results)}\n`));
  }
}
