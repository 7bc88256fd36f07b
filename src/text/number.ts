import { withoutTrailing } from './ends.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Shares of the limit at which a bar grows by one cell. */
export const BAR_STEPS = [0, 0.01, 0.03, 0.1, 0.3] as const;

/** A span in milliseconds as a person says it: `4 min`, `3 h`, `12 d`, `5 mo`, `2 y`. Under a minute, or negative: `now`. */
export function age(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) return 'unknown';
  if (milliseconds < MINUTE) return 'now';
  if (milliseconds < HOUR) return `${whole(milliseconds / MINUTE)} min`;
  if (milliseconds < 2 * DAY) return `${whole(milliseconds / HOUR)} h`;
  if (milliseconds < 90 * DAY) return `${whole(milliseconds / DAY)} d`;
  if (milliseconds < 730 * DAY) return `${whole(milliseconds / (30 * DAY))} mo`;
  return `${whole(milliseconds / (365 * DAY))} y`;
}

/** A moment in epoch milliseconds as `2026-11-21 00:44 UTC`; empty when it is none. */
export function minute(epoch: number): string {
  const date = new Date(epoch);
  return Number.isNaN(date.getTime()) ? '' : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/**
 * The room between a value and its limit as a bar around `│`: room to the right, what is missing to the left,
 * one cell more at 0, 1, 3, 10 and 30 % of |limit|. Both are decimal text; the bar only shows, it decides nothing.
 */
export function bar(distance: string, limit: string): string {
  const room = Number(distance);
  const scale = Math.abs(Number(limit));
  const share = scale > 0 ? Math.abs(room) / scale : Math.abs(room) > 0 ? Infinity : 0;
  const cells = BAR_STEPS.filter((step) => share > step || (step > 0 && share === step)).length;
  const full = '█'.repeat(cells);
  const empty = '░'.repeat(BAR_STEPS.length - cells);
  const none = '░'.repeat(BAR_STEPS.length);
  return room < 0 ? `${empty}${full}│${none}` : `${none}│${full}${empty}`;
}

/**
 * A distance with its sign, to three significant digits: it is looked at, not compared. What a double cannot hold
 * stays as it is.
 */
export function signed(decimal: string): string {
  const near = Number(Number(decimal).toPrecision(3));
  const text = near === 0 || !Number.isFinite(near) ? decimal : String(near);
  return text.startsWith('-') ? text : `+${text}`;
}

/** Fewer digits than this save no room. */
const FEWEST_DIGITS = 4;
/** So many tell any two doubles apart (IEEE 754 binary64). */
const MOST_DIGITS = 17;

/**
 * Decimal texts that are read beside each other, rounded to the fewest significant digits, at least four, that keep any
 * two different ones different. Rounding keeps their order (it is monotonic), so that no relation flips and no limit
 * seems met that is not. What doubles cannot tell apart, or hold, stays as it is.
 */
export function readable(decimals: readonly string[]): readonly string[] {
  const distinct = new Set(decimals.map(plainest)).size;
  for (let digits = FEWEST_DIGITS; digits <= MOST_DIGITS; digits += 1) {
    const rounded = decimals.map((decimal) => roundedTo(digits, decimal));
    if (rounded.some((text) => !/\d/.test(text))) return decimals;
    if (new Set(rounded).size === distinct) return rounded;
  }
  return decimals;
}

/** A sentence of ours with its numbers as they are read beside each other. */
export function readableText(text: string): string {
  const found = text.match(NUMBER) ?? [];
  const read = readable(found);
  let at = 0;
  return text.replace(NUMBER, (exact) => read[at++] ?? exact);
}

/** `a - b` of two decimal texts, exactly, with its sign; null where one is no decimal text. */
export function difference(a: string, b: string): string | null {
  const [left, right] = [DECIMAL.exec(a), DECIMAL.exec(b)];
  if (left === null || right === null) return null;
  const places = Math.max(0, placesOf(left), placesOf(right));
  if (places > MOST_PLACES) return null;
  const amount = unitsOf(left, places) - unitsOf(right, places);
  if (amount === 0n) return '0';
  const digits = String(amount < 0n ? -amount : amount).padStart(places + 1, '0');
  const [whole, part] = [digits.slice(0, digits.length - places), digits.slice(digits.length - places)];
  const fraction = withoutTrailing(part, '0');
  return `${amount < 0n ? '-' : '+'}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** `1 gate`, `2 gates`. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

/** A number in a sentence, and no part of a word. */
const NUMBER = /(?<![\w.])-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?!\w)/g;

/** One text for one number: `0.50`, `5e-1` and `0.5` are the same. */
function plainest(decimal: string): string {
  const match = DECIMAL.exec(decimal);
  if (match === null) return decimal;
  const [, sign = '', whole = '', part = ''] = match;
  const digits = `${whole}${part}`.replace(/^0+/, '');
  const shortest = withoutTrailing(digits, '0');
  return shortest === '' ? '0' : `${sign}${shortest}e${digits.length - shortest.length - placesOf(match)}`;
}

/** What stands before the point is never rounded: a count is a count. */
function roundedTo(digits: number, decimal: string): string {
  const value = Number(decimal);
  const before = Math.floor(Math.log10(Math.abs(value))) + 1;
  return String(Number(value.toPrecision(Math.min(Math.max(digits, before, 1), MOST_DIGITS))));
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i;
/** Longer differences are nothing to look at. */
const MOST_PLACES = 40;

/** Digits after the point, the exponent counted in. */
function placesOf([, , , part = '', exponent = '0']: RegExpExecArray): number {
  return part.length - Number(exponent);
}

function unitsOf(match: RegExpExecArray, places: number): bigint {
  const [, sign = '', whole = '', part = ''] = match;
  const units = BigInt(`${whole}${part}`) * 10n ** BigInt(places - placesOf(match));
  return sign === '-' ? -units : units;
}

function whole(value: number): string {
  return String(Math.floor(value));
}
