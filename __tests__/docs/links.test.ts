import { existsSync, statSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import MarkdownIt from 'markdown-it';
import { list, read, ROOT } from './files.js';

const pages = list('*.md', 'docs/**/*.md');
const parser = new MarkdownIt({ html: true });

function linksOf(page: string): string[] {
  return parser
    .parse(read(page), {})
    .flatMap((token) => token.children ?? [])
    .flatMap((token) => token.attrGet(token.type === 'image' ? 'src' : 'href') ?? [])
    .map(String);
}

/** The anchors GitHub gives to a page's headings. */
function anchorsOf(url: URL): string[] {
  const tokens = parser.parse(read(url.href.slice(ROOT.href.length)), {});
  return tokens.flatMap((token, index) =>
    token.type === 'heading_open'
      ? [
          (tokens[index + 1]?.content ?? '')
            .toLowerCase()
            .replace(/[^\p{L}\p{N} _-]/gu, '')
            .replaceAll(' ', '-'),
        ]
      : [],
  );
}

/** What is wrong with a link, or null. */
function problem(page: string, link: string): string | null {
  if (link.startsWith('https://')) return null;
  const url = new URL(link, new URL(page, ROOT));
  const anchor = decodeURIComponent(url.hash.slice(1));
  url.hash = '';
  if (!url.href.startsWith(ROOT.href)) return `${link} leaves the repository`;
  if (!existsSync(url)) return `${link} does not exist`;
  if (anchor === '' || statSync(url).isDirectory()) return null;
  return anchorsOf(url).includes(anchor) ? null : `${link} has no such heading`;
}

describe('links', () => {
  it('are found', () => {
    expect(linksOf('README.md').length).toBeGreaterThan(10);
  });

  it.each(pages)('of %s lead somewhere', (page) => {
    expect(linksOf(page).flatMap((link) => problem(page, link) ?? [])).toEqual([]);
  });

  it('that lead nowhere are noticed', () => {
    expect(problem('README.md', 'docs/nowhere.md')).toBe('docs/nowhere.md does not exist');
    expect(problem('README.md', 'docs/thresholds.md#nowhere')).toMatch('no such heading');
    expect(problem('docs/runners.md', '../../outside.md')).toMatch('leaves the repository');
  });

  it('from README reach every page of docs', () => {
    const linked = linksOf('README.md').map((link) => link.split('#')[0]);
    expect(list('docs/**/*.md').filter((page) => !linked.includes(page))).toEqual([]);
  });
});
