import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { jsonLines, startScript } from '../harness/child.js';

it('ends what does not end, hands on what does, and leaves nothing behind', async () => {
  const script = fileURLToPath(new URL('bounded-calls.ts', import.meta.url));
  const { stdout, stderr } = await startScript(script, []).ended;
  const found = jsonLines<{ what: string; end: unknown; left: boolean; ms: number }>(stdout);
  expect([stderr, Object.fromEntries(found.map(({ what, end }) => [what, end]))]).toEqual([
    '',
    {
      'what ends': 42,
      'a loop': 'timeout',
      'a regular expression': 'timeout',
      'a regular expression of quadratic time': 'timeout',
      'what throws': 'TypeError: x is undefined',
      'what gives a promise': 42,
    },
  ]);
  expect(found.filter(({ left }) => left)).toEqual([]);
});
