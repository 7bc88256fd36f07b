import { scratch, venvProgram } from '../../harness/paths.js';
import { runPython, trackingEnvironment } from '../../harness/python.js';
import { must } from '../../harness/tools.js';
import { fresh, SITUATIONS, type Situation } from './cells.js';
import type { Place } from './doors.js';

/** The words of a red decision: its first reason's message and remedy. */
export interface Told {
  readonly message: string;
  readonly remedy: string;
}

type Inputs = Readonly<Record<string, string>>;

/** A cause of docs/evidence.md, made for real. */
export interface Walk {
  readonly inputs: Inputs;
  /** The reason that the first decision must give, and words of its remedy. */
  readonly code: string;
  readonly remedy: string;
  /** Words of the page's next step, where it does not have the remedy's own. */
  readonly step?: string;
  /** Does what the remedy says; returns what has to be said otherwise in the next run. */
  readonly follow: (told: Told) => Promise<Inputs>;
}

export type Cause = (here: Place, elsewhere: Place) => Promise<Walk>;

const THRESHOLDS = 'accuracy: ">= 0.8"';

function inputsOf({ model, version }: Pick<Situation, 'model' | 'version'>): Inputs {
  return { 'model-name': model, version, thresholds: THRESHOLDS };
}

/** What a person would copy from the remedy. */
function quoted({ remedy }: Told, beginning: string): string {
  const found = [...remedy.matchAll(/`([^`]+)`/g)].find(([, code]) => code?.startsWith(beginning) === true);
  if (found?.[1] === undefined) throw new Error(`The remedy quotes nothing that begins so: ${remedy}`);
  return found[1];
}

/** Runs a command line of MLflow as it was quoted. */
async function commandLine(place: Place, command: string): Promise<void> {
  const [program, ...args] = command.split(' ');
  if (program !== 'mlflow') throw new Error(`Not a command of MLflow: ${command}`);
  const home = await scratch('remedy');
  const env = {
    PATH: '/usr/bin:/bin',
    HOME: home,
    GIT_PYTHON_REFRESH: 'quiet',
    MLFLOW_DISABLE_TELEMETRY: 'true',
  };
  const mlflow = venvProgram('mlflow-3.17.2', 'mlflow');
  await must(mlflow, args, { env: { ...env, ...trackingEnvironment(place.server) }, cwd: home });
}

function python(place: Place, code: string, ...args: readonly string[]): Promise<string> {
  const before = 'import sys, mlflow\nfrom mlflow import MlflowClient\n';
  return runPython('3.17.2', before + code, { args, env: trackingEnvironment(place.server) });
}

function cell(part: string, state: string, here: Place, elsewhere: Place): Promise<Situation> {
  const setUp = SITUATIONS[part]?.[state];
  if (setUp === undefined) throw new Error(`There is no cell ${part}, ${state}`);
  return setUp(here, elsewhere);
}

/** The id that a sentence names. */
function runIn(message: string): string {
  return /\b[0-9a-f]{32}\b/.exec(message)?.[0] ?? '';
}

function restored(part: string, code: string, beginning: string): Cause {
  return async (here, elsewhere) => {
    const inputs = inputsOf(await cell(part, 'deleted', here, elsewhere));
    const follow = async (told: Told): Promise<Inputs> => {
      await commandLine(here, quoted(told, beginning));
      return {};
    };
    return { inputs, code, remedy: beginning, follow };
  };
}

function terminated(part: string, code: string): Cause {
  return async (here, elsewhere) => {
    const inputs = inputsOf(await cell(part, 'pending', here, elsewhere));
    const follow = async (told: Told): Promise<Inputs> => {
      const call = quoted(told, 'MlflowClient()');
      await python(here, `run_id = sys.argv[1]\n${call}`, runIn(told.message));
      return {};
    };
    return { inputs, code, remedy: 'set_terminated', follow };
  };
}

function evaluatedAgain(state: string): Cause {
  return async (here, elsewhere) => {
    const found = await cell('the run that logged a value', state, here, elsewhere);
    const follow = async (): Promise<Inputs> => {
      const source = (await here.client.get(found.model, found.version)).source;
      const code = 'mlflow.log_metric("accuracy", 0.9, model_id=sys.argv[1])';
      await python(here, code, source.replace('models:/', ''));
      return {};
    };
    return {
      inputs: inputsOf(found),
      code: 'metric-run-unusable',
      remedy: 'valuate the model again',
      follow,
    };
  };
}

const LOG_AND_REGISTER = `
import mlflow.pyfunc
class Model(mlflow.pyfunc.PythonModel):
    def predict(self, context, model_input, params=None):
        return model_input
with mlflow.start_run():
    mlflow.pyfunc.log_model(name='clf', python_model=Model(), pip_requirements=[], registered_model_name=sys.argv[1])
    mlflow.log_metric('accuracy', 0.9)
print('VERSION ' + max((v.version for v in MlflowClient().search_model_versions("name='%s'" % sys.argv[1])), key=int))
`;

const loggedAgain =
  (state: string, code: string): Cause =>
  async (here, elsewhere) => {
    const found = await cell('its logged model', state, here, elsewhere);
    const follow = async (): Promise<Inputs> => {
      const printed = await python(here, LOG_AND_REGISTER, found.model);
      return { version: /VERSION (\d+)/.exec(printed)?.[1] ?? '' };
    };
    return { inputs: inputsOf(found), code, remedy: 'og and register the model again', follow };
  };

/** The registry is here, its runs are elsewhere. */
const onAnotherServer: Cause = async (here, elsewhere) => {
  const found = await cell("the version's run", 'on another server', here, elsewhere);
  const follow = ({ remedy }: Told): Promise<Inputs> => {
    const link = /links its run to (\S+?)\.?$/.exec(remedy)?.[1] ?? '';
    return Promise.resolve({ 'tracking-uri': new URL(link).origin, 'registry-uri': here.server.url });
  };
  const words = { remedy: 'name that server in tracking-uri', step: 'name it in `tracking-uri`' };
  return { inputs: inputsOf(found), code: 'run-missing', ...words, follow };
};

const ofSeveralModels: Cause = async (here) => {
  const { client } = here;
  const model = fresh();
  await client.createModel(model);
  const runId = await client.logRun({ metrics: { accuracy: 0.9 } });
  const ids = [];
  for (const step of [0, 1]) ids.push({ model_id: await client.loggedModel({ runId, metrics: {} }), step });
  await client.call('POST', '/api/2.0/mlflow/runs/outputs', { run_id: runId, models: ids });
  const modelId = ids[0]?.model_id ?? '';
  const version = await client.createVersion(model, { runId, modelId });
  const follow = async (told: Told): Promise<Inputs> => {
    const call = quoted(told, 'mlflow.log_metric(').replace(
      '…, model_id=…',
      '"accuracy", 0.9, model_id=sys.argv[1]',
    );
    await python(here, call, modelId);
    return {};
  };
  return {
    inputs: inputsOf({ model, version }),
    code: 'metric-of-shared-run',
    remedy: 'on the model itself',
    step: 'log them on the model: `mlflow.log_metric(',
    follow,
  };
};

/** Every cause of "What to do" in docs/evidence.md, by its words there, in each form that it has. */
export const CAUSES: Readonly<Record<string, readonly Cause[]>> = {
  'a deleted run': [
    restored("the version's run", 'run-deleted', 'mlflow runs restore'),
    restored('the run that logged a value', 'metric-run-unusable', 'mlflow runs restore'),
  ],
  'a deleted experiment': [restored('the experiment', 'run-deleted', 'mlflow experiments restore')],
  'a run that died and is known to be complete': [
    terminated("the version's run", 'run-not-finished'),
    terminated('the run that logged a value', 'metric-run-unusable'),
  ],
  'an evaluation run that failed or is gone': [evaluatedAgain('failed'), evaluatedAgain('missing')],
  'a deleted logged model': [
    loggedAgain('deleted', 'lineage-unresolved'),
    loggedAgain('failed', 'logged-model-not-ready'),
  ],
  'a run on another server': [onAnotherServer],
  'values of a run with several models': [ofSeveralModels],
};

/** What one file cannot hold: its remedy says to serve the store first. */
export const ONLY_OVER_REST: readonly string[] = ['a run on another server'];
