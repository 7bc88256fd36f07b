import { randomUUID } from 'node:crypto';
import { alter, type Obstacle, type Place } from './doors.js';

/** A registry in which one part of a version's trail is in one state. */
export interface Situation {
  readonly model: string;
  readonly version: string;
  /** The address of what the next step is about, as far as the remedy names it. */
  readonly remedy: string | null;
  /** What must be said besides. */
  readonly says?: string;
  readonly obstacle?: Obstacle;
  /** Requests that must not be made. */
  readonly notAsked?: string;
}

export type SetUp = (here: Place, elsewhere: Place) => Promise<Situation>;
export type States = Readonly<Record<string, SetUp>>;

const EVALUATED_AT = 1_700_000_100_000;

const hex = (): string => randomUUID().replaceAll('-', '');
export const fresh = (): string => `churn ${hex().slice(0, 8)}`;
const RESTORE = (run: string): string => `mlflow runs restore --run-id ${run}`;
const TERMINATE = 'MlflowClient().set_terminated(run_id)';
const AGAIN = 'Evaluate the model again';
const REGISTER_AGAIN = 'Register the model again from a finished run';
const LOG_AGAIN = 'MLflow cannot restore a logged model: log and register the model again';
const NAME_SERVERS = 'name that server in tracking-uri, and the server of this registry in registry-uri';

function routed(route: string, id: string): Obstacle['refused'] {
  return ({ path }) => {
    const url = new URL(path, 'http://here');
    return url.pathname.endsWith(route) && [...url.searchParams.values()].some((value) => value.includes(id));
  };
}

const unreadableRun = (run: string): Obstacle => ({
  refused: routed('/runs/get', run),
  damage: `UPDATE runs SET status = x'00' WHERE run_uuid = '${run}'`,
});

type Change = (run: string, here: Place, elsewhere: Place) => Promise<Partial<Situation>>;

/** A version of a run alone. */
function ofRun(change: Change, remedy: (run: string) => string | null, experiment?: true): SetUp {
  return async (here, elsewhere) => {
    const model = fresh();
    await here.client.createModel(model);
    const experimentId =
      experiment === undefined ? here.server.experimentId : await here.client.createExperiment(hex());
    const run = await here.client.logRun({ metrics: { accuracy: 0.9 } }, experimentId);
    const version = await here.client.createVersion(model, { runId: run });
    const more = await change(run, here, elsewhere);
    return { model, version, remedy: remedy(run), ...more };
  };
}

const runs: Readonly<Record<string, Change>> = {
  missing: (run, here) => {
    alter(
      here,
      `DELETE FROM latest_metrics WHERE run_uuid = '${run}'; DELETE FROM runs WHERE run_uuid = '${run}'`,
    );
    return Promise.resolve({});
  },
  deleted: async (run, here) => {
    await here.client.deleteRun(run);
    return {};
  },
  failed: async (run, here) => {
    await here.client.setRunStatus(run, 'FAILED');
    return {};
  },
  pending: async (run, here) => {
    await here.client.setRunStatus(run, 'RUNNING');
    return {};
  },
  unreadable: (run) => Promise.resolve({ obstacle: unreadableRun(run) }),
};

/** The version as another server's run makes it: its id, and a link to that server. */
const runElsewhere: SetUp = async (here, elsewhere) => {
  const model = fresh();
  await here.client.createModel(model);
  const runId = await elsewhere.client.logRun({ metrics: { accuracy: 0.9 } });
  const run_link = `${elsewhere.server.url}/#/experiments/1/runs/${runId}`;
  const body = { name: model, source: `s3://bucket/1/${runId}/artifacts/model`, run_id: runId, run_link };
  await here.client.call('POST', '/api/2.0/mlflow/model-versions/create', body);
  return { model, version: '1', remedy: NAME_SERVERS, says: run_link };
};

const change = (state: string): Change =>
  runs[state] ?? (() => Promise.reject(new Error(`no state ${state}`)));

const ofTheRun: States = {
  missing: ofRun(change('missing'), () => REGISTER_AGAIN),
  deleted: ofRun(change('deleted'), RESTORE),
  failed: ofRun(change('failed'), () => TERMINATE),
  pending: ofRun(change('pending'), () => TERMINATE),
  unreadable: ofRun(change('unreadable'), () => null),
  'on another server': runElsewhere,
};

/** A version of a logged model whose newest value came from a run of its own; the older one would pass. */
function evaluated(doing: Change, remedy: (run: string) => string | null): SetUp {
  return async (here, elsewhere) => {
    const { client } = here;
    const model = fresh();
    await client.createModel(model);
    const runId = await client.logRun();
    const modelId = await client.loggedModel({ runId, metrics: { accuracy: 0.7 } });
    const version = await client.createVersion(model, { runId, modelId });
    const run = await client.logRun();
    const row = { key: 'accuracy', value: 0.99, timestamp: EVALUATED_AT };
    await client.logMetric({ ...row, run_id: run, model_id: modelId });
    const more = await doing(run, here, elsewhere);
    return { model, version, remedy: remedy(run), ...more };
  };
}

/** MLflow logs a value only through a run that it knows, so another server's can only be written there. */
const loggedElsewhere: Change = async (run, here, elsewhere) => {
  const other = await elsewhere.client.logRun();
  alter(here, `UPDATE logged_model_metrics SET run_id = '${other}' WHERE run_id = '${run}'`);
  return { says: other };
};

const ofTheLogger: States = {
  missing: evaluated(change('missing'), () => AGAIN),
  deleted: evaluated(change('deleted'), RESTORE),
  failed: evaluated(change('failed'), () => TERMINATE),
  pending: evaluated(change('pending'), () => TERMINATE),
  unreadable: evaluated(change('unreadable'), () => null),
  'on another server': evaluated(loggedElsewhere, () => AGAIN),
};

type ModelChange = (modelId: string, here: Place, elsewhere: Place) => Promise<Partial<Situation>>;

function ofLoggedModel(doing: ModelChange, remedy: string | null): SetUp {
  return async (here, elsewhere) => {
    const { client } = here;
    const model = fresh();
    await client.createModel(model);
    const runId = await client.logRun({ metrics: { accuracy: 0.9 } });
    const modelId = await client.loggedModel({ runId, metrics: { accuracy: 0.9 } });
    const version = await client.createVersion(model, { runId, modelId });
    const more = await doing(modelId, here, elsewhere);
    return { model, version, remedy, ...more };
  };
}

const inStatus =
  (status: number): ModelChange =>
  (id, here) => {
    alter(here, `UPDATE logged_models SET status = ${status} WHERE model_id = '${id}'`);
    return Promise.resolve({});
  };

const ofTheLoggedModel: States = {
  missing: ofLoggedModel((id, here) => {
    alter(
      here,
      `DELETE FROM logged_model_metrics WHERE model_id = '${id}'; DELETE FROM logged_models WHERE model_id = '${id}'`,
    );
    return Promise.resolve({});
  }, LOG_AGAIN),
  deleted: ofLoggedModel(async (id, here) => {
    await here.client.call('DELETE', `/api/2.0/mlflow/logged-models/${id}`);
    return {};
  }, LOG_AGAIN),
  failed: ofLoggedModel(inStatus(3), 'Log and register the model again'),
  pending: ofLoggedModel(inStatus(1), 'Log and register the model again'),
  unreadable: ofLoggedModel(
    (id) =>
      Promise.resolve({
        obstacle: {
          refused: ({ path }) => path.includes(`/logged-models/${id}`),
          damage: `UPDATE logged_models SET status = 'none' WHERE model_id = '${id}'`,
        },
      }),
    null,
  ),
  // The server here would not register it: the id is written where MLflow keeps it.
  'on another server': ofLoggedModel(async (id, here, elsewhere) => {
    const runId = await elsewhere.client.logRun();
    const other = await elsewhere.client.loggedModel({ runId, metrics: { accuracy: 0.9 } });
    alter(here, `UPDATE model_versions SET source = 'models:/${other}' WHERE source = 'models:/${id}'`);
    return { says: other };
  }, NAME_SERVERS),
};

function ofVersion(doing: (model: string, here: Place) => unknown, remedy: string | null, more = {}): SetUp {
  return async (here) => {
    const model = fresh();
    await here.client.createModel(model);
    const version = await here.client.trainedVersion(model, { accuracy: 0.9 });
    await doing(model, here);
    return { model, version, remedy, ...more };
  };
}

const registered =
  (status: string) =>
  (model: string, here: Place): void => {
    alter(here, `UPDATE model_versions SET status = '${status}' WHERE name = '${model}'`);
  };

const ofTheVersion: States = {
  missing: ofVersion((model, here) => {
    alter(here, `DELETE FROM model_versions WHERE name = '${model}'`);
  }, 'Name a version that exists'),
  deleted: ofVersion((model, here) => here.client.deleteVersion(model, '1'), 'Name a version that exists'),
  failed: ofVersion(registered('FAILED_REGISTRATION'), 'register it again'),
  pending: ofVersion(registered('PENDING_REGISTRATION'), 'Wait until its registration has finished'),
  unreadable: async (here, elsewhere) => {
    const found = await ofVersion(() => undefined, null)(here, elsewhere);
    const damage = `UPDATE model_versions SET creation_time = 'then' WHERE name = '${found.model}'`;
    return { ...found, obstacle: { refused: routed('/model-versions/search', found.model), damage } };
  },
  'on another server': async (_, elsewhere) => ofVersion(() => undefined, 'model-name')(elsewhere, elsewhere),
};

/** A copy as MLflow's client makes one, and what then happens to its original. */
function ofCopy(doing: (original: string, here: Place) => unknown, obstacle = false): SetUp {
  return async (here) => {
    const { client } = here;
    const [model, original] = [fresh(), fresh()];
    for (const name of [model, original]) await client.createModel(name);
    const runId = await client.logRun();
    const modelId = await client.loggedModel({ runId, metrics: { accuracy: 0.9 } });
    await client.createVersion(original, { runId, modelId });
    const version = await client.createVersion(model, { runId, source: `models:/${original}/1` });
    await doing(original, here);
    const damage = `UPDATE model_versions SET creation_time = 'then' WHERE name = '${original}'`;
    return {
      ...{ model, version, remedy: null, notAsked: original },
      ...(obstacle ? { obstacle: { refused: routed('/model-versions/get', original), damage } } : {}),
    };
  };
}

const ofTheOriginal: States = {
  missing: ofCopy((original, here) => {
    alter(here, `DELETE FROM model_versions WHERE name = '${original}'`);
  }),
  deleted: ofCopy((original, here) => here.client.deleteVersion(original, '1')),
  failed: ofCopy(registered('FAILED_REGISTRATION')),
  pending: ofCopy(registered('PENDING_REGISTRATION')),
  unreadable: ofCopy(() => undefined, true),
  'on another server': ofCopy((original, here) => {
    alter(
      here,
      `UPDATE model_versions SET source = 'models:/elsewhere/1' WHERE source = 'models:/${original}/1'`,
    );
  }),
};

async function experimentOf(run: string, here: Place): Promise<string> {
  const { run: found } = await here.client.call<{ run: { info: { experiment_id: string } } }>(
    'GET',
    `/api/2.0/mlflow/runs/get?run_id=${run}`,
  );
  return found.info.experiment_id;
}

const ofTheExperiment: States = {
  missing: ofRun(
    async (run, here, elsewhere) => {
      const id = await experimentOf(run, here);
      await change('missing')(run, here, elsewhere);
      alter(here, `DELETE FROM experiments WHERE experiment_id = ${id}`);
      return {};
    },
    () => REGISTER_AGAIN,
    true,
  ),
  deleted: ofRun(
    async (run, here) => {
      const experiment_id = await experimentOf(run, here);
      await here.client.call('POST', '/api/2.0/mlflow/experiments/delete', { experiment_id });
      return { says: `mlflow experiments restore --experiment-id ${experiment_id}` };
    },
    RESTORE,
    true,
  ),
  // Who may not read an experiment may not read its runs (MLflow's basic-auth).
  unreadable: ofRun(change('unreadable'), () => null, true),
  'on another server': runElsewhere,
};

/** A set-up per cell of the table, by the words of docs/evidence.md. */
export const SITUATIONS: Readonly<Record<string, States>> = {
  "the version's run": ofTheRun,
  'the run that logged a value': ofTheLogger,
  'its logged model': ofTheLoggedModel,
  'the version': ofTheVersion,
  "a copy's original": ofTheOriginal,
  'the experiment': ofTheExperiment,
};
