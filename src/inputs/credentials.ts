import type { Credentials } from '../domain/order.js';
import { NO_SECRETS } from '../text/emptied.js';
import { userinfoOf, type Sourced } from './location.js';

/** The parts of the inputs and variables that can prove who we are. Empty means absent. */
export interface CredentialTexts {
  readonly inputs: { readonly token: string; readonly username: string; readonly password: string };
  readonly variables: { readonly token: string; readonly username: string; readonly password: string };
  /** From the userinfo of a URI, decoded; null when there is none. */
  readonly userinfo: Sourced<{ readonly username: string; readonly password: string }> | null;
}

export type CredentialResult = Sourced<Credentials> | { readonly problem: string };

/** In an address the name may be the secret, beside a password that says nothing: https://token:x@host. */
const PLACEHOLDER = /^(?:.|x-oauth-basic|x-token-auth|x-access-token|oauth2?|token|none|null|api_?token)$/iu;

const NONE: Sourced<Credentials> = { value: { kind: 'none' }, source: '' };

/**
 * Chooses the credentials: inputs, then the URI's userinfo, then MLflow's variables. One credential input
 * switches every credential variable off. Of two variables Basic wins, as in MLflow's own client
 * (`utils/rest_utils.py`, which sets Basic last).
 */
export function chooseCredentials(texts: CredentialTexts): CredentialResult {
  const { inputs, variables, userinfo } = texts;
  const anyInput = inputs.token !== '' || inputs.username !== '' || inputs.password !== '';
  if (anyInput) {
    return userinfo === null
      ? fromInputs(inputs)
      : { problem: `credentials are given twice: as inputs and inside ${userinfo.source}. Keep one` };
  }
  if (userinfo !== null) return { value: { kind: 'basic', ...userinfo.value }, source: userinfo.source };
  return fromVariables(variables);
}

/**
 * Every form in which these credentials could show up in a log. `addresses` are searched for userinfo even when
 * they cannot be used or are overruled by another.
 */
export function secretForms(texts: CredentialTexts, addresses: readonly string[]): readonly string[] {
  const userinfo = [
    ...addresses.flatMap((address) => userinfoOf(address) ?? []).flatMap(({ raw, value }) => [raw, value]),
    // The parser takes forms of an address that the search above does not.
    ...(texts.userinfo === null ? [] : [texts.userinfo.value]),
  ];
  const pairs = [texts.inputs, texts.variables, ...userinfo];
  const plain = [
    texts.inputs.token,
    texts.variables.token,
    ...pairs.map((pair) => (pair.password === '' ? pair.username : pair.password)),
    ...userinfo.flatMap(({ username, password }) => (PLACEHOLDER.test(password) ? [username] : [])),
  ];
  const basic = pairs
    .filter((pair) => pair.username !== '' || pair.password !== '')
    .map((pair) => Buffer.from(`${pair.username}:${pair.password}`).toString('base64'));
  const forms = plain.filter((text) => text !== '').flatMap((text) => [text, encoded(text)]);
  return [...new Set([...forms, ...basic])];
}

function fromInputs(inputs: CredentialTexts['inputs']): CredentialResult {
  const { token, username, password } = inputs;
  if (token !== '' && (username !== '' || password !== '')) {
    const other = username === '' ? 'tracking-password' : 'tracking-username';
    return { problem: `\`tracking-token\` and \`${other}\` are both given: keep what your server takes` };
  }
  if (token !== '') return { value: { kind: 'bearer', token }, source: 'tracking-token' };
  if (username === '')
    return { problem: `\`tracking-password\` is given without \`tracking-username\`. ${NO_SECRETS}` };
  if (password === '')
    return { problem: `\`tracking-username\` is given without \`tracking-password\`. ${NO_SECRETS}` };
  return { value: { kind: 'basic', username, password }, source: 'tracking-username and tracking-password' };
}

function fromVariables(variables: CredentialTexts['variables']): CredentialResult {
  const { token, username, password } = variables;
  if (username !== '' && password !== '') {
    const source = 'MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD';
    return { value: { kind: 'basic', username, password }, source };
  }
  if (token !== '') return { value: { kind: 'bearer', token }, source: 'MLFLOW_TRACKING_TOKEN' };
  if (username !== '' || password !== '') {
    const missing = username === '' ? 'MLFLOW_TRACKING_USERNAME' : 'MLFLOW_TRACKING_PASSWORD';
    return {
      problem: `${missing} is missing: MLflow needs user name and password, or neither. ${NO_SECRETS}`,
    };
  }
  return NONE;
}

function encoded(text: string): string {
  // Only well-formed text can be encoded, and Windows lets a variable hold any.
  return encodeURIComponent(text.toWellFormed());
}
