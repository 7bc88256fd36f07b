/** Most bytes of a reply's body. Replies are asked for uncompressed, and a compressed one is refused. */
export const BODY_LIMIT = 8 * 1024 * 1024;

/** Most bytes of a reply that lists things. */
export const LIST_LIMIT = 64 * 1024 * 1024;

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
