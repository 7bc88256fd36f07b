import { STRICTNESS, type Gate } from '../domain/gate.js';
import type { Warning, WarningCode } from '../domain/warning.js';
import { quote } from '../text/quote.js';
import type { PolicyDocument, TargetRules } from './file/document.js';
import { rulesFor } from './file/match.js';
import { asksLess, isAsStrict, isThreshold, sameMatter } from './strength.js';
import { DEFAULT_FIRST_PROMOTION } from './without-file.js';

/** What a change does to one rule. What cannot be told is not called harmless. */
type Effect = 'loosens' | 'may loosen' | 'tightens';

interface Change {
  readonly effect: Effect;
  readonly what: string;
}

const CODES: Readonly<Record<Effect, WarningCode>> = {
  loosens: 'policy-would-loosen',
  'may loosen': 'policy-may-loosen',
  tightens: 'policy-would-tighten',
};

/**
 * Every rule that a proposed policy loosens or tightens beside the one in force, loosened ones first. Null: there is no
 * file, and inputs say it all.
 */
export function policyChanges(
  before: PolicyDocument | null,
  after: PolicyDocument | null,
): readonly Warning[] {
  const path = (after ?? before)?.path ?? '';
  const changes = changesOf(before, after);
  return Object.keys(CODES).flatMap((effect) =>
    changes
      .filter((change) => change.effect === effect)
      .map(({ what }): Warning => ({
        code: CODES[effect as Effect],
        message: `This pull request ${effect} the policy ${path}: ${what}.`,
      })),
  );
}

function changesOf(before: PolicyDocument | null, after: PolicyDocument | null): readonly Change[] {
  if (before === null) return after === null ? [] : [{ effect: 'tightens', what: 'it adds the file' }];
  if (after === null) return [{ effect: 'loosens', what: 'it removes the file, and inputs alone decide' }];
  return namesOf([before, after]).flatMap(([model, target]) => {
    const [old, now] = [find(before, model, target), find(after, model, target)];
    const where = `${target} of ${quote(model)}`;
    if (old === null)
      return now === null ? [] : [{ effect: 'tightens', what: `${where} gets rules of its own` }];
    if (now === null) return [{ effect: 'tightens', what: `${where} has no rules any more, and is refused` }];
    return betweenTargets(old, now).map(({ effect, what }) => ({ effect, what: `${where}, ${what}` }));
  });
}

/** Every model and target that either file names. */
function namesOf(documents: readonly PolicyDocument[]): readonly (readonly [string, string])[] {
  const all = documents.flatMap(({ models }) =>
    models.flatMap(({ name, targets }) => targets.map(({ target }) => [name, target] as const)),
  );
  return [...new Map(all.map((pair) => [JSON.stringify(pair), pair])).values()];
}

/** Its own rules, else those of a pattern that it falls under. */
function find(document: PolicyDocument, model: string, target: string): TargetRules | null {
  const match = rulesFor(document, model, target);
  return match.ok ? match.rules : null;
}

function betweenTargets(old: TargetRules, now: TargetRules): readonly Change[] {
  return [...betweenGates(old, now), ...betweenSettings(old, now)];
}

function betweenGates({ gates: old }: TargetRules, { gates: now }: TargetRules): readonly Change[] {
  const required = (gates: readonly Gate[]) => gates.filter((gate) => gate.required);
  const dropped = required(old).flatMap((gate): readonly Change[] => {
    const other = required(now).find((one) => isSameRule(one, gate));
    if (other === undefined) return [{ effect: 'loosens', what: `no longer asks for ${said(gate)}` }];
    const effect = effectOf(gate, other);
    return effect === null ? [] : [{ effect, what: `from ${said(gate)} to ${said(other)}` }];
  });
  const added = required(now)
    .filter((gate) => !required(old).some((one) => isSameRule(one, gate)))
    .map((gate): Change => ({ effect: 'tightens', what: `also asks for ${said(gate)}` }));
  return [...dropped, ...added];
}

function isSameRule(a: Gate, b: Gate): boolean {
  if (isThreshold(a) && isThreshold(b)) return sameMatter(a, b);
  return a.kind === b.kind && (a.kind === 'from' || a.name === b.name);
}

/** Null: the two ask for the same. */
function effectOf(old: Gate, now: Gate): Effect | null {
  if (asked(old) === asked(now)) return null;
  if (isThreshold(old) && isThreshold(now)) {
    if (asksLess(now, old)) return 'loosens';
    return isAsStrict(now, old) ? 'tightens' : 'may loosen';
  }
  if (old.kind === 'tag' && now.kind === 'tag')
    return now.accepted.every((value) => old.accepted.includes(value)) ? 'tightens' : 'loosens';
  return 'may loosen';
}

function asked(gate: Gate): string {
  return JSON.stringify({ ...gate, writtenAt: null });
}

function said(gate: Gate): string {
  const what = isThreshold(gate) ? ` ${gate.condition}` : '';
  return `${gate.kind === 'threshold' ? '' : `${gate.kind} `}${quote(gate.name)}${what} (line ${gate.writtenAt.line})`;
}

function betweenSettings(old: TargetRules, now: TargetRules): readonly Change[] {
  const [first, then] = [old, now].map(
    ({ firstPromotion }) => firstPromotion?.value ?? DEFAULT_FIRST_PROMOTION,
  );
  const [age, later] = [old, now].map(({ maxAge }) => maxAge?.value.ms ?? Infinity);
  const step = STRICTNESS.indexOf(then ?? 'block') - STRICTNESS.indexOf(first ?? 'block');
  const may = (rules: TargetRules, other: TargetRules) =>
    rules.inputsMay.filter((input) => !other.inputsMay.includes(input)).join(', ');
  return [
    ...changed(-step, `first-promotion from ${String(first)} to ${String(then)}`),
    ...changed((later ?? 0) - (age ?? 0), `max-age from ${textOf(old)} to ${textOf(now)}`),
    ...changed(may(now, old).length, `inputs may loosen it: ${may(now, old)}`),
    ...changed(-may(old, now).length, `inputs may no longer loosen it: ${may(old, now)}`),
  ];
}

function textOf({ maxAge }: TargetRules): string {
  return maxAge?.value.text ?? 'any';
}

/** Above 0 is looser. Two that are both without bounds are alike. */
function changed(by: number, what: string): readonly Change[] {
  if (by === 0 || Number.isNaN(by)) return [];
  return [{ effect: by > 0 ? 'loosens' : 'tightens', what }];
}
