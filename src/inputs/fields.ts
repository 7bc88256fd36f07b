import { unwritable } from '../text/escape.js';
import * as z from '../zod.js';
import { MODES } from '../domain/decision.js';
import { FIRST_PROMOTION, type FirstPromotion } from '../domain/gate.js';
import { TARGET_STAGES, type Selector, type TargetStage } from '../domain/version.js';
import { readThresholds } from '../policy/read.js';
import { aliasProblem } from '../registry/mlflow/words.js';
import { looksMissing, parseSelector, stageNamed } from './selector.js';

/** The default of `check-name`, as action.yml has it. */
// The target comes first: a long model name is cut at its end, and two steps of a job must show two checks.
export const DEFAULT_CHECK_NAME = 'Model promotion to {target}: {model-name}';
/** What a check's name may hold in braces. */
export const CHECK_PLACEHOLDERS = ['model-name', 'target'] as const;
/** Six hours, the longest a hosted job can take. */
const MAX_TIMEOUT_SECONDS = 21_600;
/** A slip in a workflow should not echo a screenful (or a pasted secret) into the log. */
const ECHO = 60;

type Context = z.core.ParsePayload;

function refuse(context: Context, message: string): never {
  context.issues.push({ code: 'custom', message, input: context.value });
  return z.NEVER;
}

function textTo<T>(read: (text: string, context: Context) => T) {
  return z.pipe(z.string(), z.transform(read));
}

function echo(text: string): string {
  return `\`${text.length > ECHO ? `${text.slice(0, ECHO)}…` : text}\``;
}

function isNot(text: string, forms: string): string {
  return `is ${text === '' ? 'empty' : echo(text)}: write ${forms}`;
}

function choice<T extends string>(values: readonly T[]) {
  return textTo((text, context) => chosen(values, text, context));
}

function chosen<T extends string>(values: readonly T[], text: string, context: Context): T {
  const found = values.find((value) => value === text.toLowerCase());
  return found ?? refuse(context, isNot(text, `one of ${values.join(', ')}`));
}

/** Empty says nothing: a policy file may. */
const firstPromotion = textTo((text, context): FirstPromotion | null =>
  text === '' ? null : chosen(FIRST_PROMOTION, text, context),
);

/** YAML 1.2 core booleans, as the runner's own `getBooleanInput` takes them. */
const flag = textTo((text, context): boolean => {
  if (/^(true|True|TRUE)$/.test(text)) return true;
  if (/^(false|False|FALSE)$/.test(text)) return false;
  return refuse(context, isNot(text, 'true or false'));
});

const modelName = textTo((text, context): string => {
  if (text === '') return refuse(context, 'is empty: name the registered model');
  const strange = unwritable(text);
  if (strange === null) return text;
  return refuse(
    context,
    `has the control character ${strange} in it, and no output could say that name as it is`,
  );
});

const selector = textTo((text, context): Selector | null => {
  if (text === '') return null;
  const parsed = parseSelector(text);
  return 'selector' in parsed ? parsed.selector : refuse(context, `is not usable: ${parsed.problem}`);
});

const stage = textTo((text, context): TargetStage | null => {
  if (text === '') return null;
  const named = TARGET_STAGES.find((target) => target === stageNamed(text));
  return named ?? refuse(context, `is ${echo(text)}: write one of ${TARGET_STAGES.join(', ')}`);
});

const alias = textTo((text, context): string | null => {
  if (text === '') return null;
  const name = text.replace(/^@/, '');
  if (looksMissing(name))
    return refuse(context, `is ${echo(text)}: that looks like a missing value of the step before`);
  const problem = aliasProblem(name);
  return problem === null ? name : refuse(context, `is ${echo(text)}: ${problem}`);
});

const seconds = textTo((text, context): number => {
  const value = /^[1-9]\d{0,5}$/.test(text) ? Number(text) : NaN;
  if (value <= MAX_TIMEOUT_SECONDS) return value;
  return refuse(context, isNot(text, `a whole number of seconds from 1 to ${MAX_TIMEOUT_SECONDS}`));
});

const checkName = textTo((text, context): string => {
  const known = CHECK_PLACEHOLDERS.map((name) => `{${name}}`);
  const strange = [...text.matchAll(/\{[^{}]*\}/g)]
    .map(([found]) => found)
    .find((one) => !known.includes(one));
  if (strange === undefined) return text;
  return refuse(context, `has ${echo(strange)} in it: known are ${known.map(echo).join(' and ')}`);
});

/** A path of the repository. What leads out of it, or to an address, was not reviewed with it. */
const policyPath = textTo((text, context): string | null => {
  if (text === '') return null;
  const parts = text.replace(/^(?:\.\/)+/, '').split('/');
  const plain = parts.every((part) => part !== '' && part !== '.' && part !== '..');
  if (/\.ya?ml$/.test(text) && plain && !/[\\:?#%]/.test(text) && unwritable(text) === null)
    return parts.join('/');
  return refuse(
    context,
    isNot(text, 'the path of a YAML file in this repository, such as `.github/model-promotion.yml`'),
  );
});

/** As Git names branches, tags and commits (git-check-ref-format). */
const policyRef = textTo((text, context): string | null => {
  if (text === '') return null;
  if (/^[\w.@+-]+(?:\/[\w.@+-]+)*$/.test(text) && !text.includes('..') && text.length <= 250) return text;
  return refuse(context, isNot(text, 'a branch, a tag, a commit, or `workspace`'));
});

const thresholds = textTo((text, context) => {
  const read = readThresholds(text);
  if (read.ok) return { gates: read.gates, warnings: read.warnings };
  for (const problem of read.problems) {
    const { message, remedy } = problem;
    context.issues.push({ code: 'custom', message, params: { remedy }, input: text });
  }
  return z.NEVER;
});

/** Every input of action.yml: its raw text in, its meaning out. The one schema of what a workflow may say. */
export const FIELDS = {
  'model-name': modelName,
  version: selector,
  stage,
  alias,
  thresholds,
  baseline: selector,
  mode: choice(MODES),
  'archive-existing': flag,
  policy: policyPath,
  'policy-ref': policyRef,
  'first-promotion': firstPromotion,
  'fail-on-rejection': flag,
  'tracking-uri': z.string(),
  'registry-uri': z.string(),
  'tracking-token': z.string(),
  'tracking-username': z.string(),
  'tracking-password': z.string(),
  'tracking-headers': z.string(),
  'allow-http': flag,
  'check-name': checkName,
  'github-token': z.string(),
  'timeout-seconds': seconds,
};

export const DEFAULT_TIMEOUT_SECONDS = 300;

export type InputName = keyof typeof FIELDS;
export type InputValues = { readonly [Name in InputName]: z.output<(typeof FIELDS)[Name]> };

/** What an input means where nobody gives it. action.yml says the same; outside GitHub there is only this. */
export const DEFAULTS: Partial<Readonly<Record<InputName, string>>> = {
  mode: 'promote',
  'archive-existing': 'true',
  'fail-on-rejection': 'true',
  'allow-http': 'false',
  'check-name': DEFAULT_CHECK_NAME,
  'timeout-seconds': String(DEFAULT_TIMEOUT_SECONDS),
};

/** In action.yml's order. */
export const INPUT_NAMES = Object.keys(FIELDS) as readonly InputName[];
