import { isScalar, LineCounter, type Node } from 'yaml';
import type { Problem, Reading } from './mistake.js';
import { openDocument } from './open.js';

/** A text as it was opened. */
export interface OpenedText {
  readonly reading: Reading;
  /** Null: there is nothing to read, or what is there cannot be trusted. */
  readonly contents: Node | null;
  /** How many of the mistakes are YAML's own. */
  readonly syntax: number;
}

/** Opens a YAML text for reading; a text beyond `largest` bytes is a problem of its own. */
export function openText(text: string, of: Reading['of'], largest: number): OpenedText | Problem {
  if (Buffer.byteLength(text) > largest) {
    const what = of.in === 'file' ? `The file ${of.name} is` : `The ${of.name} are`;
    const remedy = of.in === 'file' ? 'Shorten it.' : 'Shorten them.';
    return { message: `${what} longer than ${largest / 1024} kB.`, remedy };
  }
  const reading: Reading = { of, text: text.replace(/^\uFEFF/, ''), lines: new LineCounter(), mistakes: [] };
  const { contents } = openDocument(reading);
  const syntax = reading.mistakes.length;
  const empty = contents === null || (isScalar(contents) && contents.value === null);
  return { reading, contents: empty ? null : contents, syntax };
}
