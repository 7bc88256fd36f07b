/**
 * The situations in which worse models were promoted, made with Python's MLflow 3 as its users make them. Prints the
 * models by the names of the situations as JSON: version 1 is in Production, version 2 wants to go there.
 */
export const SEE = `
import json, warnings, logging
warnings.filterwarnings('ignore'); logging.disable(logging.CRITICAL)
import mlflow, mlflow.pyfunc
from mlflow import MlflowClient
from mlflow.entities import LoggedModelStatus
client = MlflowClient()
experiment = mlflow.set_experiment('seen').experiment_id
class Model(mlflow.pyfunc.PythonModel):
    def predict(self, context, model_input, params=None):
        return model_input
def log_model(name='clf', **more):
    return mlflow.pyfunc.log_model(name=name, python_model=Model(), pip_requirements=[], **more).model_id
clock = [1700000000000]
def log(run_id, key, value, model_id=None, dataset=None):
    clock[0] += 1000
    more = {} if model_id is None else {'model_id': model_id}
    if dataset is not None:
        more.update(dataset_name=dataset, dataset_digest=dataset + '1')
    client.log_metric(run_id, key, value, timestamp=clock[0], **more)
def trained(**metrics):
    with mlflow.start_run() as run:
        model_id = log_model()
    for key, value in metrics.items():
        log(run.info.run_id, key, value, model_id)
    return run.info.run_id, model_id
def evaluation(model_id, status='FINISHED', **metrics):
    run_id = client.create_run(experiment).info.run_id
    for key, value in metrics.items():
        log(run_id, key, value, model_id)
    client.set_terminated(run_id, status)
    return run_id
made = {}
def model(name, *registrations):
    client.create_registered_model(name)
    for register in registrations:
        register(name)
    client.transition_model_version_stage(name, '1', 'Production')
    made[name] = made.get(name, {})
def by_id(model_id): return lambda name: client.create_model_version(name, 'models:/' + model_id, model_id=model_id)
def by_run(run_id): return lambda name: mlflow.register_model('runs:/%s/clf' % run_id, name)
def by_place(run_id): return lambda name: client.create_model_version(name, 's3://bucket/models/today', run_id)
def uploaded(trained_one): return by_id(trained_one[1])

base = trained(accuracy=0.90)

# 1: the same two models, three ways
two = []
for holdout, train in ((0.90, 0.95), (0.80, 0.99)):
    run_id, model_id = trained()
    log(run_id, 'accuracy', holdout, model_id, 'holdout')
    log(run_id, 'accuracy', train, model_id, 'train')
    two.append((run_id, model_id))
model('1 by a logged model', *[by_id(m) for r, m in two])
model('1 by a run', *[by_run(r) for r, m in two])
model('1 by a bucket', *[by_place(r) for r, m in two])
run_id, model_id = trained()
evaluation(model_id, accuracy=0.95)
model('1 evaluated, by a run', uploaded(base), by_run(run_id))

# 2: the run that logged the value
run_id, model_id = trained()
evaluation(model_id, accuracy=0.70)
gone = evaluation(model_id, accuracy=0.99)
client.delete_run(gone)
model('2 deleted', uploaded(base), by_id(model_id))
run_id, model_id = trained()
evaluation(model_id, accuracy=0.70)
evaluation(model_id, 'FAILED', accuracy=0.99)
model('2 failed', uploaded(base), by_id(model_id))

# 3: no run
model_id = log_model()
evaluation(model_id, accuracy=0.95)
model('3 log_model outside', uploaded(base), by_id(model_id))
external = mlflow.create_external_model(name='external')
evaluation(external.model_id, accuracy=0.95)
model('3 create_external_model', uploaded(base), by_id(external.model_id))
mlflow.end_run()

# 4: copies, as baselines
better, worse = trained(accuracy=0.95), trained(accuracy=0.85)
def copy_of(fate, register):
    def copied(name):
        dev = name + ' dev'
        client.create_registered_model(dev)
        original = register(dev)
        client.copy_model_version('models:/%s/%s' % (dev, original.version), name)
        if fate == 'deleted':
            client.delete_model_version(dev, original.version)
        if fate == 'renamed':
            client.rename_registered_model(dev, dev + ' no longer')
    return copied
def by_run_alone(name):
    return client.create_model_version(name, 'mlflow-artifacts:/%s/%s/artifacts/clf' % (experiment, base[0]), base[0])
for fate in ('deleted', 'renamed', 'unreadable'):
    model('4 %s, by a logged model' % fate, copy_of(fate, uploaded(base)), uploaded(better), uploaded(worse))
    model('4 %s, by its run' % fate, copy_of(fate, by_run_alone), uploaded(better), uploaded(worse))

# 5: two models of one run
def shared(metric_of_model):
    with mlflow.start_run() as run:
        ids = [log_model('one'), log_model('other')]
    for index, value in enumerate((1.0, 0.5)):
        log(run.info.run_id, 'accuracy', value, ids[index] if metric_of_model else None)
    return ids
model('5 values of the run', *[by_id(m) for m in shared(False)])
model('5 values of the models', *[by_id(m) for m in shared(True)])
with mlflow.start_run() as run:
    checkpoints = [log_model('checkpoint', step=step) for step in (1, 2)]
log(run.info.run_id, 'accuracy', 0.99)
model('5 a checkpoint', uploaded(base), by_id(checkpoints[0]))

# 6: twins of one rule, and what nobody asks about
run_id, model_id = trained(accuracy=0.95)
client.finalize_logged_model(model_id, LoggedModelStatus.FAILED)
model('6 failed upload', uploaded(base), by_id(model_id))
run_id, model_id = trained(accuracy=0.95)
evaluation_run = evaluation(model_id, f1=0.99)
model('6 another metric', uploaded(base), by_id(model_id))
made['6 another metric'] = {'evaluation': evaluation_run}
print('SEEN ' + json.dumps(made))
`;
