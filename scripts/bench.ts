/**
 * One promotion, timed as whole processes against one loopback server, in turn: bare Node, this action's `dist`, and
 * the same promotion by a Python script with MLflow's own client. Prints medians and ratios of this one run.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { runAction } from '../__tests__/harness/action.js';
import { install } from '../__tests__/harness/install.js';
import { startMlflow, type MlflowServer } from '../__tests__/harness/mlflow.js';
import { runPython, trackingEnvironment } from '../__tests__/harness/python.js';
import { roundTrips, startRecorder, type Recorded, type Recorder } from '../__tests__/harness/recorder.js';
import { RegistryClient } from '../__tests__/harness/registry-client.js';
import { PYTHON_PROMOTION } from './bench-python.js';

const ROUNDS = Number(process.argv[2] ?? 9);
const RELEASE = '3.17.2';
const MODEL = 'bench';
const THRESHOLDS = 'accuracy: ">= 0.8 and >= production + 0.005"\nlog_loss: "<= production"';

interface Sample {
  readonly total: number;
  /** Time in which at least one request was under way. */
  readonly server: number;
  readonly requests: number;
  readonly trips: number;
}

function busy(requests: readonly Recorded[]): number {
  let sum = 0;
  let until = -Infinity;
  for (const { start, end } of [...requests].sort((a, b) => a.start - b.start)) {
    sum += Math.max(0, end - Math.max(start, until));
    until = Math.max(until, end);
  }
  return sum;
}

async function measured(recorder: Recorder, work: () => Promise<void>): Promise<Sample> {
  recorder.reset();
  const started = performance.now();
  await work();
  const total = performance.now() - started;
  const requests = [...recorder.requests];
  return { total, server: busy(requests), requests: requests.length, trips: roundTrips(requests) };
}

async function bareNode(): Promise<number> {
  const started = performance.now();
  await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'close');
  return performance.now() - started;
}

async function action(recorder: Recorder, version: string): Promise<void> {
  const run = await runAction({
    inputs: {
      'model-name': MODEL,
      version,
      stage: 'Production',
      thresholds: THRESHOLDS,
      'tracking-uri': recorder.url,
      'check-name': '',
    },
  });
  if (run.outputs['result'] !== 'promoted') throw new Error(`The action did not promote:\n${run.log}`);
}

async function python(server: MlflowServer, recorder: Recorder, version: string): Promise<void> {
  const env = { ...trackingEnvironment(server), MLFLOW_TRACKING_URI: recorder.url };
  const said = await runPython(RELEASE, PYTHON_PROMOTION, { args: [MODEL, version], env });
  if (said.trim() !== 'promoted') throw new Error(`The script did not promote: ${said}`);
}

async function seed(client: RegistryClient): Promise<void> {
  await client.createModel(MODEL);
  await client.trainedVersion(MODEL, { accuracy: 0.9, log_loss: 0.3 });
  await client.trainedVersion(MODEL, { accuracy: 0.93, log_loss: 0.25 });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

function print(bare: readonly number[], ours: readonly Sample[], theirs: readonly Sample[]): void {
  const total = median(ours.map((sample) => sample.total));
  const other = median(theirs.map((sample) => sample.total));
  const start = median(bare);
  const own = median(ours.map((sample, round) => sample.total - sample.server - (bare[round] ?? start)));
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  const count = (samples: readonly Sample[]) =>
    `${median(samples.map((s) => s.requests))} requests, ${median(samples.map((s) => s.trips))} sequential round trips`;
  console.log(`Medians of ${ROUNDS} rounds against MLflow ${RELEASE} on loopback`);
  console.log(`bare node start          ${ms(start)}`);
  console.log(`this action, promotion   ${ms(total)}   ${count(ours)}`);
  console.log(`Python MlflowClient      ${ms(other)}   ${count(theirs)}`);
  console.log(`own time (total - bare node - server)  ${ms(own)}`);
  console.log(`Python / this action     ${(other / total).toFixed(1)} x`);
  console.log(`this action / bare node  ${(total / start).toFixed(1)} x`);
}

const missing = await install([`mlflow-${RELEASE}`]);
if (Object.keys(missing).length > 0)
  throw new Error(`The benchmark needs MLflow: ${JSON.stringify(missing)}`);
const server = await startMlflow({ release: RELEASE });
const recorder = await startRecorder(server.url);
try {
  const client = new RegistryClient(server);
  await seed(client);
  const bare: number[] = [];
  const ours: Sample[] = [];
  const theirs: Sample[] = [];
  // One round more than is counted: the first one warms caches.
  for (let round = 0; round <= ROUNDS; round++) {
    bare.push(await bareNode());
    await client.transition(MODEL, '1', 'Production', true);
    ours.push(await measured(recorder, () => action(recorder, '2')));
    await client.transition(MODEL, '1', 'Production', true);
    theirs.push(await measured(recorder, () => python(server, recorder, '2')));
  }
  print(bare.slice(1), ours.slice(1), theirs.slice(1));
} finally {
  await recorder.stop();
  await server.stop();
}
