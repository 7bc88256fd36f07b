import type { Decision, PromotionDecision } from '../../domain/decision.js';
import { OUTCOME_RULES } from '../../domain/outcome.js';
import { linesOf } from '../../text/clean.js';
import { KEEP, type Block, type Item, type Phrase } from '../document.js';
import { EXCERPT_LINES } from '../limits.js';
import { LOOKS, NEXT_MARK, POINT, WARNING_MARK } from '../looks.js';
import { aftermath, ended, nextStep, subjectOf } from './headline.js';
import { codeLink } from './reason-link.js';

/** How it ended. */
export function headingBlock(decision: Decision, headline: Phrase): Block {
  const { icon, label } = LOOKS[decision.outcome];
  const subject = subjectOf(decision);
  return { name: 'verdict', importance: KEEP, kind: 'heading', icon, label, subject, sentence: headline };
}

/** The excerpt that belongs to the headline. */
export function excerptBlocks({ reasons }: Decision): readonly Block[] {
  const { excerpt } = split(reasons[0]?.message ?? '');
  return excerpt.length === 0 ? [] : [{ name: 'excerpt', importance: 95, kind: 'excerpt', lines: excerpt }];
}

export function aftermathBlocks(decision: PromotionDecision): readonly Block[] {
  const text = aftermath(decision);
  return text === null
    ? []
    : [{ name: 'aftermath', importance: KEEP, kind: 'paragraph', about: null, text: [text], excerpt: [] }];
}

/** What to do next, and under which code more is to be read about it. */
export function nextBlocks(decision: Decision): readonly Block[] {
  const [first] = decision.reasons;
  const good = OUTCOME_RULES[decision.outcome].conclusion === 'success';
  return nextStepBlocks(
    decision,
    good || first === undefined ? [] : [' (', codeLink(first.code, decision), ')'],
  );
}

/** The same for a log, which lists all codes in one place. */
export function nextLogBlocks(decision: Decision): readonly Block[] {
  return nextStepBlocks(decision, []);
}

/** The same for a page whose table of gates says what each of them found. */
export function furtherBlocks(decision: PromotionDecision): readonly Block[] {
  const told = new Set(
    decision.gates.flatMap(({ verdict, reason }) => (verdict === 'pass' ? [] : [reason as string])),
  );
  const [first, ...others] = decision.reasons;
  const left = others.filter(({ code }) => !told.has(code));
  return first === undefined ? [] : reasonBlocks({ ...decision, reasons: [first, ...left] });
}

/** Every reason after the headline, each with its remedy unless that has been said. */
export function reasonBlocks(decision: Decision): readonly Block[] {
  const { reasons } = decision;
  const items = reasons.map((reason, at): Item => {
    const said = reasons.slice(0, at).some((earlier) => earlier.remedy === reason.remedy);
    const { sentence, excerpt } = split(reason.message);
    const remedy = said ? '' : reason.remedy;
    return {
      mark: POINT,
      text: [ended(sentence)],
      excerpt,
      remedy,
      state: null,
      code: codeLink(reason.code, decision),
    };
  });
  const others = items.slice(1);
  if (others.length === 0) return [];
  const head = { name: 'further reasons', importance: 88 } as const;
  return [{ ...head, kind: 'list', title: 'Also', each: 'Also', items: others }];
}

/** What decided nothing. */
export function warningBlocks(decision: Decision): readonly Block[] {
  const { warnings } = decision;
  if (warnings.length === 0) return [];
  const items = warnings.map(({ code, message }): Item => {
    const { sentence, excerpt } = split(message);
    return {
      mark: WARNING_MARK,
      text: [sentence],
      excerpt,
      remedy: '',
      state: null,
      code: codeLink(code, decision),
    };
  });
  const head = { name: 'warnings', importance: 75 } as const;
  return [{ ...head, kind: 'list', title: 'Warnings', each: 'Warning', items }];
}

/** An outcome that only informs asks for nothing. */
function nextStepBlocks(decision: Decision, after: Phrase): readonly Block[] {
  if (OUTCOME_RULES[decision.outcome].conclusion === null) return [];
  const { sentence, excerpt } = split(nextStep(decision));
  const about = { ...NEXT_MARK, label: 'Next' };
  const text = [sentence, ...after];
  return [{ name: 'next step', importance: KEEP, kind: 'paragraph', about, text, excerpt }];
}

/** A text may bring lines along under its first. */
function split(text: string): { readonly sentence: string; readonly excerpt: readonly string[] } {
  const [sentence = '', ...excerpt] = linesOf(text, EXCERPT_LINES);
  return { sentence, excerpt };
}
