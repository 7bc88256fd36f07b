import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { list, read } from './files.js';

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: unknown;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly { readonly uses?: string; readonly with?: Readonly<Record<string, unknown>> }[];
}
interface Workflow {
  readonly permissions?: unknown;
  readonly concurrency?: Readonly<Record<string, unknown>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const examples = list('examples/*.yml');
const files = [...list('.github/workflows/*.yml'), ...examples];
const load = (path: string) => parse(read(path)) as Workflow;

describe('workflows', () => {
  it('are found', () => {
    expect(files).toEqual([
      '.github/workflows/ci.yml',
      '.github/workflows/codeql.yml',
      '.github/workflows/release.yml',
      'examples/after-training.yml',
      'examples/manual-promotion.yml',
      'examples/protected-environment.yml',
    ]);
  });

  it.each(files)('%s pins every action to a full SHA and says its version', (path) => {
    const lines = [...read(path).matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map(([, text]) => text);
    const steps = Object.values(load(path).jobs).flatMap((job) => job.steps);
    const pinned = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
    expect(lines).toHaveLength(steps.filter((step) => step.uses !== undefined).length);
    expect(lines.filter((line) => line !== './' && !pinned.test(line ?? ''))).toEqual([]);
  });

  it.each(files)('%s starts without permissions and gives each job its own', (path) => {
    const { permissions, jobs } = load(path);
    expect(permissions).toEqual({});
    expect(Object.entries(jobs).filter(([, job]) => job.permissions === undefined)).toEqual([]);
  });

  it.each(files)('%s limits the time of every job', (path) => {
    const jobs = Object.values(load(path).jobs);
    expect(jobs.filter((job) => !((job['timeout-minutes'] ?? 0) > 0))).toEqual([]);
  });

  it.each(files)('%s leaves no token behind after a checkout', (path) => {
    const steps = Object.values(load(path).jobs).flatMap((job) => job.steps);
    const checkouts = steps.filter((step) => step.uses?.startsWith('actions/checkout@') === true);
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });

  it('use one version of each action', () => {
    const used = files.flatMap((path) => read(path).match(/[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v[\d.]+/g) ?? []);
    const byOwner = new Map(used.map((text) => [text.split('@')[0]?.split('/').slice(0, 2).join('/'), text]));
    const versions = new Set(used.map((text) => text.replace(/^([^/]+\/[^/@]+)[^@]*/, '$1')));
    expect(versions.size).toBe(byOwner.size);
  });
});

describe('CI', () => {
  it('has a gate that waits for every other job', () => {
    const { jobs } = load('.github/workflows/ci.yml') as { jobs: Record<string, { needs?: string[] }> };
    const { 'all-green': gate, ...others } = jobs;
    expect(gate?.needs).toEqual(Object.keys(others));
  });
});

describe('dependabot', () => {
  it('waits before it takes a new release', () => {
    const config = parse(read('.github/dependabot.yml')) as {
      updates: { 'package-ecosystem': string; cooldown?: { 'default-days'?: number } }[];
    };
    expect(config.updates.map((update) => update['package-ecosystem'])).toEqual(['npm', 'github-actions']);
    expect(config.updates.map((update) => (update.cooldown?.['default-days'] ?? 0) >= 7)).toEqual([
      true,
      true,
    ]);
  });
});

describe('examples', () => {
  it.each(examples)('%s lets one promotion of a model run at a time and cancels none', (path) => {
    const { concurrency } = load(path);
    expect(concurrency?.['group']).toMatch(/^promote-(fraud-detector|\$\{\{ inputs\.model \}\})$/);
    expect(concurrency).toMatchObject({ 'cancel-in-progress': false, queue: 'max' });
  });

  it.each(examples)('%s says what to write in place of `uses: ./`', (path) => {
    expect(read(path)).toContain(
      'uses: model-promotion-gate/model-promotion-gate@<full commit SHA> # vX.Y.Z',
    );
  });

  it.each(examples)('%s passes outputs to the shell only through env', (path) => {
    const scripts = Object.values(load(path).jobs).flatMap((job) => job.steps as readonly { run?: string }[]);
    expect(scripts.filter((step) => step.run?.includes('${{'))).toEqual([]);
  });
});
