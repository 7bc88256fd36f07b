import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeRepository } from './act-repository.js';
import type { Stub } from './act-repository.js';
import { readResults } from './act-results.js';
import type { ActRun } from './act-results.js';
import { findGoProgram } from './install.js';
import { scratch } from './paths.js';
import { plainRepository } from './plain-repository.js';
import { run } from './tools.js';

export interface ActOptions {
  /** Path of the workflow inside the repository, e.g. `examples/after-training.yml`. */
  readonly workflow: string;
  /** Default `workflow_dispatch`. */
  readonly event?: string;
  /** The webhook payload without `inputs`. */
  readonly eventPayload?: Readonly<Record<string, unknown>>;
  readonly secrets?: Readonly<Record<string, string>>;
  /** Added to, and laid over, what the recipe sets for every run. */
  readonly env?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
  /** Inputs of workflow_dispatch. Booleans are the texts `true` and `false`, as act sees them. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly stubs?: readonly Stub[];
  /** More files of the repository, by path: they replace what is there. */
  readonly files?: Readonly<Record<string, string>>;
}

const VARIABLES = {
  GITHUB_RUN_ID: '4242424242',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_TRIGGERING_ACTOR: 'octocat',
  ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:65535/token?',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'oidc-token-of-the-harness',
};

/** JSON in files named .yaml: the dotenv form would mangle `$`, `#` and quotes. */
async function writeValues(folder: string, options: ActOptions, sha: string): Promise<string[]> {
  const token = options.secrets?.['GITHUB_TOKEN'] ?? 'ghs_actActActActActActActActActActAct12345';
  const values = {
    secret: { GITHUB_TOKEN: token, ...options.secrets },
    env: { ...VARIABLES, GITHUB_API_URL: await plainRepository(), SHA_REF: sha, ...options.env },
    var: options.vars ?? {},
    input: options.inputs ?? {},
  };
  const args: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    const file = path.join(folder, `${name}.yaml`);
    await writeFile(file, JSON.stringify(value));
    args.push(`--${name}-file`, file);
  }
  const event = path.join(folder, 'event.json');
  await writeFile(event, JSON.stringify({ ...options.eventPayload, inputs: options.inputs ?? {} }));
  return [...args, '--eventpath', event];
}

/** From scratch: act hands its own environment to every step. Node 24 comes first. */
function actEnvironment(home: string): Record<string, string> {
  return {
    PATH: [path.dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(path.delimiter),
    HOME: home,
    XDG_CACHE_HOME: home,
    XDG_CONFIG_HOME: home,
    ACT_DISABLE_VERSION_CHECK: '1',
    NO_COLOR: '1',
  };
}

/**
 * Runs a workflow of this repository with act in host mode: no container, no network. The repository is a fresh copy
 * of what is shipped, with one commit; other actions are the stubs given. `services:` are not started.
 */
export async function runAct(options: ActOptions): Promise<ActRun> {
  const act = await findGoProgram('act');
  if (act === null) throw new Error('act is not installed');
  const folder = await scratch('act');
  const home = path.join(folder, 'home');
  await mkdir(home);
  const { repository, sha, stubs } = await makeRepository(folder, options.stubs ?? [], options.files ?? {});
  const values = await writeValues(folder, options, sha);
  const started = performance.now();
  const ran = await run(
    act,
    [
      options.event ?? 'workflow_dispatch',
      ...['--directory', repository, '--workflows', path.join(repository, options.workflow)],
      ...['--json', '--rm', '--no-cache-server', '--platform', 'ubuntu-latest=-self-hosted'],
      ...['--action-cache-path', path.join(folder, 'cache')],
      ...stubs,
      ...values,
    ],
    { cwd: folder, env: actEnvironment(home) },
  );
  return { ...readResults(ran), sha, durationMs: performance.now() - started };
}
