import { given, type Environment } from '../domain/environment.js';
import type { Warning } from '../domain/warning.js';
import type { ConnectionOrder, Credentials } from '../domain/order.js';
import { CERTIFICATES } from '../registry/mlflow/words.js';
import { chooseCredentials, type CredentialTexts } from './credentials.js';
import { readHeaders } from './headers.js';
import { isLocation, parseLocation, type Location, type LocationResult, type Sourced } from './location.js';

type Inputs = Readonly<
  Record<
    | 'tracking-uri'
    | 'registry-uri'
    | 'tracking-token'
    | 'tracking-username'
    | 'tracking-password'
    | 'tracking-headers',
    string
  >
>;

/** MLflow's own variables that no input overrules. */
const SETTINGS = {
  workspace: 'MLFLOW_WORKSPACE',
  caFile: CERTIFICATES.ca,
  clientCertFile: CERTIFICATES.clientCert,
} as const;

const NO_VARIABLES: CredentialTexts['variables'] = { token: '', username: '', password: '' };

/** What the connection inputs and variables say together. */
export interface ConnectionReading {
  readonly problems: readonly string[];
  readonly warnings: readonly Warning[];
  readonly sources: readonly string[];
  readonly credentials: CredentialTexts;
  /** Meaningless while there are problems. */
  readonly connection: Omit<ConnectionOrder, 'allowHttp'>;
}

/**
 * Reads where the registry is and how to prove who we are: the input, then MLflow's own variable, then (for the
 * registry) the tracking URI.
 */
export function readConnection(
  inputs: Inputs,
  env: Environment,
  workingDirectory: string,
): ConnectionReading {
  const named = [
    locate(inputs['tracking-uri'], 'tracking-uri', env, 'MLFLOW_TRACKING_URI'),
    locate(inputs['registry-uri'], 'registry-uri', env, 'MLFLOW_REGISTRY_URI'),
  ] as const;
  const [tracking, ownRegistry] = named.map((place) => (place !== null && isLocation(place) ? place : null));
  const trackingPlace = tracking ?? null;
  const registryPlace = ownRegistry ?? trackingPlace;
  const texts = credentialTexts(inputs, env, [trackingPlace, registryPlace]);
  const proof = readProof(texts, inputs['tracking-headers'], env, storeOf(named));
  return {
    problems: [
      ...named.flatMap((place) => (place !== null && 'problem' in place ? [place.problem] : [])),
      ...proof.problems,
      ...strayUserinfo(credentialPlaces(inputs, [trackingPlace, registryPlace])),
    ],
    warnings: variableWarnings(proof.env),
    sources: [...sourceLines(trackingPlace, registryPlace, proof.source), ...settingLines(proof.env)],
    credentials: texts,
    connection: {
      trackingUri: trackingPlace?.uri ?? null,
      registryUri: registryPlace?.uri ?? null,
      credentials: proof.credentials,
      headers: proof.headers,
      workspace: given(env, SETTINGS.workspace),
      caFile: given(env, SETTINGS.caFile),
      clientCertFile: given(env, SETTINGS.clientCertFile),
      workingDirectory,
    },
  };
}

/** Null for what is, at least in part, a server. */
type Store = 'named' | 'default' | null;

/** Whether all of it is a local store: one that is named, or MLflow's default where nothing is. */
function storeOf(named: readonly (LocationResult | null)[]): Store {
  if (named.every((place) => place === null)) return 'default';
  const isStore = (place: LocationResult) => isLocation(place) && place.uri.startsWith('sqlite:');
  return named.every((place) => place === null || isStore(place)) ? 'named' : null;
}

/** Who we say that we are. */
interface Proof {
  readonly problems: readonly string[];
  readonly credentials: Credentials;
  readonly headers: Readonly<Record<string, string>>;
  /** Null where nobody asks, and where it is wrong. */
  readonly source: string | null;
  /** The variables that count. */
  readonly env: Environment;
}

/** A local store asks for no proof and no certificate: what another step needs does not stop this one. */
function readProof(texts: CredentialTexts, lines: string, env: Environment, store: Store): Proof {
  if (store === 'named')
    return { problems: [], credentials: { kind: 'none' }, headers: {}, source: null, env: {} };
  const chosen = chooseCredentials(store === 'default' ? { ...texts, variables: NO_VARIABLES } : texts);
  const { headers, problems } = readHeaders(lines);
  const counting = store === 'default' ? {} : env;
  const others = [...unsupportedVariables(counting), ...problems];
  if ('problem' in chosen) {
    return {
      problems: [chosen.problem, ...others],
      credentials: { kind: 'none' },
      headers,
      source: null,
      env: counting,
    };
  }
  const all = [...others, ...doubleAuthorization(headers, chosen)];
  return { problems: all, credentials: chosen.value, headers, source: chosen.source, env: counting };
}

function locate(input: string, inputName: string, env: Environment, variable: string): LocationResult | null {
  if (input !== '') return parseLocation(input, inputName);
  const text = given(env, variable);
  return text === null ? null : parseLocation(text, variable);
}

function credentialTexts(
  inputs: Inputs,
  env: Environment,
  places: readonly (Location | null)[],
): CredentialTexts {
  return {
    inputs: ownCredentials(inputs),
    variables: {
      // Without white space around them, as the runner gives inputs: a secret that was pasted ends in a line break.
      token: given(env, 'MLFLOW_TRACKING_TOKEN') ?? '',
      username: given(env, 'MLFLOW_TRACKING_USERNAME') ?? '',
      password: given(env, 'MLFLOW_TRACKING_PASSWORD') ?? '',
    },
    userinfo: credentialPlaces(inputs, places).find((place) => place.userinfo !== null)?.userinfo ?? null,
  };
}

function ownCredentials(inputs: Inputs): CredentialTexts['inputs'] {
  return {
    token: inputs['tracking-token'],
    username: inputs['tracking-username'],
    password: inputs['tracking-password'],
  };
}

/** A credential input switches off what variables say, and that includes the userinfo of an address in one. */
function credentialPlaces(inputs: Inputs, places: readonly (Location | null)[]): readonly Location[] {
  const anyInput = Object.values(ownCredentials(inputs)).some((text) => text !== '');
  const named = places.filter((place) => place !== null);
  return anyInput ? named.filter((place) => !place.source.startsWith('MLFLOW_')) : named;
}

/** A switch of MLflow's: unset, empty, 0 and false are off. */
function isOn(env: Environment, name: string): boolean {
  return !/^(|0|false)$/i.test(env[name]?.trim() ?? '');
}

/** Ways to authenticate that MLflow's client knows and we do not: never silently unauthenticated. */
function unsupportedVariables(env: Environment): string[] {
  const works = 'use a token, or user name and password';
  return ['MLFLOW_TRACKING_AWS_SIGV4', 'MLFLOW_TRACKING_AUTH']
    .filter((name) => isOn(env, name))
    .map((name) => `${name} is set, and this action cannot authenticate that way: unset it and ${works}`);
}

function variableWarnings(env: Environment): Warning[] {
  if (!isOn(env, 'MLFLOW_TRACKING_INSECURE_TLS')) return [];
  const message =
    'MLFLOW_TRACKING_INSECURE_TLS is ignored: certificates are always checked. ' +
    `To trust your own authority, name its PEM file in ${CERTIFICATES.ca}.`;
  return [{ code: 'insecure-tls-ignored', message }];
}

/** Credentials are a header too. */
function doubleAuthorization(
  headers: Readonly<Record<string, string>>,
  chosen: Sourced<Credentials>,
): string[] {
  const named = Object.keys(headers).some((name) => name.toLowerCase() === 'authorization');
  if (!named || chosen.value.kind === 'none') return [];
  return [`\`tracking-headers\` names Authorization, and ${chosen.source} says it too: keep one`];
}

/** Userinfo belongs to the host it is written for; it is not sent to another. */
function strayUserinfo(places: readonly Location[]): string[] {
  const origins = new Set(places.map((place) => URL.parse(place.uri)?.origin));
  const carriers = places.filter((place) => place.userinfo !== null);
  const names = [...new Set(carriers.map((place) => `\`${place.source}\``))].join(' and ');
  if (new Set(carriers.map((place) => JSON.stringify(place.userinfo?.value))).size > 1)
    return [`${names} carry different credentials: keep one pair`];
  if (origins.size < 2 || carriers.length === 0) return [];
  return [
    `${names} carries credentials, and tracking and registry are two servers: ` +
      'give credentials that both take as `tracking-token`, or as `tracking-username` and `tracking-password`',
  ];
}

function sourceLines(
  tracking: Location | null,
  registry: Location | null,
  credentials: string | null,
): string[] {
  const lines: string[] = [];
  if (tracking !== null) {
    const what = tracking.uri.startsWith('sqlite:') ? 'Store' : 'Tracking server';
    lines.push(`${what}: ${tracking.uri} (from ${tracking.source})`);
  }
  if (registry !== null && registry.source !== tracking?.source)
    lines.push(`Registry: ${registry.uri} (from ${registry.source})`);
  if (credentials !== null) lines.push(`Credentials: ${credentials === '' ? 'none' : `from ${credentials}`}`);
  return lines;
}

function settingLines(env: Environment): string[] {
  const titles = {
    workspace: 'Workspace',
    caFile: 'CA bundle',
    clientCertFile: 'Client certificate',
  } as const;
  return (['workspace', 'caFile', 'clientCertFile'] as const).flatMap((name) => {
    const value = given(env, SETTINGS[name]);
    return value === null ? [] : [`${titles[name]}: ${value} (from ${SETTINGS[name]})`];
  });
}
