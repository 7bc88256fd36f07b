import { best, LITERALS, PIECES, search, wordsIn } from '../__tests__/harness/expressions.js';

const LENGTH = 12_000;

/** How long an expression takes on the text that it takes longest on, and on twice of it. Milliseconds. */
export interface ExpressionTime {
  readonly file: string;
  readonly literal: string;
  readonly single: number;
  readonly double: number;
}

/** Every regular expression of src over hostile text, the slowest first. */
export function expressionTimes(): readonly ExpressionTime[] {
  return LITERALS.map(([file, literal]) => ({ file, literal, ...slowest(literal) })).sort(
    (a, b) => b.double - a.double,
  );
}

function slowest(literal: string): { single: number; double: number } {
  const work = search(literal);
  const times = [...PIECES, ...wordsIn(literal)].map((piece) => {
    const textOf = (length: number) => `x${piece.repeat(Math.ceil(length / piece.length))} !`;
    return { single: best(work, textOf(LENGTH)), double: best(work, textOf(2 * LENGTH)) };
  });
  return times.reduce((worst, time) => (time.double > worst.double ? time : worst));
}
