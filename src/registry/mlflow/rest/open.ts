import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createSecureContext } from 'node:tls';
import { PromotionError } from '../../../domain/error.js';
import type { Log } from '../../../domain/log.js';
import type { Connection, Credentials } from '../../../domain/order.js';
import type { Environment } from '../../../domain/environment.js';
import type { TlsOptions } from '../../../net/dispatcher.js';
import { createHttp, type HttpOptions } from '../../../net/http.js';
import { isLoopback } from '../../../net/proxies.js';
import { safeUrl } from '../../../net/redact.js';
import { createScrub } from '../../../text/scrub.js';
import type { MlflowRegistry } from '../registry.js';
import { CERTIFICATES } from '../words.js';
import { createReader, createRecords } from './reader.js';
import { basicToken, createServer, type MlflowServer } from './server.js';
import { createWriter } from './writer.js';

/** What the world gives. The clock and the times are for tests. */
export interface MlflowDeps extends Pick<HttpOptions, 'clock' | 'connectTimeoutMs' | 'requestTimeoutMs'> {
  /** Proxies and TLS switches are read from here. */
  readonly env: Environment;
  readonly log: Log;
}

/**
 * An MLflow server over REST, releases 2.9 to 3.x; nothing is sent yet. Throws `not-supported` for a URI that is not
 * http(s), `plaintext-credentials`, and `input-invalid` for certificates, credentials or proxy variables that cannot
 * be used.
 */
export async function openMlflow(connection: Connection, deps: MlflowDeps): Promise<MlflowRegistry> {
  const { trackingUri, registryUri, credentials } = connection;
  for (const uri of [trackingUri, registryUri]) checkUri(uri, connection);
  checkCredentials(credentials);
  const http = createHttp({ ...deps, tls: await readCertificates(connection), settings: CERTIFICATES });
  const scrub = createScrub([...secretsOf(credentials), ...Object.values(connection.headers)]);
  const open = (uri: string): MlflowServer =>
    createServer({
      uri,
      http,
      credentials,
      headers: headersFor(uri, connection),
      workspace: connection.workspace,
      scrub,
    });
  const registry = open(registryUri);
  const tracking = safeUrl(trackingUri) === registry.label ? registry : open(trackingUri);
  const proxies = [trackingUri, registryUri].flatMap((uri) => http.proxyFor(uri) ?? []);
  const named = new Set(proxies.map(({ host, variable }) => `${host} (from ${variable})`));
  if (named.size > 0) deps.log.info(`Proxy for requests to MLflow: ${[...named].join(', ')}.`);
  const servers = { tracking, registry, memory: new Map() };
  return {
    label: registry.label,
    records: (signal) => createRecords(servers, signal),
    reader: (signal) => createReader(servers, signal),
    writer: (signal) => createWriter(servers, signal),
    close: () => http.close(),
  };
}

/** They are for whatever stands in front of the tracking server, and go to its origin alone. */
function headersFor(uri: string, { trackingUri, headers }: Connection): Connection['headers'] {
  return new URL(uri).origin === new URL(trackingUri).origin ? headers : {};
}

function checkUri(uri: string, connection: Connection): void {
  const url = URL.canParse(uri) ? new URL(uri) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw new PromotionError(
      'not-supported',
      `A registry at a ${url === null ? 'URI without a scheme' : `${url.protocol} URI`} cannot be reached over REST.`,
      'Give the http or https address of an MLflow server.',
    );
  }
  const secret =
    connection.credentials.kind !== 'none' || Object.keys(headersFor(uri, connection)).length > 0;
  const exposed = url.protocol === 'http:' && secret && !isLoopback(url);
  if (!exposed || connection.allowHttp) return;
  throw new PromotionError(
    'plaintext-credentials',
    `The credentials would go to ${safeUrl(url)} unencrypted.`,
    'Use https, or set allow-http: true where the network in between is trusted.',
  );
}

/** A header cannot carry every text; undici would quote the one it refuses. */
function checkCredentials(credentials: Credentials): void {
  if (credentials.kind === 'bearer' && !/^[\x21-\x7e]+$/.test(credentials.token)) {
    throw new PromotionError(
      'input-invalid',
      'The token contains a space, a line break or another character that no token has.',
      'Store the secret behind tracking-token or MLFLOW_TRACKING_TOKEN, whichever you set, again without a trailing newline.',
    );
  }
  if (credentials.kind === 'basic' && credentials.username.includes(':')) {
    throw new PromotionError(
      'input-invalid',
      'The username contains a colon, which Basic authentication cannot carry.',
      'Correct tracking-username or MLFLOW_TRACKING_USERNAME, whichever you set.',
    );
  }
}

function secretsOf(credentials: Credentials): readonly string[] {
  if (credentials.kind === 'none') return [];
  if (credentials.kind === 'bearer') return [credentials.token];
  const { username, password } = credentials;
  // Without a password the username is the secret: https://token@host.
  return [password === '' ? username : password, basicToken(username, password)];
}

async function readCertificates(connection: Connection): Promise<TlsOptions> {
  const { caFile, clientCertFile, workingDirectory } = connection;
  return {
    ca:
      caFile === null
        ? null
        : await readPem(resolve(workingDirectory, caFile), CERTIFICATES.ca, (ca) => ({ ca })),
    clientCert:
      clientCertFile === null
        ? null
        : await readPem(resolve(workingDirectory, clientCertFile), CERTIFICATES.clientCert, (pem) => ({
            cert: pem,
            key: pem,
          })),
  };
}

async function readPem(path: string, setting: string, use: (pem: string) => object): Promise<string> {
  try {
    const pem = await readFile(path, 'utf8');
    // A secure context takes any text for a CA; only this looks at it.
    new X509Certificate(pem);
    createSecureContext(use(pem));
    return pem;
  } catch (cause) {
    const reason = Error.isError(cause) ? cause.message : 'it cannot be read';
    throw new PromotionError(
      'input-invalid',
      `The file that ${setting} names cannot be used: ${reason}.`,
      setting === CERTIFICATES.ca
        ? 'It must be one file with the CA certificates in PEM form.'
        : 'It must be one PEM file with the certificate and its unencrypted key.',
      { cause },
    );
  }
}
