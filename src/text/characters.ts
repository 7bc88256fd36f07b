// V8 builds a table of all of Unicode for each `\p{…}` that it reads, even in code that never runs. A run uses few of
// them twice, so the tables took a tenth of its time: texts of everyday characters are recognized first, without any, and
// an expression that needs tables is made of a string when a text asks for it.

const EVERYDAY = /^[ -~¡-¬®-ÿ\u2010-\u2027\u2190-\u2193\u2200-\u22FF]*$/;
const ASCII = /^[^\u0080-\uFFFF]*$/;

/** Nothing but printable ASCII, Latin-1 and common signs: each one visible cell that shows itself, composed already. */
export function isEveryday(text: string): boolean {
  return EVERYDAY.test(text);
}

/** An expression with `\p{…}`, made when it is first used. */
export function onUse(source: string, flags: string): () => RegExp {
  let made: RegExp | null = null;
  return () => (made ??= new RegExp(source, flags));
}

/** True when `[A-Za-z]` is all that `\p{L}` could find. */
export function isAscii(text: string): boolean {
  return ASCII.test(text);
}
