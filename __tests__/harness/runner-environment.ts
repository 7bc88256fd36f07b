import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

const FILES = ['output', 'env', 'state', 'step_summary', 'path'] as const;
export type Files = Readonly<Record<(typeof FILES)[number] | 'event_path', string>>;

/** The folders and files of one step. */
export interface Places {
  readonly home: string;
  readonly workspace: string;
  /** RUNNER_TEMP. */
  readonly temp: string;
  readonly files: Files;
}

/** A commit that exists nowhere. */
const SHA = '0123456789abcdef0123456789abcdef01234567';

/** Makes the step's command files and its event payload. */
export async function prepareFiles(temp: string, event: unknown): Promise<Files> {
  const folder = path.join(temp, '_runner_file_commands');
  await mkdir(folder, { recursive: true });
  const files = FILES.map((name) => [name, path.join(folder, name)] as const);
  for (const [, file] of files) await writeFile(file, '');
  const event_path = path.join(temp, '_github_workflow', 'event.json');
  await mkdir(path.dirname(event_path));
  await writeFile(event_path, JSON.stringify(event ?? {}));
  return { ...(Object.fromEntries(files) as Record<(typeof FILES)[number], string>), event_path };
}

/** What a runner says about itself and where things are. */
function runnerVariables(places: Places): Record<string, string> {
  const files = Object.entries(places.files).map(([name, file]) => [`GITHUB_${name.toUpperCase()}`, file]);
  return {
    // Nothing of this machine but PATH.
    PATH: process.env['PATH'] ?? '/usr/bin:/bin',
    HOME: places.home,
    CI: 'true',
    RUNNER_ARCH: 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'harness',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: places.temp,
    RUNNER_TOOL_CACHE: path.join(places.home, 'tools'),
    GITHUB_WORKSPACE: places.workspace,
    ...(Object.fromEntries(files) as Record<string, string>),
  };
}

/** What a runner says about the workflow run. */
function workflowVariables(eventName: string, apiUrl: string): Record<string, string> {
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: 'gate',
    GITHUB_ACTION_REPOSITORY: '',
    GITHUB_ACTOR: 'octocat',
    GITHUB_ACTOR_ID: '583231',
    GITHUB_API_URL: apiUrl,
    GITHUB_BASE_REF: '',
    GITHUB_EVENT_NAME: eventName,
    GITHUB_GRAPHQL_URL: `${apiUrl}/graphql`,
    GITHUB_HEAD_REF: '',
    GITHUB_JOB: 'promote',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REPOSITORY: 'octo-org/models',
    GITHUB_REPOSITORY_ID: '1296269',
    GITHUB_REPOSITORY_OWNER: 'octo-org',
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '4242424242',
    GITHUB_RUN_NUMBER: '7',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: SHA,
    GITHUB_TRIGGERING_ACTOR: 'octocat',
    GITHUB_WORKFLOW: 'Promote',
    GITHUB_WORKFLOW_REF: 'octo-org/models/.github/workflows/promote.yml@refs/heads/main',
    GITHUB_WORKFLOW_SHA: SHA,
  };
}

/** The environment of a step, from scratch. */
export function stepEnvironment(places: Places, eventName: string, apiUrl: string): Record<string, string> {
  return { ...runnerVariables(places), ...workflowVariables(eventName, apiUrl) };
}
