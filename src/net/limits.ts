/** Most bytes of a reply's body. Replies are asked for uncompressed, and a compressed one is refused. */
export const BODY_LIMIT = 8 * 1024 * 1024;

/** Most bytes of a reply that lists things. */
export const LIST_LIMIT = 64 * 1024 * 1024;

/** Most objects and lists of a reply: so many take some hundred megabytes, however few bytes they were. */
const MOST_PARTS = 2_000_000;

/** Whether a JSON text would become more than can be held. Short ones cannot. */
export function hasTooManyParts(json: string): boolean {
  if (json.length < MOST_PARTS) return false;
  let parts = 0;
  for (const opening of ['{', '['])
    for (let at = json.indexOf(opening); at >= 0; at = json.indexOf(opening, at + 1)) parts += 1;

  return parts > MOST_PARTS;
}

/** Reads a body as UTF-8 text; null as soon as it is larger than `limit` bytes. */
export async function readText(body: AsyncIterable<Uint8Array>, limit: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size).toString('utf8');
}
