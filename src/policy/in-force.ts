import { STRICTNESS, type FirstPromotion, type Gate } from '../domain/gate.js';
import type { AskedPromotion, PromotionOrder } from '../domain/order.js';
import type { LooseningInput, PolicyText, RuleInForce, WrittenAt } from '../domain/policy.js';
import type { Reason } from '../domain/reason.js';
import { isDefaultBaseline, targetName } from '../domain/version.js';
import type { Warning } from '../domain/warning.js';
import { quote } from '../text/quote.js';
import type { PolicyDocument, TargetRules, Written } from './file/document.js';
import { policyChanges } from './changes.js';
import { rulesFor } from './file/match.js';
import { readPolicyFile } from './file/read.js';
import { asksLess, isThreshold, sameMatter } from './strength.js';
import { DEFAULT_FIRST_PROMOTION, errandOf, firstPromotionRule, inputLine } from './without-file.js';

/** The policy in force, or every reason why there is none. */
export type InForce =
  | { readonly ok: true; readonly order: PromotionOrder }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Lays inputs over the rules of a policy file. They add gates and tighten rules; one that asks for less is a reason,
 * unless the file says that this input may. `reviewed` is the file of the default branch, where inputs lead to another
 * one: that is a way to loosen it too.
 */
export function inForce(asked: AskedPromotion, chosen: PolicyText, reviewed: PolicyText | null): InForce {
  const elsewhere = reviewed === null ? [] : otherFile(asked, chosen, reviewed);
  const found = rulesIn(asked, chosen);
  if (!found.ok) return { ok: false, reasons: [...elsewhere, ...found.reasons] };
  const { rules } = found;
  const looser = [...elsewhere, ...looserInputs(asked, rules)];
  if (looser.length > 0) return { ok: false, reasons: looser };
  const first = firstPromotionOf(asked.firstPromotion, rules);
  return {
    ok: true,
    order: {
      ...errandOf(asked),
      gates: together(rules.gates, asked.gates),
      policyWarnings: [...rules.warnings, ...asked.policyWarnings],
      firstPromotion: first.value,
      maxAge: rules.maxAge?.value ?? null,
      policy: chosen.file,
      rules: [firstPromotionRule(first.value, first.writtenAt), ...ageRule(rules)],
    },
  };
}

/** What a pull request would do to the policy, as warnings; one that cannot be read is one too. */
export function proposedChanges(before: PolicyText | null, after: PolicyText | null): readonly Warning[] {
  if (before?.file.sha256 === after?.file.sha256) return [];
  const [old, now] = [before, after].map((found) =>
    found === null ? null : readPolicyFile(found.text, found.file.path),
  );
  const unread = now !== null && now !== undefined && !now.ok ? now.problems[0] : undefined;
  if (unread !== undefined) {
    return [
      {
        code: 'policy-would-break',
        message: `The policy of this pull request cannot be read. ${unread.message}`,
      },
    ];
  }
  const documentOf = (read: typeof old) => (read?.ok === true ? read.document : null);
  return policyChanges(documentOf(old), documentOf(now));
}

function ageRule({ maxAge }: TargetRules): readonly RuleInForce[] {
  return maxAge === null ? [] : [{ name: 'max-age', value: maxAge.value.text, writtenAt: maxAge.writtenAt }];
}

type Found =
  | { readonly ok: true; readonly rules: TargetRules; readonly document: PolicyDocument }
  | { readonly ok: false; readonly reasons: readonly Reason[]; readonly document: PolicyDocument | null };

function rulesIn({ model, target }: AskedPromotion, { text, file }: PolicyText): Found {
  const read = readPolicyFile(text, file.path);
  if (!read.ok) {
    const reasons = read.problems.map((problem): Reason => ({ code: 'policy-invalid', ...problem }));
    return { ok: false, reasons, document: null };
  }
  const { document } = read;
  const match = rulesFor(document, model, targetName(target));
  return match.ok
    ? { ok: true, rules: match.rules, document }
    : { ok: false, reasons: [match.reason], document };
}

/** Another file, or another state of it, than the default branch has: only where that file allows it. */
function otherFile(asked: AskedPromotion, { file }: PolicyText, reviewed: PolicyText): readonly Reason[] {
  const found = rulesIn(asked, reviewed);
  if (found.document === null) return found.ok ? [] : found.reasons;
  const may = found.ok ? found.rules.inputsMay : found.document.inputsMay;
  const where = `${reviewed.file.path} of the default branch`;
  return [
    ...(file.path === reviewed.file.path || may.includes('policy')
      ? []
      : [loosens('policy', `names ${file.path}`, where)]),
    ...(file.place === 'default-branch' || may.includes('policy-ref')
      ? []
      : [loosens('policy-ref', `leads to ${file.ref ?? 'the working tree'}`, where)]),
  ];
}

function looserInputs(asked: AskedPromotion, rules: TargetRules): readonly Reason[] {
  const checks = {
    thresholds: looserGates,
    'first-promotion': softerStart,
    baseline: otherBaseline,
  } as const;
  return Object.entries(checks).flatMap(([input, check]) =>
    rules.inputsMay.includes(input as LooseningInput) ? [] : check(asked, rules),
  );
}

function loosens(input: LooseningInput, what: string, at: WrittenAt | string): Reason {
  const where = typeof at === 'string' ? at : `${at.name}, line ${at.line}`;
  return {
    code: 'policy-loosened',
    message: `Input \`${input}\` ${what}, and an input may not loosen a reviewed policy (${where}).`,
    remedy: `Remove \`${input}\` from the step, or let the policy allow it in a reviewed change, with a line inputs-may: [${input}].`,
  };
}

/** The file's gates, then the inputs'. One that asks for less, where that is allowed, stands in place of the file's. */
function together(file: readonly Gate[], inputs: readonly Gate[]): readonly Gate[] {
  return [...file.filter((gate) => !inputs.some((own) => asksForLess(own, gate))), ...inputs];
}

function looserGates({ gates }: AskedPromotion, rules: TargetRules): readonly Reason[] {
  return gates.filter(isThreshold).flatMap((own) =>
    rules.gates
      .filter(isThreshold)
      .filter((gate) => asksForLess(own, gate))
      .map((gate) => {
        const what = `asks ${quote(own.name)} for ${own.condition} (line ${own.writtenAt.line}) where the policy asks for ${gate.condition}`;
        return loosens('thresholds', what, gate.writtenAt);
      }),
  );
}

/** Only thresholds can be compared: a gate of another kind stands beside those of the file. */
function asksForLess(own: Gate, gate: Gate): boolean {
  if (!isThreshold(own) || !isThreshold(gate) || !gate.required) return false;
  return sameMatter(own, gate) && asksLess(own, gate);
}

function softerStart({ firstPromotion }: AskedPromotion, rules: TargetRules): readonly Reason[] {
  if (firstPromotion === null) return [];
  const { value, writtenAt } = firstPromotionOf(null, rules);
  if (STRICTNESS.indexOf(firstPromotion) >= STRICTNESS.indexOf(value)) return [];
  const what = `is ${firstPromotion}, which is softer than ${value}`;
  return [loosens('first-promotion', what, writtenAt ?? rules.writtenAt)];
}

function otherBaseline({ target, baseline }: AskedPromotion, { writtenAt }: TargetRules): readonly Reason[] {
  if (baseline === null || isDefaultBaseline(target, baseline)) return [];
  const what = `is ${quote(baseline.text)}, another version to compare with than the target's own`;
  return [loosens('baseline', what, writtenAt)];
}

/** An input that is as strict, or allowed, counts before the file. */
function firstPromotionOf(
  asked: FirstPromotion | null,
  { firstPromotion }: TargetRules,
): Written<FirstPromotion> | { readonly value: FirstPromotion; readonly writtenAt: null } {
  if (asked !== null) return { value: asked, writtenAt: inputLine('first-promotion') };
  return firstPromotion ?? { value: DEFAULT_FIRST_PROMOTION, writtenAt: null };
}
