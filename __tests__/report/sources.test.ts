import { expect, it } from '@jest/globals';
import { renderCheck } from '../../src/report/check.js';
import { renderLog } from '../../src/report/log.js';
import { renderSummary } from '../../src/report/summary.js';
import { run } from '../../src/run.js';
import { memoryRegistry, MemoryStore } from '../harness/memory-registry.js';
import { testWorld } from '../harness/world.js';

const SAID =
  '"accuracy" of the candidate is from its run, of the baseline from its logged model; they were compared although they may have been measured in different ways.';

it('values of different origin are compared with a warning, in decision, log, summary and check run', async () => {
  const store = new MemoryStore();
  store.addVersion('churn', '1', { stage: 'Production' });
  store.addVersion('churn', '2');
  store.measure('churn', '1', 'accuracy', 0.8, { origin: 'logged-model', runId: 'e1', of: 2 });
  store.measure('churn', '2', 'accuracy', 0.9, { origin: 'run', runId: 'r2' });
  const world = testWorld({
    registry: memoryRegistry(store),
    inputs: {
      ...{ 'tracking-uri': 'https://mlflow.example.com', 'model-name': 'churn', version: '2' },
      ...{ stage: 'Production', thresholds: 'accuracy: ">= production"' },
    },
  });
  await run(world);
  const decision = world.decision();
  expect([decision.outcome, decision.warnings]).toEqual([
    'promoted',
    [{ code: 'origins-differ', message: SAID }],
  ]);
  const log = renderLog(decision).flatMap(({ lines }) => lines);
  expect(log).toContain(`! Warning: ${SAID}`);
  for (const page of [renderSummary(decision), renderCheck(decision).summary]) {
    expect(page).toContain('(`origins-differ`)');
    expect(page).toContain('of the candidate is from its run, of the baseline from its logged model');
  }
});
