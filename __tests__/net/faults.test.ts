import { describe, expect, it } from '@jest/globals';
import { faultOf } from '../../src/net/faults.js';

const PLACE = {
  url: 'https://mlflow.example.com/api',
  proxy: null,
  certificate: null,
  places: [],
  settings: { ca: 'CA_SETTING', clientCert: 'CERT_SETTING' },
  connectTimeoutMs: 10_000,
};

function coded(code: string, more: object = {}): Error {
  return Object.assign(new Error('no'), { code }, more);
}

/** As deep in causes as asked for. */
function under(depth: number, error: Error): Error {
  return depth === 0 ? error : new Error('no', { cause: under(depth - 1, error) });
}

const REFUSED = coded('ECONNREFUSED');

describe('a certificate that was refused and could not be seen', () => {
  it.each([
    ['CERT_HAS_EXPIRED', 'expired on a day that could not be seen', 'Renew it'],
    ['CERT_NOT_YET_VALID', 'is valid only from a day that could not be seen', 'the clock of this runner'],
    [
      'ERR_TLS_CERT_ALTNAME_INVALID',
      'made out to another name, not to mlflow.example.com',
      'Write one of its names',
    ],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'is signed by an authority', 'store of the system'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'is signed by itself', 'CA_SETTING'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'whom nobody vouches for', 'send the whole chain'],
    ['CERT_REVOKED', 'is not to be trusted (CERT_REVOKED)', 'CA_SETTING'],
  ])('%s', (code, what, remedy) => {
    const { error, maybeSent, retry } = faultOf(coded(code), PLACE);
    expect([error.code, maybeSent, retry]).toEqual(['tls-failed', false, false]);
    expect(error.message).toContain(what);
    expect(error.remedy).toContain(remedy);
  });
});

describe('why there was no reply', () => {
  it.each([
    ['said by the error itself', REFUSED],
    ['said by its cause', under(1, REFUSED)],
    ['said by the cause of its cause', under(2, REFUSED)],
    ['said by the first of several errors', new AggregateError([REFUSED, coded('ENETUNREACH')])],
    ['said by the cause of the first of several', new AggregateError([under(1, REFUSED)])],
    ['said by the several errors of its cause', new Error('no', { cause: new AggregateError([REFUSED]) })],
    ['behind a socket error', coded('UND_ERR_SOCKET', { cause: REFUSED })],
    ['behind a code that is no text', Object.assign(new Error('no', { cause: REFUSED }), { code: 7 })],
    ['at the fifth', under(4, REFUSED)],
  ])('is %s', (_, thrown) => {
    const { error, retry, maybeSent } = faultOf(thrown, PLACE);
    expect([error.code, retry, maybeSent, error.cause]).toEqual(['connection-refused', true, false, thrown]);
  });

  it.each([
    ['at the sixth', under(5, REFUSED), ''],
    ['in none of no errors', new AggregateError([]), ''],
    ['no error at all', 'ECONNREFUSED', ''],
    ['nothing', null, ''],
    ['a socket error alone', coded('UND_ERR_SOCKET'), ' (UND_ERR_SOCKET)'],
    ['a socket error with a cause', coded('UND_ERR_SOCKET', { cause: coded('ECONNRESET') }), ' (ECONNRESET)'],
  ])('that is %s is not known, so the request may have been sent', (_, thrown, code) => {
    const { error, maybeSent } = faultOf(thrown, PLACE);
    expect([error.code, maybeSent]).toEqual(['connection-failed', true]);
    expect(error.message).toBe(
      `https://mlflow.example.com/api: the connection broke before the reply was complete${code}.`,
    );
  });

  it('ends where errors are each other’s cause', () => {
    const one = new Error('no');
    one.cause = new Error('no', { cause: one });
    expect(faultOf(one, PLACE).error.code).toBe('connection-failed');
  });

  it.each([
    ['connect', false],
    ['read', true],
  ])('a time-out of the system call %s may have come after the request: %s', (syscall, maybeSent) => {
    const thrown = new AggregateError([coded('ETIMEDOUT', { syscall })]);
    expect(faultOf(thrown, PLACE)).toMatchObject({ error: { code: 'timeout' }, maybeSent });
  });
});
