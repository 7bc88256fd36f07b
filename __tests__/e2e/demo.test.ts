import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { startScript } from '../harness/child.js';
import { ROOT } from '../harness/paths.js';

const STORE = path.join(ROOT, 'demo/mlflow.db.gz');

describe('npm run demo', () => {
  it('lists, rejects, promotes and lists again on a copy of the committed store', async () => {
    const before = readFileSync(STORE);
    const started = performance.now();
    const demo = await startScript(path.join(ROOT, 'scripts/demo.ts'), [], { cwd: ROOT }).ended;
    expect(demo.stderr).toBe('');
    expect(demo.code).toBe(0);
    expect(performance.now() - started).toBeLessThan(5000);
    const outcomes = demo.stdout
      .match(/^\S+ (LISTED|REJECTED|PROMOTED) ·/gm)
      ?.map((line) => line.split(' ')[1]);
    expect(outcomes).toEqual(['LISTED', 'REJECTED', 'PROMOTED', 'LISTED']);
    expect(demo.stdout).not.toContain('::');
    for (const name of ['1-list', '2-rejection', '3-promotion', '4-list']) {
      expect(readFileSync(path.join(ROOT, 'report', `${name}.md`), 'utf8')).toMatch(/^## /);
    }
    expect(readFileSync(STORE).equals(before)).toBe(true);
    expect(before.length).toBeLessThan(1_000_000);
  });
});
