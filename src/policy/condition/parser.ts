import { plainForm } from '../../text/look-alike.js';
import { quote } from '../../text/quote.js';
import { OPERATORS, type Comparison, type Offset, type Operand } from '../../domain/threshold.js';
import { at, hint, signedAmount, type Place } from './hints.js';
import { tokenize, type Token } from './lexer.js';
import type { Mistake } from '../document/mistake.js';
import { readNumber } from './number-text.js';

const LONGEST = 500;

/** A parsed condition, or everything wrong with it; positions are offsets into the condition. */
export type ConditionReading =
  | { readonly ok: true; readonly comparisons: readonly Comparison[] }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** Part of a condition, or the first thing wrong with it. */
type Parsed<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly mistake: Mistake };

/** The tokens of one clause; there is always one more, the `and` or the end that closes it. */
class Cursor {
  readonly #tokens: readonly Token[];
  readonly #close: Token;
  #at = 0;

  constructor(tokens: readonly Token[], close: Token) {
    this.#tokens = tokens;
    this.#close = close;
  }

  peek(): Token {
    return this.#tokens[this.#at] ?? this.#close;
  }

  take(): Token {
    const token = this.peek();
    this.#at += 1;
    return token;
  }
}

/**
 * Parses `op operand { "and" op operand }`, where an operand is a number or `production` (synonym `baseline`)
 * with an amount or a percentage added or taken away. After a mistake it goes on at the next `and`, so that
 * every clause is heard. Never throws.
 */
export function parseCondition(text: string): ConditionReading {
  if (text.length > LONGEST) {
    const sentence = `The condition is longer than ${LONGEST} characters.`;
    return { ok: false, mistakes: [{ start: 0, end: 1, sentence, remedy: 'Write a shorter one.' }] };
  }
  const comparisons: Comparison[] = [];
  const mistakes: Mistake[] = [];
  let tokens: Token[] = [];
  for (const token of tokenize(text)) {
    if (token.kind !== 'and' && token.kind !== 'end') {
      tokens.push(token);
      continue;
    }
    const read = clause(tokens, token, text);
    if (read.ok) comparisons.push({ op: read.op, operand: read.operand });
    else mistakes.push(read.mistake);
    tokens = [];
  }
  if (mistakes.length === 0) return { ok: true, comparisons };
  const lookAlike = notPlain(text);
  return { ok: false, mistakes: lookAlike === null ? mistakes : [lookAlike] };
}

/** A condition that is right but for characters that only look like plain ones, such as those of full width. */
function notPlain(text: string): Mistake | null {
  const plain = plainForm(text);
  if (plain === text || !parseCondition(plain).ok) return null;
  const sentence = 'The condition has characters that only look like those of a comparison.';
  return { start: 0, end: text.length, sentence, remedy: `Write ${quote(plain)}.` };
}

function clause(tokens: readonly Token[], close: Token, text: string): Parsed<Comparison> {
  const cursor = new Cursor(tokens, close);
  const first = cursor.take();
  const op = OPERATORS.find((known) => first.kind === 'op' && known === first.text);
  if (op === undefined) {
    const clause = text.slice(first.start, tokens.at(-1)?.end);
    const lacksOnlyOperator = isOperand(new Cursor(tokens, close), close);
    return {
      ok: false,
      mistake: hint('operator', { token: first, clause, lacksOnlyOperator, relative: false }),
    };
  }
  const read = operand(cursor);
  if (!read.ok) return read;
  const rest = cursor.peek();
  const relative = read.operand.kind === 'baseline';
  return rest === close
    ? { ok: true, op, operand: read.operand }
    : { ok: false, mistake: misplaced('after', rest, relative) };
}

function isOperand(cursor: Cursor, close: Token): boolean {
  return operand(cursor).ok && cursor.peek() === close;
}

function misplaced(place: Place, token: Token, relative = false): Mistake {
  return hint(place, { token, clause: '', lacksOnlyOperator: false, relative });
}

function operand(cursor: Cursor): Parsed<{ readonly operand: Operand }> {
  const token = cursor.take();
  if (token.kind === 'word' && (token.text === 'production' || token.text === 'baseline')) {
    const read = offset(cursor);
    return read.ok ? { ok: true, operand: { kind: 'baseline', offset: read.offset } } : read;
  }
  const signed = token.kind === 'plus' || token.kind === 'minus';
  const digits = signed ? cursor.take() : token;
  if (digits.kind !== 'number')
    return { ok: false, mistake: signed ? misplaced('number', token) : misplaced('operand', digits) };
  const read = number(digits, signed ? token.text : '');
  return read.ok ? { ok: true, operand: { kind: 'number', value: read.value } } : read;
}

function offset(cursor: Cursor): Parsed<{ readonly offset: Offset | null }> {
  const { kind } = cursor.peek();
  if (kind !== 'plus' && kind !== 'minus') return { ok: true, offset: null };
  const sign = cursor.take();
  const token = cursor.take();
  if (token.kind === 'plus' || token.kind === 'minus') {
    const after = cursor.take();
    const amount = after.kind === 'number' ? after.text : '';
    return {
      ok: false,
      mistake: signedAmount(sign, token, `${amount}${cursor.peek().kind === 'percent' ? '%' : ''}`),
    };
  }
  if (token.kind !== 'number') return { ok: false, mistake: misplaced('amount', token, true) };
  const amount = number(token, '');
  if (!amount.ok) return amount;
  const percent = cursor.peek().kind === 'percent';
  if (percent) cursor.take();
  const unit = percent ? 'percent' : 'absolute';
  return { ok: true, offset: { sign: kind === 'plus' ? '+' : '-', amount: amount.value, unit } };
}

function number(token: Token, sign: string): Parsed<{ readonly value: string }> {
  const read = readNumber(`${sign}${token.text}`);
  return read.ok
    ? { ok: true, value: read.value }
    : {
        ok: false,
        mistake: at(token, read.sentence, 'Write a plain decimal number, such as 0.92, 120 or 1e-3.'),
      };
}
