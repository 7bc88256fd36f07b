import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { PromotionError } from '../../src/domain/error.js';
import type { PromotionOrder } from '../../src/domain/order.js';
import type { FilePlace, GitHub } from '../../src/github/port.js';
import { readInputs } from '../../src/inputs/read.js';
import { ruled } from '../../src/sources/ruled.js';
import { MINIMAL, rawInputs } from '../inputs/raw-inputs.js';
import { GOOD, PATH, policyOf, thresholds, treeWith } from '../policy/file/texts.js';
import { thresholdGatesOf } from '../harness/thresholds.js';

/** A commit that GitHub says nothing of. */
const UNREADABLE = 'e'.repeat(40);
const RUNNER = { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'octo-org/models' };

interface Around {
  readonly proposed?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Of the working tree, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Of the repository, by `ref:path`; `main` is the default branch. */
  readonly committed?: Readonly<Record<string, string>>;
}

interface Found {
  readonly asked: readonly FilePlace[];
  readonly order: Promise<PromotionOrder>;
}

function find(written: Readonly<Record<string, string>>, around: Around = {}): Found {
  const { env = {}, files = {}, committed = {} } = around;
  const asked: FilePlace[] = [];
  const github: GitHub = {
    readFile: (place) => {
      asked.push(place);
      const ref = place.ref ?? 'main';
      if (ref === UNREADABLE) return Promise.reject(new Error('GitHub does not say.'));
      return Promise.resolve({
        ref,
        commit: 'c'.repeat(40),
        text: committed[`${ref}:${place.path}`] ?? null,
      });
    },
    createCheckRun: () => Promise.resolve(null),
  };
  const { job } = readInputs(
    rawInputs({ ...MINIMAL, thresholds: '', 'tracking-uri': 'http://127.0.0.1', ...written }, env),
  );
  if (job.mode === 'list') throw new TypeError('this is a list');
  const order = ruled(job.promotion, {
    ...{ env, workingDirectory: treeWith(files), github, token: 't' },
    bounded: (work) => work(),
    signal: AbortSignal.timeout(10_000),
    proposed: around.proposed ?? null,
  });
  return { asked, order };
}

const LAX = policyOf(thresholds('accuracy: ">= 0.1"'));
const conditions = async (found: Found) =>
  thresholdGatesOf((await found.order).gates).map(({ condition }) => condition);
const refusal = (found: Found): Promise<PromotionError> =>
  found.order.then(
    () => Promise.reject(new TypeError('it was taken')),
    (error: unknown) => error as PromotionError,
  );

describe('on GitHub the policy', () => {
  it('is that of the default branch, whatever the working tree has', async () => {
    const found = find({}, { env: RUNNER, files: { [PATH]: LAX }, committed: { [`main:${PATH}`]: GOOD } });
    expect(await conditions(found)).toEqual(['>= 0.9 and >= production']);
    expect(found.asked).toEqual([{ repository: 'octo-org/models', path: PATH, ref: null, token: 't' }]);
    expect((await found.order).policy).toMatchObject({
      path: PATH,
      place: 'default-branch',
      ref: 'main',
      commit: 'c'.repeat(40),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('is none where the default branch has none, and then inputs say it all', async () => {
    const found = find({ thresholds: 'f1: ">= 0.5"' }, { env: RUNNER, files: { [PATH]: LAX } });
    expect(await conditions(found)).toEqual(['>= 0.5']);
    expect((await found.order).policy).toBeNull();
  });

  it('may be another file of it', async () => {
    const committed = { 'main:ml/fraud.yml': GOOD };
    const found = find({ policy: 'ml/fraud.yml' }, { env: RUNNER, committed });
    expect((await found.order).policy).toMatchObject({ path: 'ml/fraud.yml', place: 'default-branch' });
  });

  it.each([
    ['policy', { policy: 'lax.yml' }],
    ['policy-ref', { 'policy-ref': 'topic' }],
    ['policy-ref', { 'policy-ref': 'workspace' }],
  ])('is not replaced by input %s where there is one: %j', async (input, written) => {
    const committed = { [`main:${PATH}`]: GOOD, 'main:lax.yml': LAX, [`topic:${PATH}`]: LAX };
    const error = await refusal(find(written, { env: RUNNER, files: { [PATH]: LAX }, committed }));
    expect([error.code, error.message]).toEqual(['policy-loosened', expect.stringContaining(`\`${input}\``)]);
  });

  it('is that of the working tree where that is asked for and no other is there; it says so', async () => {
    const found = find({ 'policy-ref': 'workspace' }, { env: RUNNER, files: { [PATH]: LAX } });
    expect((await found.order).policy).toMatchObject({ place: 'workspace', commit: null, ref: null });
  });
});

describe('outside GitHub the policy', () => {
  it('is that of the working tree', async () => {
    const found = find({}, { files: { [PATH]: GOOD } });
    expect(await conditions(found)).toEqual(['>= 0.9 and >= production']);
    expect(found.asked).toEqual([]);
    expect((await found.order).policy).toMatchObject({ place: 'workspace' });
  });

  it('is read at no ref', async () => {
    expect(await refusal(find({ 'policy-ref': 'main' }, { files: { [PATH]: GOOD } }))).toMatchObject({
      code: 'input-invalid',
    });
  });

  it('does not lie outside of it, whatever leads there', async () => {
    const outside = treeWith({ 'policy.yml': LAX });
    const tree = treeWith({});
    symlinkSync(join(outside, 'policy.yml'), join(tree, 'policy.yml'));
    const { job } = readInputs(rawInputs({ ...MINIMAL, policy: 'policy.yml' }));
    if (job.mode === 'list') throw new TypeError('this is a list');
    const error = await ruled(job.promotion, {
      ...{ env: {}, workingDirectory: tree, github: {} as GitHub, token: '' },
      bounded: (work) => work(),
      signal: AbortSignal.timeout(1_000),
      proposed: null,
    }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'policy-unreadable' });
  });

  it('is no pipe, which would be waited for, and of no size beyond what is read', async () => {
    const tree = treeWith({ 'big.yml': `# ${'x'.repeat(1024 * 1024)}` });
    execFileSync('mkfifo', [join(tree, 'pipe.yml')]);
    for (const [policy, why] of [
      ['pipe.yml', 'It is no file.'],
      ['big.yml', 'at most 1048576 are read'],
    ] as const) {
      const { job } = readInputs(rawInputs({ ...MINIMAL, policy }));
      if (job.mode === 'list') throw new TypeError('this is a list');
      const error = await ruled(job.promotion, {
        ...{ env: {}, workingDirectory: tree, github: {} as GitHub, token: '', proposed: null },
        bounded: (work) => work(),
        signal: AbortSignal.timeout(1_000),
      }).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: 'policy-unreadable', message: expect.stringContaining(why) });
    }
  });

  it('is no folder', async () => {
    const error = await refusal(find({ policy: 'a/policy.yml' }, { files: { 'a/policy.yml/x': '' } }));
    expect(error.code).toBe('policy-unreadable');
  });
});

describe('a policy that is named and not there', () => {
  it.each([
    [{ policy: 'ml/fraud.yml' }, 'ml/fraud.yml'],
    [{ 'policy-ref': 'topic' }, `${PATH} at "topic"`],
    [{ 'policy-ref': 'workspace' }, `${PATH} at "workspace"`],
  ])('is never "there is none": %j', async (written, what) => {
    const more = { ...written, thresholds: 'accuracy: ">= 0.1"' };
    const error = await refusal(find(more, { env: RUNNER }));
    expect([error.code, error.message]).toEqual([
      'policy-missing',
      `There is no file ${what}, and the inputs of this step ask for it.`,
    ]);
  });
});

describe('nothing is promoted unproven', () => {
  it.each(['', '# nothing', 'accuracy: { advisory: ">= 0.9" }'])(
    'by no file and thresholds %j',
    async (text) => {
      expect(await refusal(find({ thresholds: text }))).toMatchObject({
        code: 'input-invalid',
        message:
          'Input `thresholds` has no required gate, there is no policy file, and nothing is promoted unproven.',
      });
    },
  );

  it('by a file without a required gate', async () => {
    const text = policyOf(thresholds('accuracy: { advisory: ">= 0.9" }'));
    expect(await refusal(find({}, { files: { [PATH]: text } }))).toMatchObject({ code: 'policy-invalid' });
  });

  it('archiving needs no proof, and looks for no file', async () => {
    const found = find({ stage: 'Archived' }, { env: RUNNER, committed: { [`main:${PATH}`]: 'nonsense' } });
    expect((await found.order).gates).toEqual([]);
    expect(found.asked).toEqual([]);
  });
});

it('everything that is wrong with a file is told at once', async () => {
  const text = policyOf(thresholds('a: "=> 1"', 'b: 2', 'c: ">= x"'));
  const error = await refusal(find({}, { files: { [PATH]: text } }));
  expect(error.reasons.map(({ code }) => code)).toEqual([
    'policy-invalid',
    'policy-invalid',
    'policy-invalid',
  ]);
  expect(error.message).toContain(`${PATH}, line 7, column`);
});

describe('what a pull request does to the policy', () => {
  const warnings = async (proposed: string, committed: Readonly<Record<string, string>>) => {
    const found = find({ thresholds: 'f1: ">= 0.5"' }, { env: RUNNER, committed, proposed });
    return (await found.order).policyWarnings.map(({ code }) => code);
  };

  it('is told as warnings of the policy in force', async () => {
    const committed = { [`main:${PATH}`]: GOOD, [`head:${PATH}`]: LAX };
    expect(await warnings('head', committed)).toEqual(['policy-would-loosen']);
    expect(await warnings('main', committed)).toEqual([]);
  });

  it('is told of one that brings the file, or takes it away', async () => {
    expect(await warnings('head', { [`head:${PATH}`]: GOOD })).toEqual(['policy-would-tighten']);
    expect(await warnings('head', { [`main:${PATH}`]: GOOD })).toEqual(['policy-would-loosen']);
    expect(await warnings('head', {})).toEqual([]);
  });

  it('stops nobody where it cannot be read: nothing is judged by it', async () => {
    expect(await warnings(UNREADABLE, { [`main:${PATH}`]: GOOD })).toEqual(['policy-change-unread']);
    expect(await warnings('head', { [`main:${PATH}`]: GOOD, [`head:${PATH}`]: 'version: 2' })).toEqual([
      'policy-would-break',
    ]);
  });
});
