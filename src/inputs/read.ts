import { judgesCandidate, type Mode } from '../domain/decision.js';
import { given, type Environment } from '../domain/environment.js';
import { errorOf } from '../domain/error.js';
import type { AskedPromotion, Order } from '../domain/order.js';
import type { Reason } from '../domain/reason.js';
import { defaultBaseline, type Selector, type Target } from '../domain/version.js';
import type { Warning } from '../domain/warning.js';
import { readConnection, type ConnectionReading } from './connection.js';
import { secretForms } from './credentials.js';
import { headerSecrets } from './headers.js';
import { EMPTIED, NO_SECRETS } from '../text/emptied.js';
import { FIELDS, INPUT_NAMES, type InputName, type InputValues } from './fields.js';
import type { RawInputs } from './raw.js';

/** Every text that must never be printed. Asked for before anything else, so it works on inputs that are wrong. */
export function secretsOf(raw: RawInputs): readonly string[] {
  const reading = readConnection(raw.texts, raw.env, raw.workingDirectory);
  const { texts, env } = raw;
  const addresses = [
    texts['tracking-uri'],
    texts['registry-uri'],
    env['MLFLOW_TRACKING_URI'] ?? '',
    env['MLFLOW_REGISTRY_URI'] ?? '',
  ];
  const token = texts['github-token'];
  return [
    ...secretForms(
      reading.credentials,
      addresses.map((address) => address.trim()),
    ),
    ...headerSecrets(texts['tracking-headers']),
    ...(token === '' ? [] : [token]),
  ];
}

/**
 * Workflow inputs to an order. Throws one `PromotionError` that holds every problem of every input, each naming
 * the input as the workflow wrote it.
 */
export function readInputs(raw: RawInputs): Order {
  const { values, problems } = readFields(raw.texts);
  const reading = readConnection(raw.texts, raw.env, raw.workingDirectory);
  const all = [
    ...problems,
    ...missing(values),
    ...unaddressed(values.mode, reading, raw.env),
    ...reading.problems.map((problem) => misuse(sentence(problem))),
  ];
  if (all.length > 0) throw errorOf(all);
  const complete = values as InputValues;
  return {
    job: jobOf(complete),
    connection: { ...reading.connection, allowHttp: complete['allow-http'] },
    failOnRejection: complete['fail-on-rejection'],
    sources: reading.sources,
    warnings: [...reading.warnings, ...(complete.mode === 'explain' ? [] : defaultAddressWarning(reading))],
  };
}

const REMEDY = 'Correct the inputs of this step in the workflow; nothing was read and nothing was moved.';

/** An empty value is no default: it was written, and switches the default off. */
const EMPTY = `Give it a value, or leave the line out where the input has a default: ${EMPTIED}. Nothing was read and nothing was moved.`;

function misuse(message: string, remedy = REMEDY): Reason {
  return { code: 'input-invalid', message, remedy };
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? '' : '.'}`;
}

function readFields(texts: RawInputs['texts']) {
  const values: Partial<Record<InputName, unknown>> = {};
  const problems: Reason[] = [];
  for (const name of INPUT_NAMES) {
    const parsed = FIELDS[name].safeParse(texts[name]);
    if (parsed.success) values[name] = parsed.data;
    else problems.push(...parsed.error.issues.map((issue) => fieldReason(name, texts[name], issue)));
  }
  return { values: values as Partial<InputValues>, problems };
}

function fieldReason(name: InputName, text: string, issue: { message: string; params?: unknown }): Reason {
  if (name !== 'thresholds')
    return misuse(sentence(`Input \`${name}\` ${issue.message}`), text === '' ? EMPTY : REMEDY);
  const remedy = (issue.params as { remedy: string }).remedy;
  return { code: 'thresholds-invalid', message: `Input \`thresholds\`: ${issue.message}`, remedy };
}

/** Inputs that are needed together, or exclude each other. Looks only at those that could be read. */
function missing(values: Partial<InputValues>): Reason[] {
  if (values.mode === undefined || values.mode === 'list') return [];
  const reasons: Reason[] = [];
  if (values.version === null && judgesCandidate(values.mode)) {
    reasons.push(
      misuse('Input `version` is empty: name the candidate, such as `7`, `latest` or `@challenger`.', EMPTY),
    );
  }
  if (values.stage === null && values.alias === null) {
    reasons.push(
      misuse(
        'Inputs `stage` and `alias` are both empty: say where the candidate wants to go with one.',
        EMPTY,
      ),
    );
  }
  if (typeof values.stage === 'string' && typeof values.alias === 'string')
    reasons.push(misuse('Inputs `stage` and `alias` are both given: one run has one target, keep one.'));
  return reasons;
}

/** A promotion on a runner goes where somebody said: a store that a step before left behind is nobody's registry. */
function unaddressed(mode: Mode | undefined, reading: ConnectionReading, env: Environment): Reason[] {
  if (mode !== 'promote' || given(env, 'GITHUB_ACTIONS') === null || hasAddress(reading)) return [];
  const message = 'No registry is named: input `tracking-uri` and variable MLFLOW_TRACKING_URI are empty.';
  const remedy =
    'Write `tracking-uri: https://…` with the address of the MLflow server, or `tracking-uri: sqlite:///mlflow.db` for a store in the workspace. If an expression stands there, it came out empty: its variable is not set. ' +
    NO_SECRETS;
  return [misuse(message, remedy)];
}

function hasAddress({ connection, problems }: ConnectionReading): boolean {
  return connection.trackingUri !== null || connection.registryUri !== null || problems.length > 0;
}

function defaultAddressWarning(reading: ConnectionReading): Warning[] {
  if (hasAddress(reading)) return [];
  const message =
    "No registry is named, so MLflow's own default was used: `./mlflow.db`. Set `tracking-uri` to be sure.";
  return [{ code: 'registry-by-default', message }];
}

function jobOf(values: InputValues): Order['job'] {
  const { mode } = values;
  switch (mode) {
    case 'promote':
    case 'evaluate':
      return { mode, promotion: promotionOf(values, values.version) };
    case 'explain':
      return { mode, promotion: promotionOf(values, LATEST) };
    case 'list':
      return { mode, list: { model: values['model-name'], gates: values.thresholds.gates } };
  }
}

/** Rules hold for whoever comes. */
const LATEST: Selector = { kind: 'latest', text: 'latest' };

function targetOf({ stage, alias }: InputValues): Target | null {
  if (stage !== null) return { kind: 'stage', stage };
  return alias === null ? null : { kind: 'alias', alias };
}

function promotionOf(values: InputValues, version: Selector | null): AskedPromotion {
  const target = targetOf(values);
  if (version === null || target === null) throw errorOf(missing(values));
  const usual = defaultBaseline(target);
  return {
    model: values['model-name'],
    version,
    target,
    baseline: usual === null ? null : (values.baseline ?? usual),
    gates: values.thresholds.gates,
    policyWarnings: values.thresholds.warnings,
    firstPromotion: values['first-promotion'],
    archiveExisting: values['archive-existing'],
    policy: { path: values.policy, ref: values['policy-ref'] },
  };
}
