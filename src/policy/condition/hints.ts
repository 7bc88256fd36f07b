import { nearest } from '../../text/near.js';
import type { Token } from './lexer.js';
import type { Mistake } from '../document/mistake.js';

const EXAMPLE = 'Write a comparison such as ">= 0.9" or ">= production + 0.005".';

/** Spellings of a comparison from other languages and keyboards, and ours. */
const OPERATOR_SLIPS = new Map([
  ['=>', '>='],
  ['≥', '>='],
  ['≧', '>='],
  ['⩾', '>='],
  ['=<', '<='],
  ['≤', '<='],
  ['≦', '<='],
  ['⩽', '<='],
  ['>>', '>'],
  ['<<', '<'],
  ['>==', '>='],
  ['<==', '<='],
]);

const CONJUNCTIONS = ['&', '&&', ',', ';'];
const DISJUNCTIONS = ['or', '|', '||'];

export function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

export function at(token: Token, sentence: string, remedy: string): Mistake {
  return { start: token.start, end: Math.max(token.end, token.start + 1), sentence, remedy };
}

/** A clause does not begin with a comparison. `rest` is the clause as it was written. */
export function noOperator(token: Token, rest: string): Mistake {
  switch (token.kind) {
    case 'end':
    case 'and':
      return at(token, 'A comparison is missing here.', EXAMPLE);
    case 'number':
    case 'plus':
    case 'minus':
      return missingOperator(token, rest);
    case 'op':
    case 'percent':
    case 'other':
      return /^\d/.test(token.text)
        ? missingOperator(token, rest)
        : at(token, `${quote(token.text)} is not a comparison.`, operatorRemedy(token.text));
    case 'word':
      return ['production', 'baseline'].includes(token.text)
        ? missingOperator(token, rest)
        : at(token, `Expected >=, <=, > or < but found ${quote(token.text)}.`, wordRemedy(token.text));
  }
}

/** Something else stands where a number or `production` must. */
export function noOperand(token: Token): Mistake {
  switch (token.kind) {
    case 'end':
    case 'and':
      return at(token, 'A number or "production" is missing here.', EXAMPLE);
    case 'word':
      return at(token, `${quote(token.text)} is not a number or "production".`, operandRemedy(token.text));
    case 'other':
      return /^[\d.]/.test(token.text) ? badNumber(token) : strayComparison(token);
    case 'op':
    case 'number':
    case 'percent':
    case 'plus':
    case 'minus':
      return strayComparison(token);
  }
}

/** A sign stands before something that is not a number. */
export function noNumber(sign: Token): Mistake {
  return at(sign, `${quote(sign.text)} is not followed by a number.`, 'Write a number such as -0.5.');
}

/** The comparison is complete, and something follows that is not `and`. `relative`: it was with production. */
export function trailing(token: Token, relative: boolean): Mistake {
  const sentence = `${quote(token.text)} does not belong here.`;
  if (DISJUNCTIONS.includes(token.text.toLowerCase()) || CONJUNCTIONS.includes(token.text))
    return at(token, sentence, conjunctionRemedy(token.text));
  if (token.kind === 'op')
    return at(token, 'Two comparisons follow each other.', 'Join them with "and": ">= 0.9 and <= 0.99".');
  return at(token, sentence, trailingRemedy(token, relative));
}

/** An amount carries a sign of its own, as in `production + -0.1`. */
export function signedAmount(outer: Token, inner: Token, amount: string): Mistake {
  const sign = outer.text === inner.text ? '+' : '-';
  return at(
    inner,
    'An amount has no sign of its own.',
    amount === ''
      ? 'Write "production + 0.005" or "production - 0.005".'
      : `Write ${quote(`production ${sign} ${amount}`)}.`,
  );
}

/** `production +` is not followed by a number. */
export function noAmount(token: Token): Mistake {
  if (token.kind === 'other' && /^[\d.]/.test(token.text)) return badNumber(token);
  const found = token.kind === 'end' || token.kind === 'and' ? 'nothing' : quote(token.text);
  return at(
    token,
    `Expected a number after the sign but found ${found}.`,
    'Write an amount such as "production + 0.005" or "production - 1%".',
  );
}

function missingOperator(token: Token, rest: string): Mistake {
  return at(
    token,
    `The comparison before ${quote(rest)} is missing.`,
    `Write ${quote(`>= ${rest}`)} (at least) or ${quote(`<= ${rest}`)} (at most).`,
  );
}

function operatorRemedy(text: string): string {
  const meant = OPERATOR_SLIPS.get(text);
  if (meant !== undefined) return `Write "${meant}".`;
  return /^[=!≠~<>]+$/.test(text)
    ? 'A metric is never compared for equality: write ">=" (at least) or "<=" (at most).'
    : EXAMPLE;
}

function wordRemedy(word: string): string {
  return DISJUNCTIONS.includes(word.toLowerCase()) || word.toLowerCase() === 'and'
    ? conjunctionRemedy(word)
    : 'A condition begins with a comparison, such as ">= 0.9"; the metric stands before the colon.';
}

function conjunctionRemedy(text: string): string {
  return DISJUNCTIONS.includes(text.toLowerCase())
    ? 'Every comparison of a gate must hold; there is no "or". Make the weaker one an advisory gate instead.'
    : 'Join comparisons with "and": ">= 0.9 and <= 0.99".';
}

function operandRemedy(word: string): string {
  const [near] = nearest(word, ['production', 'baseline']);
  if (near !== undefined) return `Write "${near}".`;
  return /^(?:nan|inf|infinity)$/i.test(word)
    ? 'Write a finite number: nothing can be compared with this one.'
    : 'Write a number, or "production" for the version the candidate is compared with.';
}

function badNumber(token: Token): Mistake {
  let remedy = 'Write a plain decimal number, such as 0.92, 120 or 1e-3.';
  if (/^\d+,\d+$/.test(token.text)) remedy = `Write a decimal point: ${token.text.replace(',', '.')}.`;
  else if (token.text.endsWith(',')) remedy = conjunctionRemedy(',');
  else if (/^[\d.]+\p{L}+$/u.test(token.text))
    remedy = `Write the number without a unit: ${/^[\d.]+/.exec(token.text)?.[0] ?? ''}.`;
  return at(token, `${quote(token.text)} is not a decimal number.`, remedy);
}

function strayComparison(token: Token): Mistake {
  let remedy = 'Write one number or "production" after the comparison.';
  if (token.text === '=') remedy = 'Write ">=" or "<=" without a space inside.';
  else if (['−', '–', '—'].includes(token.text)) remedy = 'Write the plain hyphen "-" as the minus sign.';
  return at(token, `Expected a number or "production" but found ${quote(token.text)}.`, remedy);
}

function trailingRemedy(token: Token, relative: boolean): string {
  const word = token.text.toLowerCase();
  if (word === 'and') return conjunctionRemedy(word);
  if (token.kind === 'percent')
    return 'A percentage is always one of production: write ">= production + 10%", or a plain number.';
  if (token.kind === 'plus' || token.kind === 'minus') {
    return relative
      ? 'Write one amount: "production + 0.015".'
      : 'Write one number, or put production first: "production + 0.01".';
  }
  if (['*', '**', '/', 'x', '×'].includes(word))
    return 'Write a percentage of production: "production + 5%", "production - 5%".';
  return relative
    ? 'Only "+" or "-" with a number or a percentage can follow production.'
    : 'End the condition after the number, or go on with "and".';
}
