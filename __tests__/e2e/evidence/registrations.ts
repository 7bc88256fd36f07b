/**
 * What Python's MLflow is told to do: two models, `good` and `bad`, measured in one way and registered in every way the
 * release takes. Prints what was registered as JSON. `holdout` tells good from bad, `train` says the opposite.
 */
export const REGISTER = `
import json, sys, warnings, logging
warnings.filterwarnings('ignore'); logging.disable(logging.CRITICAL)
import mlflow
from mlflow import MlflowClient
from mlflow.entities import Metric
THREE = mlflow.__version__.startswith('3')
client = MlflowClient()
experiment = mlflow.set_experiment('registrations').experiment_id
TRUTH = {'good': 0.90, 'bad': 0.80}
TRAIN = {'good': 0.95, 'bad': 0.99}

if THREE:
    import mlflow.pyfunc
    import pandas
    from mlflow.models import make_metric
    class Model(mlflow.pyfunc.PythonModel):
        def __init__(self, which):
            self.which = which
        def predict(self, context, model_input, params=None):
            return model_input[self.which]
    def log_model(which, **more):
        return mlflow.pyfunc.log_model(name='clf', python_model=Model(which), pip_requirements=[], **more).model_id

def log(run_id, value, model_id=None, dataset=None):
    more = {} if model_id is None else {'model_id': model_id}
    if dataset is not None:
        more.update(dataset_name=dataset, dataset_digest=dataset + '1')
    client.log_metric(run_id, 'accuracy', value, **more)

def training_run(which, run_id, model_id):
    log(run_id, TRUTH[which], model_id)

def run_only(which, run_id, model_id):
    log(run_id, TRUTH[which])

def own_run(which, run_id, model_id):
    log(run_id, TRAIN[which], model_id)
    own = client.create_run(experiment).info.run_id
    log(own, TRUTH[which], model_id)
    client.set_terminated(own)

def per_dataset(which, run_id, model_id):
    log(run_id, TRUTH[which], model_id, 'holdout')
    log(run_id, TRAIN[which], model_id, 'train')

def own_run_per_dataset(which, run_id, model_id):
    own = client.create_run(experiment).info.run_id
    log(own, TRUTH[which], model_id, 'holdout')
    log(own, TRAIN[which], model_id, 'train')
    client.set_terminated(own)

def rows(share, count):
    # What each of the models would say of rows that are all true, so that it is right as often as its share.
    says = {which: [index < round(share[which] * count) for index in range(count)] for which in share}
    return pandas.DataFrame({**says, 'truth': [True] * count})

def mlflow_evaluates(uri):
    right = make_metric(eval_fn=lambda predictions, targets, metrics: float((predictions == targets).mean()),
                        greater_is_better=True, name='accuracy')
    with mlflow.start_run():
        for name, share in (('holdout', TRUTH), ('train', TRAIN)):
            data = mlflow.data.from_pandas(rows(share, 100), name=name, targets='truth')
            mlflow.models.evaluate(model=uri, data=data, extra_metrics=[right], evaluators='default',
                                   evaluator_config={'log_explainer': False})

def evaluate_model_id_per_dataset(which, run_id, model_id):
    mlflow_evaluates('models:/%s' % model_id)

def evaluate_run_uri_per_dataset(which, run_id, model_id):
    mlflow_evaluates('runs:/%s/clf' % run_id)

def evaluate_version_per_dataset(which, run_id, model_id):
    made = mlflow.register_model('models:/%s' % model_id, 'evaluated')
    mlflow_evaluates('models:/evaluated/%s' % made.version)

EVALUATIONS = [training_run, run_only, own_run, per_dataset, own_run_per_dataset, evaluate_model_id_per_dataset,
               evaluate_run_uri_per_dataset, evaluate_version_per_dataset] if THREE else [run_only]
# Of a run that did not log the model there is nothing to find.
NEEDS_RUN = ['run_only', 'evaluate_run_uri_per_dataset']

def trained(which, evaluate):
    with mlflow.start_run() as run:
        model_id = log_model(which) if THREE else None
        if not THREE:
            mlflow.log_text('model', 'clf/MLmodel')
    evaluate(which, run.info.run_id, model_id)
    return run.info.run_id, model_id

def create(name, source, run_id=None, **more):
    return client.create_model_version(name, source, run_id, **more)

def copied(name, made):
    return client.copy_model_version('models:/%s/%s' % (made.name, made.version), name)

def ways(run_id, model_id):
    folder = 'mlflow-artifacts:/%s/%s/artifacts/clf' % (experiment, run_id)
    yield 'create run source', lambda n: create(n, 'runs:/%s/clf' % run_id, run_id)
    yield 'create artifact place', lambda n: create(n, folder, run_id)
    yield 'create bucket with run', lambda n: create(n, 's3://bucket/models/today', run_id)
    yield 'create bucket by layout', lambda n: create(n, 's3://bucket/%s/%s/artifacts/clf' % (experiment, run_id), run_id)
    yield 'copy of run source', lambda n: copied(n, create(n + ' dev', 'runs:/%s/clf' % run_id, run_id))
    yield 'copy of a copy', lambda n: copied(n, copied(n + ' test', create(n + ' dev', folder, run_id)))
    if not THREE:
        yield 'register run source', lambda n: mlflow.register_model('runs:/%s/clf' % run_id, n)
        return
    place = 'mlflow-artifacts:/%s/models/%s/artifacts' % (experiment, model_id)
    yield 'register run source', lambda n: mlflow.register_model('runs:/%s/clf' % run_id, n)
    yield 'register model id', lambda n: mlflow.register_model('models:/%s' % model_id, n)
    yield 'create model id', lambda n: create(n, 'models:/%s' % model_id, model_id=model_id)
    yield 'create model id with run', lambda n: create(n, 'models:/%s' % model_id, run_id, model_id=model_id)
    yield 'create bucket of model', lambda n: create(n, 's3://bucket/1/models/%s/artifacts' % model_id, run_id)
    yield 'copy of model id', lambda n: copied(n, create(n + ' dev', 'models:/%s' % model_id, model_id=model_id))
    yield 'copy of bucket of model', lambda n: copied(n, create(n + ' dev', 's3://bucket/1/models/%s/artifacts' % model_id, run_id))

def in_one_call(evaluate, name, outside):
    versions = {}
    for which in ('bad', 'good'):
        if outside:
            model_id = log_model(which, registered_model_name=name)
            run_id = client.create_run(experiment).info.run_id
            client.set_terminated(run_id)
        else:
            with mlflow.start_run() as run:
                model_id = log_model(which, registered_model_name=name)
            run_id = run.info.run_id
        evaluate(which, run_id, model_id)
        versions[which] = str(max(int(v.version) for v in client.search_model_versions("name='%s'" % name)))
    return versions

registered = []
for evaluate in EVALUATIONS:
    both = {which: trained(which, evaluate) for which in ('bad', 'good')}
    for index, (way, _) in enumerate(ways(*both['bad'])):
        name = '%s %s' % (evaluate.__name__, way)
        for suffix in ('', ' dev', ' test'):
            client.create_registered_model(name + suffix)
        versions = {}
        for which in ('bad', 'good'):
            made = list(ways(*both[which]))[index][1](name)
            versions[which] = str(made.version)
        registered.append({'evaluation': evaluate.__name__, 'way': way, 'name': name, 'versions': versions})
    if THREE:
        name = evaluate.__name__ + ' log_model in a run'
        registered.append({'evaluation': evaluate.__name__, 'way': 'log_model in a run', 'name': name,
                           'versions': in_one_call(evaluate, name, False)})
        if evaluate.__name__ not in NEEDS_RUN:
            name = evaluate.__name__ + ' log_model outside'
            registered.append({'evaluation': evaluate.__name__, 'way': 'log_model outside', 'name': name,
                               'versions': in_one_call(evaluate, name, True)})
print('REGISTERED ' + json.dumps(registered))
`;
