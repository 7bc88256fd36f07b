import ts from 'typescript';
import { list, read } from '../docs/files.js';

/** A text of the product that proposes something to write: where it stands, and how it reads with `…` for what is filled in. */
export interface Place {
  readonly file: string;
  readonly text: string;
  /** What a message that holds it looks like. */
  readonly pattern: RegExp;
}

/** How a sentence begins that says what to write, or asks whether something else was meant. */
const PROPOSING =
  /\b(?:(?<!not )[Ww]rite|[Dd]id you mean|[Qq]uote it|[Pp]ut braces|[Jj]oin|such as|for example|write one of|[Kk]nown (?:keys )?are|[Nn]ear (?:names|it)|[Aa]dd|(?:[Uu]se|[Ss]et|[Rr]un|with)(?= ["`])|[Rr]un (?:again|the same step)|[Ll]og|[Rr]estore) /;
/** Something to write: in quotes, as code, or filled in. */
const WRITTEN = /"[^"]|`[^`]|write .*…|[Ww]rite .*…|…\?|Write it/;

/** Every text of src, with `…` for what is filled in. */
export function texts(): readonly Place[] {
  return list('src/**/*.ts').flatMap((file) =>
    textsOf(file).map((text) => ({ file, text, pattern: patternOf(text) })),
  );
}

/** Those that propose something. */
export function places(): readonly Place[] {
  return texts().filter(
    ({ text }) => PROPOSING.test(text) && WRITTEN.test(text) && !/^(?:SELECT|INSERT|UPDATE) /.test(text),
  );
}

function textsOf(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    if (ts.isTemplateExpression(node))
      found.push(node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join(''));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true));
  return found;
}

function patternOf(text: string): RegExp {
  const parts = text.split('…').map((part) => part.trim().replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(parts.join('[^]*'));
}
