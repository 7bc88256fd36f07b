// A process that promotes one version again and again by the action's own run(), for tests with several processes.
// Arguments: the inputs as JSON, the workspace, how often. It begins when it is told "go", so that all of them begin
// together, and prints one line of JSON for each run.
import { once } from 'node:events';
import path from 'node:path';
import { newestChange } from './audit.js';
import type { RunReport } from './audit.js';
import { wholeRun } from './whole-run.js';

const [inputs = '{}', workspace = '', times = '0'] = process.argv.slice(2);
const store = path.join(workspace, 'mlflow.db');
process.stdout.write('ready\n');
await once(process.stdin, 'data');
process.stdin.destroy();

for (let turn = 0; turn < Number(times); turn += 1) {
  const from = newestChange(store);
  const { outputs, decision } = await wholeRun(workspace, JSON.parse(inputs) as Record<string, string>);
  const report: RunReport = {
    version: outputs['version'] ?? '',
    result: outputs['result'] ?? '',
    promoted: outputs['promoted'] ?? '',
    previous: outputs['previous-version'] ?? '',
    reason: decision.reasons[0]?.code ?? '',
    warnings: decision.warnings.map(({ code }) => code),
    moves: decision.moves,
    changes: [from, newestChange(store)],
  };
  process.stdout.write(`${JSON.stringify(report)}\n`);
}
