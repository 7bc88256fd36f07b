import { onUse } from '../../text/characters.js';
import { nearest } from '../../text/near.js';
import { EMPTIED } from '../../text/emptied.js';
import { quote } from '../../text/quote.js';
import type { Mistake } from '../document/mistake.js';
import type { Token } from './lexer.js';
import { readNumber } from './number-text.js';

/** Where in a condition something else stands than what must. */
export type Place =
  /** A clause begins, and not with a comparison. */
  | 'operator'
  /** A number or `production` must follow the comparison. */
  | 'operand'
  /** A number must follow its sign. */
  | 'number'
  /** An amount must follow `production +`. */
  | 'amount'
  /** The comparison is complete, and something follows that is not `and`. */
  | 'after';

/** What stands there. */
export interface Found {
  readonly token: Token;
  /** The clause as it was written. */
  readonly clause: string;
  /** The clause would be whole with a comparison before it. */
  readonly lacksOnlyOperator: boolean;
  /** The comparison was with production. */
  readonly relative: boolean;
}

interface Hint {
  readonly places: readonly Place[];
  readonly shape: (found: Found) => boolean;
  readonly sentence: (found: Found) => string;
  /** What it puts in double quotes parses where it stands, and means what the sentence says: a test tries each. */
  readonly remedy: (found: Found) => string;
}

/** Of what a person wrote, a message quotes so many characters. */
export function quoted(text: string): string {
  return quote(text, 60);
}

export function at(token: Token, sentence: string, remedy: string): Mistake {
  return { start: token.start, end: Math.max(token.end, token.start + 1), sentence, remedy };
}

/** The first hint of the table that fits. */
export function hint(place: Place, found: Found): Mistake {
  const fitting = HINTS.find(({ places, shape }) => places.includes(place) && shape(found)) ?? LAST;
  return at(found.token, fitting.sentence(found), fitting.remedy(found));
}

/** An amount carries a sign of its own, as in `production + -0.1`: two signs are one. */
export function signedAmount(outer: Token, inner: Token, amount: string): Mistake {
  const sign = outer.text === inner.text ? '+' : '-';
  const remedy =
    amount === ''
      ? 'Write "production + 0.005" or "production - 0.005".'
      : `Write ${quote(`production ${sign} ${amount}`)}.`;
  return at(inner, 'An amount has no sign of its own.', remedy);
}

/** Spellings of a comparison from other languages and keyboards, and ours. */
const OPERATOR_SLIPS = new Map([
  ...['=>', '≥', '≧', '⩾', '>=='].map((slip) => [slip, '>='] as const),
  ...['=<', '≤', '≦', '⩽', '<=='].map((slip) => [slip, '<='] as const),
  ['>>', '>'],
  ['<<', '<'],
]);
const CONJUNCTIONS = ['&', '&&', ',', ';', 'and'];
const DISJUNCTIONS = ['or', '|', '||'];
const WITH_LETTERS = onUse(String.raw`^([\d.]+)(\p{L}+)$`, 'u');
/** Thousands, millions and so on: without the letter it would be another number. */
const MULTIPLIER = /^[kmgtb]$/i;

const EXAMPLE = 'Write a comparison such as ">= 0.9" or ">= production + 0.005".';
/** Half a condition is what a workflow leaves whose expression had no value. */
const HALF = `Write the whole of it; ${EMPTIED}.`;
const JOIN = 'Join comparisons with "and": ">= 0.9 and <= 0.99".';
const NO_OR =
  'Every comparison of a gate must hold; there is no "or". Make the weaker one an advisory gate instead.';

const anything = () => true;
const kindIs =
  (...kinds: readonly Token['kind'][]) =>
  ({ token }: Found) =>
    kinds.includes(token.kind);
const textIs = (words: readonly string[]) => (found: Found) => words.includes(lower(found));
const both = (one: Hint['shape'], other: Hint['shape']) => (found: Found) => one(found) && other(found);
const ends = kindIs('end', 'and');
const likeNumber = ({ token }: Found) => token.kind === 'other' && /^[\d.]/.test(token.text);

const noComparison = ({ token }: Found) => `${quoted(token.text)} is not a comparison.`;
const noNumber = ({ token }: Found) => `${quoted(token.text)} is not a decimal number.`;
const expected = ({ token }: Found) => `Expected >=, <=, > or < but found ${quoted(token.text)}.`;
const notOperand = ({ token }: Found) => `${quoted(token.text)} is not a number or "production".`;
const strange = ({ token }: Found) => `Expected a number or "production" but found ${quoted(token.text)}.`;
const stray = ({ token }: Found) => `${quoted(token.text)} does not belong here.`;

/** What is behind a number that is none; the same where an operand and where an amount must stand. */
const NUMBERS: readonly Hint[] = [
  numberHint(
    ({ token }) => /^\d{1,3},\d{3}$/.test(token.text),
    ({ token }) =>
      `Write ${token.text.replace(',', '')}, or ${token.text.replace(',', '.')} if the comma was a decimal point.`,
  ),
  numberHint(
    ({ token }) => /^\d+,\d+$/.test(token.text) && readNumber(token.text.replace(',', '.')).ok,
    ({ token }) => `Write a decimal point: ${token.text.replace(',', '.')}.`,
  ),
  numberHint(
    ({ token }) => token.text.endsWith(','),
    () => JOIN,
  ),
  numberHint(
    (found) => MULTIPLIER.test(unitOf(found)),
    () => 'Write the number in full, without a letter that multiplies it.',
  ),
  numberHint(
    (found) => unitOf(found) !== '' && readNumber(withoutUnit(found)).ok,
    (found) => `Write the number without a unit: ${withoutUnit(found)}.`,
  ),
  numberHint(anything, () => 'Write a plain decimal number, such as 0.92, 120 or 1e-3.'),
];

const OPERATORS: readonly Hint[] = [
  row(
    'operator',
    ends,
    () => 'A comparison is missing here.',
    () => `${EXAMPLE} ${HALF}`,
  ),
  row(
    'operator',
    startsOperand,
    ({ clause }) => `The comparison before ${quoted(clause)} is missing.`,
    ({ clause, lacksOnlyOperator }) =>
      lacksOnlyOperator
        ? `Write ${quote(`>= ${clause}`)} (at least) or ${quote(`<= ${clause}`)} (at most).`
        : EXAMPLE,
  ),
  row('operator', both(kindIs('word'), textIs(DISJUNCTIONS)), expected, () => NO_OR),
  row('operator', both(kindIs('word'), textIs(CONJUNCTIONS)), expected, () => JOIN),
  row(
    'operator',
    kindIs('word'),
    expected,
    () => 'A condition begins with a comparison, such as ">= 0.9"; the metric stands before the colon.',
  ),
  row(
    'operator',
    ({ token }) => OPERATOR_SLIPS.has(token.text),
    noComparison,
    ({ token }) => `Write "${OPERATOR_SLIPS.get(token.text) ?? ''}".`,
  ),
  row(
    'operator',
    ({ token }) => /^[=!≠~<>]+$/.test(token.text),
    noComparison,
    () => 'A metric is never compared for equality: write ">=" (at least) or "<=" (at most).',
  ),
  row('operator', anything, noComparison, () => EXAMPLE),
];

const OPERANDS: readonly Hint[] = [
  row(
    'operand',
    ends,
    () => 'A number or "production" is missing here.',
    () => `${EXAMPLE} ${HALF}`,
  ),
  row(
    'operand',
    (found) => found.token.kind === 'word' && nearOperand(found) !== undefined,
    notOperand,
    (found) => `Write "${nearOperand(found) ?? ''}".`,
  ),
  row(
    'operand',
    textIs(['nan', 'inf', 'infinity']),
    notOperand,
    () => 'Write a finite number: nothing can be compared with this one.',
  ),
  row(
    'operand',
    kindIs('word'),
    notOperand,
    () => 'Write a number, or "production" for the version the candidate is compared with.',
  ),
  row('operand', textIs(['=']), strange, () => 'Write ">=" or "<=" without a space inside.'),
  row('operand', textIs(['−', '–', '—']), strange, () => 'Write the plain hyphen "-" as the minus sign.'),
  row('operand', anything, strange, () => 'Write one number or "production" after the comparison.'),
];

const AMOUNTS: readonly Hint[] = [
  row(
    'amount',
    ends,
    () => 'Expected a number after the sign but found nothing.',
    () => `Write an amount such as "production + 0.005" or "production - 1%". ${HALF}`,
  ),
  row(
    'number',
    anything,
    ({ token }) => `${quoted(token.text)} is not followed by a number.`,
    () => 'Write a number such as -0.5.',
  ),
  row(
    'amount',
    anything,
    ({ token }) => `Expected a number after the sign but found ${quoted(token.text)}.`,
    () => 'Write an amount such as "production + 0.005" or "production - 1%".',
  ),
];

const AFTER: readonly Hint[] = [
  row('after', textIs(DISJUNCTIONS), stray, () => NO_OR),
  row('after', textIs(CONJUNCTIONS), stray, () => JOIN),
  row(
    'after',
    kindIs('op'),
    () => 'Two comparisons follow each other.',
    () => 'Join them with "and": ">= 0.9 and <= 0.99".',
  ),
  row(
    'after',
    kindIs('percent'),
    stray,
    () => 'A percentage is always one of production: write ">= production + 10%", or a plain number.',
  ),
  row(
    'after',
    both(kindIs('plus', 'minus'), ({ relative }) => relative),
    stray,
    () => 'Write one amount: "production + 0.015".',
  ),
  row(
    'after',
    kindIs('plus', 'minus'),
    stray,
    () => 'Write one number, or put production first: "production + 0.01".',
  ),
  row(
    'after',
    textIs(['*', '**', '/', 'x', '×']),
    stray,
    () => 'Write a percentage of production: "production + 5%", "production - 5%".',
  ),
  row(
    'after',
    ({ relative }) => relative,
    stray,
    () => 'Only "+" or "-" with a number or a percentage can follow production.',
  ),
];
const LAST = row('after', anything, stray, () => 'End the condition after the number, or go on with "and".');

/** For each place the last one fits anything. */
const HINTS: readonly Hint[] = [...NUMBERS, ...OPERATORS, ...OPERANDS, ...AMOUNTS, ...AFTER];

function row(place: Place, shape: Hint['shape'], sentence: Hint['sentence'], remedy: Hint['remedy']): Hint {
  return { places: [place], shape, sentence, remedy };
}

function numberHint(shape: Hint['shape'], remedy: Hint['remedy']): Hint {
  return { places: ['operand', 'amount'], shape: both(likeNumber, shape), sentence: noNumber, remedy };
}

function startsOperand({ token }: Found): boolean {
  if (['number', 'plus', 'minus'].includes(token.kind) || /^\d/.test(token.text)) return true;
  return token.kind === 'word' && ['production', 'baseline'].includes(token.text);
}

function lower({ token }: Found): string {
  return token.text.toLowerCase();
}

function nearOperand({ token }: Found): string | undefined {
  return nearest(token.text, ['production', 'baseline'])[0];
}

function withoutUnit({ token }: Found): string {
  return WITH_LETTERS().exec(token.text)?.[1] ?? '';
}

function unitOf({ token }: Found): string {
  return WITH_LETTERS().exec(token.text)?.[2] ?? '';
}
