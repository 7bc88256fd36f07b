import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseSelector } from '../../src/inputs/selector.js';
import { anyText } from '../text/arbitraries.js';

describe('parseSelector', () => {
  it.each([
    ['7', { kind: 'number', version: '7' }],
    ['123456789012345678', { kind: 'number', version: '123456789012345678' }],
    ['latest', { kind: 'latest' }],
    ['LATEST', { kind: 'latest' }],
    ['@champion', { kind: 'alias', alias: 'champion' }],
    ['@Production', { kind: 'alias', alias: 'Production' }],
    ['@7', { kind: 'alias', alias: '7' }],
    ['production', { kind: 'stage', stage: 'Production' }],
    ['Archived', { kind: 'stage', stage: 'Archived' }],
    ['run:0123456789abcdef0123456789abcdef', { kind: 'run', runId: '0123456789abcdef0123456789abcdef' }],
    ['run: abc', { kind: 'run', runId: 'abc' }],
  ])('%s', (text, selector) => {
    expect(parseSelector(text)).toEqual({ selector: { text, ...selector } });
  });

  it.each([
    ['v3', 'Did you mean `3`?'],
    ['V12', 'Did you mean `12`?'],
    ['03', 'Did you mean `3`?'],
    ['v007', 'Did you mean `7`?'],
    ['champion', 'If it is an alias, write `@champion`'],
    ['Prod', 'If it is an alias, write `@Prod`'],
    ['1.0', 'Did you mean `1`?'],
    ['7.00', 'Did you mean `7`?'],
    ['7,', 'Did you mean `7`?'],
    ['"7"', 'Did you mean `7`?'],
    ['`7`', 'Did you mean `7`?'],
    ['#7', 'Did you mean `7`?'],
    ['version 7', 'Did you mean `7`?'],
    ['Version: 7', 'Did you mean `7`?'],
    ['ver.7', 'Did you mean `7`?'],
    ['models:/m/1', 'Did you mean `1`?'],
    ['models:/m/Production', 'Did you mean `Production`?'],
    ['models:/m/latest', 'Did you mean `latest`?'],
    ['models:/m@champion', 'Did you mean `@champion`?'],
    ['m@champion', 'Did you mean `@champion`?'],
    ['m/7', 'Did you mean `7`?'],
    ['m:7', 'Did you mean `7`?'],
    ['１２', 'Did you mean `12`?'],
    ['7\u00a0', 'Did you mean `7`?'],
    ['\u200b7', 'Did you mean `7`?'],
    ['7 8', 'not a version selector'],
    ['1234567890123456789', 'not a version selector'],
    ['@', 'names no alias'],
    ['@latest', 'MLflow reserves the alias `latest`'],
    ['@v3', 'MLflow reserves the alias `v3`'],
    ['@a b', 'names no alias'],
    ['run:', 'names no run'],
    ['run:a/b', 'names no run'],
  ])('refuses %s', (text, said) => {
    expect(parseSelector(text)).toEqual({ problem: expect.stringContaining(said) as unknown });
  });

  /** Python, JavaScript, shells, templates, JSON, a count from 0 and "not found": what a step leaves that had nothing. */
  it.each([
    ...['None', 'NONE', 'none', 'null', 'nan', 'NaN', 'undefined', '0', '-1'],
    ...[
      'nil',
      'NoneType',
      'N/A',
      'true',
      'false',
      '<no value>',
      '[]',
      '{}',
      '00',
      '0.0',
      '-7',
      "'None'",
      '""',
    ],
    ...['$VERSION', '${VERSION}', '${{ steps.train.outputs.version }}'],
    ...['@None', '@null', '@undefined', 'run:None', 'run: nan', 'run:null'],
  ])('takes %s for the missing value that it is', (text) => {
    expect(parseSelector(text)).toEqual({
      problem: expect.stringContaining('looks like a missing value of the step before') as unknown,
    });
  });

  it.each(['models:/m/None', 'm/0', '1.5', 'models:/m-0123', 'models:/m@latest', 'v0', '7 8'])(
    'offers nothing in place of %s, which would be refused or mean something else',
    (text) => {
      expect(parseSelector(text)).toEqual({
        problem: expect.not.stringContaining('Did you mean') as unknown,
      });
    },
  );

  it('offers only what it takes itself', () => {
    const part = fc.constantFrom(
      ...['models:', '/', 'm', '@', 'v', '7', '0', '.0', 'latest', 'None', 'champion', '"', ' ', '#', '１'],
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const parsed = parseSelector(parts.join(''));
        const offered =
          'problem' in parsed ? /(?:Did you mean|write) `(@?[^`]*)`\??$/.exec(parsed.problem)?.[1] : null;
        if (typeof offered === 'string') expect(parseSelector(offered)).toHaveProperty('selector');
      }),
      { numRuns: 2_000 },
    );
  });

  it('never throws, and says what was written', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const parsed = parseSelector(text);
        if ('selector' in parsed) expect(parsed.selector.text).toBe(text);
        else expect(parsed.problem).toContain(text.slice(0, 80));
      }),
    );
  });
});
