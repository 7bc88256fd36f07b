import { PromotionError } from '../../domain/error.js';
import { cleanAndCut } from '../../text/clean.js';
import { lookAlikeHint } from '../../text/look-alike.js';

/** MLflow's own environment variables for TLS (2.0 and later): a PEM bundle to trust, a PEM with certificate and key. */
export const CERTIFICATES = {
  ca: 'MLFLOW_TRACKING_SERVER_CERT_PATH',
  clientCert: 'MLFLOW_TRACKING_CLIENT_CERT_PATH',
} as const;

/** The commit that a run was started from. */
export const COMMIT_TAG = 'mlflow.source.git.commit';

/** Prompts live among the registered models; this tag of the model tells them apart (MLflow 2.21 and later). */
export const PROMPT_TAG = 'mlflow.prompt.is_prompt';

/** What makes a store of a file store, in MLflow's own words. */
export const MIGRATE_FILE_STORE =
  'This action cannot read the file store of MLflow: run "mlflow migrate-filestore --source . --target sqlite:///mlflow.db" once with a current MLflow, and write `tracking-uri: sqlite:///mlflow.db`; or write the `http://` or `https://` address of an MLflow server.';

/** MLflow's own rule for alias names (`_REGISTERED_MODEL_ALIAS_REGEX`, 2.3 to 3.18). */
const ALIAS = /^[A-Za-z0-9_-]{1,255}$/;

/** How much of a name a message may quote, in characters. */
const LONGEST_NAME = 300;

/** Where a model was looked for, and what to check when it is not there. */
interface Place {
  /** Goes on from "There is no registered model 'fraud'", e.g. `on https://mlflow.example.com`. */
  readonly where: string;
  /** The input that names it. */
  readonly setting: string;
}

/** Why MLflow does not take this as an alias, without a full stop; null when it does. */
export function aliasProblem(alias: string): string | null {
  if (!ALIAS.test(alias)) return 'an alias has only letters, digits, `_` and `-`';
  // In any case of letters.
  if (/^(latest|v\d+)$/i.test(alias)) return `MLflow reserves the alias \`${alias}\``;
  return null;
}

/** Whether the value of `PROMPT_TAG` says that a registered model is a prompt. */
export function saysPrompt(value: string): boolean {
  return value.toLowerCase() === 'true';
}

export function promptRefused(name: string): PromotionError {
  return new PromotionError(
    'not-supported',
    `${quoted(name)} is a prompt, not a model.`,
    'Name a registered model: prompts share the registry but have nothing that can be compared.',
  );
}

export function unknownModel(
  name: string,
  { where, setting }: Place,
  near: readonly string[],
): PromotionError {
  const hint =
    near.length === 0 ? '' : ` Near names: ${near.map(quoted).join(', ')}.${lookAlikeHint(name, near)}`;
  return new PromotionError(
    'model-unknown',
    `There is no registered model ${quoted(name)} ${where}.${hint}`,
    `Check model-name (upper and lower case count), ${setting}, and the workspace if there are several.`,
  );
}

function quoted(name: string): string {
  return `'${cleanAndCut(name, LONGEST_NAME)}'`;
}
