import { expect, it } from '@jest/globals';
import { tokenize } from '../../src/policy/condition/lexer.js';
import { readThresholds } from '../../src/policy/read.js';
import { cleanAndCut } from '../../src/text/clean.js';
import { code, forMarkdown, prose } from '../../src/text/escape.js';
import { createScrub } from '../../src/text/scrub.js';
import { isSlow, LITERALS, looksSlow, PIECES, search, slowTexts, wordsIn } from '../harness/expressions.js';

it('the clock sees what is quadratic', () => {
  expect(LITERALS.length).toBeGreaterThan(100);
  expect(LITERALS.filter(([, literal]) => literal.includes('\\p{')).length).toBeGreaterThan(5);
  const seen = () => looksSlow(search('/\\s*!/'), (length) => ' '.repeat(length));
  expect([1, 2, 3, 4, 5].some(seen)).toBe(true);
});

it('no regular expression does more than linear work on hostile text', () => {
  const slow = LITERALS.flatMap(([file, literal]) =>
    slowTexts(search(literal), [...PIECES, ...wordsIn(literal)]).map((text) => [file, literal, text]),
  );
  expect(slow).toEqual([]);
}, 120_000);

it.each<readonly [string, (text: string) => unknown]>([
  ['a tag in Markdown', (text) => forMarkdown(text, 100_000)],
  ['a name in code', (text) => code(text, 100_000)],
  ['a sentence', (text) => prose(text, 100_000)],
  ['cleaning', (text) => cleanAndCut(text, 100_000)],
  ['a condition', (text) => tokenize(text)],
  ['a text without secrets', createScrub(['(a"b`c.d e@f)', 'xxxx', '%41=41&#65;'])],
])('%s is written in linear time, whatever it holds', (_, work) => {
  expect(slowTexts(work, [' ', '\t', '\u00a0', '\n', '`', '"', ')', '.', 'a', '@', '\u200b', 'é '])).toEqual(
    [],
  );
});

it('thresholds with line ends of Windows, and conditions that YAML misreads, are read in linear time', () => {
  const read = (unit: string, rest: string) => (text: string) =>
    readThresholds(text.replaceAll('x', unit) + rest);
  for (const unit of ['# a comment\r\n', '\r\n', ' \r\n', '#\r'])
    expect(isSlow(read(unit, 'accuracy: ">= 0.9"\r\n'), (length) => 'x'.repeat(length))).toBe(false);
  expect(readThresholds(`${'# a comment\r\n'.repeat(5_000)}accuracy: ">= 0.9"\r\n`)).toMatchObject({
    ok: true,
  });
  expect(readThresholds(`m: >=${' '.repeat(50_000)}x`)).toMatchObject({ ok: false });
  expect(readThresholds(`m: ${': >= '.repeat(20_000)}`)).toMatchObject({ ok: false });
});
