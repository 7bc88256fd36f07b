import { PromotionError } from '../../../domain/error.js';
import type { Credentials } from '../../../domain/order.js';
import { isRetryStatus } from '../../../net/retry.js';
import { NO_SECRETS } from '../../../text/emptied.js';

/** What MLflow's basic-auth app asks for a call. */
export type Permission = 'READ' | 'EDIT';

/** A reply that is not the answer, and where it came from. Texts are cut and hold no secret. */
export interface Refused {
  readonly status: number;
  /** MLflow's own `error_code`; null when the reply is not MLflow's JSON. */
  readonly errorCode: string | null;
  /** MLflow's message, or the start of whatever came instead. */
  readonly message: string;
  /** The scheme that a 401 asks for. */
  readonly authenticate: string;
  readonly write: boolean;
  /** The URL without query. */
  readonly url: string;
  /** What the server calls itself reached by. */
  readonly host: string;
  readonly credentials: Credentials['kind'];
  readonly permission: Permission;
  /** What the call was about, e.g. `model 'fraud'`. */
  readonly subject: string;
}

const CREDENTIAL_SETTINGS = {
  none: 'tracking-token, or tracking-username and tracking-password (MLFLOW_TRACKING_TOKEN, MLFLOW_TRACKING_USERNAME, MLFLOW_TRACKING_PASSWORD)',
  basic: 'tracking-username and tracking-password (MLFLOW_TRACKING_USERNAME, MLFLOW_TRACKING_PASSWORD)',
  bearer: 'tracking-token (MLFLOW_TRACKING_TOKEN)',
} as const;

/** The error that a refused call means. */
export function errorOf(refused: Refused): PromotionError {
  if (refused.write) return mayBeMade(refused) ? unknownOutcome(refused) : readError(refused);
  const error = readError(refused);
  if (!isRetryStatus(refused.status)) return error;
  return new PromotionError(error.code, error.message, error.remedy, { cause: error, passing: true });
}

export function isMissingModel(refused: Refused): boolean {
  return isGone(refused, /^Registered Model with name=/);
}

export function isMissingVersion(refused: Refused): boolean {
  return isGone(refused, /^Model Version \(name=/);
}

export function isMissingRun(refused: Refused): boolean {
  return isGone(refused, /^Run (with id=|')/);
}

export function isMissingLoggedModel(refused: Refused): boolean {
  return isGone(refused, /^Logged model with ID /i);
}

/** The error of a call that changed nothing. */
function readError(refused: Refused): PromotionError {
  if (refused.status === 401) return unauthorized(refused);
  if (refused.status === 403) return forbidden(refused);
  if (isWorkspaceProblem(refused)) {
    return new PromotionError(
      'workspace-unknown',
      `${refused.url}: ${quoted(refused)}`,
      'Check MLFLOW_WORKSPACE: the workspace must exist, and the server must run with --enable-workspaces.',
    );
  }
  return refused.errorCode === null ? notMlflow(refused) : byStatus(refused);
}

/**
 * Whether a write may have been made although the answer is no success. Only MLflow's own refusal of what was asked for
 * says that it was not: any other answer may be somebody's in between, who let the write pass. MLflow commits before it
 * answers, and reports a connection lost during the commit as 400 `BAD_REQUEST` or 503 like any other database error.
 * Concurrent first writes of one alias answer 400 with the database's integrity error.
 */
function mayBeMade(refused: Refused): boolean {
  const { status, errorCode } = refused;
  if (isOwnRefusal(refused)) return false;
  if (errorCode === null || errorCode === 'BAD_REQUEST') return true;
  return ![400, 401, 403, 404, 409, 501].includes(status);
}

function unknownOutcome(refused: Refused): PromotionError {
  return new PromotionError(
    'outcome-unknown',
    `${refused.url} answered ${refused.status}, so the change may have been made or not. ${quoted(refused)}`,
    'Look at the registry before you run again.',
  );
}

function quoted(refused: Refused): string {
  if (refused.message === '') return 'The reply was empty.';
  // Other sentences may follow.
  const end = /[.!?…]$/.test(refused.message) ? '' : '.';
  return `The reply says: ${refused.message}${end}`;
}

function unauthorized(refused: Refused): PromotionError {
  const sent = {
    none: 'got no credentials and wants some',
    basic: 'refused the username and password',
    bearer: 'refused the token',
  };
  const settings = CREDENTIAL_SETTINGS[refused.credentials];
  const basicWanted = refused.credentials === 'bearer' && /^basic\b/i.test(refused.authenticate);
  return new PromotionError(
    'unauthorized',
    `${refused.url} ${sent[refused.credentials]} (401).`,
    basicWanted
      ? `This server wants a username and password: set ${CREDENTIAL_SETTINGS.basic} instead of the token.`
      : refused.credentials === 'none'
        ? `Set ${settings}. ${NO_SECRETS}`
        : `Check ${settings}, whichever you set.`,
  );
}

function forbidden(refused: Refused): PromotionError {
  if (/^Invalid Host header/i.test(refused.message)) return hostRefused(refused);
  if (/^Cross-origin request blocked/i.test(refused.message)) {
    return new PromotionError(
      'forbidden',
      `${refused.url} took the request for a browser's from another site (403). ${quoted(refused)}`,
      'No Origin header is sent from here: look at the proxy in between, or allow its origin with --cors-allowed-origins.',
    );
  }
  if (!isMlflowsOwn(refused)) return refusedInFront(refused);
  const { permission, credentials } = refused;
  const who = credentials === 'none' ? 'Set' : 'Grant the user of';
  const grant = `${who} ${CREDENTIAL_SETTINGS[credentials]}${credentials === 'none' ? ' of a user with' : ''} the MLflow permission ${permission}`;
  return new PromotionError(
    'forbidden',
    `The permission ${permission} on ${refused.subject} is missing (403). ${quoted(refused)}`,
    permission === 'READ'
      ? `${grant}; or check the name, since MLflow may answer so for what does not exist.`
      : `${grant}: moving stages, aliases and tags takes ${permission}.`,
  );
}

/** Said before anything was done: by its basic-auth app (`make_basic_auth_response`, 2.5 to 3.18), or for want of a feature. */
function isOwnRefusal(refused: Refused): boolean {
  const { status, errorCode, message } = refused;
  if (status === 401) return /^You are not authenticated/i.test(message);
  return errorCode === 'FEATURE_DISABLED' || (status === 403 && isMlflowsOwn(refused));
}

/** The text of its basic-auth app, the same from 2.5 to 3.18 (`make_forbidden_response`), or its code. */
function isMlflowsOwn({ errorCode, message }: Refused): boolean {
  return errorCode === 'PERMISSION_DENIED' || /^Permission denied\.?$/i.test(message);
}

/** A firewall, an access proxy, a load balancer: whoever it was, MLflow was not asked. */
function refusedInFront(refused: Refused): PromotionError {
  return new PromotionError(
    'refused-in-front',
    `Something in front of MLflow refused this runner: ${refused.url} answered 403, and not in MLflow's own words. ${quoted(refused)}`,
    'Put the address of this runner on the allow list of whatever stands there (a firewall, an access proxy, a load balancer), or send what it asks for with `tracking-headers` (one `Name: value` a line, values from secrets); its log says which rule it was.',
  );
}

/** MLflow ≥ 3.5 on uvicorn. The list matches the host with its port, and replaces the defaults. */
function hostRefused(refused: Refused): PromotionError {
  return new PromotionError(
    'host-refused',
    `The MLflow server does not answer to the host name ${refused.host} (403, its protection against DNS rebinding).`,
    `Start it with --allowed-hosts 'localhost:*,127.0.0.1:*,${refused.host}' (host and port as here; the list replaces the defaults), or reach it as localhost.`,
  );
}

function isWorkspaceProblem(refused: Refused): boolean {
  if (refused.errorCode === 'FEATURE_DISABLED') return /workspace/i.test(refused.message);
  return (
    (refused.status === 404 || refused.status === 400) &&
    /^(Workspace '|Invalid workspace|Workspace name)/i.test(refused.message)
  );
}

/** The reply is a page, or another program's. */
function notMlflow(refused: Refused): PromotionError {
  const { status, url } = refused;
  if (status === 429) return byStatus(refused);
  if (status >= 500) {
    return new PromotionError(
      'server-error',
      `${url} answered ${status}, and not in MLflow's own words. ${quoted(refused)}`,
      'Look at the proxy in front of MLflow and at the log of both.',
    );
  }
  return new PromotionError(
    'not-an-api',
    `${url} answered ${status} with something other than MLflow's JSON. ${quoted(refused)}`,
    notAnApiRemedy(status),
  );
}

/** A page that came with success is mostly one to sign in on; a refusal is somebody's own. */
function notAnApiRemedy(status: number): string {
  if (status < 400)
    return 'This is often a sign-in page: check the URI, and that a token rather than a browser session opens it.';
  if (status === 404 || status === 405)
    return 'Check the path of the URI: it ends where /api/2.0/mlflow begins, and includes the --static-prefix or the proxy’s prefix if there is one.';
  if (status === 407) return 'Put the proxy’s user and password into the variable that names the proxy.';
  return 'This is the answer of a proxy, a firewall or another program: check scheme, host and port of the URI, and look at the log of whatever stands in front of MLflow.';
}

function byStatus(refused: Refused): PromotionError {
  const text = `${refused.url} answered ${refused.status}. ${quoted(refused)}`;
  if (refused.status === 404) return missing(refused, text);
  if (refused.status === 429) {
    return new PromotionError(
      'rate-limited',
      text,
      'Wait a little and run again, or raise the limit of the server.',
    );
  }
  if (refused.status === 501)
    return new PromotionError('not-supported', text, 'This registry cannot do that; see what it supports.');
  if (refused.status >= 500) {
    return new PromotionError(
      'server-error',
      text,
      'Look at the log of the MLflow server and at its database.',
    );
  }
  return new PromotionError('request-refused', text, 'Correct what the server names, then run again.');
}

function missing(refused: Refused, text: string): PromotionError {
  if (isMissingVersion(refused))
    return new PromotionError('version-unknown', text, 'Name a version that exists; mode "list" shows them.');
  if (isMissingModel(refused)) {
    return new PromotionError(
      'model-unknown',
      text,
      'Check model-name, and the workspace if the server has them.',
    );
  }
  if (refused.errorCode === 'ENDPOINT_NOT_FOUND') {
    return new PromotionError(
      'not-supported',
      text,
      'This registry does not have that call; check the URI and its release.',
    );
  }
  return new PromotionError('request-refused', text, 'Check that what the server names still exists.');
}

// "There is none" is believed only in MLflow's own words: a 404 alone may be a proxy's, or another workspace's.

function isGone(refused: Refused, words: RegExp): boolean {
  return (
    refused.status === 404 && refused.errorCode === 'RESOURCE_DOES_NOT_EXIST' && words.test(refused.message)
  );
}
