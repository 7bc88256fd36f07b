import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanAndCut } from '../../src/text/clean.js';
import {
  code,
  forLog,
  forMarkdown,
  forOutput,
  inCell,
  joined,
  linked,
  nameForOutput,
  preformatted,
  prose,
  unwritable,
} from '../../src/text/escape.js';
import { hostileText } from './arbitraries.js';
import { linkish, rendered, type Rendered } from './github-markdown.js';
import { HOSTILE } from './hostile.js';
import { commandsIn } from '../harness/runner-commands.js';

const RUNS = { numRuns: 500 };
const OURS = new Set(['wbr']);

describe('the reader of commands', () => {
  it.each([
    ['##[set-output name=a]b', ['set-output']],
    ['before ##[add-mask]e', ['add-mask']],
    ['  ::error title=x::y', ['error']],
    ['text ::error::y', []],
    ['##[nonsense]x', []],
  ])('finds in %j the commands %j', (line, commands) => {
    expect(commandsIn(line)).toEqual(commands);
  });
});

describe('forLog', () => {
  it.each([
    ['accuracy', 'accuracy'],
    ['x ##[set-output name=promoted]true', 'x #\u200b#[set-output name=promoted]true'],
    ['::error::x', ':\u200b:error::x'],
    ['models:/churn/7', 'models:/churn/7'],
    ['a\n::error::x', 'a ⏎ ::error::x'],
  ])('prints %j as %j', (text, expected) => {
    expect(forLog(text)).toBe(expected);
  });

  it('forms no command, alone after our mark or where two fragments meet', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (one, two) => {
        const lines = [`· ${forLog(one)}`, `· ${forLog(one)}${forLog(two)}`, forLog(one)];
        expect(lines.flatMap(commandsIn)).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('linked', () => {
  it.each([
    ['https://x.example', 'https://x.example/'],
    ['http://x.example:5000/a b/#/models/c?d=1&e', 'http://x.example:5000/a%20b/#/models/c?d=1&amp;e'],
    ['http://[::1]:5000/#/x', 'http://[::1]:5000/#/x'],
    ['https://x.example/a_(b)*[c]|`$!', 'https://x.example/a_%28b%29%2A%5Bc%5D%7C%60%24%21'],
    ['https://münchen.example/ü', 'https://xn--mnchen-3ya.example/%C3%BC'],
  ])('leads to %s', (address, target) => {
    expect(linked('`7`', address)).toBe(`[\`7\`](${target})`);
    expect(rendered(linked('`7`', address)).links).toEqual([target.replaceAll('&amp;', '&')]);
  });

  it.each([
    null,
    '',
    'churn',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '//x.example',
    'https://user:secret@x.example/',
    'https://token@x.example/',
    'https://a(b)c/',
    'https://',
    `https://x.example/${'a'.repeat(2_000)}`,
  ])('leads nowhere for %j', (address) => {
    expect(linked('`7`', address)).toBe('`7`');
  });

  it('leads to its own host or nowhere, whatever the address', () => {
    const addresses = fc.oneof(
      hostileText,
      hostileText.map((text) => `https://x.example/${text}`),
      hostileText.map((text) => `https://${text}/`),
    );
    fc.assert(
      fc.property(hostileText, addresses, (text, address) => {
        const { links, inlines, nodes } = rendered(`x ${linked(code(text), address)} y`);
        expect(nodes.map((node) => node.inCode)).toEqual([false, true, false]);
        expect([...inlines].filter((inline) => !inline.startsWith('link_'))).toEqual([]);
        const hosts = links.map((link) => new URL(link).host);
        expect(hosts).toEqual(links.length === 0 ? [] : [new URL(address).host]);
      }),
      RUNS,
    );
  });
});

describe('nameForOutput', () => {
  it.each(['churn', 'chu\u200brn', 'e\u0301', '\u202echurn', 'a b', 'ü', '👩\u200d🔬', ' a'])(
    'says %j as it is',
    (name) => {
      expect(nameForOutput(name)).toBe(name);
      expect(unwritable(name)).toBeNull();
    },
  );

  it.each([
    ['a\nb', 'U+000A'],
    ['a\u0000', 'U+0000'],
    ['a\u0085b', 'U+0085'],
    ['a\u2028b', 'U+2028'],
    ['\ud800', 'U+D800'],
    ['\u001b[31mred', 'U+001B'],
  ])('does not say %j at all', (name, character) => {
    expect(nameForOutput(name)).toBe('');
    expect(unwritable(name)).toBe(character);
  });
});

describe('forOutput', () => {
  it.each([
    ['churn', 'churn'],
    ['a\nb\u0000\u202ec', 'a b c'],
    ['\ud800', '\ufffd'],
  ])('writes %j as %j', (text, expected) => {
    expect(forOutput(text)).toBe(expected);
  });
});

/** Places where a report puts untrusted text. */
const PLACES: readonly (readonly [string, (markdown: string) => string])[] = [
  ['a paragraph', (markdown) => markdown],
  ['a sentence', (markdown) => `<strong>Version ${markdown} of</strong>`],
  ['a list item', (markdown) => `- ${markdown}`],
  ['a pair in a list', (markdown) => `- x = ${markdown} = x`],
  ['a table cell', (markdown) => `| a |\n| --- |\n| ${inCell(markdown)} |`],
  [
    'a small line of a table cell',
    (markdown) => `| a |\n| --- |\n| x<br><sub>on ${inCell(markdown)}</sub> |`,
  ],
  [
    'the head of a table',
    (markdown) => `| Candidate&nbsp;${inCell(markdown)} | b |\n| --- | --- |\n| x | y |`,
  ],
  ['strong in a table cell', (markdown) => `| a |\n| --- |\n| 🟢&nbsp;**x${inCell(markdown)}x** |`],
  ['a heading', (markdown) => `## x${markdown}`],
  ['between dollars', (markdown) => joined([forMarkdown('a$'), markdown, forMarkdown('$b')])],
  ['between names', (markdown) => joined([code('$`a'), markdown, code('`b$')])],
];

interface Place {
  readonly put: (markdown: string) => string;
  /** What stands there when the text is harmless. */
  readonly plain: Rendered;
}

function placeOf(put: (markdown: string) => string): Place {
  return { put, plain: rendered(put('X')) };
}

/** In its place it has our tags, and nothing that GitHub would act on; `text` stands there. */
function asText({ plain }: Place, text: string): object {
  return { blocks: plain.blocks, inlines: plain.inlines, foreign: [], linked: [], text };
}

function seen({ put, plain }: Place, markdown: string, trimmed: (text: string) => string): object {
  const result = rendered(put(markdown));
  const blank = markdown.trim() === '';
  return {
    ...{ blocks: blank ? plain.blocks : result.blocks, inlines: result.inlines },
    foreign: [...result.tags].filter((tag) => !OURS.has(tag) && !plain.tags.has(tag)),
    linked: linkish(result),
    text: trimmed(between(plain.text.split('X'), result.text)),
  };
}

function between([before = '', after = '']: readonly string[], text: string): string {
  if (!text.startsWith(before) || !text.endsWith(after)) return `not in its place: ${text}`;
  return text.slice(before.length, text.length - after.length);
}

function bothStayText(place: Place, text: string): void {
  const shown = cleanAndCut(text, 200);
  // Outside code, Markdown has no spaces at the ends of a line or a cell.
  const found = [
    seen(place, code(text), (there) => there),
    seen(place, forMarkdown(text), (there) => there.trim()),
  ];
  expect(found).toEqual([asText(place, shown === '' ? ' ' : shown), asText(place, shown.trim())]);
}

describe.each(PLACES)('in %s', (_, put) => {
  const place = placeOf(put);

  it.each([
    ...HOSTILE,
    '',
    ' ',
    '`',
    '``',
    ' ` ',
    '`a',
    'b`',
    ' a ',
    'a\\',
    'a\\|b',
    '||',
    '$',
    '$x$',
    '\\`',
  ])('%j is shown as it is', (text) => {
    bothStayText(place, text);
  });

  it('any text is shown as it is', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        bothStayText(place, text);
      }),
      RUNS,
    );
  });
});

describe('code', () => {
  it.each([
    ['churn', '`churn`'],
    ['a_b*c|d <e> &amp; @team', '`a_b*c|d <e> &amp; @team`'],
    ['', '` `'],
    ['a\nb\u202e', '`a ⏎ b\\u{202e}`'],
    ['`', '`` ` ``'],
    ['a`b', '``a`b``'],
    ['``a', '` ``a `'],
    ['a`b``', '``` a`b`` ```'],
    [' a ', '`  a  `'],
    [' a', '` a`'],
    ['  ', '`  `'],
  ])('writes %j as %j', (text, expected) => {
    expect(code(text)).toBe(expected);
  });

  it('takes a short fence also for a long run of backticks', () => {
    expect(code('`'.repeat(150))).toBe(`\` ${'`'.repeat(150)} \``);
  });
});

describe('forMarkdown', () => {
  it.each([
    ['0.934 ≥ 0.925', '0.934 ≥ 0.925'],
    ['the end.', 'the end.'],
    ['1. item', '1&#46; item'],
    // cmark-gfm links a bare `www.` as well.
    ['www. x', 'www&#46; x'],
    ['(@team)', '(`@team`)'],
    ['run 1e69f48d2b, gone', 'run `1e69f48d2b`, gone'],
    ['0.2113920571834', '0.2113920571834'],
    ['costs $5', 'costs `$5`'],
    // What means nothing where it stands is left alone, so that the source reads well too.
    [
      'log_loss: 0.921 < 0.925 = production + 0.005 (20%)',
      'log_loss: 0.921 < 0.925 = production + 0.005 (20%)',
    ],
    ['version 8.', 'version 8.'],
    ['it has "a" (b).', 'it has "a" (b).'],
    ['at 00:44 UTC', 'at 00:44 UTC'],
    ['00:44:37', '`00:44:37`'],
    [':100:', '`:100`:'],
    ['a:1:', '`a:1`:'],
    ['-0.5 or +0.5', '-0.5 or +0.5'],
    ['- item', '&#45; item'],
    ['= = =', '&#61; &#61; &#61;'],
    ['> quote', '&#62; quote'],
    ['1) item', '1&#41; item'],
    ['a <', 'a &#60;'],
    ['_a_', '&#95;a&#95;'],
  ])('writes %j as %j', (text, expected) => {
    expect(forMarkdown(text)).toBe(expected);
  });
});

describe('prose', () => {
  it('makes code of what stands between backticks', () => {
    expect(prose('Use `mode: evaluate` there.')).toBe('Use `mode: evaluate` there.');
  });

  it('keeps two codes apart', () => {
    expect(prose('`a``b`')).toBe('`a`<wbr>`b`');
    expect(prose('x@y`b`')).toBe('`x@y`<wbr>`b`');
  });

  it('lets nothing through that forMarkdown would not', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const result = rendered(prose(text));
        expect([...result.tags].filter((tag) => !OURS.has(tag))).toEqual([]);
        expect(result.inlines).toEqual(new Set());
        expect(linkish(result)).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('preformatted', () => {
  it('keeps lines and indentation', () => {
    expect(preformatted(['  a <b>', '    ^'])).toBe('<pre> &#32;a &#60;b&#62;\n &#32;&#32;&#32;&#94;</pre>');
  });

  it('is one block of HTML, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 4 }), (lines) => {
        const result = rendered(`${preformatted(lines)}\n\nend`);
        expect(result.blocks).toEqual(['html_block', 'paragraph_open', 'inline', 'paragraph_close']);
        expect([...result.tags].filter((tag) => !['pre', '/pre', 'wbr'].includes(tag))).toEqual([]);
      }),
      RUNS,
    );
  });
});
