import {
  isPromotion,
  type Decision,
  type ExplainDecision,
  type ListDecision,
  type PromotionDecision,
} from '../../domain/decision.js';
import { OUTCOME_RULES, type Outcome } from '../../domain/outcome.js';
import { linesOf } from '../../text/clean.js';
import { count, readableText } from '../../text/number.js';
import type { Phrase } from '../document.js';
import { EXCERPT_LINES } from '../limits.js';
import { LOOKS } from '../looks.js';
import { comparisonsWaived } from './gates.js';

/** What a version did that got where it was asked to go; null for the outcomes that did not. */
const ARRIVED: Readonly<Record<Outcome, string | null>> = {
  promoted: ' now holds ',
  passed: ' would be promoted to ',
  unchanged: ' already holds ',
  archived: ' went to ',
  listed: null,
  rejected: null,
  inconclusive: null,
  invalid: null,
  superseded: null,
  error: null,
};

/** A sentence with a sign at its end, whatever it had there. */
export function ended(sentence: string): string {
  const text = sentence.trim().replace(/[.:]$/, '');
  return /[?!]$/.test(text) ? text : `${text}.`;
}

/** What happened to which version and target, and why: one sentence. */
export function promotionHeadline(decision: PromotionDecision): Phrase {
  return [...what(decision), ...why(decision)];
}

/** How many versions there are, or why nobody knows: one sentence. */
export function listHeadline(decision: ListDecision): Phrase {
  const { outcome, model, versions } = decision;
  if (outcome === 'listed') return [{ name: model }, ` has ${count(versions?.length ?? 0, 'version')}.`];
  return ['No version', ...ofModel(model), ' could be listed', ...because(decision)];
}

/** What has to hold for which target, or why nobody knows: one sentence. */
export function explainHeadline(decision: ExplainDecision): Phrase {
  const { outcome, model, target, gates } = decision;
  if (outcome !== 'listed') return ['No policy', ...ofModel(model), ' could be told', ...because(decision)];
  const all = count(gates?.length ?? 0, 'gate');
  return ['A version of ', { name: model }, ` has to pass ${all} to hold `, { name: target }, '.'];
}

/** Outcome, model, version and target in a few words. */
export function titleOf(decision: Decision): Phrase {
  const { outcome, model } = decision;
  const { candidate, target } = isPromotion(decision) ? decision : { candidate: null, target: '' };
  const version: Phrase = candidate === null ? [] : [' version ', { name: candidate.version }];
  return [
    `Model promotion: ${LOOKS[outcome].label.toLowerCase()}`,
    ...(model === '' ? [] : [' · ', { name: model }, ...version]),
    ...(target === '' ? [] : [' → ', { name: target }]),
  ];
}

/**
 * Model, versions and target, as far as they are known: `churn` version `5` → `7` for `Production` where that was
 * moved, `churn` version `7` against `5` for `Production` where it was not.
 */
export function subjectOf(decision: Decision): Phrase {
  const model: Phrase = decision.model === '' ? [] : [{ name: decision.model }];
  if (!isPromotion(decision) || model.length === 0) return model;
  const { target } = decision;
  return [...model, ...versionsOf(decision), ...(target === '' ? [] : [' for ', { name: target }])];
}

/** What to do next, one sentence. */
export function nextStep(decision: Decision): string {
  const remedy = decision.reasons[0]?.remedy.trim() ?? '';
  return remedy === '' ? LOOKS[decision.outcome].next : remedy;
}

/** What the registry looks like after a run that did not end well; null when the headline says it all. */
export function aftermath(decision: PromotionDecision): string | null {
  if (decision.mode === 'evaluate') return 'Evaluate mode: nothing was written to the registry.';
  if (OUTCOME_RULES[decision.outcome].conclusion === 'success') return null;
  if (decision.moves.some((move) => move.done === 'unknown'))
    return 'Whether a move took effect is not known: look at the registry before anything else.';
  return decision.moves.some((move) => move.done === true)
    ? 'Something was moved before this: the moves below say exactly what.'
    : 'Nothing was moved in the registry.';
}

function versionsOf({ candidate, previousVersion, outcome }: PromotionDecision): Phrase {
  if (candidate === null) return [];
  const now = { name: candidate.version };
  if (previousVersion === null || previousVersion === candidate.version) return [' version ', now];
  const before = { name: previousVersion };
  return outcome === 'promoted' ? [' version ', before, ' → ', now] : [' version ', now, ' against ', before];
}

function ofModel(model: string): Phrase {
  return model === '' ? [] : [' of ', { name: model }];
}

function because(decision: Decision): Phrase {
  const sentence = linesOf(mainReason(decision), EXCERPT_LINES)[0] ?? '';
  return [sentence.trim() === '' ? '.' : `: ${ended(sentence)}`];
}

/** What decided; where that is a comparison, with numbers as they are read. Their digits stand in the details. */
function mainReason(decision: Decision): string {
  const message = decision.reasons[0]?.message ?? '';
  const compared = isPromotion(decision)
    ? decision.gates.find(
        ({ reason, name, text }) => reason === 'threshold-not-met' && message === `${name}: ${text}`,
      )
    : undefined;
  return compared === undefined ? message : `${compared.name}: ${readableText(compared.text)}`;
}

function what(decision: PromotionDecision): Phrase {
  const { outcome, target } = decision;
  const arrived = ARRIVED[outcome];
  if (arrived !== null) return [...subject(decision), arrived, { name: target }, ...inPlaceOf(decision)];
  const judged = decision.mode === 'evaluate' && outcome === 'error' ? ' for ' : ' to ';
  return [...subject(decision), notDone(decision), ...(target === '' ? [] : [judged, { name: target }])];
}

/** `Version 7 of churn`, as far as it is known. */
function subject(decision: PromotionDecision): Phrase {
  const model = ofModel(decision.model);
  return decision.candidate === null
    ? ['No version', ...model]
    : ['Version ', { name: decision.candidate.version }, ...model];
}

/** The holder before: replaced, or still there when the workflow keeps earlier holders. */
function inPlaceOf(decision: PromotionDecision): Phrase {
  const { previousVersion, candidate, target, moves } = decision;
  if (previousVersion === null || previousVersion === candidate?.version) return [];
  const archived = moves.some((move) => move.kind === 'archive' && move.version === previousVersion);
  const where = target.startsWith('@') || archived ? ' in place of version ' : ' beside version ';
  return [where, { name: previousVersion }];
}

function notDone(decision: PromotionDecision): string {
  const not = decision.candidate === null ? '' : ' not';
  const failed = decision.outcome === 'error';
  if (decision.mode === 'evaluate') return failed ? ` could${not} be evaluated` : ` would${not} be promoted`;
  const brokeOff = failed && decision.moves.some((move) => move.done !== false);
  return brokeOff ? ': the run broke off while promoting it' : ` was${not} promoted`;
}

function why(decision: PromotionDecision): Phrase {
  if (decision.outcome === 'unchanged') return [': no gate was judged and nothing was moved.'];
  if (ARRIVED[decision.outcome] !== null) return [`${gatesPassed(decision)}.`];
  return [gatesMissed(decision), ...because(decision)];
}

function gatesPassed(decision: PromotionDecision): string {
  const required = decision.gates.filter((gate) => gate.required);
  if (required.length === 0) return '';
  const waived = comparisonsWaived(required);
  const rest = waived === 0 ? '' : `, ${count(waived, 'comparison')} with the baseline waived`;
  const all = required.length === 1 ? 'the required gate' : `all ${required.length} required gates`;
  return `: ${all} passed${rest}`;
}

function gatesMissed(decision: PromotionDecision): string {
  if (decision.outcome !== 'rejected') return '';
  const required = decision.gates.filter((gate) => gate.required);
  const missed = required.filter((gate) => gate.verdict !== 'pass').length;
  return missed < 2 ? '' : `, ${missed} of ${required.length} required gates did not pass`;
}
