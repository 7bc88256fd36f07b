import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { FIELDS, INPUT_NAMES, type InputName } from '../../src/inputs/fields.js';
import { readPolicyFile } from '../../src/policy/file/read.js';
import { readThresholds } from '../../src/policy/read.js';
import { list, read } from './files.js';

type Inputs = Readonly<Record<string, unknown>>;
interface Step {
  readonly uses?: string;
  readonly with?: Inputs;
}
interface Workflow {
  readonly env?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

const GATE = /^(\.\/|model-promotion-gate\/)/;
const pages = ['README.md', ...list('docs/*.md')];

/** Every YAML block of a page, with where it stands. */
function blocks(): [string, unknown, string][] {
  return pages.flatMap((page) =>
    [...read(page).matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(
      ({ 1: text = '', index }): [string, unknown, string] => [
        `${page} line ${read(page).slice(0, index).split('\n').length}`,
        parse(text),
        text,
      ],
    ),
  );
}

function gateSteps(steps: readonly Step[]): Inputs[] {
  return steps.flatMap((step) => (GATE.test(step.uses ?? '') ? [step.with ?? {}] : []));
}

/** Every step with our action in the examples and in the documents. */
function uses(): [string, Inputs, Readonly<Record<string, string>>][] {
  const inExamples = list('examples/*.yml').flatMap((path) => {
    const { env = {}, jobs } = parse(read(path)) as Workflow;
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    return gateSteps(steps).map((inputs): [string, Inputs, typeof env] => [path, inputs, env]);
  });
  const inPages = blocks().flatMap(([where, block]) =>
    Array.isArray(block)
      ? gateSteps(block as Step[]).map((inputs): [string, Inputs, Record<string, string>] => [
          where,
          inputs,
          {},
        ])
      : [],
  );
  return [...inExamples, ...inPages];
}

describe('every use of the action that is shown', () => {
  it('is found', () => {
    expect(uses()).toHaveLength(8);
  });

  it.each(uses())('%s names inputs that exist, with values the schema takes', (_where, inputs, env) => {
    for (const [name, value] of Object.entries(inputs)) {
      expect(INPUT_NAMES).toContain(name);
      const text = String(value).replace(/^\$\{\{ env\.(\w+) \}\}$/, (_, key: string) => env[key] ?? '');
      if (text.includes('${{')) continue;
      expect([name, FIELDS[name as InputName].safeParse(text).success]).toEqual([name, true]);
    }
  });

  it.each(uses())('%s asks for something', (_where, inputs) => {
    const needed = inputs['mode'] === 'explain' ? ['model-name'] : ['model-name', 'version'];
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(needed));
    expect(Object.keys(inputs).filter((name) => name === 'stage' || name === 'alias')).toHaveLength(1);
  });
});

it('those beside a policy file leave their thresholds to it', () => {
  const without = uses().filter(([, inputs]) => !('thresholds' in inputs));
  expect(without.map(([where]) => where.split(' ')[0])).toEqual(['docs/policy.md', 'docs/policy.md']);
});

describe('every policy file that is shown', () => {
  const files = blocks().flatMap(([where, , text]) =>
    /^version: 1$/m.test(text) ? [[where, text] as const] : [],
  );

  it('is found', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  it.each(files)('%s can be read', (_where, text) => {
    expect(readPolicyFile(text, 'policy.yml')).toMatchObject({ ok: true });
  });
});

describe('the commands that README opens with', () => {
  const [, first = ''] = /^```sh\n([\s\S]*?)^```$/m.exec(read('README.md')) ?? [];
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };

  it('are two, of scripts whose files are there', () => {
    expect(first.trim().split('\n')).toEqual(['npm ci && npm run demo', 'npm ci && npm test']);
    for (const script of [scripts['demo'], scripts['test']]) {
      const files = script?.match(/\S+\.(?:mjs|js|ts)\b/g) ?? [];
      expect(files).not.toEqual([]);
      expect(files.filter((file) => list(file).length === 0)).toEqual([]);
    }
  });

  it('are what .ci/run runs the tests by', () => {
    const lines = read('.ci/run').split('\n');
    const install = lines.findIndex((line) => line.includes('npm ci;'));
    expect(install).toBeGreaterThan(-1);
    expect(lines.findIndex((line) => /^npm test\b/.test(line))).toBeGreaterThan(install);
  });
});

describe('every policy that is shown', () => {
  const policies = blocks().flatMap(([where, block]): [string, string][] => {
    const text = (block as { thresholds?: string } | null)?.thresholds;
    return text === undefined ? [] : [[where, text]];
  });

  it('is found', () => {
    expect(policies.length).toBeGreaterThanOrEqual(3);
  });

  it.each(policies)('%s can be read', (_where, text) => {
    expect(readThresholds(text)).toMatchObject({ ok: true, warnings: [] });
  });

  it.each([...read('README.md').matchAll(/^\| `"([<>][^"]*)"`/gm)].map(([, text = '']) => text))(
    'the condition %s of the README can be read',
    (condition) => {
      expect(readThresholds(`accuracy: "${condition}"`).ok).toBe(true);
    },
  );
});
