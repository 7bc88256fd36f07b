import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runAct } from '../harness/act.js';
import type { ActOptions } from '../harness/act.js';
import type { ActJob, ActRun } from '../harness/act-results.js';
import { describeWith } from '../harness/suites.js';
import { useGithub } from './github/github.js';
import { LISTING, requestsTo, usePlace } from './promotion/place.js';

const SECRET = 'mlflow-canary-token-1618';
const FRAUD = 'fraud-detector';
const CHURN = 'churn-predictor';
const GOOD = { accuracy: 0.91, log_loss: 0.3 };
const BETTER = { accuracy: 0.95, log_loss: 0.2 };
const BEST = { accuracy: 0.99, log_loss: 0.1 };
const WORSE = { accuracy: 0.89, log_loss: 0.4 };

/** A training that needs nothing but Python: it logs its metrics, registers a version, and says which one. */
const TRAIN = `
import json, os, urllib.request
def post(path, body):
    request = urllib.request.Request(
        os.environ["MLFLOW_TRACKING_URI"] + "/api/2.0/mlflow/" + path, json.dumps(body).encode(),
        {"Content-Type": "application/json", "Authorization": "Bearer " + os.environ["MLFLOW_TRACKING_TOKEN"]})
    return json.load(urllib.request.urlopen(request))
run = post("runs/create", {"experiment_id": "0", "start_time": 1})["run"]["info"]["run_id"]
for key, value in json.load(open("metrics.json")).items():
    post("runs/log-metric", {"run_id": run, "key": key, "value": value, "timestamp": 1})
post("runs/update", {"run_id": run, "status": "FINISHED", "end_time": 2})
made = post("model-versions/create", {"name": "fraud-detector", "source": "s3://models/new", "run_id": run})
with open(os.environ["GITHUB_OUTPUT"], "a") as output:
    print("version=" + made["model_version"]["version"], file=output)
`;

/** The job's outcome, the steps that ran by id or number, and what its gate said. */
function resultOf(job: ActJob | undefined): Record<string, unknown> {
  const { result, promoted, version, reasons } = job?.outputs['gate'] ?? {};
  const previous = job?.outputs['gate']?.['previous-version'];
  return { job: job?.result, steps: job?.steps, gate: { result, promoted, version, previous, reasons } };
}

const said = (result: string, version: string, previous: string, reasons = [result]): unknown => ({
  ...{ result, promoted: String(result === 'promoted'), version, previous },
  reasons: JSON.stringify(reasons),
});
/** Both conditions of every example fail for `WORSE`, and for `BETTER` beside `BEST`. */
const NOT_MET = ['threshold-not-met', 'threshold-not-met'];

describeWith(['act', 'mlflow-3.17.2'], 'the examples, run by act', () => {
  const place = usePlace({ release: '3.17.2' });
  const github = useGithub();

  beforeEach(async () => {
    for (const model of [FRAUD, CHURN]) {
      const { registry } = place();
      await registry.createModel(model);
      await registry.trainedVersion(model, GOOD);
      await registry.transition(model, '1', 'Production');
    }
  });
  afterEach(async () => {
    for (const name of [FRAUD, CHURN]) {
      await place().registry.call('DELETE', '/api/2.0/mlflow/registered-models/delete', { name });
    }
  });

  /** Runs one example with what its repository's settings would give it. */
  const example = async (name: string, options: Omit<ActOptions, 'workflow'>): Promise<ActRun> => {
    const run = await runAct({
      ...options,
      workflow: `examples/${name}.yml`,
      secrets: { MLFLOW_TRACKING_TOKEN: SECRET },
      vars: { MLFLOW_TRACKING_URI: place().recorder.url },
      env: { GITHUB_API_URL: github().url },
    });
    const { requests } = place().recorder;
    expect(new Set(requests.map(({ headers }) => headers.authorization))).toEqual(
      new Set([`Bearer ${SECRET}`]),
    );
    const { raw, ...rest } = run;
    expect([raw === '', JSON.stringify(rest).includes(SECRET)]).toEqual([false, false]);
    return run;
  };
  const stages = (model: string): Promise<Record<string, string>> => place().registry.stages(model);
  const conclusions = (run: ActRun): unknown => {
    const requests = github().requests.filter(({ status }) => status === 201);
    expect(requests).toHaveLength(github().requests.length);
    expect(requests.filter(({ body }) => body['head_sha'] !== run.sha)).toEqual([]);
    return requests.map(({ body }) => [body['name'], body['conclusion']]);
  };

  describe('a step after training', () => {
    const train = (metrics: Readonly<Record<string, number>>): Promise<ActRun> =>
      example('after-training', {
        files: { 'train.py': TRAIN, 'metrics.json': JSON.stringify(metrics) },
      });

    it('promotes what has become better', async () => {
      const run = await train(BETTER);
      expect([run.exitCode, Object.keys(run.jobs)]).toEqual([0, ['train']]);
      const { train: job } = run.jobs;
      expect(resultOf(job)).toEqual({
        job: 'success',
        steps: { '0': 'success', train: 'success', gate: 'success', '3': 'success' },
        gate: said('promoted', '2', '1'),
      });
      expect(job?.summary).toContain('## ✅ Promoted');
      expect(job?.log).toContain('models:/fraud-detector/2 is in Production. Before it was version 1.');
      expect(conclusions(run)).toEqual([['Model promotion to Production: fraud-detector', 'success']]);
      expect(await stages(FRAUD)).toEqual({ '1': 'Archived', '2': 'Production' });
    });

    it('is red for what has become worse', async () => {
      const run = await train(WORSE);
      expect([run.exitCode, Object.keys(run.jobs)]).toEqual([1, ['train']]);
      const { train: job } = run.jobs;
      expect(resultOf(job)).toEqual({
        job: 'failure',
        steps: { '0': 'success', train: 'success', gate: 'failure' },
        gate: said('rejected', '2', '1', NOT_MET),
      });
      expect(job?.summary).toContain('## ❌ Rejected');
      expect(conclusions(run)).toEqual([['Model promotion to Production: fraud-detector', 'failure']]);
      expect(await stages(FRAUD)).toEqual({ '1': 'Production', '2': 'None' });
    });

    it('promotes the very first version by its absolute conditions', async () => {
      await place().registry.transition(FRAUD, '1', 'Archived');
      const run = await train(BETTER);
      expect(resultOf(run.jobs['train'])).toMatchObject({ job: 'success', gate: said('promoted', '2', '') });
      expect(run.jobs['train']?.log).toContain('Before it was version none.');
      expect(await stages(FRAUD)).toEqual({ '1': 'Archived', '2': 'Production' });
    });
  });

  describe('a promotion by hand', () => {
    const byHand = (dryRun: string, stage = 'Production'): Promise<ActRun> =>
      example('manual-promotion', {
        inputs: { model: CHURN, version: 'latest', stage, 'dry-run': dryRun },
      });

    it.each(['true', ''])('looks first (dry-run: "%s")', async (dryRun) => {
      await place().registry.trainedVersion(CHURN, BETTER);
      const run = await byHand(dryRun);
      expect([run.exitCode, Object.keys(run.jobs)]).toEqual([0, ['promote']]);
      expect(resultOf(run.jobs['promote'])).toEqual({
        job: 'success',
        steps: { '0': 'success', gate: 'success', '2': 'success' },
        gate: said('passed', '2', '1', ['would-be-promoted']),
      });
      expect(run.jobs['promote']?.log).toContain('models:/churn-predictor/2 to Production - passed');
      expect(conclusions(run)).toEqual([['Model promotion to Production: churn-predictor', 'success']]);
      expect(place().recorder.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
      expect(await stages(CHURN)).toEqual({ '1': 'Production', '2': 'None' });
    });

    it('then does it', async () => {
      await place().registry.trainedVersion(CHURN, BETTER);
      const run = await byHand('false');
      expect([run.exitCode, Object.keys(run.jobs)]).toEqual([0, ['promote']]);
      expect(resultOf(run.jobs['promote'])).toMatchObject({
        job: 'success',
        gate: said('promoted', '2', '1'),
      });
      expect(run.jobs['promote']?.summary).toContain('## ✅ Promoted');
      expect(conclusions(run)).toEqual([['Model promotion to Production: churn-predictor', 'success']]);
      expect(await stages(CHURN)).toEqual({ '1': 'Archived', '2': 'Production' });
      expect(await stages(FRAUD)).toEqual({ '1': 'Production' });
    });

    it('goes to Staging and leaves Production alone', async () => {
      await place().registry.trainedVersion(CHURN, BETTER);
      const run = await byHand('false', 'Staging');
      expect(resultOf(run.jobs['promote'])).toMatchObject({
        job: 'success',
        gate: said('promoted', '2', ''),
      });
      expect(await stages(CHURN)).toEqual({ '1': 'Production', '2': 'Staging' });
    });

    it('says what happened also when it is red', async () => {
      await place().registry.trainedVersion(CHURN, WORSE);
      const run = await byHand('false');
      expect([run.exitCode, Object.keys(run.jobs)]).toEqual([1, ['promote']]);
      expect(resultOf(run.jobs['promote'])).toEqual({
        job: 'failure',
        steps: { '0': 'success', gate: 'failure', '2': 'success' },
        gate: said('rejected', '2', '1', NOT_MET),
      });
      expect(run.jobs['promote']?.log).toContain('models:/churn-predictor/2 to Production - rejected');
      expect(conclusions(run)).toEqual([['Model promotion to Production: churn-predictor', 'failure']]);
      expect(await stages(CHURN)).toEqual({ '1': 'Production', '2': 'None' });
    });
  });

  describe('a job behind a protected environment', () => {
    const withApproval = (): Promise<ActRun> =>
      example('protected-environment', { inputs: { version: 'latest' } });

    it('evaluates, then promotes the version that was approved', async () => {
      const { registry, recorder } = place();
      await registry.trainedVersion(FRAUD, BETTER);
      // While the reviewers think, somebody registers another one.
      const later = (): Promise<string> => registry.trainedVersion(FRAUD, BEST);
      recorder.inject({ when: requestsTo(LISTING), fault: { kind: 'after', run: later }, times: 1 });
      const run = await withApproval();
      expect([run.exitCode, Object.keys(run.jobs)]).toEqual([0, ['evaluate', 'promote']]);
      const { evaluate, promote } = run.jobs;
      expect(resultOf(evaluate)).toEqual({
        job: 'success',
        steps: { '0': 'success', gate: 'success' },
        gate: said('passed', '2', '1', ['would-be-promoted']),
      });
      expect(resultOf(promote)).toEqual({
        job: 'success',
        steps: { '0': 'success', gate: 'success', '2': 'success' },
        gate: said('promoted', '2', '1'),
      });
      expect(evaluate?.summary).toContain('## ✅ Would be promoted');
      expect(promote?.summary).toContain('## ✅ Promoted');
      // The first job has no check run of its own.
      expect(conclusions(run)).toEqual([['Model promotion to Production: fraud-detector', 'success']]);
      expect(await stages(FRAUD)).toEqual({ '1': 'Archived', '2': 'Production', '3': 'None' });
    });

    it('never asks anybody to approve what was rejected', async () => {
      await place().registry.trainedVersion(FRAUD, WORSE);
      const run = await withApproval();
      expect([run.exitCode, Object.keys(run.jobs)]).toEqual([1, ['evaluate']]);
      expect(resultOf(run.jobs['evaluate'])).toEqual({
        job: 'failure',
        steps: { '0': 'success', gate: 'failure' },
        gate: said('rejected', '2', '1', NOT_MET),
      });
      expect(run.jobs['evaluate']?.summary).toContain('## ❌ Rejected');
      expect(conclusions(run)).toEqual([]);
      expect(await stages(FRAUD)).toEqual({ '1': 'Production', '2': 'None' });
    });

    it('judges again after the approval: what was overtaken stays', async () => {
      const { registry, recorder } = place();
      await registry.trainedVersion(FRAUD, BETTER);
      const later = async (): Promise<void> => {
        const other = await registry.trainedVersion(FRAUD, BEST);
        await registry.transition(FRAUD, other, 'Production', true);
      };
      recorder.inject({ when: requestsTo(LISTING), fault: { kind: 'after', run: later }, times: 1 });
      const run = await withApproval();
      expect([run.exitCode, Object.keys(run.jobs)]).toEqual([1, ['evaluate', 'promote']]);
      expect(resultOf(run.jobs['evaluate'])).toMatchObject({ job: 'success' });
      expect(resultOf(run.jobs['promote'])).toEqual({
        job: 'failure',
        steps: { '0': 'success', gate: 'failure' },
        gate: said('rejected', '2', '3', NOT_MET),
      });
      expect(conclusions(run)).toEqual([['Model promotion to Production: fraud-detector', 'failure']]);
      expect(await stages(FRAUD)).toEqual({ '1': 'Archived', '2': 'None', '3': 'Production' });
    });
  });
});
