import { describe, expect, it } from '@jest/globals';
import { generatedFiles, readAction, withTables } from '../../scripts/generated.js';
import { read, ROOT } from './files.js';

const action = readAction(read('action.yml'));

describe('generated files', () => {
  const written = generatedFiles(ROOT);

  it.each(['README.md', 'schemas/policy.schema.json', 'schemas/decision.schema.json'])(
    '%s is what `npm run generate` writes',
    async (path) => {
      expect(read(path)).toBe((await written).get(path));
    },
  );

  it('are no others', async () => {
    expect((await written).size).toBe(3);
  });
});

describe('README tables', () => {
  const readme = read('README.md');

  it('have one row for every input and output', () => {
    const rows = [...readme.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name);
    const named = [...Object.keys(action.inputs), ...Object.keys(action.outputs)];
    expect(rows.filter((name) => name !== undefined && named.includes(name))).toEqual(named);
  });

  it('follow a change of action.yml', () => {
    const changed = { ...action, outputs: { ...action.outputs, added: { description: 'a | b' } } };
    expect(withTables(readme, changed)).toContain('| `added` | a \\| b |');
  });

  it('need their markers', () => {
    expect(() => withTables('# No markers', action)).toThrow('README.md has no place for "inputs".');
  });
});
