import { describe, expect, it } from '@jest/globals';
import { readInputs, secretsOf } from '../../src/inputs/read.js';
import { rawInputs } from './raw-inputs.js';

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('secretsOf', () => {
  it('is empty where there is no secret', () => {
    expect(secretsOf(rawInputs())).toEqual([]);
  });

  it.each([
    ['a token', { 'tracking-token': 'to/ken+1' }, {}, ['to/ken+1', 'to%2Fken%2B1']],
    [
      'a password, and what Basic makes of it',
      { 'tracking-username': 'me', 'tracking-password': 'p@ss wört' },
      {},
      ['p@ss wört', 'p%40ss%20w%C3%B6rt', base64('me:p@ss wört')],
    ],
    [
      'variables',
      {},
      { MLFLOW_TRACKING_TOKEN: 'vt', MLFLOW_TRACKING_USERNAME: 'vu', MLFLOW_TRACKING_PASSWORD: 'vp' },
      ['vt', 'vp', base64('vu:vp')],
    ],
    [
      'userinfo, as written, decoded and as Basic',
      { 'tracking-uri': 'https://me:p%2fq%21@host' },
      {},
      ['p%2fq%21', 'p/q!', 'p%2Fq!', base64('me:p/q!')],
    ],
    [
      'a token as the user of an address',
      { 'tracking-uri': 'https://dapi123@host' },
      {},
      ['dapi123', base64('dapi123:')],
    ],
    [
      'userinfo of an address that only a parser takes apart',
      { 'tracking-uri': 'http:///me:hidden77@127.0.0.1:1' },
      {},
      ['hidden77'],
    ],
    [
      'every header, and what follows its scheme',
      { 'tracking-headers': 'CF-Access-Client-Secret: cf1\nAuthorization: Api-Key ak/2\nno colon' },
      {},
      ['cf1', 'Api-Key ak/2', 'ak/2', 'no colon'],
    ],
    ['the GitHub token', { 'github-token': 'ghs_abc' }, {}, ['ghs_abc']],
  ])('finds %s', (_, inputs, env, wanted) => {
    expect(secretsOf(rawInputs(inputs, env))).toEqual(expect.arrayContaining(wanted));
  });

  it('finds every address’s own secret, not only the first one', () => {
    const inputs = { 'tracking-uri': 'https://u:first@a', 'registry-uri': 'https://u:second@b' };
    const env = { MLFLOW_TRACKING_URI: 'https://u:third@c', MLFLOW_REGISTRY_URI: 'https://u:fourth@d' };
    const wanted = ['first', 'second', 'third', 'fourth'];
    expect(secretsOf(rawInputs(inputs, env))).toEqual(expect.arrayContaining(wanted));
  });

  it('works on inputs that are wrong', () => {
    const raw = rawInputs(
      {
        version: 'v3',
        thresholds: '{',
        'timeout-seconds': 'x',
        'tracking-token': 'tok1',
        'tracking-username': 'usr1',
        'tracking-password': 'pwd1',
        'tracking-uri': 'postgresql://db:dbpwd@host/mlflow',
        'registry-uri': ' https://r:rpwd@bad host/ ',
        'github-token': 'gh1',
      },
      { MLFLOW_TRACKING_PASSWORD: 'pwd2' },
    );
    expect(() => readInputs(raw)).toThrow();
    const wanted = ['tok1', 'pwd1', base64('usr1:pwd1'), 'dbpwd', base64('db:dbpwd'), 'rpwd', 'gh1', 'pwd2'];
    expect(secretsOf(raw)).toEqual(expect.arrayContaining(wanted));
  });

  it.each(['x', 'x-oauth-basic', '_'])('masks the name, too, beside the password %s', (password) => {
    const uri = `https://TOKEN-canary:${password}@host`;
    expect(secretsOf(rawInputs({ 'tracking-uri': uri }))).toContain('TOKEN-canary');
    expect(secretsOf(rawInputs({}, { MLFLOW_TRACKING_URI: uri }))).toContain('TOKEN-canary');
  });

  it('masks no user name beside its password, and nothing empty', () => {
    const found = secretsOf(rawInputs({ 'tracking-uri': 'https://mlflow-user:pw@host' }));
    expect(found).not.toContain('mlflow-user');
    expect(found).not.toContain('');
  });

  it('does not trip over text that is not well-formed', () => {
    expect(secretsOf(rawInputs({ 'tracking-token': 'a\uD800b' }))).toContain('a\uD800b');
  });
});
