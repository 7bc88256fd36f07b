// Starts threads of several kinds, and prints a line of JSON for each. In a process of its own, which one of them may hold.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processThreads } from '../../src/world/threads.js';

const ECHO = "parentPort.on('message', (message) => parentPort.postMessage(message));";
/** What a thread does. */
const PROGRAMS: Readonly<Record<string, string>> = {
  answers: ECHO,
  'fails at once': "throw new Error('no room');",
  'runs for ever': `${ECHO} for (;;);`,
  // Seconds in one call of SQLite's, which nothing interrupts.
  'stands still': `
    const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
    new DatabaseSync(':memory:').prepare('WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n').all();`,
};

const folder = mkdtempSync(path.join(tmpdir(), 'threads-'));
for (const [what, program] of Object.entries(PROGRAMS)) {
  const file = path.join(folder, 'thread.mjs');
  writeFileSync(file, `import { parentPort } from 'node:worker_threads';\n${program}`);
  const threads = processThreads(file);
  threads.prepare();
  await sleep(300);
  const thread = threads.start();
  const said: unknown[] = [];
  thread.onMessage((message) => said.push(message));
  thread.onEnd((why) => said.push(String(why)));
  thread.post('hello');
  // A busy machine takes its time to start one; those that never speak are given long enough to be in the middle of it.
  for (let waited = 0; waited < 2_000 && said.length === 0; waited += 20) await sleep(20);
  const from = performance.now();
  const heard = [...said];
  const ended = await threads.end();
  process.stdout.write(`${JSON.stringify({ what, heard, ended, ms: performance.now() - from })}\n`);
}
process.kill(process.pid, 'SIGKILL');
