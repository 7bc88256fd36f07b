import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Recorded } from '../harness/recorder.js';
import { scratch } from '../harness/paths.js';
import { describeWith } from '../harness/suites.js';
import { fresh } from './evidence/cells.js';
import { alter, decide, DOORS, essence, startPlace, type Place } from './evidence/doors.js';
import { wholeRun } from './store/whole-run.js';

const PASSED = { outcome: 'passed', code: 'would-be-promoted' };
const METRICS = Array.from({ length: 400 }, (_, index) => `m${index}`);
/** More gates a policy does not take. */
const MOST_GATES = 200;
const LATER = 1_700_000_100_000;

/** What a request is for, without ids. */
function callOf({ path }: Recorded): string {
  const name = new URL(path, 'http://here').pathname.replace(/^.*\/mlflow\//, '');
  return name.replace(/m-[0-9a-f]{32}/, '{id}');
}

/** The calls of each round trip, sorted: those of one began before all of the one before had been waited for. */
function named(requests: readonly Recorded[]): readonly string[] {
  const trips = new Map<Recorded, number>();
  for (const request of requests) {
    const before = [...trips].filter(([other]) => other.end <= request.start).map(([, trip]) => trip);
    trips.set(request, Math.max(0, ...before) + 1);
  }
  const grouped = Map.groupBy(requests, (request) => trips.get(request) ?? 0);
  return [...grouped.values()].map((calls) => [...new Set(calls.map(callOf))].sort().join(' + '));
}

describeWith(['mlflow-3.17.2'], 'what evidence costs', () => {
  let place: Place;
  beforeAll(async () => {
    place = await startPlace();
  }, 60_000);
  afterAll(async () => {
    await place.stop();
  });

  /** A logged model of a finished run with one value, and a version of it. */
  async function uploaded(model: string, accuracy = 0.7) {
    const { client } = place;
    const runId = await client.logRun();
    const modelId = await client.loggedModel({ runId, metrics: { accuracy } });
    await client.call('POST', '/api/2.0/mlflow/runs/outputs', {
      run_id: runId,
      models: [{ model_id: modelId, step: 0 }],
    });
    const version = await client.createVersion(model, { runId, modelId });
    return { runId, modelId, version };
  }

  async function newModel(): Promise<string> {
    const model = fresh();
    await place.client.createModel(model);
    return model;
  }

  it('a logged model with 100 000 metric rows is judged, by the newest of them', async () => {
    const model = await newModel();
    const { runId, modelId, version } = await uploaded(model);
    alter(
      place,
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
       INSERT INTO logged_model_metrics (model_id, metric_name, metric_timestamp_ms, metric_step, metric_value,
         experiment_id, run_id, dataset_name, dataset_digest)
       SELECT '${modelId}', 'accuracy', ${LATER} + i, i, i / 100000.0, ${place.server.experimentId}, '${runId}',
         NULL, NULL FROM n`,
    );
    const inputs = { 'model-name': model, version, thresholds: 'accuracy: ">= 1"' };
    const decisions = [];
    for (const door of DOORS) decisions.push(await decide(place, door, inputs));
    for (const { outcome, reasons, gates } of decisions) {
      expect({ outcome, code: reasons[0]?.code }).toEqual(PASSED);
      expect(gates[0]).toMatchObject({ candidate: '1', candidateSource: { of: 100_001, step: 100_000 } });
    }
    expect(decisions.map(essence)[1]).toEqual(decisions.map(essence)[0]);
  }, 90_000);

  describe('400 exact zeros', () => {
    const thresholds = METRICS.slice(0, MOST_GATES)
      .map((metric) => `${metric}: "<= 0"`)
      .join('\n');

    /** The requests of a decision about them. */
    async function decided(model: string, version: string): Promise<readonly Recorded[]> {
      const inputs = { 'model-name': model, version, thresholds };
      const { outcome, reasons } = await decide(place, 'over REST', inputs);
      const requests = [...place.recorder.requests];
      expect({ outcome, code: reasons[0]?.code }).toEqual(PASSED);
      const inStore = await decide(place, 'in the store', inputs);
      expect({ outcome: inStore.outcome, code: inStore.reasons[0]?.code }).toEqual(PASSED);
      return requests;
    }

    async function logZeros(runId: string, modelId: string): Promise<void> {
      const metrics = METRICS.map((key) => ({ key, value: 0, timestamp: LATER, step: 1, model_id: modelId }));
      await place.client.call('POST', '/api/2.0/mlflow/runs/log-batch', { run_id: runId, metrics });
    }

    it('of a run cost nothing more', async () => {
      const model = await newModel();
      const version = await place.client.trainedVersion(
        model,
        Object.fromEntries(METRICS.map((key) => [key, 0])),
      );
      expect(named(await decided(model, version))).toEqual([
        'model-versions/search + registered-models/get',
        'runs/get',
      ]);
    });

    it('of a logged model cost nothing more, where its own run logged them', async () => {
      const model = await newModel();
      const { runId, modelId, version } = await uploaded(model);
      await logZeros(runId, modelId);
      expect(named(await decided(model, version))).toEqual([
        'model-versions/search + registered-models/get',
        'logged-models/{id} + runs/get',
      ]);
    });

    it('of a logged model cost two round trips more at most, where another run logged them', async () => {
      const model = await newModel();
      const { modelId, version } = await uploaded(model);
      const runId = await place.client.logRun();
      await logZeros(runId, modelId);
      // As `mlflow.log_metrics(…, model_id=…)` and `mlflow.evaluate` say whose values a run holds.
      await place.client.call('POST', '/api/2.0/mlflow/runs/log-inputs', {
        run_id: runId,
        models: [{ model_id: modelId }],
      });
      expect(named(await decided(model, version))).toEqual([
        'model-versions/search + registered-models/get',
        'logged-models/{id} + runs/get',
        'runs/get',
      ]);
    });

    it('of a logged model cost the histories, eight at once, where the run that logged them does not say for which model', async () => {
      const model = await newModel();
      const { modelId, version } = await uploaded(model);
      await logZeros(await place.client.logRun(), modelId);
      const { recorder } = place;
      recorder.reset();
      // So slow that what begins together is seen together.
      const isHistory = ({ path }: Pick<Recorded, 'path'>): boolean => path.includes('get-history');
      recorder.inject({ when: isHistory, fault: { kind: 'delay', ms: 100 } });
      const { decision } = await wholeRun(await scratch('cost'), {
        ...{ mode: 'evaluate', 'tracking-uri': recorder.url, stage: 'Production', 'check-name': '' },
        ...{ 'model-name': model, version, thresholds },
      });
      expect({ outcome: decision.outcome, code: decision.reasons[0]?.code }).toEqual(PASSED);
      const requests = [...recorder.requests];
      // Nothing waits for the histories but each other: eight at once, whatever a model has.
      expect([...new Set(named(requests))]).toEqual([
        'model-versions/search + registered-models/get',
        'logged-models/{id} + runs/get',
        'runs/get',
        'metrics/get-history',
      ]);
      const histories = requests.filter(isHistory);
      expect(histories).toHaveLength(MOST_GATES);
      const together = ({ start }: Recorded) =>
        histories.filter((other) => other.start <= start && start < other.end);
      expect(Math.max(...histories.map((one) => together(one).length))).toBe(8);
    });
  });

  describe('a promotion', () => {
    async function promoted(
      register: (one: Awaited<ReturnType<typeof uploaded>>, model: string) => Promise<string>,
    ) {
      const model = await newModel();
      const holder = await register(await uploaded(await newModel(), 0.8), model);
      const version = await register(await uploaded(await newModel(), 0.9), model);
      await place.client.transition(model, holder, 'Production');
      const thresholds = 'accuracy: ">= production"';
      const { recorder } = place;
      recorder.reset();
      // So slow that what begins together is seen together.
      recorder.inject({ when: () => true, fault: { kind: 'delay', ms: 150 } });
      const { decision } = await wholeRun(await scratch('cost'), {
        ...{ 'tracking-uri': recorder.url, stage: 'Production', 'check-name': '' },
        ...{ 'model-name': model, version, thresholds },
      });
      expect(decision.outcome).toBe('promoted');
      return [...recorder.requests];
    }

    it('takes five round trips, by a logged model', async () => {
      const requests = await promoted(({ runId, modelId }, model) =>
        place.client.createVersion(model, { runId, modelId }),
      );
      expect(named(requests)).toEqual([
        'model-versions/search + registered-models/get',
        'logged-models/{id} + runs/get',
        'logged-models/{id} + model-versions/search + registered-models/get + runs/get',
        'model-versions/transition-stage',
        'model-versions/search + registered-models/get',
      ]);
    });

    it('takes six round trips, by a run', async () => {
      const requests = await promoted(({ runId }, model) =>
        place.client.createVersion(model, { runId, source: `runs:/${runId}/model` }),
      );
      expect(named(requests)).toEqual([
        'model-versions/search + registered-models/get',
        'runs/get',
        'logged-models/{id}',
        'logged-models/{id} + model-versions/search + registered-models/get + runs/get',
        'model-versions/transition-stage',
        'model-versions/search + registered-models/get',
      ]);
    });
  });
});
