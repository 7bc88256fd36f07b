// V8 builds a table of all of Unicode for each `\p{…}` of an expression that is used. A run uses few of them twice, so
// the tables took a tenth of its time: texts of everyday characters are recognized first, without any.

const EVERYDAY = /^[ -~¡-¬®-ÿ\u2010-\u2027\u2190-\u2193\u2200-\u22FF]*$/;
const ASCII = /^[^\u0080-\uFFFF]*$/;

/** Nothing but printable ASCII, Latin-1 and common signs: each one visible cell that shows itself, composed already. */
export function isEveryday(text: string): boolean {
  return EVERYDAY.test(text);
}

/** True when `[A-Za-z]` is all that `\p{L}` could find. */
export function isAscii(text: string): boolean {
  return ASCII.test(text);
}
