import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { PromotionError } from '../../src/domain/error.js';
import type { Gate, GateOf } from '../../src/domain/gate.js';
import type { Order } from '../../src/domain/order.js';
import type { Reason } from '../../src/domain/reason.js';
import { readInputs } from '../../src/inputs/read.js';
import { isLocation, parseLocation } from '../../src/inputs/location.js';
import { parseSelector } from '../../src/inputs/selector.js';
import { readPolicyFile } from '../../src/policy/file/read.js';
import { readThresholds } from '../../src/policy/read.js';
import type { GitHub } from '../../src/github/port.js';
import { ruled } from '../../src/sources/ruled.js';
import { readProxies } from '../../src/net/proxies.js';
import { selectVersion } from '../../src/promotion/select.js';
import { locateStore } from '../../src/registry/mlflow/store/location.js';
import { unknownModel } from '../../src/registry/mlflow/words.js';
import { nearest } from '../../src/text/near.js';
import { dataset, gatesOf, judged, measured } from '../gates/kit.js';
import { MemoryStore } from '../harness/memory-registry.js';
import { MINIMAL, rawInputs } from '../inputs/raw-inputs.js';
import { GOOD, PATH, policyOf, thresholds, treeWith } from '../policy/file/texts.js';

/** What a user wrote, what the product said to it, and what becomes of every text that it offered. */
export interface Scene {
  readonly wrote: string;
  readonly says: () => readonly string[] | Promise<readonly string[]>;
  readonly offers: readonly Offer[];
  /** What a text means when it is written; throws when it is refused. */
  readonly back: (written: string) => string | null | Promise<string>;
}

/** As the product shows it, what it means, and what a person makes of it where that is not the same. */
export type Offer = readonly [shown: string, means: string, written?: string];

// ---- thresholds -----------------------------------------------------------------------------------------------------

function gateText({ name, condition, required, ...gate }: GateOf<'threshold'>): string {
  const on =
    gate.dataset.kind === 'named'
      ? ` on ${gate.dataset.name}${gate.dataset.digest === null ? '' : `@${gate.dataset.digest}`}`
      : '';
  const none = gate.dataset.kind === 'none' ? ' without a dataset' : '';
  return `${required ? '' : 'advisory '}${name}${on}${none} ${condition}`;
}

/** The whole text that a person makes of what was offered, by what it is. */
function whole(offered: string): string {
  if (/^(?:>=|<=)$/.test(offered)) return `m: "${offered} 1"`;
  if (/^[<>]/.test(offered)) return `m: ${JSON.stringify(offered)}`;
  if (/^(?:-?[\d.]|production|baseline)/.test(offered)) return `m: ${JSON.stringify(`>= ${offered}`)}`;
  if (offered.startsWith('- ')) return `m:\n  ${offered}`;
  if (/^(?:dataset):/.test(offered)) return `m: { require: ">= 1", ${offered} }`;
  if (/^(?:threshold|min_)/.test(offered)) return `m: { greater_is_better: true, ${offered} }`;
  if (offered.includes('_is_better:')) return `m: { threshold: 1, ${offered} }`;
  if (/^(?:require|advisory):/.test(offered)) return `m: { ${offered} }`;
  if (offered === 'and') return 'm: ">= 1 and <= 2"';
  return offered;
}

function policy(wrote: string, ...offers: Offer[]): Scene {
  return {
    wrote,
    says: () => {
      const read = readThresholds(wrote);
      return read.ok ? [] : read.problems.map(({ remedy }) => remedy);
    },
    offers,
    back: (offered) => gatesOf(whole(offered)).map(gateText).join('; '),
  };
}

const condition = (wrote: string, ...offers: Offer[]) => policy(`m: ${JSON.stringify(wrote)}`, ...offers);

const EXAMPLES: readonly Offer[] = [
  ['>= 0.9', 'm >= 0.9'],
  ['>= production + 0.005', 'm >= production + 0.005'],
];
const JOINED: readonly Offer[] = [
  ['and', 'm >= 1 and <= 2'],
  ['>= 0.9 and <= 0.99', 'm >= 0.9 and <= 0.99'],
];
const BOTH: readonly Offer[] = [
  ['>=', 'm >= 1'],
  ['<=', 'm <= 1'],
];
const AMOUNTS: readonly Offer[] = [
  ['production + 0.005', 'm >= production + 0.005'],
  ['production - 1%', 'm >= production - 1%'],
];
const USUAL: Offer = ['accuracy: ">= 0.9"', 'accuracy >= 0.9'];
const FIELDS: readonly Offer[] = [
  ['threshold', 'm >= 1', 'threshold: 1'],
  ['min_absolute_change', 'm >= production + 1', 'min_absolute_change: 1'],
  ['min_relative_change', 'm >= production + 50%', 'min_relative_change: 0.5'],
];
const AT_LEAST: Offer = ['require: ">= production"', 'm >= production'];

const THRESHOLDS: readonly Scene[] = [
  condition('0.9', ['>= 0.9', 'm >= 0.9'], ['<= 0.9', 'm <= 0.9']),
  condition('production', ['>= production', 'm >= production'], ['<= production', 'm <= production']),
  condition('120ms', ...EXAMPLES),
  condition('>= 0.9 and', ...EXAMPLES),
  condition('?', ...EXAMPLES),
  condition('>= ', ...EXAMPLES),
  condition('AND 0.9', ...JOINED),
  condition('&& 0.9', ...EXAMPLES),
  condition('>= 0.9, <= 0.99', ...JOINED),
  condition('>= 0.9 <= 0.99', ...JOINED),
  condition('>= 0.9 && <= 0.99', ...JOINED),
  condition('accuracy >= 0.9', ['>= 0.9', 'm >= 0.9']),
  condition('=> 0.9', ['>=', 'm >= 1']),
  condition('⩽ 0.9', ['<=', 'm <= 1']),
  condition('== 0.9', ...BOTH),
  condition('> = 0.9', ...BOTH),
  condition('>= prodution', ['production', 'm >= production']),
  condition('>= champion', ['production', 'm >= production']),
  condition('>= "x"', ['production', 'm >= production']),
  condition('>= −0.1', ['-', 'm >= -0.1', '-0.1']),
  condition('>= 1,000', ['1000', 'm >= 1000'], ['1.000', 'm >= 1.000']),
  condition('>= 0,92', ['0.92', 'm >= 0.92']),
  condition('>= 120ms', ['120', 'm >= 120']),
  condition('>= 0x1F', ['0.92', 'm >= 0.92'], ['120', 'm >= 120'], ['1e-3', 'm >= 1e-3']),
  condition('>= 0.9 foo', ['and', 'm >= 1 and <= 2']),
  condition('>= -', ['-0.5', 'm >= -0.5']),
  condition('>= production + ', ...AMOUNTS),
  condition('>= production + x', ...AMOUNTS),
  condition(
    '>= production + -',
    ['production + 0.005', 'm >= production + 0.005'],
    ['production - 0.005', 'm >= production - 0.005'],
  ),
  condition('>= production + -0.1', ['production - 0.1', 'm >= production - 0.1']),
  condition('>= production - -10%', ['production + 10%', 'm >= production + 10%']),
  condition('>= 90%', ['>= production + 10%', 'm >= production + 10%']),
  condition('>= production + 0.01 + 0.005', ['production + 0.015', 'm >= production + 0.015']),
  condition('>= 0.01 + production', ['production + 0.01', 'm >= production + 0.01']),
  condition(
    '>= production * 1.05',
    ['production + 5%', 'm >= production + 5%'],
    ['production - 5%', 'm >= production - 5%'],
  ),
  condition('＞＝ ０．９', ['>= 0.9', 'm >= 0.9']),
  policy('m: 0x1F', ['>= 31', 'm >= 31'], ['<= 31', 'm <= 31']),
  policy('m: .inf', ['>= 0.9', 'm >= 0.9']),
  policy('m: true', ['>= 0.9', 'm >= 0.9'], ['<= production', 'm <= production']),
  policy('m:', ['>= 0.9', 'm >= 0.9'], ['<= production', 'm <= production']),
  policy('m: >= 0.9 # strict', ['m: ">= 0.9" # strict', 'm >= 0.9']),
  policy('m:\n  require: > production', ['require: "> production"', 'm > production']),
  policy('a: ">= 0.9", b: "<= 0.3"', ['{a: ">= 0.9", b: "<= 0.3"}', 'a >= 0.9; b <= 0.3']),
  policy('a: >= 0.9, b: <= 0.3', [
    '{accuracy: ">= 0.9", log_loss: "<= 0.3"}',
    'accuracy >= 0.9; log_loss <= 0.3',
  ]),
  policy('a: ">= 0.9" b: "<= 0.3"', ['thresholds: |', 'a >= 0.9; b <= 0.3', 'a: ">= 0.9"\nb: "<= 0.3"']),
  policy('$THRESHOLDS', ['${{ vars.NAME }}', 'a >= 0.9', 'a: ">= 0.9"']),
  policy('a: ">= 0.9', ['metric: condition', 'a >= 0.9', 'a: ">= 0.9"']),
  policy('a: !strict ">= 0.9"', ['!', 'a >= 0.9', 'a: ">= 0.9"']),
  policy('[a]: ">= 0.9"', ["the metric's name before the colon", 'a >= 0.9', 'a: ">= 0.9"']),
  policy('m: { require: ">= 1", dataset: { name: [] } }', [
    "the dataset's name",
    'm on x >= 1',
    'dataset: { name: x }',
  ]),
  policy('accuracy >= 0.9', ['accuracy: ">= 0.9"', 'accuracy >= 0.9']),
  policy('- accuracy', USUAL),
  policy('m: []', USUAL),
  policy(
    'm: [">= 0.9"]',
    ['- { require: ">= 0.9", dataset: holdout }', 'm on holdout >= 0.9'],
    ['and', 'm >= 1 and <= 2'],
  ),
  policy('m: ">= 1"\nm: "<= 2"', ['and', 'm >= 1 and <= 2']),
  policy('m: [{ require: ">= 1" }, { require: "<= 2" }]', ['and', 'm >= 1 and <= 2']),
  policy('m: { requires: ">= 1" }', ['require', 'm >= 1', 'require: ">= 1"']),
  policy(
    'm: { require: ">= 1", dataset: { nam: x } }',
    ['dataset: { name: holdout, digest: 1a2b3c4d }', 'm on holdout@1a2b3c4d >= 1'],
    ['name', 'm on x >= 1', 'dataset: { name: x }'],
  ),
  policy(
    'm: { zzzzzzzz: 1 }',
    ['require', 'm >= 1', 'require: ">= 1"'],
    ['advisory', 'advisory m >= 1', 'advisory: ">= 1"'],
    ['dataset', 'm without a dataset >= 1', 'dataset: null'],
    ...FIELDS,
    ['greater_is_better', 'm <= 1', 'greater_is_better: false'],
    ['higher_is_better', 'm <= 1', 'higher_is_better: false'],
  ),
  policy('m: { require: ">= 1", dataset: }', ['dataset: null', 'm without a dataset >= 1']),
  policy('m: { require: ">= 1", advisory: true }', [
    'advisory: "<condition>"',
    'advisory m >= 1',
    'advisory: ">= 1"',
  ]),
  policy(
    'm: { dataset: holdout }',
    ['require: ">= 0.9"', 'm >= 0.9'],
    ['advisory: ">= 0.9"', 'advisory m >= 0.9'],
  ),
  policy('m: { threshold: "0.05", greater_is_better: true }', ['threshold: 0.05', 'm >= 0.05']),
  policy(
    'm: { threshold: 1, greater_is_better: 1 }',
    ['greater_is_better: true', 'm >= 1'],
    ['greater_is_better: false', 'm <= 1'],
  ),
  policy(
    'm: { threshold: 1 }',
    ['greater_is_better: true', 'm >= 1'],
    ['false', 'm <= 1', 'greater_is_better: false'],
  ),
  policy('m: { greater_is_better: true }', ...FIELDS),
  policy('m: { min_absolute_change: 0, greater_is_better: true }', AT_LEAST),
  policy('m: { min_relative_change: 2, greater_is_better: true }', AT_LEAST),
];

// ---- inputs ---------------------------------------------------------------------------------------------------------

type Inputs = Readonly<Record<string, string>>;
const RUNNER = { GITHUB_ACTIONS: 'true' };

/** What is said of inputs that are right by themselves, where the working tree has these files. */
async function unproven(written: Inputs, files: Inputs = {}): Promise<readonly string[]> {
  const { job } = readInputs(rawInputs(written));
  if (job.mode === 'list') return [];
  const deps = { env: {}, workingDirectory: treeWith(files), github: {} as GitHub, token: '' };
  const asking = ruled(job.promotion, {
    ...deps,
    bounded: (work) => work(),
    signal: AbortSignal.timeout(5_000),
    proposed: null,
  });
  return await asking.then(
    () => [],
    (error: unknown) => (error as PromotionError).reasons.flatMap(({ message, remedy }) => [message, remedy]),
  );
}

function refusals(written: Inputs, env: Inputs): readonly Reason[] {
  try {
    readInputs(rawInputs(written, env));
  } catch (error) {
    return (error as { reasons: readonly Reason[] }).reasons;
  }
  return [];
}

/** What an input came to mean. */
function meaning(name: string, { job }: Order): string {
  if (job.mode === 'list') return 'list';
  const { version: asked, target, firstPromotion, archiveExisting } = job.promotion;
  const { kind, text, ...value } = asked;
  const meanings: Readonly<Record<string, string>> = {
    version: [kind, ...Object.values(value)].join(' '),
    stage: Object.values(target).join(' '),
    'first-promotion': firstPromotion ?? '',
    'archive-existing': String(archiveExisting),
    policy: job.promotion.policy.path ?? '',
    mode: job.mode,
  };
  return meanings[name] ?? text;
}

/** One input that is wrong; each offer is written in its place. */
function input(name: string, wrote: string, ...offers: Offer[]): Scene {
  const base: Inputs = name === 'alias' ? { ...MINIMAL, stage: '' } : MINIMAL;
  return {
    wrote: `${name}: ${wrote}`,
    says: () => refusals({ ...base, [name]: wrote }, {}).flatMap(({ message, remedy }) => [message, remedy]),
    offers,
    back: (offered) => meaning(name, readInputs(rawInputs({ ...base, [name]: offered }))),
  };
}

const SELECTORS: readonly Offer[] = [
  ['7', 'number 7'],
  ['latest', 'latest'],
  ['@alias', 'alias alias'],
  ['a stage name', 'stage Staging', 'staging'],
  ['run:<run id>', 'run 0f', 'run:0f'],
];
const STAGE_NAMES = ['Staging', 'Production', 'Archived'].map((stage): Offer => [stage, `stage ${stage}`]);

function version(wrote: string, ...offers: Offer[]): Scene {
  return input('version', wrote, ...SELECTORS, ...offers);
}

const number = (shown: string): Offer => [shown, `number ${shown}`];
const alias = (shown: string): Offer => [shown, `alias ${shown.slice(1)}`];
const same = (...values: readonly string[]) => values.map((value): Offer => [value, value]);

const INPUTS: readonly Scene[] = [
  ...['v3', 'models:/churn/3', '3.0', 'version 3', 'churn:3', '"3"', '03', '３'].map((wrote) =>
    version(wrote, number('3')),
  ),
  version('models:/churn@champion', alias('@champion')),
  version('champion', alias('@champion')),
  version('None'),
  input('version', 'run:', ['run:', 'run abc', 'run:abc']),
  input('version', '', number('7'), ['latest', 'latest'], alias('@challenger')),
  input('stage', 'Prod', ...STAGE_NAMES),
  input('mode', 'dry-run', ...same('promote', 'evaluate', 'list')),
  input('first-promotion', 'allow', ...same('require-absolute', 'block', 'rubber-stamp')),
  input('policy', 'https://example.com/policy.yml', [
    '.github/model-promotion.yml',
    '.github/model-promotion.yml',
  ]),
  input('archive-existing', 'yes', ...same('true', 'false')),
  input('check-name', '{stage}', ['{model-name}', '7'], ['{target}', '7']),
  {
    wrote: 'thresholds: empty',
    says: () => unproven({ ...MINIMAL, thresholds: '' }),
    offers: [[`thresholds: 'accuracy: ">= 0.9"'`, 'accuracy >= 0.9', 'accuracy: ">= 0.9"']],
    back: (offered) => gatesOf(offered).map(gateText).join('; '),
  },
  {
    wrote: 'no address, on a runner',
    says: () => refusals(MINIMAL, RUNNER).map(({ remedy }) => remedy),
    offers: [
      ['tracking-uri: https://…', 'https://mlflow.example.com', 'https://mlflow.example.com'],
      ['tracking-uri: sqlite:///mlflow.db', 'sqlite:///mlflow.db', 'sqlite:///mlflow.db'],
    ],
    back: (offered) =>
      readInputs(rawInputs({ ...MINIMAL, 'tracking-uri': offered }, RUNNER)).connection.trackingUri,
  },
  {
    wrote: 'no address, elsewhere',
    says: () => readInputs(rawInputs()).warnings.map(({ message }) => message),
    offers: [['tracking-uri', 'sqlite:///mlflow.db', 'sqlite:///mlflow.db']],
    back: (offered) => readInputs(rawInputs({ ...MINIMAL, 'tracking-uri': offered })).connection.trackingUri,
  },
];

function location(wrote: string, ...offers: Offer[]): Scene {
  return {
    wrote,
    says: () => {
      const found = parseLocation(wrote, 'tracking-uri');
      return isLocation(found) ? [] : [found.problem];
    },
    offers,
    back: (offered) => {
      const found = parseLocation(offered, 'tracking-uri');
      if (!isLocation(found)) throw new TypeError(found.problem);
      return found.uri;
    },
  };
}

const SERVER: readonly Offer[] = ['http://', 'https://'].map((scheme): Offer => [
  scheme,
  `${scheme}mlflow.example.com`,
  `${scheme}mlflow.example.com/`,
]);
const STORE: Offer = ['sqlite:///mlflow.db', 'sqlite:///mlflow.db'];

const LOCATIONS: readonly Scene[] = [
  ...['databricks', 'arn:aws:sagemaker:x', 'postgresql://db/mlflow', 'mlflow.example.com', 'ftp://x'].map(
    (wrote) => location(wrote, ...SERVER, STORE),
  ),
  ...['./mlruns', 'file:///data/mlruns'].map((wrote) =>
    location(wrote, ...SERVER, [
      'tracking-uri: sqlite:///mlflow.db',
      'sqlite:///mlflow.db',
      'sqlite:///mlflow.db',
    ]),
  ),
  location('./data/store.db', ['sqlite:///data/store.db', 'sqlite:///data/store.db']),
  location('/data/store.db', ['sqlite:////data/store.db', 'sqlite:////data/store.db']),
  location('sqlite://mlflow.db', STORE, ['sqlite:////absolute/path.db', 'sqlite:////absolute/path.db']),
  location('https://', ['https://host/path', 'https://host/path']),
];

// ---- what a registry holds ------------------------------------------------------------------------------------------

function holders() {
  const store = new MemoryStore();
  store.addVersion('churn', '4');
  store.setAlias('churn', 'champion', '4');
  return store.model('churn');
}

function found(selector: string): string {
  const read = parseSelector(selector);
  if ('problem' in read) throw new TypeError(read.problem);
  return selectVersion(holders(), read.selector, 'version').version;
}

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

function remedyOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as PromotionError).remedy;
  }
  return '';
}

const NAMES = ['fraud', 'churn'];

const REGISTRY: readonly Scene[] = [
  ...['@champoin', '@Champion'].map((wrote): Scene => ({
    wrote,
    says: () => [messageOf(() => found(wrote))],
    offers: [['@champion', '4']],
    back: found,
  })),
  ...['chrun', 'Churn'].map((wrote): Scene => ({
    wrote,
    says: () => [
      unknownModel(wrote, { where: 'here', setting: 'the address' }, nearest(wrote, NAMES)).message,
    ],
    offers: [['churn', 'churn']],
    back: (name) => {
      if (!NAMES.includes(name)) throw new TypeError(name);
      return name;
    },
  })),
];

// ---- what was judged ------------------------------------------------------------------------------------------------

const ROWS = [
  measured('m', 0.95, { dataset: dataset('holdout', 'd1') }),
  measured('m', 0.5, { dataset: dataset('train', 'd2') }),
];
const SAME_NAME = [
  measured('m', 0.95, { dataset: dataset('x', 'd1') }),
  measured('m', 0.5, { dataset: dataset('x', 'd2') }),
];
const MIXED = [measured('m', 0.95), measured('m', 0.5, { dataset: dataset('x', 'd2') })];

/** Gates that could not be judged; each offer is thresholds of its own, and means how it ends and for which value. */
function verdict(
  wrote: string,
  candidate: Parameters<typeof judged>[1],
  baseline: Parameters<typeof judged>[2],
  ...offers: Offer[]
): Scene {
  const more = baseline === null ? ({ firstPromotion: 'require-absolute' } as const) : {};
  return {
    wrote,
    says: () => {
      const { gates, reasons } = judged(wrote, candidate, baseline, more);
      return [...gates.flatMap(({ text, remedy }) => [text, remedy]), ...reasons.map(({ remedy }) => remedy)];
    },
    offers,
    back: (offered) => {
      const { verdict: ends, gates } = judged(whole(offered), candidate, baseline, more);
      return `${ends}: ${gates.map((gate) => String(gate.candidate)).join(', ')}`;
    },
  };
}

const JUDGED: readonly Scene[] = [
  verdict('m: ">= 0.9"', ROWS, null, ['"m": { require: ">= 0.9", dataset: "holdout" }', 'pass: 0.95']),
  verdict('m: ">= 0.9"', SAME_NAME, null, [
    '"m": { require: ">= 0.9", dataset: { name: "x", digest: "d1" } }',
    'pass: 0.95',
  ]),
  verdict('m: ">= 0.9"', MIXED, null, ['"m": { require: ">= 0.9", dataset: null }', 'pass: 0.95']),
  verdict('accuarcy: ">= 0.9"', { accuracy: 0.95 }, null, [
    '"accuracy"',
    'pass: 0.95',
    '"accuracy": ">= 0.9"',
  ]),
  verdict('m: ">= production + 5%"', { m: 0.95 }, { m: 0 }, ['>= production + 0.005', 'pass: 0.95']),
  verdict('m: ">= production"', { m: 0.95 }, null, ['>= 0.9 and >= production', 'pass: 0.95']),
];

// ---- policy files ---------------------------------------------------------------------------------------------------

function anyGateText(gate: Gate): string {
  if (gate.kind === 'threshold') return gateText(gate);
  if (gate.kind === 'from') return `${gate.name}${gate.soak === null ? '' : ` for ${gate.soak.text}`}`;
  if (gate.kind !== 'tag') return gate.name;
  return `${gate.required ? '' : 'advisory '}tag ${gate.tag}: ${gate.accepted.join(' or ')}`;
}

/** A policy file that is wrong; each offer is written where it belongs. */
function policyFile(wrote: string, back: (offered: string) => string, ...offers: Offer[]): Scene {
  return {
    wrote,
    says: () => {
      const read = readPolicyFile(wrote, PATH);
      return read.ok ? [] : read.problems.map(({ remedy }) => remedy);
    },
    offers,
    back: (offered) => {
      const read = readPolicyFile(back(offered), PATH);
      if (!read.ok) throw new TypeError(JSON.stringify(read.problems));
      const [target] = read.document.models[0]?.targets ?? [];
      const gates = target?.gates.map(anyGateText) ?? [];
      return [target?.target, target?.firstPromotion?.value, ...(target?.inputsMay ?? []), ...gates]
        .filter((part) => part !== undefined)
        .join(' ');
    },
  };
}

const A_GATE = thresholds('accuracy: ">= 0.9"');
const inRule = (rule: string) => policyOf([rule, ...A_GATE]);
const asGate = (condition: string) => policyOf(thresholds(`accuracy: ${JSON.stringify(condition)}`));
const EXAMPLE_GATE: Offer = ['>= 0.9', 'Production accuracy >= 0.9'];

const POLICIES: readonly Scene[] = [
  policyFile('version: 1', asGate, EXAMPLE_GATE),
  policyFile(
    GOOD.replace('Production', 'Champion'),
    (offered) => GOOD.replace('Production', JSON.stringify(offered)),
    ['@champion', '@champion accuracy >= 0.9 and >= production'],
  ),
  policyFile(GOOD.replace('Production', 'Prod'), (offered) => GOOD.replace('Production', offered), [
    'Production',
    'Production accuracy >= 0.9 and >= production',
  ]),
  policyFile(
    inRule('first-promotion: sometimes'),
    (offered) => inRule(`first-promotion: ${offered}`),
    ...(['require-absolute', 'rubber-stamp', 'block'] as const).map((rule): Offer => [
      rule,
      `Production ${rule} accuracy >= 0.9`,
    ]),
  ),
  policyFile(inRule('first-promotion: blok'), (offered) => inRule(`first-promotion: ${offered}`), [
    'block',
    'Production block accuracy >= 0.9',
  ]),
  policyFile(inRule('inputs-may: thresholds'), inRule, [
    'inputs-may: [thresholds]',
    'Production thresholds accuracy >= 0.9',
  ]),
  policyFile(
    policyOf(['tags: { bias_review: }']),
    (offered) => policyOf([`tags: { bias_review: ${offered} }`, ...A_GATE]),
    ['{ advisory: approved }', 'Production accuracy >= 0.9 advisory tag bias_review: approved'],
  ),
  policyFile(policyOf(['tags: approved']), (offered) => policyOf([`tags: { ${offered} }`]), [
    'bias_review: approved',
    'Production tag bias_review: approved',
  ]),
  policyFile(
    inRule('from: Stagging'),
    inRule,
    ['from: Staging', 'Production from Staging accuracy >= 0.9'],
    ['from: "@challenger"', 'Production from @challenger accuracy >= 0.9'],
  ),
  policyFile(inRule('soak: 24h'), inRule, ['from: Staging', 'Production from Staging accuracy >= 0.9']),
  policyFile(
    policyOf(['from: Staging', 'soak: a day', ...A_GATE]),
    (offered) => policyOf(['from: Staging', offered, ...A_GATE]),
    ['soak: 24h', 'Production from Staging for 24h accuracy >= 0.9'],
  ),
  policyFile(inRule('lineage: commit'), inRule, [
    'lineage: [commit, run]',
    'Production accuracy >= 0.9 lineage: commit lineage: run',
  ]),
  policyFile(inRule('sign-off: signed_off'), inRule, [
    'sign-off: { tag: signed_off, roles: [ethics, business] }',
    'Production accuracy >= 0.9 sign-off',
  ]),
  policyFile(inRule('max-age: 30'), inRule, ['max-age: 24h', 'Production accuracy >= 0.9']),
  policyFile(inRule('threshold: {}'), (offered) => policyOf([`${offered}: { accuracy: ">= 0.9" }`]), [
    'thresholds',
    'Production accuracy >= 0.9',
  ]),
  ...(['chrun', 'Staging'] as const).map((wrote): Scene => ({
    wrote: `${wrote} beside a file with churn and Production`,
    says: () =>
      unproven(
        { ...MINIMAL, ...(wrote === 'Staging' ? { stage: wrote } : { 'model-name': wrote }), thresholds: '' },
        { [PATH]: GOOD },
      ),
    offers: wrote === 'Staging' ? [['Production', '']] : [['churn', '']],
    back: async (offered) =>
      (
        await unproven(
          {
            ...MINIMAL,
            ...(wrote === 'Staging' ? { stage: offered } : { 'model-name': offered }),
            thresholds: '',
          },
          { [PATH]: GOOD },
        )
      ).join('\n'),
  })),
  {
    wrote: 'a file whose only gate is advisory',
    says: () =>
      unproven(
        { ...MINIMAL, thresholds: '' },
        { [PATH]: policyOf(thresholds('f1: { advisory: ">= 0.5" }')) },
      ),
    offers: [['accuracy: ">= 0.9"', '']],
    back: async (offered) =>
      (await unproven({ ...MINIMAL, thresholds: '' }, { [PATH]: policyOf(thresholds(offered)) })).join('\n'),
  },
  {
    wrote: 'accuracy: ">= 0.5" beside a file that asks for more',
    says: () => unproven({ ...MINIMAL, thresholds: 'accuracy: ">= 0.5"' }, { [PATH]: GOOD }),
    offers: [['inputs-may: [thresholds]', '']],
    back: async (offered) =>
      (
        await unproven(
          { ...MINIMAL, thresholds: 'accuracy: ">= 0.5"' },
          { [PATH]: policyOf([offered, ...thresholds('accuracy: ">= 0.9 and >= production"')]) },
        )
      ).join('\n'),
  },
];

// ---- the ways of the network ----------------------------------------------------------------------------------------

const HOST = new URL('http://mlflow.example.com');

const PROXIES: readonly Scene[] = [
  {
    wrote: 'HTTP_PROXY: proxy:port',
    says: () => [remedyOf(() => readProxies({ HTTP_PROXY: 'http://proxy:port' })(HOST))],
    offers: [['http://host:port', 'proxy:3128', 'http://proxy:3128']],
    back: (offered) => readProxies({ HTTP_PROXY: offered })(HOST)?.url.host ?? null,
  },
];

// ---- stores of files ------------------------------------------------------------------------------------------------

const HEADER = 'SQLite format 3\0 and so on';

/** A workspace with these stores in it; what an offer leads to is shown from there. */
function store(uri: string, files: readonly string[], ...offers: Offer[]): Scene {
  const outer = realpathSync(mkdtempSync(join(tmpdir(), 'hints-')));
  const workspace = join(outer, 'workspace');
  const filled = (text: string) => text.replace('<outer>', outer).replace('<workspace>', workspace);
  for (const file of files) {
    mkdirSync(dirname(join(workspace, file)), { recursive: true });
    writeFileSync(join(workspace, file), HEADER);
  }
  return {
    wrote: `${uri} beside ${files.join(', ')}`,
    says: async () => {
      const error = await locateStore(filled(uri), workspace).catch((thrown: unknown) => thrown);
      return [(error as { remedy: string }).remedy];
    },
    offers: offers.map(([shown, means, written = shown]): Offer => [filled(shown), means, filled(written)]),
    back: async (offered) => relative(workspace, await locateStore(offered, workspace)),
  };
}

const STORES: readonly Scene[] = [
  store('sqlite:///mlflow.db', ['sub/mlflow.db'], ['sqlite:///sub/mlflow.db', 'sub/mlflow.db']),
  store('sqlite:///sub/mlflow.db', ['mlflow.db', 'sub/x'], ['sqlite:///mlflow.db', 'mlflow.db']),
  store('sqlite:///mlflow.db', ['../mlflow.db', 'x'], ['sqlite:///<outer>/mlflow.db', '../mlflow.db']),
  store('sqlite:///mlfow.db', ['mlflow.db'], ['sqlite:///mlflow.db', 'mlflow.db']),
  store(
    'sqlite:///~/mlflow.db',
    ['mlflow.db'],
    ['absolute path, after four slashes', 'mlflow.db', 'sqlite:///<workspace>/mlflow.db'],
    ['sqlite:///mlflow.db', 'mlflow.db'],
  ),
  store(
    'sqlite:///$DATA/mlflow.db',
    ['data/mlflow.db'],
    ['${{ env.DATA }}', 'data/mlflow.db', 'sqlite:///data/mlflow.db'],
  ),
  store('sqlite:///my%20store.db', ['my store.db'], ['sqlite:///my store.db', 'my store.db']),
  store(
    'sqlite:///../mlflow.db',
    ['mlflow.db'],
    ['sqlite:///mlflow.db', 'mlflow.db'],
    ['sqlite:////absolute/path/mlflow.db', 'mlflow.db', 'sqlite:///<workspace>/mlflow.db'],
  ),
];

export const SCENES: Readonly<Record<string, readonly Scene[]>> = {
  thresholds: THRESHOLDS,
  inputs: INPUTS,
  'policy files': POLICIES,
  addresses: LOCATIONS,
  'what a registry holds': REGISTRY,
  'what was judged': JUDGED,
  proxies: PROXIES,
  stores: STORES,
};
