import { expect, it } from '@jest/globals';
import path from 'node:path';
import { programIn, scratch, venvFolder } from '../harness/paths.js';
import { runPython } from '../harness/python.js';
import { describeWith } from '../harness/suites.js';
import { must } from '../harness/tools.js';
import { gate } from './store/demo-store.js';
import { expectEnd } from './promotion/steps.js';

/** Two versions of a model, the better one in a store that an older MLflow wrote. */
const MADE = `
import sys, mlflow
from mlflow import MlflowClient
uri = sys.argv[1]
mlflow.set_tracking_uri(uri)
mlflow.set_registry_uri(uri)
client = MlflowClient()
client.create_registered_model("churn")
experiment = mlflow.create_experiment("training")
for accuracy in (0.9, 0.95):
    with mlflow.start_run(experiment_id=experiment) as run:
        mlflow.log_metric("accuracy", accuracy)
    client.create_model_version("churn", run.info.artifact_uri + "/model", run.info.run_id)
client.transition_model_version_stage("churn", "1", "Production")
`;

/** A store as MLflow 2.2 left it: its own migrations, up to the last one before aliases. */
const OLD = `
import sys
from alembic import command
from mlflow.store.db.utils import _get_alembic_config
from mlflow.store.tracking.dbmodels.initial_models import Base
import sqlalchemy
uri = sys.argv[1]
Base.metadata.create_all(sqlalchemy.create_engine(uri))
command.upgrade(_get_alembic_config(uri), "97727af70f4d")
`;

const ASKED = { 'model-name': 'churn', version: '2', thresholds: 'accuracy: ">= production + 0.04"' };

/** Runs a command as a remedy shows it, with MLflow of today. */
async function follow(command: string, cwd: string): Promise<void> {
  const [program = '', ...args] = command.split(' ');
  const env = { PATH: '/usr/bin:/bin', HOME: cwd, MLFLOW_DISABLE_TELEMETRY: 'true' };
  await must(programIn(venvFolder('mlflow-3.17.2'), program), args, { cwd, env });
}

describeWith(['mlflow-2.9.2', 'mlflow-3.17.2'], 'what to do about a store that cannot be read', () => {
  it('a file store becomes one that can, by the command and the address of the remedy', async () => {
    const folder = await scratch('file-store');
    await runPython('2.9.2', MADE, { args: [`file://${path.join(folder, 'mlruns')}`] });
    const refused = await gate({ folder }, { ...ASKED, 'tracking-uri': './mlruns' });
    const { reasons } = await expectEnd(refused, { result: 'error', code: 'input-invalid' });
    const said = reasons[0]?.message ?? '';
    const [, command = ''] = /run "(mlflow migrate-filestore [^"]+)"/.exec(said) ?? [];
    const [, address = ''] = /`tracking-uri: ([^`]+)`/.exec(said) ?? [];
    await follow(command, folder);
    const run = await gate({ folder }, { ...ASKED, 'tracking-uri': address });
    await expectEnd(run, { result: 'promoted', code: 'promoted' });
    expect(run.outputs).toMatchObject({ 'previous-version': '1', version: '2' });
  });

  it('a store of an old MLflow becomes one that can, by the command of the remedy', async () => {
    const folder = await scratch('old-store');
    await runPython('2.9.2', OLD, { args: [`sqlite:///${path.join(folder, 'mlflow.db')}`] });
    const inputs = { ...ASKED, 'tracking-uri': 'sqlite:///mlflow.db' };
    const refused = await gate({ folder }, inputs);
    const { reasons } = await expectEnd(refused, {
      ...{ result: 'error', code: 'store-schema' },
      says: ['lacks the table "registered_model_aliases"'],
    });
    const [, command = ''] = /"(mlflow db upgrade [^"]+)"/.exec(reasons[0]?.remedy ?? '') ?? [];
    await follow(command, folder);
    await expectEnd(await gate({ folder }, inputs), { result: 'error', code: 'model-unknown' });
  });
});
