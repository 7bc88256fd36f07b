import Big from 'big.js';
import type { Operator } from '../../domain/threshold.js';

export type Decimal = Big;

/** A constructor of our own: nobody else's settings reach it. Only exact operations are used (no division). */
const Exact = Big();

/**
 * At or beyond this a double stands for an infinity: SQL stores write ±1.7976931348623157e308 for
 * one (`sqlalchemy_store.py` of every release so far).
 */
const INFINITY_STANDS_AT = 1.79e308;

/** False for NaN, the infinities and the huge numbers that stores write for them. */
export function isFiniteMetric(value: number): boolean {
  return Number.isFinite(value) && Math.abs(value) < INFINITY_STANDS_AT;
}

/**
 * A double as its shortest decimal text that reads back as the same double (ECMA-262, Number::toString), which
 * is what registries and people show. The value must be finite.
 */
export function fromDouble(value: number): Decimal {
  return new Exact(String(value));
}

/** Decimal text as a policy wrote it, exactly. */
export function fromText(text: string): Decimal {
  return new Exact(text);
}

export function holds(left: Decimal, op: Operator, right: Decimal): boolean {
  switch (op) {
    case '>=':
      return left.gte(right);
    case '<=':
      return left.lte(right);
    case '>':
      return left.gt(right);
    case '<':
      return left.lt(right);
  }
}

/** Whether one is that many times the other or more, their signs aside. Nothing is any number of times zero. */
export function apart(a: Decimal, b: Decimal, times: number): boolean {
  if (a.eq(0) || b.eq(0)) return false;
  return a.abs().gte(b.abs().times(times)) || b.abs().gte(a.abs().times(times));
}

/** `percent` % of |base|, exactly: times 0.01 instead of a division, which would round. */
export function percentOf(percent: Decimal, base: Decimal): Decimal {
  return percent.times(base.abs()).times('0.01');
}

/** All digits, never rounded; with an exponent below 1e-6 and from 1e21 on, as JavaScript prints numbers. */
export function print(value: Decimal): string {
  return value.eq(0) ? '0' : value.toString();
}
