import { expect, it } from '@jest/globals';
import ts from 'typescript';
import { tokenize } from '../../src/policy/condition/lexer.js';
import { readThresholds } from '../../src/policy/read.js';
import { cleanAndCut } from '../../src/text/clean.js';
import { code, forMarkdown, prose } from '../../src/text/escape.js';
import { list, read } from '../docs/files.js';

/** Every literal of src, and what is made of one when it is used. Those put together at run time are reached through the functions that use them. */
const LITERALS = list('src/**/*.ts').flatMap((file) =>
  literalsOf(file).map((text): readonly [string, string] => [file, text]),
);

/** What hostile text is full of: space, line ends, letters, digits, signs of YAML, Markdown, HTML, commands, JSON. */
const PIECES = [
  ...[' ', '\t', '\r\n', '\n', '\r', 'a', 'A', '0', '0.', 'a.', '. ', 'e1', '-1', 'é', 'é\u0301', '\ud800'],
  ...['"', "'", '\\', '\\\\', ',', '.', ':', ' :', 'x:', '::', '#', '##[', '-', '+', '>', '> ', '<', '='],
  ...['%', '@', 'a@', '/', '[', ']', '{', '}', '(', ')', '|', '`', '$', '&', '*', '_', '~', '!', '?'],
  ...['\u00a0', '\u200b', '<a', '<script', '</', 'm-', 'models:/', 'runs:/', '://', 'Line 1'],
];
const AROUND = [
  ['', ''],
  ['', ' !'],
  ['x', '\u0000'],
  ['# ', '\n'],
  ['  ', 'x'],
  ['"', '"'],
] as const;

const LENGTH = 3_000;
/** Below this nothing is quadratic at such a length, and a clock tells little. Milliseconds. */
const NOTICEABLE = 2;

function literalsOf(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text);
    if (ts.isCallExpression(node) && node.expression.getText() === 'onUse') found.push(madeOnUse(node));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true));
  return found;
}

/** Of the processor, not of the clock: others may be using it too. */
/** `onUse(String.raw`…`, 'gu')` makes `/…/gu` when a text asks for it. */
function madeOnUse({ arguments: [source, flags] }: ts.CallExpression): string {
  if (source === undefined || flags === undefined || !ts.isTaggedTemplateExpression(source)) return '';
  return `/${source.template.getText().slice(1, -1)}/${flags.getText().slice(1, -1)}`;
}

function milliseconds(work: () => unknown): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e3;
}

/** Whether twice the text takes more than 2.5 times as long, whenever it is measured: once may be a collection of garbage. */
function isSlow(work: (text: string) => unknown, textOf: (length: number) => string): boolean {
  return [1, 2, 3].every(() => looksSlow(work, textOf));
}

function looksSlow(work: (text: string) => unknown, textOf: (length: number) => string): boolean {
  const [single, double, fourfold] = [textOf(LENGTH), textOf(2 * LENGTH), textOf(4 * LENGTH)];
  if (milliseconds(() => work(double)) < NOTICEABLE) return false;
  const best = (text: string) => Math.min(...[1, 2, 3].map(() => milliseconds(() => work(text))));
  const twice = best(double);
  if (twice < NOTICEABLE || twice <= 2.5 * best(single)) return false;
  return best(fourfold) > 2.5 * twice;
}

function slowTexts(work: (text: string) => unknown, pieces: readonly string[]): string[] {
  return pieces.flatMap((piece) =>
    AROUND.flatMap(([before, after]) => {
      const textOf = (length: number) => `${before}${piece.repeat(Math.ceil(length / piece.length))}${after}`;
      return isSlow(work, textOf) ? [JSON.stringify([before, piece, after])] : [];
    }),
  );
}

/** A literal as it is used: everywhere in the text where it is global, else once. */
function search(literal: string): (text: string) => unknown {
  const end = literal.lastIndexOf('/');
  const pattern = new RegExp(literal.slice(1, end), literal.slice(end + 1));
  return (text) => (pattern.global ? text.replace(pattern, '') : pattern.test(text));
}

/** The words that stand in a literal itself come closest to what it looks for. */
function wordsIn(literal: string): string[] {
  const plain = literal.replace(/\\[A-Za-z](?:\{[^}]*\})?/g, ' ');
  return [...new Set(plain.split(/[^A-Za-z0-9%:>=@#-]+/).filter((word) => word !== ''))].slice(0, 8);
}

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
