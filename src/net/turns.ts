/** Runs work as soon as it is its turn; what comes first is first. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/** Lets at most so many pieces of work be under way at once. */
export function takeTurns(most: number): Turns {
  let free = most;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
