import { expect, it } from '@jest/globals';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { list } from '../docs/files.js';
import { findGoProgram } from '../harness/install.js';
import { ROOT, scratch, venvProgram } from '../harness/paths.js';
import { describeWith } from '../harness/suites.js';
import { run } from '../harness/tools.js';

const EXAMPLES = list('examples/*.yml');
const WORKFLOWS = list('.github/workflows/*.yml');

/** A workflow with a finding for each linter. */
async function careless(): Promise<string> {
  const folder = path.join(await scratch('careless'), '.github/workflows');
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, 'careless.yml');
  const step = '- run: echo "${{ github.event.issue.title }}${{ nothing.at_all }}"';
  await writeFile(file, `on: issues\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      ${step}\n`);
  return file;
}

describeWith(['actionlint'], 'actionlint', () => {
  const lint = async (...files: readonly string[]): Promise<unknown> => {
    const program = (await findGoProgram('actionlint')) ?? '';
    return run(program, ['-no-color', '-shellcheck=', '-pyflakes=', ...files], { cwd: ROOT });
  };

  it('finds nothing in the workflows and examples', async () => {
    expect(await lint(...WORKFLOWS, ...EXAMPLES)).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('would find something', async () => {
    const found = await lint(await careless());
    expect(found).toMatchObject({ code: 1, stdout: expect.stringContaining('[expression]') });
  });
});

describeWith(['zizmor'], 'zizmor', () => {
  const audit = (...places: readonly string[]): Promise<unknown> => {
    const flags = ['--no-progress', '--color', 'never', '--offline', '--persona', 'auditor'];
    return run(venvProgram('zizmor', 'zizmor'), [...flags, '--strict-collection', ...places], { cwd: ROOT });
  };

  it('finds nothing in the action, the workflows and the examples', async () => {
    const result = await audit('.', ...EXAMPLES);
    expect(result).toMatchObject({ code: 0, stdout: expect.stringContaining('No findings to report') });
    for (const file of [...WORKFLOWS, ...EXAMPLES, 'action.yml']) {
      expect(result).toMatchObject({ stderr: expect.stringContaining(file) });
    }
  });

  it('would find something', async () => {
    // Findings are told by the exit code: 11 to 14, by severity.
    expect(await audit(await careless())).toMatchObject({
      code: 14,
      stdout: expect.stringContaining('error[template-injection]'),
    });
  });
});
