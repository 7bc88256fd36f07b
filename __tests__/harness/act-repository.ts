import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isMap, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { ROOT } from './paths.js';
import { must } from './tools.js';

/** Another action, replaced by a small one of our own. */
export interface Stub {
  /** `owner/repo@ref`, the ref exactly as the workflow writes it. */
  readonly uses: string;
  /** Its files by path, `action.yml` among them. */
  readonly files: Readonly<Record<string, string>>;
}

const SHIPPED = ['action.yml', 'dist', '.github', 'examples'];
const ORIGIN = 'https://github.com/octo-org/models.git';

/** What GitHub knows and act 0.2.89 refuses. */
function unknownKeys(document: Document): (readonly unknown[])[] {
  const jobs = document.get('jobs');
  const ofJobs = (isMap(jobs) ? jobs.items : []).flatMap(({ key }) => [
    ['jobs', key, 'concurrency', 'queue'],
    ['jobs', key, 'environment', 'deployment'],
  ]);
  return [['concurrency', 'queue'], ...ofJobs].filter((keys) => document.hasIn(keys));
}

/** Makes one workflow of the copy readable for act. */
async function adapt(file: string): Promise<void> {
  const document = parseDocument(await readFile(file, 'utf8'));
  const keys = unknownKeys(document);
  for (const one of keys) document.deleteIn(one);
  if (keys.length > 0) await writeFile(file, document.toString());
}

async function adaptWorkflows(repository: string): Promise<void> {
  for (const folder of ['examples', '.github/workflows']) {
    const names = await readdir(path.join(repository, folder)).catch(() => []);
    const workflows = names.filter((name) => /\.ya?ml$/.test(name));
    await Promise.all(workflows.map((name) => adapt(path.join(repository, folder, name))));
  }
}

async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** git without this machine's settings. */
async function git(repository: string, ...args: string[]): Promise<string> {
  const env = {
    PATH: process.env['PATH'] ?? '/usr/bin:/bin',
    HOME: repository,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'harness',
    GIT_AUTHOR_EMAIL: 'harness@example.com',
    GIT_COMMITTER_NAME: 'harness',
    GIT_COMMITTER_EMAIL: 'harness@example.com',
  };
  return (await must('git', args, { cwd: repository, env })).trim();
}

async function commit(repository: string): Promise<string> {
  await git(repository, 'init', '--quiet', '--initial-branch=main');
  await git(repository, 'remote', 'add', 'origin', ORIGIN);
  await git(repository, 'add', '--all');
  await git(repository, 'commit', '--quiet', '--message', 'A copy');
  return git(repository, 'rev-parse', 'HEAD');
}

/** A fresh copy of what is shipped, committed once, and act's options that put the stubs in place. */
export async function makeRepository(
  folder: string,
  stubs: readonly Stub[],
  files: Readonly<Record<string, string>>,
): Promise<{ repository: string; sha: string; stubs: string[] }> {
  const repository = path.join(folder, 'repository');
  await mkdir(repository);
  for (const name of SHIPPED) {
    await cp(path.join(ROOT, name), path.join(repository, name), { recursive: true });
  }
  await writeFiles(repository, files);
  await adaptWorkflows(repository);
  const options = await Promise.all(
    stubs.map(async (stub, index) => {
      const place = path.join(folder, `stub-${index}`);
      await writeFiles(place, stub.files);
      return ['--local-repository', `${stub.uses}=${place}`];
    }),
  );
  return { repository, sha: await commit(repository), stubs: options.flat() };
}
