import type { Reason } from '../../domain/reason.js';
import { listed } from '../../text/list.js';
import { nearest } from '../../text/near.js';
import { quote } from '../../text/quote.js';
import type { ModelRules, PolicyDocument, TargetRules } from './document.js';

const LISTED = 20;

export type Match =
  { readonly ok: true; readonly rules: TargetRules } | { readonly ok: false; readonly reason: Reason };

/**
 * The rules for one target of one model. The model's own name wins over patterns, and of patterns the one with the most
 * characters of its own. What the file does not name is a mistake, never "no rules".
 */
export function rulesFor(document: PolicyDocument, model: string, target: string): Match {
  const fitting = document.models.filter(({ name }) => name === model);
  const found = fitting.length > 0 ? fitting : mostExact(document.models, model);
  const [rules, second] = found;
  if (rules === undefined) return { ok: false, reason: unknownModel(document, model) };
  if (second !== undefined) return { ok: false, reason: severalPatterns(document, model, found) };
  const own = rules.targets.find((known) => known.target === target);
  return own === undefined
    ? { ok: false, reason: unknownTarget(document, rules, target) }
    : { ok: true, rules: own };
}

/** Whether a name fits a pattern in which `*` stands for any characters, none included. Takes time in line with both. */
export function fits(pattern: string, name: string): boolean {
  const parts = pattern.split('*');
  const [first = '', ...others] = parts;
  const last = others.pop();
  if (last === undefined) return pattern === name;
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length)
    return false;
  const end = name.length - last.length;
  let at = first.length;
  for (const part of others) {
    const found = name.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}

function mostExact(models: readonly ModelRules[], model: string): readonly ModelRules[] {
  const fitting = models.filter(({ name }) => name.includes('*') && fits(name, model));
  const most = Math.max(...fitting.map(({ name }) => exactness(name)));
  return fitting.filter(({ name }) => exactness(name) === most);
}

function exactness(pattern: string): number {
  return pattern.replaceAll('*', '').length;
}

function unknownModel({ path, models }: PolicyDocument, model: string): Reason {
  const names = models.map(({ name }) => name);
  const [near] = nearest(model, names, 1);
  const hint = near === undefined ? '' : ` Did you mean ${quote(near)}?`;
  return {
    code: 'not-in-policy',
    message: `The policy ${path} has no rules for model ${quote(model)}.${hint} It has ${listed(
      names.map((name) => quote(name)),
      LISTED,
    )}.`,
    remedy: 'Correct `model-name`, or add the model to the policy in a reviewed change.',
  };
}

function unknownTarget({ path }: PolicyDocument, rules: ModelRules, target: string): Reason {
  const names = rules.targets.map((known) => known.target);
  return {
    code: 'not-in-policy',
    message: `The policy ${path} has no rules for ${target} of ${quote(rules.name)} (line ${rules.writtenAt.line}). It has ${listed(names, LISTED)}.`,
    remedy: 'Correct `stage` or `alias`, or add the target to the policy in a reviewed change.',
  };
}

function severalPatterns({ path }: PolicyDocument, model: string, found: readonly ModelRules[]): Reason {
  const names = found.map(({ name, writtenAt }) => `${quote(name)} (line ${writtenAt.line})`);
  return {
    code: 'policy-invalid',
    message: `In the policy ${path} several patterns fit model ${quote(model)} equally well: ${listed(names, LISTED)}.`,
    remedy: 'Give the model rules under its own name, or make one pattern more exact.',
  };
}
