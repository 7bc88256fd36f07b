import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { jsonLines, startScript } from '../harness/child.js';

it('threads answer, say when they end, and are ended where that can be done', async () => {
  const script = fileURLToPath(new URL('threads-calls.ts', import.meta.url));
  const { stdout, stderr } = await startScript(script, []).ended;
  const found = jsonLines<{ what: string; heard: unknown[]; ended: boolean; ms: number }>(stdout);
  expect([
    stderr.replace(/.*ExperimentalWarning.*\n|\(Use `node --trace.*\n/g, ''),
    found.map(({ what, heard, ended }) => [what, heard, ended]),
  ]).toEqual([
    '',
    [
      ['answers', ['hello'], true],
      ['fails at once', ['Error: no room'], true],
      ['runs for ever', [], true],
      ['stands still', [], false],
    ],
  ]);
  // Nobody waits for one that stands still.
  expect(found.at(-1)?.ms).toBeLessThan(2_000);
});
