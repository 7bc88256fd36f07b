import { MIGRATE_FILE_STORE } from '../registry/mlflow/words.js';
import { withoutTrailing } from '../text/ends.js';

/** Where one value came from, for the log. */
export interface Sourced<T> {
  readonly value: T;
  readonly source: string;
}

/** One URI, taken apart: what may be printed and what may not. */
export interface Location {
  /** Without userinfo, query, fragment and trailing slash. */
  readonly uri: string;
  readonly source: string;
  readonly userinfo: Sourced<Userinfo> | null;
}

interface Userinfo {
  readonly username: string;
  readonly password: string;
}

export type LocationResult = Location | { readonly problem: string };

const WORKS = 'an `http://` or `https://` address of an MLflow server, or `sqlite:///mlflow.db`';

/** Registries that MLflow can name and this action cannot reach, with what is meant. */
const UNSUPPORTED: readonly (readonly [RegExp, string])[] = [
  [/^databricks-uc(:|$)/, 'Databricks Unity Catalog'],
  [/^databricks(:|$)/, 'the Databricks workspace registry'],
  [/^uc:/, 'Unity Catalog'],
  [/^arn:/, 'Amazon SageMaker'],
  [/^azureml:/, 'Azure Machine Learning'],
  [/^(postgresql|mysql|mssql)(\+\w+)?:/, 'a database server'],
];

export function isLocation(result: LocationResult): result is Location {
  return 'uri' in result;
}

/** Reads a tracking or registry URI. `source` names the input or variable it came from. */
export function parseLocation(text: string, source: string): LocationResult {
  if (/^sqlite:/i.test(text)) return parseStore(text, source);
  const path = pathProblem(text);
  if (path !== null) return { problem: `\`${source}\` ${path}` };
  const known = UNSUPPORTED.find(([pattern]) => pattern.test(text))?.[1];
  if (known !== undefined)
    return { problem: `\`${source}\` names ${known}, which is not supported: write ${WORKS}` };
  if (!/^https?:\/\//i.test(text))
    return { problem: `\`${source}\` is not an address this action can reach: write ${WORKS}` };
  return parseHttp(text, source);
}

/** What stands before the `@` of any address, usable or not, as written and decoded; null when nothing does. */
export function userinfoOf(text: string): { readonly raw: Userinfo; readonly value: Userinfo } | null {
  const [, username, password = ''] = /^[a-z][a-z0-9+.-]*:\/\/([^/?#:]*):?([^/?#]*)@/i.exec(text) ?? [];
  if (username === undefined) return null;
  return {
    raw: { username, password },
    value: { username: decode(username), password: decode(password) },
  };
}

/** A path in place of an address, or the address of MLflow's file store; null for anything else. */
function pathProblem(text: string): string | null {
  if (/^file:/i.test(text)) return `names a file store. ${MIGRATE_FILE_STORE}`;
  if (/^[^:]*(^|[\\/])mlruns[\\/]?$/.test(text))
    return `is not an address but the folder of a file store. ${MIGRATE_FILE_STORE}`;
  const store = /^(?![a-z][a-z0-9+.-]*:\/)[^?#@]+\.(?:db|sqlite3?)$/i.exec(text)?.[0];
  if (store === undefined) return null;
  return `is the path of a file, not an address: write \`sqlite:///${store.replace(/^\.\//, '')}\``;
}

/** SQLAlchemy's form: `sqlite:///` and a path. What else it allows (a user, a host, a query) means nothing here. */
function parseStore(text: string, source: string): LocationResult {
  if (/^sqlite:\/\/\/[^?]+$/.test(text)) return { uri: text, source, userinfo: null };
  return {
    problem: `\`${source}\` names a local store in a form this action does not read: write \`sqlite:///mlflow.db\` or \`sqlite:////absolute/path.db\`, without user, host or query`,
  };
}

function parseHttp(text: string, source: string): LocationResult {
  const url = URL.parse(text);
  if (url === null || url.hostname === '')
    return { problem: `\`${source}\` is not a valid address: write it as \`https://host/path\`` };
  const userinfo = url.username === '' && url.password === '' ? null : decodeUserinfo(url, source);
  return { uri: `${url.origin}${withoutTrailing(url.pathname, '/')}`, source, userinfo };
}

function decodeUserinfo(url: URL, source: string): Location['userinfo'] {
  const value = { username: decode(url.username), password: decode(url.password) };
  return { value, source: `the address in ${source}` };
}

/** A stray `%` in a password is itself, not an escape. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
