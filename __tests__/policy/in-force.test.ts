import { describe, expect, it } from '@jest/globals';
import type { PolicyText } from '../../src/domain/policy.js';
import { readInputs } from '../../src/inputs/read.js';
import { inForce, type InForce } from '../../src/policy/in-force.js';
import { withoutFile } from '../../src/policy/without-file.js';
import { rawInputs, MINIMAL } from '../inputs/raw-inputs.js';
import { PATH, policyOf, thresholds } from './file/texts.js';
import { thresholdGatesOf } from '../harness/thresholds.js';

type Written = Readonly<Record<string, string>>;

function asked(written: Written) {
  const { job } = readInputs(rawInputs({ ...MINIMAL, thresholds: '', ...written }));
  if (job.mode === 'list') throw new TypeError('this is a list');
  return job.promotion;
}

function file(text: string, more: Partial<PolicyText['file']> = {}): PolicyText {
  const usual = { path: PATH, place: 'default-branch', ref: 'main', commit: 'c'.repeat(40) } as const;
  return { text, file: { ...usual, sha256: 'd'.repeat(64), ...more } };
}

function laid(text: string, written: Written = {}, reviewed: PolicyText | null = null, at = {}): InForce {
  return inForce(asked(written), file(text, at), reviewed);
}

function orderOf(found: InForce) {
  if (found.ok) return found.order;
  throw new TypeError(found.reasons.map(({ message }) => message).join('\n'));
}

function refusalOf(found: InForce): readonly (readonly [string, string])[] {
  return found.ok ? [] : found.reasons.map(({ code, message }) => [code, message] as const);
}

const gatesOf = (found: InForce) =>
  thresholdGatesOf(orderOf(found).gates).map(({ name, condition, required, writtenAt }) =>
    [required ? '' : '(', name, ' ', condition, ' ', writtenAt.in, ' ', writtenAt.line].join(''),
  );

const STRICT = policyOf(
  thresholds('accuracy: ">= 0.9 and >= production"', 'latency: { advisory: "<= 120" }'),
);

describe('inputs beside a policy file', () => {
  it('are not needed: a file says enough, and every rule knows where it stands', () => {
    const order = orderOf(laid(STRICT));
    expect(gatesOf(laid(STRICT))).toEqual([
      'accuracy >= 0.9 and >= production file 7',
      '(latency <= 120 file 8',
    ]);
    expect(order.policy).toMatchObject({ path: PATH, place: 'default-branch', commit: 'c'.repeat(40) });
    expect(order.rules).toEqual([{ name: 'first-promotion', value: 'require-absolute', writtenAt: null }]);
  });

  it.each([
    ['f1: ">= 0.5"', ['f1 >= 0.5 input 1']],
    ['accuracy: ">= 0.95"', ['accuracy >= 0.95 input 1']],
    ['accuracy: "<= 0.999"', ['accuracy <= 0.999 input 1']],
    ['accuracy: "> 0.9"', ['accuracy > 0.9 input 1']],
    ['accuracy: ">= 0.5 and >= 0.9"', ['accuracy >= 0.5 and >= 0.9 input 1']],
    [
      'accuracy: ">= production - 1% and >= production"',
      ['accuracy >= production - 1% and >= production input 1'],
    ],
    ['accuracy: { advisory: ">= 0.1" }', ['(accuracy >= 0.1 input 1']],
    ['accuracy: { require: ">= 0.1", dataset: night }', ['accuracy >= 0.1 input 1']],
    ['latency: "<= 500"', ['latency <= 500 input 1']],
  ])('add %s', (written, more) => {
    expect(gatesOf(laid(STRICT, { thresholds: written }))).toEqual([
      'accuracy >= 0.9 and >= production file 7',
      '(latency <= 120 file 8',
      ...more,
    ]);
  });

  it.each([
    ['accuracy: ">= 0.85"'],
    ['accuracy: "> 0.899999999999999999"'],
    ['accuracy: ">= production - 0.01"'],
    ['accuracy: ">= production - 1%"'],
    ['accuracy: { threshold: 0.5, greater_is_better: true }'],
    ['accuracy: ">= 0.95 and >= production - 0.1"'],
  ])('may not loosen by `thresholds`: %s', (written) => {
    const [reason, ...others] = refusalOf(laid(STRICT, { thresholds: written }));
    expect(others).toEqual([]);
    expect(reason?.[0]).toBe('policy-loosened');
    expect(reason?.[1]).toContain(`${PATH}, line 7`);
    expect(reason?.[1]).toContain('>= 0.9 and >= production');
  });

  it.each([
    ['accuracy: "<= 0.2"', 'accuracy: "<= 0.3"'],
    ['accuracy: "< 0.2"', 'accuracy: "<= 0.2"'],
    ['accuracy: "<= production"', 'accuracy: "<= production + 1%"'],
    ['accuracy: "<= production - 5%"', 'accuracy: "<= production - 4%"'],
    ['accuracy: "<= production - 0.1"', 'accuracy: "<= production"'],
    ['accuracy: ">= production + 0.0"', 'accuracy: ">= production - 1%"'],
  ])('loosen %s by %s', (strict, loose) => {
    expect(refusalOf(laid(policyOf(thresholds(strict)), { thresholds: loose }))).toMatchObject([
      ['policy-loosened', expect.anything()],
    ]);
    expect(refusalOf(laid(policyOf(thresholds(loose)), { thresholds: strict }))).toEqual([]);
  });

  it.each([
    ['block', 'require-absolute'],
    ['block', 'rubber-stamp'],
    ['require-absolute', 'rubber-stamp'],
  ])('may not loosen by `first-promotion`: from %s to %s', (strict, soft) => {
    const text = (rule: string) =>
      policyOf([`first-promotion: ${rule}`, ...thresholds('accuracy: ">= 0.9"')]);
    const found = laid(text(strict), { 'first-promotion': soft });
    expect(refusalOf(found)).toEqual([
      [
        'policy-loosened',
        expect.stringContaining(`\`first-promotion\` is ${soft}, which is softer than ${strict}`),
      ],
    ]);
    expect(orderOf(laid(text(soft), { 'first-promotion': strict }))).toMatchObject({
      firstPromotion: strict,
      rules: [{ value: strict, writtenAt: { in: 'input', name: 'first-promotion' } }],
    });
  });

  it('may not soften the default of `first-promotion` either', () => {
    expect(refusalOf(laid(STRICT, { 'first-promotion': 'rubber-stamp' }))).toHaveLength(1);
  });

  it.each(['1', '@old', 'Staging', 'latest', 'run:abc'])('may not loosen by `baseline`: %s', (baseline) => {
    expect(refusalOf(laid(STRICT, { baseline }))).toEqual([
      ['policy-loosened', expect.stringContaining('`baseline`')],
    ]);
  });

  it("may name the target's own baseline", () => {
    expect(refusalOf(laid(STRICT, { baseline: 'Production' }))).toEqual([]);
  });

  it.each([
    ['thresholds', { thresholds: 'accuracy: ">= 0.5"' }],
    ['first-promotion', { 'first-promotion': 'rubber-stamp' }],
    ['baseline', { baseline: '1' }],
  ])('may loosen by `%s` where the policy allows that input, and by no other', (input, written) => {
    const text = (may: string) =>
      policyOf([`inputs-may: [${may}]`, ...thresholds('accuracy: ">= 0.9"', 'f1: ">= 0.8"')]);
    expect(refusalOf(laid(text(input), written))).toEqual([]);
    for (const other of ['thresholds', 'first-promotion', 'baseline', 'policy', 'policy-ref'].filter(
      (name) => name !== input,
    ))
      expect(refusalOf(laid(text(other), written))).toHaveLength(1);
  });

  it('put an allowed threshold in place of the one in the file', () => {
    const text = policyOf(['inputs-may: [thresholds]', ...thresholds('accuracy: ">= 0.9"', 'f1: ">= 0.8"')]);
    expect(gatesOf(laid(text, { thresholds: 'accuracy: ">= 0.5"' }))).toEqual([
      'f1 >= 0.8 file 9',
      'accuracy >= 0.5 input 1',
    ]);
  });

  it('say all at once', () => {
    const written = { thresholds: 'accuracy: ">= 0.5"', 'first-promotion': 'rubber-stamp', baseline: '1' };
    expect(refusalOf(laid(STRICT, written)).map(([code]) => code)).toEqual(
      Array.from({ length: 3 }, () => 'policy-loosened'),
    );
  });
});

describe('another file than that of the default branch', () => {
  const OTHER = { path: 'lax.yml' };
  const ELSEWHERE = { place: 'ref', ref: 'topic' } as const;
  const TREE = { place: 'workspace', ref: null, commit: null } as const;

  it.each([
    ['policy', OTHER, 'names lax.yml'],
    ['policy-ref', ELSEWHERE, 'leads to topic'],
    ['policy-ref', TREE, 'leads to the working tree'],
  ])('may not be put in its place by `%s`: %j', (input, at, what) => {
    expect(refusalOf(laid(STRICT, {}, file(STRICT), at))).toEqual([
      ['policy-loosened', expect.stringContaining(`Input \`${input}\` ${what}`)],
    ]);
    const allowing = file(policyOf([`inputs-may: [${input}]`, ...thresholds('accuracy: ">= 0.9"')]));
    expect(refusalOf(laid(STRICT, {}, allowing, at))).toEqual([]);
  });

  it('is not allowed by itself', () => {
    const lax = policyOf(['inputs-may: [policy-ref, policy]', ...thresholds('accuracy: ">= 0"')]);
    expect(refusalOf(laid(lax, {}, file(STRICT), { ...TREE, ...OTHER }))).toHaveLength(2);
  });

  it('is asked of the defaults where the default branch does not name the model', () => {
    const others = STRICT.replace('churn', 'other');
    expect(refusalOf(laid(STRICT, {}, file(others), TREE))).toHaveLength(1);
    const allowing = others.replace('models:', 'defaults: { inputs-may: [policy-ref] }\nmodels:');
    expect(refusalOf(laid(STRICT, {}, file(allowing), TREE))).toEqual([]);
  });

  it('is not allowed by a file that cannot be read', () => {
    expect(refusalOf(laid(STRICT, {}, file('version: 3'), TREE)).map(([code]) => code)).toEqual([
      'policy-invalid',
      'policy-invalid',
    ]);
  });
});

describe('without a policy file', () => {
  it('inputs and defaults say it all', () => {
    expect(withoutFile(asked({}))).toMatchObject({
      firstPromotion: 'require-absolute',
      policy: null,
      rules: [{ name: 'first-promotion', value: 'require-absolute', writtenAt: null }],
    });
    expect(withoutFile(asked({ 'first-promotion': 'block' })).rules).toEqual([
      {
        name: 'first-promotion',
        value: 'block',
        writtenAt: { in: 'input', name: 'first-promotion', line: 1 },
      },
    ]);
  });
});
