import { describe, expect, it } from '@jest/globals';
import { ActionLog } from './action-log.js';
import { inputVariables } from './action-metadata.js';
import { disguises, mask } from './masks.js';
import { commandReader, splitLines } from './runner-commands.js';
import { parseFileCommands } from './runner-files.js';

const one = (line: string) => commandReader()(line);

describe('workflow commands', () => {
  it.each([
    ['::error title=No%3A such%2C thing::50%25%0Aoff', 'error', { title: 'No: such, thing' }, '50%\noff'],
    ['  \t::notice::hello', 'notice', {}, 'hello'],
    ['::Add-Mask::secret', 'add-mask', {}, 'secret'],
    ['##[set-output name=promoted]true', 'set-output', { name: 'promoted' }, 'true'],
    [
      'a model named x ##[set-output name=promoted;a=b]true',
      'set-output',
      { name: 'promoted', a: 'b' },
      'true',
    ],
  ])('reads %j', (line, name, properties, data) => {
    expect(one(line)).toEqual({ name, properties, data });
  });

  it.each([
    'text ::error::not at the start',
    '::unknown::x',
    '::error no end',
    '##[unknown]x',
    'only the first ##[x] counts ##[error]y',
    '',
  ])('leaves %j alone', (line) => {
    expect(one(line)).toBeNull();
  });

  it('knows when commands are stopped', () => {
    const read = commandReader();
    const lines = ['::stop-commands::pause', '::error::no', '##[error]no', '::pause::', '::error::yes'];
    expect(lines.map(read).flatMap((command) => command?.data ?? [])).toEqual(['yes']);
  });

  it('splits at a lone carriage return, as the runner does', () => {
    expect(splitLines('a\rb\r\nc\nd')).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('command files', () => {
  it.each([
    ['a=b=c\n', { a: 'b=c' }],
    ['a=\n\nb=1', { a: '', b: '1' }],
    ['a=x<<y\n', { a: 'x<<y' }],
    ['a<<E=F\n1\n2\nE=F\n', { a: '1\n2' }],
    ['a<<E\nE\n', { a: '' }],
    ['a<<E\n\nE\n', { a: '' }],
    ['a<<E\n E\nEE\nE', { a: ' E\nEE' }],
    ['a=1\na=2\n', { a: '2' }],
    ['a=1\r\n', { a: '1\r' }],
    ['', {}],
  ])('reads %j', (text, pairs) => {
    expect(parseFileCommands(text)).toEqual(pairs);
  });

  it.each(['a', '=b', '<<E\nx\nE', 'a<<\nx\n', 'a<<E\nx\n'])('fails the step on %j', (text) => {
    expect(() => parseFileCommands(text)).toThrow('Invalid');
  });
});

describe('masks', () => {
  it('hides a secret in its disguises', () => {
    const secret = 'pa$$ "word"/1';
    const basic = Buffer.from(`user:${secret}`).toString('base64');
    const shown = mask([secret, encodeURIComponent(secret), JSON.stringify(secret), basic].join('\n'), [
      secret,
    ]);
    expect(shown.split('\n').every((line) => line.includes('***'))).toBe(true);
    expect(shown).not.toContain('word');
  });

  it.each(['a', 'ab', 'abc', 'abcd', 'a longer secret 12'])(
    'finds %j anywhere in a base64 text',
    (secret) => {
      for (const before of ['', '1', '12', '123']) {
        const whole = Buffer.from(`${before}${secret.repeat(2)}after`).toString('base64');
        expect(disguises(secret.repeat(2)).some((form) => whole.includes(form))).toBe(true);
      }
    },
  );
});

describe('the log of a step', () => {
  const bytes = (text: string): Buffer => Buffer.from(text);

  it('masks from the moment of registration, line by line', () => {
    const log = new ActionLog(['preset']);
    log.push('stdout', bytes('early tiger\n::add-mask::ti'));
    log.push('stdout', bytes('ger%0Alion\r'));
    log.push('stderr', bytes('preset\n'));
    log.push('stdout', bytes('\nlate tiger, late lion'));
    log.end();
    expect(log.shown).toBe('early tiger\n***\nlate ***, late ***');
    expect(log.raw).toContain('late tiger, late lion');
  });

  it('keeps characters whole across chunks', () => {
    const log = new ActionLog([]);
    const [first, second] = [bytes('≥\n').subarray(0, 1), bytes('≥\n').subarray(1)];
    log.push('stdout', first);
    log.push('stdout', second);
    expect(log.raw).toBe('≥');
  });
});

describe('inputs', () => {
  const runs = { using: 'node24', main: 'x.js' };
  const metadata = {
    inputs: { 'a b-c': null, mode: { default: 'promote' }, token: { default: '${{ github.token }}' } },
    runs,
  };

  it('get their defaults as the runner gives them', () => {
    expect(inputVariables(metadata, { mode: 'list' }, 'ghs')).toEqual({
      'INPUT_A_B-C': '',
      INPUT_MODE: 'list',
      INPUT_TOKEN: 'ghs',
    });
    expect(inputVariables(metadata, { token: '' }, 'ghs')['INPUT_TOKEN']).toBe('');
  });

  it('that do not exist are a mistake of the test', () => {
    expect(() => inputVariables(metadata, { modus: 'list' }, '')).toThrow('modus');
    const strange = { inputs: { x: { default: '${{ job.id }}' } }, runs };
    expect(() => inputVariables(strange, {}, '')).toThrow('job.id');
  });
});
