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

/** Files and folders of the repository that a page names in code, `__tests__/promotion/kit.ts` or `src/gates/`. */
function filesNamedIn(page: string): string[] {
  return read(page).match(/(?<=`)(?:src|__tests__|scripts|docs|schemas|examples)\/[\w./-]*(?=`)/g) ?? [];
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

  it('reach every page of docs: users from README, contributors from CONTRIBUTING', () => {
    const linked = ['README.md', 'CONTRIBUTING.md'].flatMap(linksOf).map((link) => link.split('#')[0]);
    const found = (page: string) =>
      linked.includes(page) || linked.some((link) => link?.endsWith('/') === true && page.startsWith(link));
    expect(list('docs/**/*.md').filter((page) => !found(page))).toEqual([]);
  });
});

describe('files that a page names', () => {
  it('are found', () => {
    expect(filesNamedIn('docs/extending.md').length).toBeGreaterThan(20);
  });

  it.each(pages)('in %s are there', (page) => {
    const gone = filesNamedIn(page).filter((path) => !existsSync(new URL(path, ROOT)));
    expect(gone).toEqual([]);
  });
});
