/**
 * One promotion, timed as whole processes against one loopback server, in turn: bare Node, this action's `dist`, and
 * the same promotion by a Python script with MLflow's own client; beside it what the action itself takes of the
 * processor, over REST and on a local store. Prints medians and ratios of this one run.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { runAction } from '../__tests__/harness/action.js';
import { install } from '../__tests__/harness/install.js';
import { startMlflow, type MlflowServer } from '../__tests__/harness/mlflow.js';
import { runPython, trackingEnvironment } from '../__tests__/harness/python.js';
import { roundTrips, startRecorder, type Recorder } from '../__tests__/harness/recorder.js';
import { RegistryClient } from '../__tests__/harness/registry-client.js';
import { compiledBytes, cpuOfAction, cpuOfBareNode, localStore } from './bench-cpu.js';
import { busy, promoteAmongMany } from './bench-large.js';
import { expressionTimes } from './bench-expressions.js';
import { listTimes } from './bench-list.js';
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

/** `work` gives its own time, without what prepares it and reads what it left. */
async function measured(recorder: Recorder, work: () => Promise<number>): Promise<Sample> {
  recorder.reset();
  const total = await work();
  const requests = [...recorder.requests];
  return { total, server: busy(requests), requests: requests.length, trips: roundTrips(requests) };
}

async function bareNode(): Promise<number> {
  const started = performance.now();
  await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'close');
  return performance.now() - started;
}

function promotion(version: string, uri: string): Readonly<Record<string, string>> {
  return {
    ...{ 'model-name': MODEL, version, stage: 'Production', thresholds: THRESHOLDS },
    ...{ 'tracking-uri': uri, 'check-name': '' },
  };
}

async function action(recorder: Recorder, version: string): Promise<number> {
  const run = await runAction({ inputs: promotion(version, recorder.url) });
  if (run.outputs['result'] !== 'promoted') throw new Error(`The action did not promote:\n${run.log}`);
  return run.durationMs;
}

async function python(server: MlflowServer, recorder: Recorder, version: string): Promise<number> {
  const env = { ...trackingEnvironment(server), MLFLOW_TRACKING_URI: recorder.url };
  const started = performance.now();
  const said = await runPython(RELEASE, PYTHON_PROMOTION, { args: [MODEL, version], env });
  const total = performance.now() - started;
  if (said.trim() !== 'promoted') throw new Error(`The script did not promote: ${said}`);
  return total;
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

interface Round {
  readonly bare: number;
  readonly ours: Sample;
  readonly theirs: Sample;
  /** Own CPU, in ms. */
  readonly cpu: { readonly bare: number; readonly rest: number; readonly store: number };
}

function printTimes(rounds: readonly Round[]): void {
  const of = (read: (round: Round) => number) => median(rounds.map(read));
  const line = (what: string, value: string) => {
    console.log(`${what.padEnd(44)} ${value}`);
  };
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  const times = (value: number) => `${value.toFixed(2)} x`;
  const count = (read: (round: Round) => Sample) =>
    `${of((r) => read(r).requests)} requests, ${of((r) => read(r).trips)} sequential round trips`;
  console.log(`Medians of ${rounds.length} rounds against MLflow ${RELEASE} on loopback`);
  line('bare node start', ms(of((r) => r.bare)));
  line('this action, promotion', `${ms(of((r) => r.ours.total))}   ${count((r) => r.ours)}`);
  line('Python MlflowClient', `${ms(of((r) => r.theirs.total))}   ${count((r) => r.theirs)}`);
  line('Python / this action', times(of((r) => r.theirs.total / r.ours.total)));
  line('own time (total - bare node - server)', ms(of((r) => r.ours.total - r.ours.server - r.bare)));
  line('this action / (bare node + server)', times(of((r) => r.ours.total / (r.bare + r.ours.server))));
  line('own CPU, bare node', ms(of((r) => r.cpu.bare)));
  for (const [what, read] of [
    ['own CPU, evaluate on a local store', (r: Round) => r.cpu.store],
    ['own CPU, promotion over REST', (r: Round) => r.cpu.rest],
  ] as const) {
    line(what, `${ms(of(read))}   ${times(of((r) => read(r) / r.cpu.bare))} bare node`);
  }
}

async function printBytes(): Promise<void> {
  const kilobytes = async (uri: string) => `${((await compiledBytes(uri)) / 1000).toFixed(0)} kB`;
  console.log(`compiled before the store is opened          ${await kilobytes('sqlite:///missing.db')}`);
  console.log(`compiled before the first request            ${await kilobytes('http://127.0.0.1:65535')}`);
}

function printExpressions(): void {
  const times = expressionTimes();
  const total = times.reduce((sum, { double }) => sum + double, 0);
  console.log(
    `regular expressions over hostile text        ${times.length}, all together ${total.toFixed(0)} ms`,
  );
  for (const { file, literal, single, double } of times.slice(0, 3))
    console.log(
      `  slowest: ${single.toFixed(2)} ms, twice the text ${double.toFixed(2)} ms   ${file} ${literal.slice(0, 60)}`,
    );
}

async function printLists(): Promise<void> {
  const { versions, metrics } = await listTimes();
  const used = ({ clock, memory }: typeof versions) =>
    `${(clock / 1000).toFixed(1)} s, ${memory.toFixed(0)} MB`;
  console.log(`list over 10 000 versions                    ${used(versions)}`);
  console.log(`list over 12 versions of 5 000 metrics each  ${used(metrics)}`);
}

async function printLarge(client: RegistryClient): Promise<void> {
  const { total, listings, pages } = await promoteAmongMany(server, client, recorder);
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const beyond = `${((total - listings) / 1000).toFixed(2)} s more`;
  console.log(
    `promotion among 30 000 versions over REST    ${seconds(total)}: ${pages} pages of them in ${seconds(listings)}, ${beyond}`,
  );
}

const missing = await install([`mlflow-${RELEASE}`]);
if (Object.keys(missing).length > 0)
  throw new Error(`The benchmark needs MLflow: ${JSON.stringify(missing)}`);
const server = await startMlflow({ release: RELEASE });
const recorder = await startRecorder(server.url);
try {
  const client = new RegistryClient(server);
  await seed(client);
  const store = await localStore();
  const rounds: Round[] = [];
  // One round more than is counted: the first one warms caches.
  for (let round = 0; round <= ROUNDS; round++) {
    const back = () => client.transition(MODEL, '1', 'Production', true);
    const bare = await bareNode();
    await back();
    const ours = await measured(recorder, () => action(recorder, '2'));
    await back();
    const theirs = await measured(recorder, () => python(server, recorder, '2'));
    await back();
    const cpu = {
      bare: await cpuOfBareNode(),
      rest: await cpuOfAction(promotion('2', server.url), store.workspace, 'promoted'),
      store: await cpuOfAction(store.inputs, store.workspace, 'passed'),
    };
    rounds.push({ bare, ours, theirs, cpu });
  }
  printTimes(rounds.slice(1));
  await printBytes();
  printExpressions();
  await printLists();
  await printLarge(client);
} finally {
  await recorder.stop();
  await server.stop();
}
