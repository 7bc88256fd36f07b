import MarkdownIt from 'markdown-it';

/** What GitHub would make of a piece of Markdown, as far as it concerns text that must stay text. */

const markdown = new MarkdownIt({ html: true, linkify: true });

/** Runs of text as the filters after Markdown see them: not joined over tags. */
export interface TextNode {
  readonly text: string;
  /** Nothing in code becomes a link, a mention, a reference, an emoji or a formula. */
  readonly inCode: boolean;
}

export interface Rendered {
  readonly blocks: readonly string[];
  readonly inlines: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  readonly nodes: readonly TextNode[];
  readonly text: string;
  /** Where its links lead. */
  readonly links: readonly string[];
}

/** Renders and takes apart. Tags are names of raw HTML, with a slash for closing ones. */
export function rendered(source: string): Rendered {
  const blocks: string[] = [];
  const inlines = new Set<string>();
  const tags = new Set<string>();
  const nodes: TextNode[] = [];
  const links: string[] = [];
  const raw = (html: string): void => {
    for (const [, tag = ''] of html.matchAll(/<(\/?[a-z0-9]+|!)/gi)) tags.add(tag.toLowerCase());
  };
  for (const token of markdown.parse(source, {})) {
    blocks.push(token.type);
    if (token.type === 'html_block') raw(token.content);
    for (const child of token.children ?? []) {
      // Neighbouring text is one token already; between two of them there is always a tag.
      if (child.type === 'text') nodes.push({ text: child.content, inCode: false });
      else if (child.type === 'code_inline') nodes.push({ text: child.content, inCode: true });
      else if (child.type === 'html_inline') raw(child.content);
      else inlines.add(child.type);
      if (child.type === 'link_open') links.push(String(child.attrGet('href')));
    }
  }
  return { blocks, inlines, tags, nodes, text: nodes.map((node) => node.text).join(''), links };
}

/**
 * On decoded text: mentions, references, commits, emoji, formulas (of which a single dollar beside code is half), and
 * GFM's own autolinks by e-mail address and by scheme.
 */
const FILTERS = [
  /(?:^|\W)@[a-z0-9]/i,
  /#\d/,
  /(?:^|\W)gh-\d/i,
  /(?:^|[({@\s[])[0-9a-f]{7,40}\b/,
  /:[a-z0-9_+-]+:/,
  /\$/,
  /[a-z0-9._+-]@[a-z0-9]/i,
  /[a-z]:\/\//i,
];

/** What GitHub would link or replace in it. */
export function linkish({ nodes }: Rendered): readonly string[] {
  return nodes
    .filter(({ text, inCode }) => !inCode && FILTERS.some((pattern) => pattern.test(text)))
    .map(({ text }) => text);
}
