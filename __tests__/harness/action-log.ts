import { StringDecoder } from 'node:string_decoder';
import { mask, maskLines } from './masks.js';
import { commandReader } from './runner-commands.js';
import type { Command } from './runner-commands.js';

export interface LogLine {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
  /** What the runner made of it; null for plain text. */
  readonly command: Command | null;
}

/** Takes both streams of a step as they come and reads them as the runner does. */
export class ActionLog {
  readonly lines: LogLine[] = [];
  /** Every value registered by `add-mask`, with each of its lines. */
  readonly masks: string[] = [];
  readonly #read = commandReader();
  readonly #shown: string[] = [];
  readonly #listeners = new Set<(line: LogLine) => void>();
  readonly #partial = { stdout: '', stderr: '' };
  readonly #decoders = { stdout: new StringDecoder('utf8'), stderr: new StringDecoder('utf8') };

  constructor(secrets: readonly string[]) {
    this.masks.push(...secrets.flatMap(maskLines));
  }

  onLine(listener: (line: LogLine) => void): void {
    for (const line of this.lines) listener(line);
    this.#listeners.add(listener);
  }

  push(stream: LogLine['stream'], chunk: Buffer): void {
    const text = this.#partial[stream] + this.#decoders[stream].write(chunk);
    // A carriage return at the very end may be the first half of a line's end.
    const pieces = text.split(/\r\n|\n|\r(?!$)/);
    this.#partial[stream] = pieces.pop() ?? '';
    for (const piece of pieces) this.#take(stream, piece);
  }

  /** What stands after the last line's end is a line, too. */
  end(): void {
    for (const stream of ['stdout', 'stderr'] as const) {
      const rest = this.#partial[stream].replace(/\r$/, '');
      if (rest !== '') this.#take(stream, rest);
      this.#partial[stream] = '';
    }
  }

  #take(stream: LogLine['stream'], text: string): void {
    const line: LogLine = { stream, text, command: this.#read(text) };
    this.lines.push(line);
    if (line.command?.name === 'add-mask') this.masks.push(...maskLines(line.command.data));
    // A mask holds from the moment it is registered: what was printed before stays printed.
    else this.#shown.push(mask(text, this.masks));
    for (const listener of this.#listeners) listener(line);
  }

  /** Everything as the process wrote it. */
  get raw(): string {
    return this.lines.map((line) => line.text).join('\n');
  }

  /** What people see: secrets hidden, `add-mask` itself never shown. */
  get shown(): string {
    return this.#shown.join('\n');
  }
}
