import { describe, expect, it } from '@jest/globals';
import { headerSecrets, readHeaders } from '../../src/inputs/headers.js';

describe('tracking-headers', () => {
  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ['', {}],
    ['\n  \r\n', {}],
    ['X-Api-Key: abc', { 'X-Api-Key': 'abc' }],
    ['A: 1\r\nB:2\n\n  c : x:y ', { A: '1', B: '2', c: 'x:y' }],
    ['Cookie: a=b; c=d', { Cookie: 'a=b; c=d' }],
    ['Authorization: Api-Key abc', { Authorization: 'Api-Key abc' }],
  ])('%j', (text, headers) => {
    expect(readHeaders(text)).toEqual({ headers, problems: [] });
  });

  it.each([
    ['canary', 'is not `Name: value`'],
    ['X Y: canary', 'is not `Name: value`'],
    [': canary', 'is not `Name: value`'],
    ['X-Key:', 'has no value'],
    ['X-Key: canary\u0000', 'a character that no header can carry'],
    ['X-Key: canarÿ', 'a character that no header can carry'],
    ['Host: canary', 'the action sets itself'],
    ['content-length: 7', 'the action sets itself'],
    ['Transfer-Encoding: canary', 'the action sets itself'],
    ['X-MLFLOW-Workspace: canary', 'the action sets itself'],
  ])('%j is refused by its line, without its value', (line, said) => {
    const { headers, problems } = readHeaders(`A: 1\n${line}`);
    expect(headers).toEqual({ A: '1' });
    expect(problems).toEqual([expect.stringMatching(/^line 2 of `tracking-headers` /)]);
    expect(problems[0]).toContain(said);
    expect(problems[0]).not.toContain('canar');
  });

  it('refuses a name twice, in any case', () => {
    expect(readHeaders('A: 1\na: 2').problems).toEqual([expect.stringContaining('a second time')]);
  });

  it('hides values right and wrong, and what follows a scheme', () => {
    expect(headerSecrets('A: one\nnothing\nAuthorization: Bearer tok\nB:')).toEqual(
      expect.arrayContaining(['one', 'nothing', 'Bearer tok', 'tok']),
    );
  });
});
