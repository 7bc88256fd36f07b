import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { PromotionError } from '../src/domain/error.js';
import { OUTCOMES, type Outcome } from '../src/domain/outcome.js';
import { decisionSchema } from '../src/report/decision-schema.js';
import { OUTPUT_NAMES } from '../src/report/outputs.js';
import { run } from '../src/run.js';
import { memoryRegistry, type MemoryOptions, type MemoryStore } from './harness/memory-registry.js';
import { exitCodeOf, levelOf } from './harness/outcomes.js';
import { addTrained, churn, MODEL } from './promotion/kit.js';
import { testWorld, type TestWorld } from './harness/world.js';
import { policyOf, treeWith } from './policy/file/texts.js';

const INPUTS = {
  'model-name': MODEL,
  version: '2',
  stage: 'production',
  thresholds: 'accuracy: ">= 0.8 and >= production"',
  'tracking-uri': 'https://mlflow.example.com',
};
const LIST = { 'model-name': MODEL, mode: 'list' };

type More = {
  inputs?: Record<string, string>;
  store?: MemoryStore;
  env?: Record<string, string>;
  /** The policy file of the working tree. */
  policy?: string;
} & MemoryOptions;

function world({ inputs = {}, store = churn(), env = {}, policy, ...options }: More = {}): TestWorld {
  const registry = memoryRegistry(store, options);
  const tree = policy === undefined ? {} : { workingDirectory: treeWith(policy) };
  return testWorld({ inputs: { ...INPUTS, ...inputs }, registry, env, ...tree });
}

async function ran(more: More = {}): Promise<{ exit: number; at: TestWorld }> {
  const at = world(more);
  return { exit: await run(at), at };
}

afterEach(() => {
  jest.useRealTimers();
});

function fakeTimers(): void {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
}

const HANGS: MemoryOptions = { beforeCall: () => ({ kind: 'hang', applied: false }) };

const BROKEN: MemoryOptions = {
  beforeCall: () => ({ kind: 'throw', error: new TypeError('x is undefined') }),
};

/** One path to each outcome. */
const PATHS: Readonly<Record<Outcome, () => More>> = {
  promoted: () => ({}),
  passed: () => ({ inputs: { mode: 'evaluate' }, readOnly: true }),
  unchanged: () => ({ inputs: { version: '1' }, readOnly: true }),
  rejected: () => ({ inputs: { thresholds: 'accuracy: ">= 0.99"' }, readOnly: true }),
  inconclusive: () => {
    const store = churn();
    store.setAlias(MODEL, 'challenger', '2');
    return { store, readOnly: true, policy: policyOf(['from: "@challenger"', 'soak: 24h']) };
  },
  invalid: () => ({ inputs: { thresholds: 'f1: ">= 0.99"' }, readOnly: true }),
  superseded: () => {
    const store = churn();
    return {
      store,
      afterCall: ({ which }) => {
        if (which === 'first evidence of 1') store.setStage(MODEL, '1', 'None');
      },
    };
  },
  archived: () => ({ inputs: { stage: 'Archived', thresholds: '' } }),
  listed: () => ({ inputs: { ...LIST, version: '', stage: '', thresholds: '' }, readOnly: true }),
  error: () => ({ inputs: { version: '9' }, readOnly: true }),
};

describe('run', () => {
  it.each(OUTCOMES)('says %s everywhere the same', async (outcome) => {
    const { exit, at } = await ran(PATHS[outcome]());
    const outputs = at.outputs();
    const wanted = exitCodeOf(outcome);
    expect(Object.keys(outputs).sort()).toEqual([...OUTPUT_NAMES].sort());
    expect(outputs).toMatchObject({
      result: outcome,
      promoted: String(outcome === 'promoted'),
      'model-name': MODEL,
    });
    expect(exit).toBe(wanted);
    const decision = at.decision();
    expect(decisionSchema.safeParse(decision).error).toBeUndefined();
    expect(decision.outcome).toBe(outcome);
    expect(JSON.parse(outputs['reasons'] ?? '')).toEqual(decision.reasons.map(({ code }) => code));
    expect(decision.reasons).not.toEqual([]);
    expect(existsSync(outputs['report'] ?? '')).toBe(true);
    const [level = null, ...others] = at.annotations().map((annotation) => annotation.level);
    expect([level, others]).toEqual([levelOf(outcome, wanted), []]);
    expect(at.said.filter(({ kind }) => kind === 'summary')).toHaveLength(1);
  });

  it('fills in the outputs of a promotion', async () => {
    const { at } = await ran();
    expect(at.outputs()).toMatchObject({
      version: '2',
      'previous-version': '1',
      'baseline-version': '1',
      'model-uri': 'models:/churn/2',
      target: 'Production',
      reasons: '["promoted"]',
    });
  });

  it('writes result=error and promoted=false first, the final values last, and both before the report', async () => {
    const { at } = await ran();
    const order = at.said.map((one) => (one.kind === 'output' ? `${one.name}=${one.text}` : one.kind));
    const [first, last] = [order.indexOf('result=error'), order.indexOf('result=promoted')];
    expect(first).toBe(0);
    expect(order.slice(0, OUTPUT_NAMES.length)).toContain('promoted=false');
    expect(last).toBeGreaterThan(order.indexOf('info'));
    expect(last).toBeLessThan(order.indexOf('summary'));
    expect(last).toBeLessThan(order.indexOf('annotate'));
  });

  it('takes the times from its clock and the run from GitHub', async () => {
    const env = { GITHUB_SHA: 'abc', GITHUB_ACTOR: 'me', GITHUB_RUN_ATTEMPT: '3' };
    const { at } = await ran({ env });
    expect(at.decision()).toMatchObject({
      startedAt: '2026-11-21T00:00:01.000Z',
      finishedAt: '2026-11-21T00:00:03.000Z',
      run: { sha: 'abc', actor: 'me', attempt: 3, url: null },
    });
  });

  it.each([
    ['rejected', 0, 'warning'],
    ['invalid', 1, 'error'],
    ['superseded', 1, 'error'],
    ['error', 1, 'error'],
    ['promoted', 0, 'notice'],
  ] as const)('with fail-on-rejection: false, %s exits %s', async (outcome, exit, level) => {
    const more = PATHS[outcome]();
    const found = await ran({ ...more, inputs: { ...more.inputs, 'fail-on-rejection': 'false' } });
    expect([found.exit, found.at.outputs()['result']]).toEqual([exit, outcome]);
    expect(found.at.annotations()).toMatchObject([{ level }]);
  });

  it('makes one error of many wrong inputs, and one annotation', async () => {
    const { exit, at } = await ran({ inputs: { version: 'v3', stage: 'Prod', 'timeout-seconds': '0' } });
    expect([exit, at.outputs()['result'], at.outputs()['target']]).toEqual([1, 'error', 'Prod']);
    expect(at.outputs()['reasons']).toBe('["input-invalid","input-invalid","input-invalid"]');
    const [annotation, second] = at.annotations();
    expect(second).toBeUndefined();
    for (const name of ['version', 'stage', 'timeout-seconds'])
      expect(annotation?.text).toContain(`\`${name}\``);
  });

  it('carries the warnings of the inputs', async () => {
    const { at } = await ran({ env: { MLFLOW_TRACKING_INSECURE_TLS: '1' } });
    expect(at.decision().warnings).toMatchObject([{ code: 'insecure-tls-ignored' }]);
  });

  it('refuses to promote for a pull request from a fork', async () => {
    const at = world({ readOnly: true });
    const path = join(at.env['RUNNER_TEMP'] ?? '', 'event.json');
    writeFileSync(path, JSON.stringify({ pull_request: { head: { sha: 'a', repo: null }, base: {} } }));
    const env = { ...at.env, GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: path };
    expect(await run({ ...at, env })).toBe(1);
    expect(at.outputs()['reasons']).toBe('["untrusted-event"]');
  });
});

describe('secrets', () => {
  const SECRETS = {
    'tracking-token': 'canary-token',
    'tracking-uri': 'https://user:canary-uri@host',
    'github-token': 'canary-github',
  };
  const ENV = { MLFLOW_TRACKING_PASSWORD: 'canary-variable' };

  it.each([
    ['good inputs', { 'tracking-uri': 'https://host' }],
    ['inputs that are wrong', {}],
    ['an address that cannot be used', { 'tracking-uri': 'postgresql://user:canary-uri@host/db' }],
  ])('are masked before anything is printed, and printed never: %s', async (_, more) => {
    const { at } = await ran({ inputs: { ...SECRETS, ...more }, env: ENV });
    const kinds = at.said.map(({ kind }) => kind);
    expect(kinds.lastIndexOf('mask')).toBeLessThan(kinds.findIndex((kind) => kind !== 'mask'));
    const masked = at.said.filter(({ kind }) => kind === 'mask').map(({ text }) => text);
    expect(masked).toEqual(expect.arrayContaining(['canary-token', 'canary-github', 'canary-variable']));
    const printed = at.said.filter(({ kind }) => kind !== 'mask');
    expect(JSON.stringify([printed, at.decision()])).not.toContain('canary');
  });
});

describe('a crash', () => {
  it.each([
    ['of the registry', () => world(BROKEN)],
    [
      'while the registry is opened',
      () => testWorld({ inputs: INPUTS, registry: () => Promise.reject(new TypeError('x is undefined')) }),
    ],
    [
      'that is no error at all',
      () => world({ beforeCall: () => ({ kind: 'throw', error: 'x is undefined' }) }),
    ],
  ])('%s is told as internal, with all outputs', async (_, make) => {
    const at = make();
    expect(await run(at)).toBe(1);
    expect(at.outputs()).toMatchObject({
      result: 'error',
      promoted: 'false',
      reasons: '["internal"]',
      target: 'Production',
    });
    expect(at.decision().reasons[0]?.message).toContain('x is undefined');
    expect(at.annotations()).toHaveLength(1);
  });

  it('while closing does not undo a promotion', async () => {
    const { exit, at } = await ran({ close: () => Promise.reject(new TypeError('x is undefined')) });
    expect([exit, at.outputs()['result'], at.outputs()['promoted']]).toEqual([0, 'promoted', 'true']);
  });

  it('leaves the registry closed', async () => {
    const registry = memoryRegistry(churn(), BROKEN);
    await run(testWorld({ inputs: INPUTS, registry }));
    expect(registry.closed()).toBe(1);
  });

  it('of our own errors keeps their code and their remedy', async () => {
    const error = new PromotionError('unauthorized', 'Who are you?', 'Give a token.');
    const { at } = await ran({ beforeCall: () => ({ kind: 'throw', error }) });
    expect(at.decision()).toMatchObject({
      outcome: 'error',
      mode: 'promote',
      target: 'Production',
      reasons: [{ code: 'unauthorized', message: 'Who are you?', remedy: 'Give a token.' }],
    });
  });
});

describe('the end of a run', () => {
  it.each(['SIGINT', 'SIGTERM'])('on %s is cancelled', async (name) => {
    const at = world(HANGS);
    const exit = run(at);
    setTimeout(() => {
      at.signal(name);
    }, 20);
    expect(await exit).toBe(1);
    expect(at.outputs()).toMatchObject({ result: 'error', promoted: 'false', reasons: '["cancelled"]' });
  });

  it('at the time limit is a timeout, with a sign of life before', async () => {
    fakeTimers();
    const at = world({ ...HANGS, inputs: { 'timeout-seconds': '20' } });
    const exit = run(at);
    await jest.advanceTimersByTimeAsync(20_000);
    expect(await exit).toBe(1);
    expect(at.outputs()).toMatchObject({ result: 'error', reasons: '["timeout"]' });
    expect(at.decision().reasons[0]?.message).toBe('The time limit of 20 s was reached.');
    expect(at.said).toContainEqual({ kind: 'info', text: 'Still working: 15 s of at most 20 s.' });
    expect(jest.getTimerCount()).toBe(0);
  });

  it.each([
    ['a registry that never opens', { registry: () => new Promise<never>(() => undefined) }],
    [
      'a registry that does not heed its signal',
      {
        registry: {
          ...memoryRegistry(churn()),
          reader: () => new Proxy({} as never, { get: () => () => new Promise(() => undefined) }),
        },
      },
    ],
  ])('comes in spite of %s', async (_, setting) => {
    fakeTimers();
    const at = testWorld({ inputs: { ...INPUTS, 'timeout-seconds': '1' }, ...setting });
    const exit = run(at);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(await exit).toBe(1);
    expect(at.outputs()).toMatchObject({ result: 'error', promoted: 'false', reasons: '["timeout"]' });
    expect(at.decision().reasons[0]?.message).toContain('did not stop');
  });

  it('comes in spite of a registry that never closes, and keeps what was found out', async () => {
    fakeTimers();
    const at = world({ inputs: { 'timeout-seconds': '1' }, close: () => new Promise(() => undefined) });
    const exit = run(at);
    for (let tick = 0; tick < 50; tick++) await new Promise((resolve) => setImmediate(resolve));
    await jest.advanceTimersByTimeAsync(10_000);
    expect(await exit).toBe(0);
    expect(at.outputs()).toMatchObject({ result: 'promoted', promoted: 'true' });
  });

  it('comes in spite of inputs that are read for ever, within the run\u2019s time', async () => {
    const limits: number[] = [];
    const at = world({ readOnly: true, inputs: { 'timeout-seconds': '20' } });
    const bounded = <T>(work: () => T, ms: number): T => {
      limits.push(ms);
      if (limits.length > 1) return work();
      throw new PromotionError('timeout', 'It was ended.', 'Report it.');
    };
    expect(await run({ ...at, bounded, uptimeMs: () => 1_500 })).toBe(1);
    expect(limits[0]).toBe(18_500);
    expect(at.outputs()).toMatchObject({ result: 'error', promoted: 'false', reasons: '["timeout"]' });
  });

  it('of a run that began late is a timeout like any other', async () => {
    const at = world({ ...HANGS, inputs: { 'timeout-seconds': '1' } });
    const limits: number[] = [];
    const bounded = <T>(work: () => T, ms: number): T => {
      limits.push(ms);
      return work();
    };
    expect(await run({ ...at, bounded, uptimeMs: () => 1_400 })).toBe(1);
    expect(limits[0]).toBe(1_000);
    expect(at.decision().reasons[0]?.message).toBe('The time limit of 1 s was reached.');
  });

  it('leaves no timer behind', async () => {
    fakeTimers();
    await ran();
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('several runs in one job', () => {
  it('leave files of their own', async () => {
    const store = churn();
    addTrained(store, '3', { accuracy: 0.97 });
    const first = await ran({ store });
    const env = { RUNNER_TEMP: first.at.env['RUNNER_TEMP'] ?? '' };
    const second = await ran({ store, inputs: { version: '3' }, env });
    expect(second.at.decision().candidate?.version).toBe('3');
    expect(first.at.decision().candidate?.version).toBe('2');
  });
});

describe('the registry that was used', () => {
  it.each([
    ['done', {}],
    ['broken', BROKEN],
  ])('is named by decision, outputs, summary and annotation when the run is %s', async (_, options) => {
    const at = world(options);
    await run(at);
    expect([at.decision().registry, at.outputs()['registry']]).toEqual(['memory', 'memory']);
    const summary = at.said.find(({ kind }) => kind === 'summary');
    expect(summary?.text).toContain('Registry: `memory`');
    expect(at.annotations()[0]?.text).toContain('Registry: memory');
  });

  it('is named though it could not be opened', async () => {
    const at = testWorld({ inputs: INPUTS, registry: () => Promise.reject(new TypeError('x')) });
    await run(at);
    expect(at.outputs()['registry']).toBe('https://mlflow.example.com');
  });
});
