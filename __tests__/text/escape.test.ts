import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanAndCut } from '../../src/text/clean.js';
import { code, forLog, forMarkdown, forOutput, preformatted, prose } from '../../src/text/escape.js';
import { HOSTILE } from '../report/decisions.js';
import { hostileText } from './arbitraries.js';
import { linked, rendered } from './github-markdown.js';
import { commandsIn } from './runner-commands.js';

const RUNS = { numRuns: 500 };
const OURS = new Set(['code', '/code', 'wbr']);

describe('the port of the runner', () => {
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
        expect(commandsIn(`· ${forLog(one)}`)).toEqual([]);
        expect(commandsIn(`· ${forLog(one)}${forLog(two)}`)).toEqual([]);
        expect(commandsIn(forLog(one))).toEqual([]);
      }),
      RUNS,
    );
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
  ['a list item', (markdown) => `- ${markdown}`],
  ['a table cell', (markdown) => `| a |\n| --- |\n| ${markdown} |`],
  ['a heading', (markdown) => `## x${markdown}`],
];

/** `show(text)` in its place has exactly this text, our tags, and nothing that GitHub would act on. */
function staysText(show: (text: string) => string, place: (markdown: string) => string, text: string): void {
  const result = rendered(place(show(text)));
  const plain = rendered(place(show('x')));
  if (cleanAndCut(text, 200).trim() !== '') expect(result.blocks).toEqual(plain.blocks);
  expect(result.inlines).toEqual(plain.inlines);
  expect([...result.tags].filter((tag) => !OURS.has(tag))).toEqual([]);
  expect(linked(result)).toEqual([]);
  const before = plain.text.slice(0, -1);
  expect(result.text.slice(0, before.length)).toBe(before);
  expect(result.text.slice(before.length).trim()).toBe(cleanAndCut(text, 200).trim());
}

describe.each(PLACES)('in %s', (_, place) => {
  it.each(HOSTILE)('%j is shown as it is', (text) => {
    staysText(forMarkdown, place, text);
    staysText(code, place, text);
  });

  it('any text is shown as it is', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        staysText(forMarkdown, place, text);
        staysText(code, place, text);
      }),
      RUNS,
    );
  });
});

describe('forMarkdown', () => {
  it.each([
    ['0.934 ≥ 0.925', '0.934 ≥ 0.925'],
    ['the end.', 'the end.'],
    ['1. item', '1&#46; item'],
    // cmark-gfm links a bare `www.` as well.
    ['www. x', 'www&#46; x'],
    ['(@team)', '&#40;<code>&#64;<wbr>team</code>&#41;'],
    ['run 1e69f48d2b, gone', 'run <code>1e69f48d2b</code>, gone'],
    ['0.2113920571834', '0.2113920571834'],
  ])('writes %j as %j', (text, expected) => {
    expect(forMarkdown(text)).toBe(expected);
  });
});

describe('prose', () => {
  it('makes code of what stands between backticks', () => {
    expect(prose('Use `mode: evaluate` there.')).toBe('Use <code>mode&#58;<wbr> evaluate</code> there.');
  });

  it('lets nothing through that forMarkdown would not', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const result = rendered(prose(text));
        expect([...result.tags].filter((tag) => !OURS.has(tag))).toEqual([]);
        expect(result.inlines).toEqual(new Set());
        expect(linked(result)).toEqual([]);
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
