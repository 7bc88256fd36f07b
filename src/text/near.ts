import { plainForm } from './look-alike.js';

/** Longer words are not measured: the cost grows with the square of the length, and nobody mistypes them. */
const LONGEST = 100;
const MOST_CANDIDATES = 5000;

/**
 * The candidates a mistyped word most likely meant, nearest first, letter case and look-alikes ignored. A candidate that
 * begins with the word (`prod`, `production`), or the other way round, counts as near.
 */
export function nearest(word: string, candidates: Iterable<string>, max = 3): string[] {
  const found: { readonly candidate: string; readonly score: number }[] = [];
  let seen = 0;
  for (const candidate of candidates) {
    seen += 1;
    if (seen > MOST_CANDIDATES) break;
    const score = closeness(word, candidate);
    if (score !== null) found.push({ candidate, score });
  }
  return found
    .sort((a, b) => a.score - b.score)
    .slice(0, max)
    .map(({ candidate }) => candidate);
}

/** Whether two words differ by one letter, by two swapped ones, or in upper and lower case alone. */
export function isSlip(a: string, b: string): boolean {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  if (Math.max(left.length, right.length) > LONGEST || Math.abs(left.length - right.length) > 1) return false;
  return a !== b && distance(left, right) <= 1;
}

/** How far a candidate is from the word; null when too far to be a slip of the hand. */
function closeness(word: string, candidate: string): number | null {
  const a = plainForm(word).toLowerCase();
  const b = plainForm(candidate).toLowerCase();
  if (a === b) return 0;
  if (a === '' || b === '' || a.length > LONGEST || b.length > LONGEST) return null;
  if (Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a))) return 1;
  const limit = Math.max(1, Math.floor(Math.max(a.length, b.length) / 3));
  if (Math.abs(a.length - b.length) > limit) return null;
  const measured = distance(a, b);
  return measured <= limit ? measured : null;
}

/**
 * Optimal string alignment distance: the fewest insertions, deletions, substitutions and swaps of two
 * neighbours that turn one word into the other (Damerau 1964, restricted form).
 */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(at(rows, i - 1, j) + 1, (row[j - 1] ?? 0) + 1, at(rows, i - 1, j - 1) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, at(rows, i - 2, j - 2) + 1);
      row.push(best);
    }
    rows.push(row);
  }
  return at(rows, a.length, b.length);
}

function at(rows: readonly (readonly number[])[], i: number, j: number): number {
  return rows[i]?.[j] ?? Infinity;
}
