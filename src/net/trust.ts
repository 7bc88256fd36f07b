import { readFileSync } from 'node:fs';
import { getCACertificates } from 'node:tls';
import type { Environment } from '../domain/environment.js';

/** Certificates of authorities, and where they were looked for. */
export interface Trust {
  /** PEM texts. */
  readonly ca: readonly string[];
  /** For a person, e.g. `the store of the system, REQUESTS_CA_BUNDLE`. */
  readonly places: readonly string[];
}

/** Each names one PEM file. Node itself reads its own, but only when it starts. */
const VARIABLES = ['NODE_EXTRA_CA_CERTS', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE', 'SSL_CERT_FILE'] as const;

/**
 * Every authority that a tool on this runner trusts: Node's own, those in the store of the system (on Linux with
 * `SSL_CERT_DIR`), and the files of the usual variables. Reading them takes a tenth of a second and more, so this is
 * for a server that Node's own do not vouch for. A file that cannot be read adds nothing, and is named as that.
 */
export function everyAuthority(env: Environment): Trust {
  const files = VARIABLES.flatMap((variable) => fileOf(variable, env[variable]?.trim() ?? ''));
  return {
    ca: [...getCACertificates('default'), ...getCACertificates('system'), ...files.flatMap(({ ca }) => ca)],
    places: ["Node's own", 'the store of the system', ...files.map(({ place }) => place)],
  };
}

function fileOf(
  variable: string,
  path: string,
): readonly { readonly ca: readonly string[]; readonly place: string }[] {
  if (path === '') return [];
  const text = textOf(path);
  if (text === null) return [{ ca: [], place: `${variable} (a file that cannot be read)` }];
  if (!text.includes('-----BEGIN')) return [{ ca: [], place: `${variable} (a file without a certificate)` }];
  return [{ ca: [text], place: variable }];
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
