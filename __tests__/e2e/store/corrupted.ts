// Loaded by Jest and by plain Node: nothing of Jest here.

const PAGE = 4096;

/** The same numbers for the same seed (a linear congruential generator, Numerical Recipes). */
function random(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Random = ReturnType<typeof random>;

function scatter(bytes: Buffer, next: Random, count: number, from: number, length: number): void {
  for (let at = 0; at < count; at += 1) bytes[from + next(length)] = next(256);
}

/** Some page but the first. */
const somePage = (bytes: Buffer, next: Random): number =>
  PAGE * (1 + next(Math.floor(bytes.length / PAGE) - 1));

/** Each changes a copy, or gives another. */
const KINDS: Readonly<Record<string, (bytes: Buffer, next: Random) => Buffer>> = {
  'a few bytes': (bytes, next) => {
    scatter(bytes, next, 1 + next(8), 100, bytes.length - 100);
    return bytes;
  },
  'many bytes': (bytes, next) => {
    scatter(bytes, next, 2_000, 100, bytes.length - 100);
    return bytes;
  },
  'the header': (bytes, next) => {
    scatter(bytes, next, 1 + next(4), 16, 84);
    return bytes;
  },
  'a page of zeros': (bytes, next) => {
    const from = somePage(bytes, next);
    return bytes.fill(0, from, from + PAGE);
  },
  'a page in place of another': (bytes, next) => {
    const from = somePage(bytes, next);
    bytes.copy(bytes, somePage(bytes, next), from, from + PAGE);
    return bytes;
  },
  'cut short': (bytes, next) => bytes.subarray(0, 100 + next(bytes.length - 100)),
  // The head of a page: its kind, how many cells it has, and where they are.
  pointers: (bytes, next) => {
    for (let at = 0; at < 5; at += 1) scatter(bytes, next, 4, somePage(bytes, next), 40);
    return bytes;
  },
  text: (bytes, next) => {
    const word = ['Production', 'accuracy', 'READY', 'FINISHED', 'None'][next(5)] ?? '';
    const found = bytes.indexOf(word, next(bytes.length / 2));
    if (found >= 0) scatter(bytes, next, 1 + next(3), found, 5);
    return bytes;
  },
};

/** A copy of a store with one kind of damage; the same for the same number. */
export function corrupted(sound: Buffer, number: number): { readonly what: string; readonly bytes: Buffer } {
  const names = Object.keys(KINDS);
  const what = names[number % names.length] ?? '';
  const bytes = Buffer.from(sound);
  return { what, bytes: KINDS[what]?.(bytes, random(number)) ?? bytes };
}
