import { describe, expect, it } from '@jest/globals';
import type { ConnectionReading } from '../../src/inputs/connection.js';
import { readConnection } from '../../src/inputs/connection.js';
import { rawInputs } from './raw-inputs.js';

type Texts = Readonly<Record<string, string>>;

function read(inputs: Texts, env: Texts = {}): ConnectionReading {
  return readConnection(rawInputs(inputs).texts, env, '/work');
}

const VARIABLES = {
  MLFLOW_TRACKING_TOKEN: 'env-token',
  MLFLOW_TRACKING_USERNAME: 'env-user',
  MLFLOW_TRACKING_PASSWORD: 'env-password',
};

const SERVER = { 'tracking-uri': 'https://host' };

describe('the address', () => {
  it('is the input, then MLflow’s variable, then for the registry the tracking address', () => {
    const env = { MLFLOW_TRACKING_URI: 'http://env:1', MLFLOW_REGISTRY_URI: 'http://env:2' };
    const inputs = { 'tracking-uri': 'http://input:1', 'registry-uri': 'http://input:2' };
    const both = ({ connection }: ConnectionReading) => [connection.trackingUri, connection.registryUri];
    expect(both(read(inputs, env))).toEqual(['http://input:1', 'http://input:2']);
    expect(both(read({}, env))).toEqual(['http://env:1', 'http://env:2']);
    expect(both(read({ 'tracking-uri': 'http://input:1' }))).toEqual(['http://input:1', 'http://input:1']);
    expect(both(read({ 'registry-uri': 'http://input:2' }))).toEqual([null, 'http://input:2']);
    expect(both(read({}))).toEqual([null, null]);
    expect(both(read({}, { MLFLOW_TRACKING_URI: '  ' }))).toEqual([null, null]);
  });

  it.each([
    ['https://HOST.example/mlflow/', 'https://host.example/mlflow'],
    ['https://u:p@host/a//?token=x#y', 'https://host/a'],
    ['HTTP://host:5000', 'http://host:5000'],
    ['sqlite:///mlflow.db', 'sqlite:///mlflow.db'],
  ])('%s is shown as %s', (text, uri) => {
    expect(read({ 'tracking-uri': text }).connection.trackingUri).toBe(uri);
  });

  it.each([
    ['mlflow.db', 'sqlite:///mlflow.db'],
    ['./store/mlflow.db', 'sqlite:///store/mlflow.db'],
    ['/data/mlflow.sqlite3', 'sqlite:////data/mlflow.sqlite3'],
    ['C:\\data\\mlflow.db', 'sqlite:///C:\\data\\mlflow.db'],
  ])('the path %s is refused with the address that it means', (text, uri) => {
    const { problems } = read({ 'tracking-uri': text });
    expect(problems).toEqual([expect.stringContaining(`write \`${uri}\``)]);
    expect(read({ 'tracking-uri': uri }).problems).toEqual([]);
  });

  it.each([
    ['databricks', 'the Databricks workspace registry'],
    ['databricks://profile', 'the Databricks workspace registry'],
    ['databricks-uc', 'Databricks Unity Catalog'],
    ['databricks-uc://x', 'Databricks Unity Catalog'],
    ['uc:http://host', 'Unity Catalog'],
    ['arn:aws:sagemaker:eu-west-1:1:x', 'Amazon SageMaker'],
    ['azureml://x', 'Azure Machine Learning'],
    ['file:///mlruns', 'a file store'],
    ['postgresql://u:p@db/mlflow', 'a database server'],
    ['mysql+pymysql://u:p@db/mlflow', 'a database server'],
    ['mlruns', 'not an address'],
    ['./mlruns', 'mlflow migrate-filestore'],
    ['/data/mlruns/', 'mlflow migrate-filestore'],
    ['file:./mlruns', 'mlflow migrate-filestore'],
    ['FILE:///data/mlruns', 'mlflow migrate-filestore'],
    ['localhost:5000', 'not an address'],
    ['ftp://host', 'not an address'],
    ['http://', 'not a valid address'],
    ['https://a b/', 'not a valid address'],
  ])('%s is refused, with what works, from input and variable alike', (text, said) => {
    const reading = read({ 'tracking-uri': text, 'registry-uri': text });
    expect(reading.problems).toHaveLength(2);
    expect(reading.problems[0]).toMatch(/^`tracking-uri` /);
    expect(reading.problems[1]).toMatch(/^`registry-uri` /);
    const [problem] = read({}, { MLFLOW_REGISTRY_URI: text }).problems;
    expect(problem).toMatch(/^`MLFLOW_REGISTRY_URI` /);
    for (const said_ of [said, 'http']) expect(problem).toContain(said_);
    expect(problem).not.toContain('u:p');
  });

  it.each(['MLFLOW_TRACKING_AWS_SIGV4', 'MLFLOW_TRACKING_AUTH'])('refuses %s, unless it is off', (name) => {
    expect(read(SERVER, { [name]: 'true' }).problems).toEqual([expect.stringContaining(`${name} is set`)]);
    for (const off of ['', '0', 'false', 'False']) expect(read(SERVER, { [name]: off }).problems).toEqual([]);
  });

  it.each(['MLFLOW_TRACKING_AWS_SIGV4', 'MLFLOW_TRACKING_AUTH'])('says what works instead of %s', (name) => {
    const [problem] = read(SERVER, { [name]: 'true' }).problems;
    expect(problem).toContain('use a token, or user name and password');
  });

  /** Each variable beside a server, where it counts, and beside a local store, where it is another step's affair. */
  describe.each([
    ['MLFLOW_TRACKING_AWS_SIGV4', 'true', 'problem'],
    ['MLFLOW_TRACKING_AUTH', 'arn:aws:x', 'problem'],
    ['MLFLOW_TRACKING_USERNAME', 'only-half', 'problem'],
    ['MLFLOW_TRACKING_PASSWORD', 'only-half', 'problem'],
    ['MLFLOW_TRACKING_INSECURE_TLS', 'true', 'warning'],
    ['MLFLOW_TRACKING_TOKEN', 'token', 'credentials'],
  ])('%s', (name, value, use) => {
    it('counts beside a server', () => {
      const { problems, warnings, connection } = read({ 'tracking-uri': 'https://host' }, { [name]: value });
      expect([problems.length, warnings.length, connection.credentials.kind]).toEqual([
        use === 'problem' ? 1 : 0,
        use === 'warning' ? 1 : 0,
        use === 'credentials' ? 'bearer' : 'none',
      ]);
    });

    it.each([
      ['sqlite:///mlflow.db', ''],
      ['sqlite:////data/mlflow.db', 'sqlite:////data/mlflow.db'],
      ['', 'sqlite:///mlflow.db'],
      ['', ''],
    ])('is another step’s affair beside a local store: %s %s', (tracking, registry) => {
      const reading = read({ 'tracking-uri': tracking, 'registry-uri': registry }, { [name]: value });
      expect([reading.problems, reading.warnings]).toEqual([[], []]);
      expect(reading.connection.credentials).toEqual({ kind: 'none' });
    });
  });

  it.each(['MLFLOW_WORKSPACE', 'MLFLOW_TRACKING_SERVER_CERT_PATH', 'MLFLOW_TRACKING_CLIENT_CERT_PATH'])(
    '%s is named beside a server alone',
    (name) => {
      const lines = (inputs: Texts) => read(inputs, { [name]: 'canary' }).sources.join();
      expect(lines(SERVER)).toContain('canary');
      for (const uri of ['', 'sqlite:///mlflow.db'])
        expect(lines({ 'tracking-uri': uri })).not.toContain('canary');
    },
  );

  it.each(['\n', ' ', '\t', '\r\n'])('reads variables without the white space of a paste: %j', (space) => {
    const env = { 'tracking-uri': 'https://host' };
    expect(read(env, { MLFLOW_TRACKING_TOKEN: `${space}token${space}` }).connection.credentials).toEqual({
      ...{ kind: 'bearer', token: 'token' },
    });
    const pair = { MLFLOW_TRACKING_USERNAME: `me${space}`, MLFLOW_TRACKING_PASSWORD: `a b${space}` };
    expect(read(env, pair).connection.credentials).toEqual({
      kind: 'basic',
      username: 'me',
      password: 'a b',
    });
    expect(read(env, { MLFLOW_TRACKING_TOKEN: space }).connection.credentials).toEqual({ kind: 'none' });
  });

  it('warns that MLFLOW_TRACKING_INSECURE_TLS is ignored and names the CA variable', () => {
    const [warning] = read(SERVER, { MLFLOW_TRACKING_INSECURE_TLS: 'true' }).warnings;
    expect(warning?.code).toBe('insecure-tls-ignored');
    expect(warning?.message).toContain('MLFLOW_TRACKING_SERVER_CERT_PATH');
    expect(read(SERVER, { MLFLOW_TRACKING_INSECURE_TLS: 'false' }).warnings).toEqual([]);
  });

  it('reads workspace, CA bundle and client certificate from MLflow’s variables and says so', () => {
    const reading = read(SERVER, {
      MLFLOW_WORKSPACE: 'team-a',
      MLFLOW_TRACKING_SERVER_CERT_PATH: 'ca.pem',
      MLFLOW_TRACKING_CLIENT_CERT_PATH: 'client.pem',
    });
    expect(reading.connection).toMatchObject({
      workspace: 'team-a',
      caFile: 'ca.pem',
      clientCertFile: 'client.pem',
      workingDirectory: '/work',
    });
    expect(reading.sources).toEqual([
      'Tracking server: https://host (from tracking-uri)',
      'Credentials: none',
      'Workspace: team-a (from MLFLOW_WORKSPACE)',
      'CA bundle: ca.pem (from MLFLOW_TRACKING_SERVER_CERT_PATH)',
      'Client certificate: client.pem (from MLFLOW_TRACKING_CLIENT_CERT_PATH)',
    ]);
  });
});

describe('the credentials', () => {
  const basic = (username: string, password: string) => ({ kind: 'basic', username, password });

  it.each([
    [{ 'tracking-token': 't' }, { kind: 'bearer', token: 't' }, 'tracking-token'],
    [
      { 'tracking-username': 'u', 'tracking-password': 'p' },
      basic('u', 'p'),
      'tracking-username and tracking-password',
    ],
    [{ 'tracking-uri': 'https://u:p%40s@host' }, basic('u', 'p@s'), 'the address in tracking-uri'],
    [{ 'tracking-uri': 'https://u:100%@host' }, basic('u', '100%'), 'the address in tracking-uri'],
    [{ 'registry-uri': 'https://u:p@host' }, basic('u', 'p'), 'the address in registry-uri'],
  ])('%j wins over all variables', (inputs, credentials, source) => {
    const reading = read(inputs, VARIABLES);
    expect(reading.problems).toEqual([]);
    expect(reading.connection.credentials).toEqual(credentials);
    expect(reading.sources.at(-1)).toBe(`Credentials: from ${source}`);
  });

  it.each([
    [VARIABLES, basic('env-user', 'env-password')],
    [{ MLFLOW_TRACKING_TOKEN: 't' }, { kind: 'bearer', token: 't' }],
    [
      { MLFLOW_TRACKING_TOKEN: 't', MLFLOW_TRACKING_USERNAME: 'u' },
      { kind: 'bearer', token: 't' },
    ],
    [{}, { kind: 'none' }],
  ])('of variables Basic wins, as in MLflow: %j', (env, credentials) => {
    expect(read(SERVER, env).connection.credentials).toEqual(credentials);
  });

  it.each([
    [{ 'tracking-token': 't', 'tracking-username': 'u' }, '`tracking-username` are both given'],
    [{ 'tracking-token': 't', 'tracking-password': 'p' }, '`tracking-password` are both given'],
    [{ 'tracking-username': 'u' }, '`tracking-username` is given without `tracking-password`'],
    [{ 'tracking-password': 'p' }, '`tracking-password` is given without `tracking-username`'],
    [{ 'tracking-token': 't', 'tracking-uri': 'https://u:p@host' }, 'given twice'],
  ])('%j is refused, and no variable helps out', (inputs, said) => {
    const reading = read(inputs, VARIABLES);
    expect(reading.problems).toEqual([expect.stringContaining(said)]);
    expect(reading.connection.credentials).toEqual({ kind: 'none' });
  });

  it.each([
    [{ MLFLOW_TRACKING_USERNAME: 'u' }, 'MLFLOW_TRACKING_PASSWORD is missing'],
    [{ MLFLOW_TRACKING_PASSWORD: 'p' }, 'MLFLOW_TRACKING_USERNAME is missing'],
  ])('%j is half of a pair', (env, said) => {
    expect(read(SERVER, env).problems).toEqual([expect.stringContaining(said)]);
  });

  it('in an address go to no other server', () => {
    const two = { 'tracking-uri': 'https://u:p@one', 'registry-uri': 'https://two' };
    expect(read(two).problems).toEqual([expect.stringContaining('two servers')]);
    const same = { 'tracking-uri': 'https://u:p@one/a', 'registry-uri': 'https://one/b' };
    expect(read(same).problems).toEqual([]);
  });

  it('never show in what is logged', () => {
    const reading = read({ 'tracking-uri': 'https://me:hunter2@host/x?token=hunter2' }, VARIABLES);
    expect(reading.sources).toEqual([
      'Tracking server: https://host/x (from tracking-uri)',
      'Credentials: from the address in tracking-uri',
    ]);
    expect(read({ 'registry-uri': 'http://r', 'tracking-uri': 'http://t' }).sources).toEqual([
      'Tracking server: http://t (from tracking-uri)',
      'Registry: http://r (from registry-uri)',
      'Credentials: none',
    ]);
  });

  it('call a local store a store, where it is named', () => {
    const lines = ['Store: sqlite:///mlflow.db (from tracking-uri)'];
    expect(read({ 'tracking-uri': 'sqlite:///mlflow.db' }).sources).toEqual(lines);
  });
});

describe('headers', () => {
  it('come from their input, and not for a local store', () => {
    const text = 'X-Api-Key: k';
    expect(read({ ...SERVER, 'tracking-headers': text }).connection.headers).toEqual({ 'X-Api-Key': 'k' });
    expect(read({ 'tracking-uri': 'sqlite:///a.db', 'tracking-headers': 'nonsense' })).toMatchObject({
      ...{ problems: [], connection: { headers: {} } },
    });
  });

  it.each<readonly [Texts, Texts, string | null]>([
    [{ 'tracking-token': 't' }, {}, 'tracking-token says it too'],
    [{}, VARIABLES, 'MLFLOW_TRACKING_PASSWORD says it too'],
    [{ 'tracking-uri': 'https://u:p@host' }, {}, 'the address in tracking-uri says it too'],
    [{}, {}, null],
  ])('Authorization beside other credentials: %j %j', (inputs, env, said) => {
    const { problems } = read({ ...SERVER, ...inputs, 'tracking-headers': 'authorization: Api-Key k' }, env);
    expect(problems).toEqual(said === null ? [] : [expect.stringContaining(said)]);
  });
});

describe('userinfo beside other credentials', () => {
  it('of an address in a variable is switched off by a credential input', () => {
    const reading = read({ 'tracking-token': 'mine' }, { MLFLOW_TRACKING_URI: 'https://u:p@host' });
    expect(reading.problems).toEqual([]);
    expect(reading.connection.credentials).toEqual({ kind: 'bearer', token: 'mine' });
  });

  it('of an address in an input contradicts a credential input', () => {
    const reading = read({ 'tracking-token': 'mine', 'tracking-uri': 'https://u:p@host' });
    expect(reading.problems).toEqual([expect.stringContaining('given twice')]);
  });

  it('may not differ between tracking and registry', () => {
    const inputs = { 'tracking-uri': 'https://u:p@host/a', 'registry-uri': 'https://v:q@host/b' };
    expect(read(inputs).problems).toEqual([expect.stringContaining('different credentials')]);
  });
});

describe('a local store', () => {
  it.each([
    'sqlite://bob:s3cret@host/mlflow.db',
    'sqlite:///mlflow.db?password=s3cret',
    'sqlite:mlflow.db',
    'sqlite:///',
    'SQLITE:///mlflow.db',
  ])('%s is refused by the name of its input, and not repeated', (text) => {
    const [problem] = read({ 'tracking-uri': text }).problems;
    expect(problem).toContain('`tracking-uri` names a local store in a form');
    expect(problem).not.toContain('s3cret');
  });

  it('asks for no credentials', () => {
    const reading = read({ 'tracking-uri': 'sqlite:///a.db' }, { MLFLOW_TRACKING_USERNAME: 'me' });
    expect(reading.problems).toEqual([]);
    expect(reading.connection.credentials).toEqual({ kind: 'none' });
  });
});

describe('two servers', () => {
  it('share credentials given as inputs, whatever the address in a variable carries', () => {
    const env = { MLFLOW_TRACKING_URI: 'https://u:p@a.example' };
    const reading = read({ 'registry-uri': 'https://b.example', 'tracking-token': 'mine' }, env);
    expect(reading.problems).toEqual([]);
  });

  it('do not share the userinfo of one, which is named', () => {
    const inputs = { 'tracking-uri': 'https://u:p@a.example', 'registry-uri': 'https://b.example' };
    expect(read(inputs).problems).toEqual([expect.stringContaining('`tracking-uri` carries credentials')]);
  });
});
