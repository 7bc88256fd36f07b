import { expect, it } from '@jest/globals';
import { runAct } from '../harness/act.js';
import { describeWith } from '../harness/suites.js';

const WORKFLOW = `
name: Self-test
on:
  workflow_dispatch:
    inputs:
      who: { type: choice, options: [me, you] }
concurrency: { group: a, queue: max }
jobs:
  first:
    name: First job
    runs-on: ubuntu-latest
    environment: { name: production, deployment: false }
    outputs:
      found: \${{ steps.probe.outputs.found }}
    steps:
      - uses: actions/checkout@v7
      - uses: octo-org/stub@v1.2.3
      - id: probe
        uses: ./probe
        with:
          quoted: 'x $HOME # "y"'
          secret: \${{ secrets.TOKEN }}
        env:
          WHO: \${{ inputs.who }}
          WHERE: \${{ vars.PLACE }}
  second:
    needs: first
    runs-on: ubuntu-latest
    strategy:
      matrix: { size: [small] }
    steps:
      - run: |
          echo "::error title=Oops::it was $FOUND"
          echo '### Failed' >> "$GITHUB_STEP_SUMMARY"
          exit 1
        env:
          FOUND: \${{ needs.first.outputs.found }}
  never:
    needs: second
    runs-on: ubuntu-latest
    steps:
      - run: echo never
`;

const PROBE = {
  'probe/action.yml': `
name: probe
inputs: { quoted: { default: '' }, secret: { default: '' }, defaulted: { default: 'as given' } }
runs: { using: node24, main: main.mjs }
`,
  'probe/main.mjs': `
import { appendFileSync, existsSync } from 'node:fs';
const { env } = process;
const facts = [env.WHO, env.WHERE, env.INPUT_QUOTED, env.INPUT_DEFAULTED, process.versions.node.split('.')[0],
  env.GITHUB_REPOSITORY, env.GITHUB_API_URL, existsSync('stubbed'), 'MARK' in env];
appendFileSync(env.GITHUB_OUTPUT, 'found=' + facts.join('|') + '\\nsha=' + env.GITHUB_SHA + '\\n');
appendFileSync(env.GITHUB_STEP_SUMMARY, '# Found\\n');
console.log('the secret is ' + env.INPUT_SECRET);
console.log('::warning title=Careful::slowly');
`,
};

describeWith(['act'], 'harness: act in host mode', () => {
  it('runs a workflow and reads what it left behind', async () => {
    process.env['MARK'] = 'of this machine';
    const run = await runAct({
      workflow: 'examples/self-test.yml',
      inputs: { who: 'you' },
      vars: { PLACE: 'here' },
      secrets: { TOKEN: 'hush-hush' },
      env: { GITHUB_API_URL: 'http://127.0.0.1:1234' },
      stubs: [
        {
          uses: 'octo-org/stub@v1.2.3',
          files: {
            'action.yml':
              'runs: { using: composite, steps: [{ run: touch stubbed, shell: bash }] }\nname: stub\n',
          },
        },
      ],
      files: { 'examples/self-test.yml': WORKFLOW, ...PROBE },
    });
    delete process.env['MARK'];
    const found = 'you|here|x $HOME # "y"|as given|24|octo-org/models|http://127.0.0.1:1234|true|false';
    expect(run.exitCode).toBe(1);
    expect(Object.keys(run.jobs)).toEqual(['first', 'second (small)']);
    expect(run.jobs['first']).toMatchObject({
      result: 'success',
      outputs: { probe: { found, sha: run.sha } },
      annotations: [{ level: 'warning', title: 'Careful', message: 'slowly' }],
    });
    expect(run.jobs['first']?.summary.trim()).toBe('# Found');
    expect(run.jobs['first']?.log).toContain('the secret is ***');
    expect(run.jobs['second (small)']).toMatchObject({ result: 'failure', steps: { '0': 'failure' } });
    expect(run.jobs['second (small)']?.annotations).toEqual([
      { level: 'error', title: 'Oops', message: `it was ${found}` },
    ]);
  });
});
