/** Most bytes of a reply's body. Replies are asked for uncompressed, and a compressed one is refused. */
export const BODY_LIMIT = 8 * 1024 * 1024;

/** Most bytes of a reply that lists things. */
export const LIST_LIMIT = 64 * 1024 * 1024;

/** Most levels of arrays and objects in a reply. */
export const JSON_DEPTH = 64;

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

/** A text that was read as JSON, or why it was not. */
export type Parsed = { readonly value: unknown } | { readonly problem: 'too-deep' | 'not-json' };

/** Parses JSON that nests at most 64 deep. A page may hold as many brackets: only what starts as JSON is too deep. */
export function parseJson(text: string): Parsed {
  if (/^\s*[[{]/.test(text) && nestsTooDeep(text)) return { problem: 'too-deep' };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { problem: 'not-json' };
  }
}

function nestsTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    if (depth > JSON_DEPTH) return true;
  }
  return false;
}

/** Where the string that starts at `start` closes; the text's length when it does not. */
function endOfString(text: string, start: number): number {
  for (let from = start + 1; ;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return text.length;
    let slash = quote - 1;
    while (text[slash] === '\\') slash -= 1;
    if ((quote - slash) % 2 === 1) return quote;
    from = quote + 1;
  }
}
