import { take, unexpected } from './answers.js';
import { pageReply } from './schemas.js';
import type { Answer } from './server.js';

export interface Page<Item> {
  /** Reads them: of ten thousand that takes a while. Throws `unexpected-reply`. */
  readonly items: () => readonly Item[];
  /** Null on the last page. */
  readonly next: string | null;
  readonly url: string;
}

/** One page of a list; `read` takes its items out of the answer. Throws where there is none. */
export function pageOf<Item>(answer: Answer, url: string, read: () => readonly Item[]): Page<Item> {
  return { items: read, next: take(answer, pageReply).next_page_token, url };
}

/**
 * Reads page after page; each is asked for before the one in front of it is read. An empty page that promises more, or
 * a token that leads to itself, throws `unexpected-reply`: MLflow 3.1 to 3.13 answer so when they answer nothing
 * (mlflow#23916).
 */
export async function allPages<Item>(page: (token: string | null) => Promise<Page<Item>>): Promise<Item[]> {
  const all: Item[] = [];
  let token: string | null = null;
  let coming: Promise<Page<Item>> | null = page(null);
  while (coming !== null) {
    const { items, next, url }: Page<Item> = await coming;
    const endless = () => unexpected(url, 'it promises more pages and does not go on');
    if (next !== null && next === token) throw endless();
    coming = next === null ? null : page(next);
    if (coming !== null) await sent(coming);
    const read = items();
    if (next !== null && read.length === 0) throw endless();
    for (const item of read) all.push(item);
    token = next;
  }
  return all;
}

/** Until a request has left the process. What becomes of it is told where it is awaited. */
async function sent(request: Promise<unknown>): Promise<void> {
  request.catch(() => undefined);
  await new Promise((resolve) => setImmediate(resolve));
}
