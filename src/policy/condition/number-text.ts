import { quote } from '../../text/quote.js';

/** A decimal as YAML and the threshold language write it; the exponent is its only group. */
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE]([+-]?\d+))?$/;
const LONGEST = 40;
const LARGEST_EXPONENT = 400;

/**
 * Reads decimal text. Numbers are kept as they were written, so that they are compared exactly; only a leading
 * `+` is dropped. The caps (40 characters, exponent 400: more than a double can hold) keep arithmetic small.
 */
export function readNumber(
  source: string,
): { readonly ok: true; readonly value: string } | { readonly ok: false; readonly sentence: string } {
  const match = DECIMAL.exec(source);
  if (match === null)
    return { ok: false, sentence: `${quote(source.slice(0, LONGEST))} is not a decimal number.` };
  if (source.length > LONGEST)
    return { ok: false, sentence: `The number is longer than ${LONGEST} characters.` };
  if (Math.abs(Number(match[1] ?? 0)) > LARGEST_EXPONENT)
    return { ok: false, sentence: `The exponent of ${source} is beyond ${LARGEST_EXPONENT}.` };
  return { ok: true, value: source.replace(/^\+/, '') };
}
