// The regular expressions of src, and how long they take. Loaded by Jest and by plain Node: nothing of Jest here.
import ts from 'typescript';
import { list, read } from '../docs/files.js';

/** Every literal of src, and what is made of one when it is used. Those put together at run time are reached through the functions that use them. */
export const LITERALS = list('src/**/*.ts').flatMap((file) =>
  literalsOf(file).map((text): readonly [string, string] => [file, text]),
);

/** What hostile text is full of: space, line ends, letters, digits, signs of YAML, Markdown, HTML, commands, JSON. */
export const PIECES = [
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

/** `onUse(String.raw`…`, 'gu')` makes `/…/gu` when a text asks for it. */
function madeOnUse({ arguments: [source, flags] }: ts.CallExpression): string {
  if (source === undefined || flags === undefined || !ts.isTaggedTemplateExpression(source)) return '';
  return `/${source.template.getText().slice(1, -1)}/${flags.getText().slice(1, -1)}`;
}

/** Of the processor, not of the clock: others may be using it too. */
function milliseconds(work: () => unknown): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e3;
}

/** Whether twice the text takes more than 2.5 times as long, whenever it is measured: once may be a collection of garbage. */
export function isSlow(work: (text: string) => unknown, textOf: (length: number) => string): boolean {
  return [1, 2, 3].every(() => looksSlow(work, textOf));
}

/** Of three times: what else the machine does only adds to it. Milliseconds. */
export function best(work: (text: string) => unknown, text: string): number {
  return Math.min(...[1, 2, 3].map(() => milliseconds(() => work(text))));
}

export function looksSlow(work: (text: string) => unknown, textOf: (length: number) => string): boolean {
  const [single, double, fourfold] = [textOf(LENGTH), textOf(2 * LENGTH), textOf(4 * LENGTH)];
  if (milliseconds(() => work(double)) < NOTICEABLE) return false;
  const twice = best(work, double);
  if (twice < NOTICEABLE || twice <= 2.5 * best(work, single)) return false;
  return best(work, fourfold) > 2.5 * twice;
}

export function slowTexts(work: (text: string) => unknown, pieces: readonly string[]): string[] {
  return pieces.flatMap((piece) =>
    AROUND.flatMap(([before, after]) => {
      const textOf = (length: number) => `${before}${piece.repeat(Math.ceil(length / piece.length))}${after}`;
      return isSlow(work, textOf) ? [JSON.stringify([before, piece, after])] : [];
    }),
  );
}

/** A literal as it is used: everywhere in the text where it is global, else once. */
export function search(literal: string): (text: string) => unknown {
  const end = literal.lastIndexOf('/');
  const pattern = new RegExp(literal.slice(1, end), literal.slice(end + 1));
  return (text) => (pattern.global ? text.replace(pattern, '') : pattern.test(text));
}

/** The words that stand in a literal itself come closest to what it looks for. */
export function wordsIn(literal: string): string[] {
  const plain = literal.replace(/\\[A-Za-z](?:\{[^}]*\})?/g, ' ');
  return [...new Set(plain.split(/[^A-Za-z0-9%:>=@#-]+/).filter((word) => word !== ''))].slice(0, 8);
}
