import { describe, expect, it } from '@jest/globals';
import type { ExplainDecision } from '../../src/domain/decision.js';
import { run } from '../../src/run.js';
import { decisionSchema } from '../../src/report/decision-schema.js';
import { testWorld, type TestWorld } from '../harness/world.js';
import { PATH, policyOf, thresholds, treeWith } from '../policy/file/texts.js';

const POLICY = policyOf([
  'from: Staging',
  'soak: 24h',
  'first-promotion: block',
  ...thresholds(
    'accuracy: ">= 0.9 and >= production"',
    'f1: { advisory: "> 0.5", dataset: night }',
    'auc: { require: ">= 0.7", dataset: null }',
  ),
  'tags: { bias_review: [approved, waived] }',
  'sign-off: { tag: signed_off, roles: [ethics, business] }',
  'lineage: [commit, run, dataset]',
  'max-age: 30d',
]);

async function explained(
  inputs: Readonly<Record<string, string>>,
  policy?: string,
): Promise<{ exit: number; at: TestWorld; decision: ExplainDecision }> {
  const registry = () => Promise.reject(new TypeError('Explain looks at no registry.'));
  const tree = policy === undefined ? {} : { workingDirectory: treeWith(policy) };
  const at = testWorld({
    inputs: { 'model-name': 'churn', mode: 'explain', stage: 'Production', ...inputs },
    registry,
    ...tree,
  });
  const exit = await run(at);
  const decision = at.decision() as unknown as ExplainDecision;
  expect(decisionSchema.safeParse(decision).error).toBeUndefined();
  return { exit, at, decision };
}

const summaryOf = ({ said }: TestWorld) =>
  said.filter(({ kind }) => kind === 'summary').map((one) => ('text' in one ? one.text : ''))[0];

describe('explain', () => {
  it('says every gate as a sentence, with where it is written; no candidate and no registry is needed', async () => {
    const { exit, decision, at } = await explained({ thresholds: 'loss: "<= 0.3"' }, POLICY);
    expect([exit, decision.outcome, decision.reasons[0]?.code]).toEqual([0, 'listed', 'explained']);
    expect(
      decision.gates?.map(({ asks, required, writtenAt }) => [
        asks,
        required,
        `${writtenAt.in} ${writtenAt.line}`,
      ]),
    ).toEqual([
      ['It has held Staging for 24h at least.', true, 'file 6'],
      ['Its "accuracy" is >= 0.9 and >= production.', true, 'file 10'],
      ['Its "f1" on "night" is > 0.5.', false, 'file 11'],
      ['Its "auc" without a dataset is >= 0.7.', true, 'file 12'],
      ['Its tag "bias_review" is "approved" or "waived".', true, 'file 13'],
      [
        'Every role has said yes by name, in the tags "signed_off.ethics" and "signed_off.business".',
        true,
        'file 14',
      ],
      ['The training commit is known.', true, 'file 15'],
      ['The training run is known.', true, 'file 15'],
      ['The dataset of its training run is known.', true, 'file 15'],
      ['Its "loss" is <= 0.3.', true, 'input 1'],
    ]);
    expect(decision.rules).toEqual([
      { name: 'first-promotion', value: 'block', writtenAt: { in: 'file', name: PATH, line: 8 } },
      { name: 'max-age', value: '30d', writtenAt: { in: 'file', name: PATH, line: 16 } },
    ]);
    expect(decision.registry).toBeNull();
    expect(decision.warnings).toEqual([]);
    const summary = summaryOf(at);
    expect(summary).toContain(`${PATH}, line 10`);
    expect(summary).toContain('It has held Staging for 24h at least.');
    expect(at.checkRuns).toEqual([]);
  });

  it('says what inputs alone ask for', async () => {
    const { exit, decision } = await explained({
      stage: '',
      alias: 'champion',
      thresholds: 'accuracy: ">= 0.9"',
    });
    expect([exit, decision.target, decision.policy]).toEqual([0, '@champion', null]);
    expect(decision.rules).toEqual([{ name: 'first-promotion', value: 'require-absolute', writtenAt: null }]);
  });

  it.each([
    [{ stage: 'Staging' }, 'not-in-policy'],
    [{ 'model-name': 'other' }, 'not-in-policy'],
    [{ thresholds: 'accuracy: ">= 0.1"' }, 'policy-loosened'],
    [{ stage: '' }, 'input-invalid'],
  ])('refuses what a promotion would refuse: %j', async (inputs, code) => {
    const { exit, decision } = await explained(inputs, POLICY);
    expect([exit, decision.outcome, decision.reasons[0]?.code, decision.gates]).toEqual([
      1,
      'error',
      code,
      null,
    ]);
  });
});
