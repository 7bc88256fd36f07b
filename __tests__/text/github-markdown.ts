import MarkdownIt from 'markdown-it';

/** What GitHub would make of a piece of Markdown, as far as it concerns text that must stay text. */

const markdown = new MarkdownIt({ html: true, linkify: true });

/** Runs of text as the filters after Markdown see them: not joined over tags. */
export interface TextNode {
  readonly text: string;
  /** Filters for mentions, references, commits and emoji pass over code. */
  readonly inCode: boolean;
}

export interface Rendered {
  readonly blocks: readonly string[];
  readonly inlines: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  readonly nodes: readonly TextNode[];
  readonly text: string;
}

/** Renders and takes apart. Tags are names of raw HTML, with a slash for closing ones. */
export function rendered(source: string): Rendered {
  const blocks: string[] = [];
  const inlines = new Set<string>();
  const tags = new Set<string>();
  const nodes: TextNode[] = [];
  let inCode = false;
  const raw = (html: string): void => {
    for (const [, tag = ''] of html.matchAll(/<(\/?[a-z0-9]+|!)/gi)) tags.add(tag.toLowerCase());
    if (/^<\/?code>$/.test(html)) inCode = html === '<code>';
  };
  for (const token of markdown.parse(source, {})) {
    blocks.push(token.type);
    if (token.type === 'html_block') raw(token.content);
    for (const child of token.children ?? []) {
      // Neighbouring text is one token already; between two of them there is always a tag.
      if (child.type === 'text') nodes.push({ text: child.content, inCode });
      else if (child.type === 'html_inline') raw(child.content);
      else inlines.add(child.type);
    }
  }
  return { blocks, inlines, tags, nodes, text: nodes.map((node) => node.text).join('') };
}

/** Outside code, on decoded text: mentions, references, commits, emoji. */
const FILTERS = [
  /(?:^|\W)@[a-z0-9]/i,
  /#\d/,
  /(?:^|\W)gh-\d/i,
  /(?:^|[({@\s[])[0-9a-f]{7,40}\b/,
  /:[a-z0-9_+-]+:/,
  /\$[^ $][^$]*\$/,
];
/** Everywhere, also in code: GFM's own autolinks by e-mail address and by scheme. */
const AUTOLINKS = [/[a-z0-9._+-]@[a-z0-9]/i, /[a-z]:\/\//i];

/** What GitHub would link or replace in it. */
export function linked({ nodes }: Rendered): readonly string[] {
  const found = (text: string, patterns: readonly RegExp[]): boolean =>
    patterns.some((pattern) => pattern.test(text));
  return nodes
    .filter((node) => found(node.text, AUTOLINKS) || (!node.inCode && found(node.text, FILTERS)))
    .map((node) => node.text);
}
