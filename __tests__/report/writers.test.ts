import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Block, Body, Item, Phrase } from '../../src/report/document.js';
import { writeMarkdown } from '../../src/report/markdown.js';
import { writeText } from '../../src/report/text.js';
import { hostileText } from '../text/arbitraries.js';
import { linkish, rendered } from '../text/github-markdown.js';
import { cleanAndCut } from '../../src/text/clean.js';

const CODE = { link: [{ name: 'a-code' }], url: null };
const ITEM: Item = {
  mark: { icon: '⚠️', mark: '!' },
  text: ['Read ', { name: 'a b' }, ' first'],
  excerpt: [],
  remedy: '',
  state: null,
  code: null,
};

function markdown(...bodies: readonly Body[]): string {
  return writeMarkdown(bodies.map(named), 10_000, '').trimEnd();
}

function text(...bodies: readonly Body[]): string {
  return writeText(bodies.map(named), 10_000, '')
    .map(({ title, lines }) => [...(title === null ? [] : [`[${title}]`]), ...lines].join('\n'))
    .join('\n\n');
}

function named(body: Body): Block {
  return { name: 'x', importance: 1, ...body };
}

function table(columns: readonly Phrase[] | null, ...rows: readonly Phrase[]): Body {
  return { kind: 'table', title: null, columns, rows: rows.map((row) => [[row], []]), note: null };
}

describe.each<readonly [string, Body, string, string]>([
  [
    'a heading',
    {
      ...{ kind: 'heading', icon: '✅', label: 'Promoted', subject: [{ name: 'churn' }] },
      sentence: ['Version ', { name: '7' }, ' is in.'],
    },
    '## ✅ Promoted · `churn`\n\n<strong>Version `7` is in.</strong>',
    '✅ PROMOTED · Version 7 is in.',
  ],
  [
    'a paragraph that brings lines along',
    {
      ...{ kind: 'paragraph', about: { icon: '➡️', mark: '➡', label: 'Next' } },
      ...{ text: ['Say `so`, ', { name: 'a b' }, '.'], excerpt: ['  x'] },
    },
    '➡️ <strong>Next:</strong> Say `so`, `a b`.\n\n<pre> &#32;x</pre>',
    '➡ Next: Say `so`, "a b".\n  │   x',
  ],
  [
    'a table with names in its head and a cell without lines',
    table([['A\u00A0', { name: 'b|c' }], ['D']], ['x ', { strong: [{ name: 'a b' }] }]),
    '| A&nbsp;`b\\|c` | D |\n| --- | --- |\n| x **`a b`** | – |',
    '  A b|c  D\n  x a b  -',
  ],
  [
    'a table without a head',
    table(null, [{ small: ['on ', { name: 'x' }] }]),
    '|  |  |\n| --- | --- |\n| <sub>on `x`</sub> | – |',
    '  on x  -',
  ],
  [
    'a link, and one that leads nowhere',
    table([['L'], ['M']], [{ link: [{ name: 'a|b' }], url: 'https://x.example/#/a|b' }, ' ', CODE]),
    '| L | M |\n| --- | --- |\n| [`a\\|b`](https://x.example/#/a%7Cb) `a-code` | – |',
    '  L           M\n  a|b a-code  -',
  ],
  [
    'a room',
    table([['R'], ['S']], [{ distance: '-0.004', limit: '0.925' }]),
    '| R | S |\n| --- | --- |\n| `░░░░█│░░░░░`<br>-0.004 | – |',
    '  R                   S\n  ░░░░█│░░░░░ -0.004  -',
  ],
  [
    'a list',
    { kind: 'list', title: 'Moves', each: null, items: [{ ...ITEM, state: 'done' }] },
    '**Moves**\n\n- ⚠️ Read `a b` first — done',
    'Moves:\n  ! Read "a b" first (done)',
  ],
  [
    'a list that says each time what it lists',
    {
      ...{ kind: 'list', title: 'Warnings', each: 'Warning' },
      items: [{ ...ITEM, excerpt: ['  ^'], remedy: 'Do it.\n  more', code: CODE }],
    },
    '**Warnings**\n\n- ⚠️ Read `a b` first Do it. ⏎ more (`a-code`)\n\n<pre> &#32;&#94;</pre>',
    '! Warning: Read "a b" first\n  │   ^\n  → Do it.\n  │   more',
  ],
  [
    'what is folded',
    {
      ...{ kind: 'folded', title: 'Facts' },
      groups: [
        {
          title: ['Version ', { name: '7' }],
          facts: [
            { label: 'Run', values: [[{ name: 'a' }], [{ name: 'b c' }]] },
            { label: { name: 'team' }, values: [[{ name: 'risk' }]] },
          ],
        },
      ],
    },
    '<details><summary>Facts</summary>\n\n**Version `7`**\n\n- Run: `a`, `b c`\n- `team` = `risk`\n\n</details>',
    '[Facts]\nVersion 7\n  · Run   a, b c\n  · team  risk',
  ],
  [
    'what is folded in several groups',
    {
      ...{ kind: 'folded', title: 'Facts' },
      groups: ['7', '8'].map((name) => ({ title: [{ name }], facts: [{ label: 'Run', values: [['a']] }] })),
    },
    '<details><summary>Facts</summary>\n\n**`7`**\n\n- Run: a\n\n**`8`**\n\n- Run: a\n\n</details>',
    '[Facts]\n7\n  · Run  a\n8\n  · Run  a',
  ],
])('%s', (_, body, page, log) => {
  it('in Markdown', () => {
    expect(markdown(body)).toBe(page);
  });

  it('in a log', () => {
    expect(text(body)).toBe(log);
  });
});

describe('Markdown', () => {
  it.each<readonly [string, Phrase]>([
    ['`a`<wbr>`b`', [{ name: 'a' }, { name: 'b' }]],
    ['`$`<wbr>`a`<wbr>`$`', ['$', { name: 'a' }, '$']],
    ['**`a`**`b`', [{ strong: [{ name: 'a' }] }, { name: 'b' }]],
  ])('writes %j with its names apart', (expected, phrase) => {
    const paragraph: Body = { kind: 'paragraph', about: null, text: phrase, excerpt: [] };
    expect(markdown(paragraph)).toBe(expected);
  });

  it('shows any name in any place as it is', () => {
    fc.assert(
      fc.property(hostileText, (name) => {
        const phrase = [{ name }];
        const blocks: readonly Body[] = [
          { kind: 'heading', icon: '✅', label: 'L', subject: phrase, sentence: phrase },
          table(
            [phrase, ['C']],
            phrase,
            [{ strong: phrase }],
            [{ small: phrase }],
            ['x $5 ', ...phrase, '$y'],
          ),
          { kind: 'list', title: 'T', each: null, items: [{ ...ITEM, text: phrase }] },
        ];
        const page = rendered(`${markdown(...blocks)}\n`);
        const shown = cleanAndCut(name, 100) || ' ';
        const cell = cleanAndCut(name, 200) || ' ';
        const codes = page.nodes.filter(({ inCode }) => inCode).map((node) => node.text);
        expect(codes).toEqual([shown, shown, cell, cell, cell, cell, '$5', cell, '$y', shown]);
        expect(linkish(page)).toEqual([]);
      }),
    );
  });
});
