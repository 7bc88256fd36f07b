import { unexpected } from './answers.js';

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Null on the last page. */
  readonly next: string | null;
  readonly url: string;
}

/**
 * Reads page after page. An empty page that promises more, or a token that leads to itself, throws
 * `unexpected-reply`: MLflow 3.1 to 3.13 answer so when they answer nothing (mlflow#23916).
 */
export async function allPages<Item>(page: (token: string | null) => Promise<Page<Item>>): Promise<Item[]> {
  const all: Item[] = [];
  let token: string | null = null;
  do {
    const { items, next, url }: Page<Item> = await page(token);
    if (next !== null && (items.length === 0 || next === token))
      throw unexpected(url, 'it promises more pages and does not go on');
    for (const item of items) all.push(item);
    token = next;
  } while (token !== null);
  return all;
}
