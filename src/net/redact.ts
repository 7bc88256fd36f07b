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

/** Takes known secrets out of a text that a server sent back. */
export type Scrub = (text: string) => string;

/** A scrubber for these secrets, raw and as URLs, JSON and HTML write them. Longest first, so that no part stays. */
export function createScrub(secrets: readonly string[]): Scrub {
  const forms = [...new Set(secrets.flatMap(formsOf))]
    .filter((form) => form !== '')
    .sort((a, b) => b.length - a.length);
  return (text) => forms.reduce((clean, form) => clean.replaceAll(form, '***'), text);
}

function formsOf(secret: string): readonly string[] {
  const url = encodeURIComponent(secret.toWellFormed());
  const json = JSON.stringify(secret).slice(1, -1);
  const html = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const quoted = html.replaceAll('"', '&#34;').replaceAll("'", '&#39;');
  const named = html.replaceAll('"', '&quot;').replaceAll("'", '&#x27;');
  return [secret, url, json, html, quoted, named];
}
