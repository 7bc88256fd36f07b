/**
 * A text without the given characters (UTF-16 units) at its end. A regular expression for it, `x+$`, looks at every
 * run of them from each of its characters: quadratic in the length of a run that is not at the end.
 */
export function withoutTrailing(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
