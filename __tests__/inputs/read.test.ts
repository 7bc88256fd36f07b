import { describe, expect, it } from '@jest/globals';
import type { Reason } from '../../src/domain/reason.js';
import type { AskedPromotion, Order } from '../../src/domain/order.js';
import { outlineOf } from '../../src/inputs/outline.js';
import { readInputs } from '../../src/inputs/read.js';
import { MINIMAL, rawInputs } from './raw-inputs.js';

type Written = Readonly<Record<string, string>>;

function read(written: Written = {}, env: Written = {}): Order {
  return readInputs(rawInputs({ ...MINIMAL, ...written }, env));
}

/** Exactly these inputs, nothing beside them. */
function reasonsOf(written: Written, env: Written = {}): readonly Reason[] {
  try {
    readInputs(rawInputs(written, env));
  } catch (error) {
    return (error as { reasons: readonly Reason[] }).reasons;
  }
  throw new TypeError('these inputs were taken');
}

function messages(written: Written, env: Written = {}): string[] {
  return reasonsOf({ ...MINIMAL, ...written }, env).map(({ message }) => message);
}

function promotion(written: Written = {}): AskedPromotion {
  const { job } = read(written);
  if (job.mode === 'list') throw new TypeError('this is a list');
  return job.promotion;
}

describe('readInputs', () => {
  it('reads the least a promotion needs, with the defaults of action.yml', () => {
    expect(read()).toMatchObject({
      job: {
        mode: 'promote',
        promotion: {
          model: 'churn',
          version: { kind: 'number', version: '7' },
          target: { kind: 'stage', stage: 'Production' },
          baseline: { kind: 'stage', stage: 'Production' },
          firstPromotion: null,
          policy: { path: null, ref: null },
          archiveExisting: true,
        },
      },
      connection: { trackingUri: null, registryUri: null, credentials: { kind: 'none' }, allowHttp: false },
      failOnRejection: true,
    });
  });

  it.each(['chu\u200brn', 'e\u0301', 'a b', '\u202echurn'])('takes the name %j as it is', (name) => {
    expect(promotion({ 'model-name': name }).model).toBe(name);
  });

  it.each([
    ['chu\nrn', 'U+000A'],
    ['chu\rrn', 'U+000D'],
    ['chu\u0000rn', 'U+0000'],
    ['chu\u2028rn', 'U+2028'],
    ['chu\u001b[31m', 'U+001B'],
  ])('refuses the name %j, which no output can say', (name, character) => {
    expect(messages({ 'model-name': name })).toEqual([expect.stringContaining(character)]);
  });

  describe('an address nobody gave', () => {
    const RUNNER = { GITHUB_ACTIONS: 'true' };

    it.each([
      ['nothing', {}, {}],
      ['an empty input and an empty variable', { 'tracking-uri': '' }, { MLFLOW_TRACKING_URI: '' }],
      ['blanks', { 'tracking-uri': '' }, { MLFLOW_TRACKING_URI: ' \t' }],
      ['an empty registry too', { 'registry-uri': '' }, { MLFLOW_REGISTRY_URI: '' }],
      ['a fallback of no address', {}, { MLFLOW_TRACKING_TOKEN: 'a' }],
    ])('is no place to promote in on a runner: %s', (_, written, env) => {
      const [reason, ...others] = reasonsOf({ ...MINIMAL, ...written }, { ...RUNNER, ...env });
      expect(others).toEqual([]);
      expect(reason?.message).toContain('No registry is named');
      expect(reason?.remedy).toContain('tracking-uri: sqlite:///mlflow.db');
    });

    it.each([
      ['the input', { 'tracking-uri': 'sqlite:///mlflow.db' }, {}],
      ['the input for the registry alone', { 'registry-uri': 'https://registry.example.com' }, {}],
      ['the variable', {}, { MLFLOW_TRACKING_URI: 'https://mlflow.example.com' }],
      ['the variable of the registry', {}, { MLFLOW_REGISTRY_URI: 'https://mlflow.example.com' }],
    ])('is given by %s', (_, written, env) => {
      expect(read(written, { ...RUNNER, ...env }).warnings).toEqual([]);
    });

    it.each([
      ['evaluate', RUNNER],
      ['list', RUNNER],
      ['promote', {}],
    ])('is a warning in %s where nothing can be lost by it: %j', (mode, env) => {
      expect(read({ mode }, env).warnings).toMatchObject([{ code: 'registry-by-default' }]);
    });

    it('is not named beside an address that is wrong', () => {
      const said = messages({ 'tracking-uri': 'localhost:5000' }, RUNNER);
      expect(said).toHaveLength(1);
      expect(said[0]).toContain('is not an address');
    });
  });

  it.each(['production', 'PRODUCTION', 'pRoDuCtIoN'])('takes the stage %s in any case', (stage) => {
    expect(promotion({ stage }).target).toEqual({ kind: 'stage', stage: 'Production' });
  });

  it.each(['Prod', 'None', 'Deleted_Internal', '@Production'])('refuses the stage %s', (stage) => {
    expect(messages({ stage })).toEqual([
      `Input \`stage\` is \`${stage}\`: write one of Staging, Production, Archived.`,
    ]);
  });

  it('takes an alias with or without its @, and compares with whoever holds it', () => {
    for (const alias of ['champion', '@champion']) {
      expect(promotion({ stage: '', alias })).toMatchObject({
        target: { kind: 'alias', alias: 'champion' },
        baseline: { kind: 'alias', text: '@champion', alias: 'champion' },
      });
    }
  });

  it.each(['latest', 'v3', 'V03', 'a b', '@@x', 'ü', 'x'.repeat(256)])('refuses the alias %s', (alias) => {
    expect(messages({ stage: '', alias })).toEqual([expect.stringMatching(/^Input `alias` is `/)]);
  });

  it('takes a baseline by any selector', () => {
    expect(promotion({ baseline: '@shadow' }).baseline).toMatchObject({ kind: 'alias', alias: 'shadow' });
    expect(promotion({ baseline: 'staging' }).baseline).toMatchObject({ kind: 'stage', stage: 'Staging' });
  });

  it('needs no gate and no baseline for Archived', () => {
    const asked = promotion({ stage: 'archived', thresholds: '', baseline: '3' });
    expect(asked).toMatchObject({ target: { stage: 'Archived' }, baseline: null, gates: [] });
  });

  it('needs no threshold: a policy file may have all gates', () => {
    for (const thresholds of ['', ' # nothing', 'accuracy: { advisory: ">= 0.9" }'])
      expect(() => promotion({ thresholds })).not.toThrow();
  });

  it('needs only the name of a model to list, and shows the metrics of thresholds', () => {
    const raw = rawInputs({ 'model-name': 'churn', mode: 'List' });
    const { job } = readInputs(raw);
    expect(job).toEqual({ mode: 'list', list: { model: 'churn', gates: [] } });
    expect(outlineOf(raw).check).toBeNull();
    const thresholds =
      'f1: ">= 0.1"\naccuracy: [{ require: ">= 0.9", dataset: a }, { require: ">= 0.8", dataset: b }]';
    expect(readInputs(rawInputs({ 'model-name': 'churn', mode: 'list', thresholds })).job).toMatchObject({
      list: { gates: [{ metric: 'f1' }, { metric: 'accuracy' }, { metric: 'accuracy' }] },
    });
    expect(reasonsOf({ mode: 'list' }).map(({ message }) => message)).toEqual([
      'Input `model-name` is empty: name the registered model.',
    ]);
  });

  it('says everything that is wrong at once, each by the name of its input', () => {
    const found = reasonsOf({
      'model-name': '',
      version: 'v3',
      stage: 'Prod',
      thresholds: 'accuracy: 0.9\nf1: ">> 2"',
      baseline: '03',
      mode: 'promote',
      'archive-existing': 'yes',
      'first-promotion': 'never',
      'fail-on-rejection': '1',
      'allow-http': 'on',
      'tracking-uri': 'databricks://profile',
      'registry-uri': 'localhost:5000',
      'tracking-token': 't',
      'tracking-username': 'u',
      'timeout-seconds': '0',
    });
    const names = found.map(({ message }) => /`([a-z-]+)`/.exec(message)?.[1]);
    expect(names).toEqual([
      'model-name',
      'version',
      'stage',
      'thresholds',
      'thresholds',
      'baseline',
      'archive-existing',
      'first-promotion',
      'fail-on-rejection',
      'allow-http',
      'timeout-seconds',
      'tracking-uri',
      'registry-uri',
      'tracking-token',
    ]);
    for (const { message, remedy } of found) {
      expect(message).toMatch(/[.?]$|\^$/);
      expect(remedy).toMatch(/\S/);
    }
  });

  describe('an expression that came out empty', () => {
    const EMPTIED = 'an expression whose variable, input or output is not set comes out empty';

    it.each([
      ...['model-name', 'version', 'stage', 'mode', 'archive-existing', 'fail-on-rejection'],
      ...['allow-http', 'timeout-seconds'],
    ])('is told as that for %s', (name) => {
      const [reason, ...others] = reasonsOf({ ...MINIMAL, [name]: '' });
      expect(others).toEqual([]);
      expect(reason?.message).toContain(name);
      expect(reason?.message).not.toContain('``');
      expect(reason?.remedy).toContain(EMPTIED);
    });

    it.each([
      [{ 'tracking-username': 'me' }, {}],
      [{ 'tracking-password': 'secret' }, {}],
      [{}, { MLFLOW_TRACKING_URI: 'https://host', MLFLOW_TRACKING_USERNAME: 'me' }],
      [{}, { MLFLOW_TRACKING_URI: 'https://host', MLFLOW_TRACKING_PASSWORD: 'secret' }],
      [{ 'tracking-headers': 'X-Api-Key: ' }, {}],
      [{ 'tracking-uri': '' }, { GITHUB_ACTIONS: 'true', MLFLOW_TRACKING_URI: '' }],
    ])('may be a secret that is not to be had here: %j %j', (written, env) => {
      const [reason, ...others] = reasonsOf({ ...MINIMAL, ...written }, env);
      expect(others).toEqual([]);
      const said = `${reason?.message ?? ''} ${reason?.remedy ?? ''}`;
      expect(said).toContain('workflows from forks and of Dependabot get none');
      expect(said).toContain('`environment:`');
    });

    it('is not suspected where something was written', () => {
      const said = reasonsOf({ ...MINIMAL, mode: 'maybe', version: 'a b', 'allow-http': 'yes' });
      expect(said).toHaveLength(3);
      for (const { remedy } of said) expect(remedy).not.toContain('comes out empty');
    });
  });

  it('says at once what is missing together', () => {
    expect(messages({ version: '', stage: '', thresholds: '' })).toEqual([
      'Input `version` is empty: name the candidate, such as `7`, `latest` or `@challenger`.',
      'Inputs `stage` and `alias` are both empty: say where the candidate wants to go with one.',
    ]);
    expect(messages({ alias: 'champion' })).toEqual([
      'Inputs `stage` and `alias` are both given: one run has one target, keep one.',
    ]);
  });

  it('shows a wrong threshold with its line and a caret', () => {
    const [first] = reasonsOf({ ...MINIMAL, thresholds: 'accuracy: ">= 0.9"\nf1: 0.9' });
    expect(first).toMatchObject({ code: 'thresholds-invalid' });
    expect(first?.message).toMatch(/^Input `thresholds`: Line 2, column 5: .+\n {2}f1: 0\.9\n {6}\^{3}$/);
    expect(first?.remedy).toContain('">= 0.9"');
  });

  it('echoes at most a little of what is wrong', () => {
    const [message] = messages({ mode: 's3cr3t'.repeat(50) });
    expect(message?.length).toBeLessThan(150);
  });

  it.each(['1', '21600'])('takes %s seconds', (text) => {
    expect(() => read({ 'timeout-seconds': text })).not.toThrow();
  });

  it.each(['0', '21601', '-1', '1.5', '1e3', '0300', '', '5 min', '9999999'])(
    'refuses %s seconds',
    (text) => {
      expect(messages({ 'timeout-seconds': text })).toEqual([
        `Input \`timeout-seconds\` is ${text === '' ? 'empty' : `\`${text}\``}: write a whole number of seconds from 1 to 21600.`,
      ]);
    },
  );

  it.each(['true', 'True', 'TRUE', 'false', 'False', 'FALSE'])(
    'takes the boolean %s as the runner does',
    (text) => {
      const wanted = text.toLowerCase() === 'true';
      expect(promotion({ 'archive-existing': text }).archiveExisting).toBe(wanted);
      expect(read({ 'fail-on-rejection': text }).failOnRejection).toBe(wanted);
      expect(read({ 'allow-http': text }).connection.allowHttp).toBe(wanted);
    },
  );

  it.each(['$&', "$'", '$`', '$1', '$$', '{model-name}'])(
    'puts the model name %s into the check name as it is',
    (model) => {
      const named = { ...MINIMAL, 'model-name': model, 'check-name': 'Gate {model-name} / {model-name}' };
      expect(outlineOf(rawInputs(named)).check).toEqual({
        name: `Gate ${model} / ${model}`,
        byHand: true,
        token: '',
      });
    },
  );

  it.each([
    ['{model-name} {target}', 'churn @champion'],
    ['{target}{target}', '@champion@champion'],
    ['no braces', 'no braces'],
    ['{', '{'],
    ['a } b', 'a } b'],
  ])('fills in what it knows: %s', (template, name) => {
    const written = { ...MINIMAL, stage: '', alias: 'champion', 'check-name': template };
    expect(outlineOf(rawInputs(written)).check?.name).toBe(name);
    expect(() => read(written)).not.toThrow();
  });

  it.each([
    '{model}',
    '{version}',
    '{ target }',
    '{}',
    '{Target}',
    '${{ github.sha }} {stage}',
    '{model_name}',
  ])('refuses what it does not know in a check’s name: %s', (template) => {
    const said = messages({ 'check-name': template });
    expect(said).toEqual([expect.stringContaining('known are `{model-name}` and `{target}`')]);
  });

  it('makes no check run for an empty name', () => {
    expect(outlineOf(rawInputs({ ...MINIMAL, 'check-name': '' })).check).toBeNull();
    expect(outlineOf(rawInputs({ ...MINIMAL, 'github-token': 'ghs_1' })).check).toEqual({
      name: 'Model promotion to Production: churn',
      byHand: false,
      token: 'ghs_1',
    });
  });

  it('knows the check run even where the inputs are wrong', () => {
    const raw = rawInputs({ ...MINIMAL, stage: 'Prod', thresholds: 'x: 1' });
    expect(outlineOf(raw).check).toMatchObject({ name: 'Model promotion to Prod: churn' });
    const nowhere = outlineOf(rawInputs({ ...MINIMAL, stage: '' })).check;
    expect(nowhere).toMatchObject({ name: 'Model promotion to no target: churn' });
    expect(outlineOf(rawInputs({ ...MINIMAL, 'model-name': '' })).check).toBeNull();
  });
});

describe('the policy that a workflow names', () => {
  it.each([
    ['', null],
    ['.github/model-promotion.yml', '.github/model-promotion.yml'],
    ['./ml/policy.yaml', 'ml/policy.yaml'],
    ['rules of ours/fraud-v2.yml', 'rules of ours/fraud-v2.yml'],
  ])('is the path %j', (policy, path) => {
    expect(promotion({ policy }).policy).toEqual({ path, ref: null });
  });

  it.each([
    'https://example.com/policy.yml',
    'file:///etc/policy.yml',
    '/etc/policy.yml',
    '../policy.yml',
    'a/../../policy.yml',
    'C:\\policy.yml',
    'policy.json',
    'a//policy.yml',
    'policy.yml?ref=x',
    '%2e%2e/policy.yml',
  ])('is no address and leads nowhere else: %s', (policy) => {
    expect(messages({ policy })).toEqual([
      `Input \`policy\` is \`${policy}\`: write the path of a YAML file in this repository, such as \`.github/model-promotion.yml\`.`,
    ]);
  });

  it.each(['main', 'release/2.1', 'v1.0.0', 'workspace', 'a'.repeat(40)])('is read at %s', (ref) => {
    expect(promotion({ 'policy-ref': ref }).policy).toEqual({ path: null, ref });
  });

  it.each(['a b', 'main..evil', '../main', '/main', 'main/', 'main?x=1', 'x'.repeat(251)])(
    'is read at no %s',
    (ref) => {
      expect(messages({ 'policy-ref': ref })).toHaveLength(1);
    },
  );
});
