import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { read, ROOT } from './files.js';

/** The rows of what is defended: threat, defence, and the tests that hold it. */
const ROWS = read('docs/threat-model.md')
  .split('\n## What is defended, and how\n')[1]
  ?.split('\n## ')[0]
  ?.split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2)
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe('the threat model', () => {
  it('has rows', () => {
    expect(ROWS?.length).toBeGreaterThan(15);
  });

  it.each(ROWS ?? [])('names a test that holds: %s', (_threat, _defence, held = '') => {
    const files = [...held.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file);
    expect(files).not.toEqual([]);
    const missing = files.filter((file) => !existsSync(new URL(file, ROOT)));
    expect(missing).toEqual([]);
    // A helper of a suite counts where it asserts something.
    expect(files.filter((file) => !read(file).includes('expect('))).toEqual([]);
  });
});
