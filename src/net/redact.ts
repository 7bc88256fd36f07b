import { cleanAndCut } from '../text/clean.js';
import { withoutTrailing } from '../text/ends.js';

/** How much of a foreign text a message may quote, in characters. */
const EXCERPT_LENGTH = 300;

/** A URL as it may be printed: without userinfo, query or fragment. */
export function safeUrl(url: string | URL): string {
  const parsed = new URL(url);
  return `${parsed.protocol}//${parsed.host}${withoutTrailing(parsed.pathname, '/')}`;
}

/** Cuts a foreign text to one short line of visible characters. Of a page only the words stay. */
export function excerpt(text: string): string {
  const head = text.slice(0, EXCERPT_LENGTH * 8);
  const words = /^\s*<(!doctype|html)\b/i.test(head)
    ? head
        .replace(/<script\b[^]*?(?:<\/script>|$)/gi, ' ')
        .replace(/<style\b[^]*?(?:<\/style>|$)/gi, ' ')
        .replace(/<[^<>]*>/g, ' ')
    : head;
  return cleanAndCut(words.replace(/\s+/g, ' ').trim(), EXCERPT_LENGTH);
}
