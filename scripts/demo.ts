/**
 * The main job on real input, without a server and without Python: lists the versions of a model in a local MLflow
 * store (demo/README.md), asks for a worse one, asks for a better one, and lists again. Runs the shipped `dist` as
 * a workflow step would, on a copy of the store, and leaves the reports in the folder `report`.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { inputVariables, readMetadata } from '../__tests__/harness/action-metadata.js';
import { parseFileCommands } from '../__tests__/harness/runner-files.js';

const ROOT = join(import.meta.dirname, '..');
const REPORTS = join(ROOT, 'report');

const THRESHOLDS = `\
accuracy:       ">= 0.92 and >= production + 0.005"
log_loss:       "<= production"
roc_auc:        ">= production"
latency_p95_ms: "<= 5"
`;

interface Act {
  readonly file: string;
  readonly title: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly result: string;
}

const ACTS: readonly Act[] = [
  { file: '1-list', title: 'Which versions are there?', inputs: { mode: 'list' }, result: 'listed' },
  {
    file: '2-rejection',
    title: 'Version 2 wants to go to Production.',
    inputs: { version: '2', stage: 'Production', thresholds: THRESHOLDS },
    result: 'rejected',
  },
  {
    file: '3-promotion',
    title: 'Version 3 wants to go to Production.',
    inputs: { version: '3', stage: 'Production', thresholds: THRESHOLDS },
    result: 'promoted',
  },
  { file: '4-list', title: 'And now?', inputs: { mode: 'list' }, result: 'listed' },
];

/** What a person sees of a step's log: groups are folded, and annotations are shown elsewhere. */
function asRead(log: string): string {
  let folded = false;
  const shown = log.split('\n').flatMap((line) => {
    const group = /^::group::(.*)/.exec(line)?.[1];
    const hidden = folded;
    if (group !== undefined) folded = true;
    if (line.startsWith('::endgroup::')) folded = false;
    if (group !== undefined) return [`▸ ${group}`];
    return hidden || line.startsWith('::') ? [] : [line];
  });
  return shown.join('\n').trimEnd();
}

/** Runs the action as one step in `folder` and gives its outputs; throws when it ends otherwise than it should. */
async function play(act: Act, folder: string): Promise<void> {
  const metadata = await readMetadata(ROOT);
  const output = join(folder, `${act.file}.output`);
  writeFileSync(output, '');
  const inputs = {
    'model-name': 'tumour-classifier',
    'tracking-uri': 'sqlite:///mlflow.db',
    'check-name': '',
    ...act.inputs,
  };
  console.log(`\n━━ ${act.title}\n`);
  const step = spawnSync(process.execPath, [join(ROOT, metadata.runs.main)], {
    cwd: folder,
    env: {
      ...inputVariables(metadata, inputs, ''),
      PATH: process.env['PATH'],
      // Node on Windows does not start without it.
      SystemRoot: process.env['SystemRoot'],
      RUNNER_TEMP: folder,
      GITHUB_WORKSPACE: folder,
      GITHUB_OUTPUT: output,
    },
    encoding: 'utf8',
  });
  console.log(asRead(step.stdout));
  const outputs = parseFileCommands(readFileSync(output, 'utf8'));
  if (outputs['result'] !== act.result) {
    throw new Error(`expected "${act.result}", the step said "${outputs['result'] ?? ''}":\n${step.stderr}`);
  }
  copyFileSync(outputs['report'] ?? '', join(REPORTS, `${act.file}.md`));
  copyFileSync(outputs['decision'] ?? '', join(REPORTS, `${act.file}.json`));
}

const folder = mkdtempSync(join(tmpdir(), 'promotion-demo-'));
try {
  writeFileSync(join(folder, 'mlflow.db'), gunzipSync(readFileSync(join(ROOT, 'demo/mlflow.db.gz'))));
  mkdirSync(REPORTS, { recursive: true });
  console.log(
    `What a version must do to get to Production:\n\n${THRESHOLDS.replaceAll(/^/gm, '  ').trimEnd()}`,
  );
  for (const act of ACTS) await play(act, folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(
  `\nThe reports, as a workflow shows them, and the decisions as JSON: ${relative(process.cwd(), REPORTS)}/`,
);
