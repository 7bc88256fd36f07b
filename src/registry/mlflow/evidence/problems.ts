import type { Reason } from '../../../domain/reason.js';
import type { ModelVersion } from '../../../domain/version.js';
import { excerpt } from '../../../net/redact.js';
import type { LoggedModel, TrainingRun } from './records.js';

// One sentence and one remedy per cause. docs/evidence.md lists them; a test follows each remedy on a real server.

const PLAINEST = 'register the model again by its logged model (`models:/m-…`, which `log_model` returns)';

/** The trail of a version ends without an answer. */
export function untraceable(version: ModelVersion, why: string): Reason {
  return {
    code: 'lineage-unresolved',
    message: `Nothing says where the metrics of version ${version.version} are. ${why}`,
    remedy: 'Register the model again from a finished run, so that its metrics can be traced.',
  };
}

export function loggedModelMissing(version: ModelVersion, id: string, server: string): Reason {
  return {
    code: 'lineage-unresolved',
    message: `Logged model ${id} of version ${version.version} does not exist on ${server}, or was deleted.`,
    remedy: `MLflow cannot restore a logged model: log and register the model again. ${elsewhere(version)}`,
  };
}

export function loggedModelNotReady(version: ModelVersion, { id, status }: LoggedModel): Reason {
  return {
    code: 'logged-model-not-ready',
    message: `Logged model ${id} of version ${version.version} is ${status}, not LOGGED_MODEL_READY.`,
    remedy: 'Log and register the model again: what was uploaded of this one is not known to be complete.',
  };
}

/** What the version says of its run and what its source leads to do not agree: one of them is somebody else's. */
export function contradiction(version: ModelVersion, what: string, run: string): Reason {
  return {
    code: 'lineage-unresolved',
    message: `Version ${version.version} says that it came from run ${String(version.runId)}, and ${what} from run ${run}.`,
    remedy: `Whose numbers they are cannot be told: ${PLAINEST}, without the id of another run.`,
  };
}

/** A run made logged models, and it cannot be told which of them the version is. */
export function undecided(
  version: ModelVersion,
  run: TrainingRun,
  artifact: string | null,
  models: readonly LoggedModel[],
): Reason {
  const made = [...new Set(models.map(({ name }) => name))].map((name) => JSON.stringify(name)).join(', ');
  const fitting = models.filter(({ name }) => name === artifact).length;
  const why =
    artifact === null
      ? `its source names none of them`
      : fitting > 1
        ? `${fitting} of them are named ${JSON.stringify(artifact)}`
        : `none of them is named ${JSON.stringify(artifact)}, as its source says`;
  return {
    code: 'lineage-unresolved',
    message: `Run ${run.id} of version ${version.version} made ${models.length === 1 ? 'a logged model' : `${models.length} logged models`} (${made}), and ${why}.`,
    remedy: `Say which one it is: ${PLAINEST}.`,
  };
}

export function runMissing(version: ModelVersion, id: string, server: string): Reason {
  return {
    code: 'run-missing',
    message: `Run ${id} of version ${version.version} does not exist on ${server}.`,
    remedy: `Register the model again from a finished run, so that its metrics can be traced. ${elsewhere(version)}`,
  };
}

export function runDeleted(version: ModelVersion, { id, experimentId }: TrainingRun): Reason {
  return {
    code: 'run-deleted',
    message: `Run ${id} of version ${version.version} is deleted.`,
    remedy: `Restore it (\`mlflow runs restore --run-id ${id}\`; where the whole experiment was deleted, \`mlflow experiments restore --experiment-id ${experimentId}\`), or choose a version whose run exists.`,
  };
}

export function runNotFinished(version: ModelVersion, { id, status }: TrainingRun): Reason {
  return {
    code: 'run-not-finished',
    message: `Run ${id} of version ${version.version} is ${status}, not FINISHED.`,
    remedy:
      'Let the run finish, or promote a version whose run did. A run that died and is known to be complete is ended with `MlflowClient().set_terminated(run_id)`.',
  };
}

export function versionNotReady({ version, status }: ModelVersion): Reason {
  return {
    code: 'version-not-ready',
    message: `Version ${version} is ${status}, not READY.`,
    remedy: 'Wait until its registration has finished, or register it again.',
  };
}

/** What to write where runs and versions are on two servers. A file holds both, so it can be only one of the two. */
function elsewhere({ runLink }: ModelVersion): string {
  const link = runLink === '' ? '' : ` The registry links its run to ${shownLink(runLink)}.`;
  return `Where it is on another server, name that server in tracking-uri, and the server of this registry in registry-uri (a local store has to be served for that).${link}`;
}

/** A link as it may be printed: with the place in MLflow's page, which is the fragment, and without userinfo or query. */
function shownLink(link: string): string {
  const url = URL.parse(link);
  if (url === null) return excerpt(link);
  const [place = ''] = url.hash.split('?');
  return excerpt(`${url.protocol}//${url.host}${url.pathname}${place}`);
}
