import path from 'node:path';
import { withoutPages } from '../../harness/pages.js';
import type { PromotionDecision } from '../../../src/domain/decision.js';
import { startMlflow, type MlflowServer } from '../../harness/mlflow.js';
import { scratch } from '../../harness/paths.js';
import { startRecorder, type Injection, type Recorder } from '../../harness/recorder.js';
import { RegistryClient } from '../../harness/registry-client.js';
import { copyStore, run as runSql } from '../store/files.js';
import { wholeRun } from '../store/whole-run.js';

/** One registry, to be read through its server and in its file. */
export interface Place {
  readonly server: MlflowServer;
  readonly client: RegistryClient;
  readonly recorder: Recorder;
  readonly stop: () => Promise<void>;
}

export const DOORS = ['over REST', 'in the store'] as const;
export type Door = (typeof DOORS)[number];

/** What one door meets on its way: a refusal of the server, or a damaged row in a copy of its store. */
export interface Obstacle {
  readonly refused: Injection['when'];
  readonly damage: string;
}

export async function startPlace(release: '2.22.5' | '3.17.2' = '3.17.2'): Promise<Place> {
  const server = await startMlflow({ release });
  const recorder = await startRecorder(server.url);
  const stop = async (): Promise<void> => {
    await recorder.stop();
    await server.stop();
  };
  return { server, client: new RegistryClient(server), recorder, stop };
}

/** Changes rows behind MLflow's back: only so can something be missing that MLflow itself never removes. */
export function alter({ server }: Place, sql: string): void {
  runSql(server.databasePath, `PRAGMA foreign_keys = OFF; ${sql}`);
}

type Inputs = Readonly<Record<string, string>>;

/** What the action decides (mode evaluate unless told) through a door, and whatever is in the way there. */
export async function decide(
  place: Place,
  door: Door,
  inputs: Inputs,
  obstacle: Obstacle | null = null,
): Promise<PromotionDecision> {
  const all = { 'check-name': '', stage: 'Production', mode: 'evaluate', ...inputs };
  const folder = await scratch('doors');
  if (door === 'over REST') {
    place.recorder.reset();
    if (obstacle !== null) place.recorder.inject({ when: obstacle.refused, fault: FORBIDDEN });
    return (await wholeRun(folder, { 'tracking-uri': place.recorder.url, ...all })).decision;
  }
  const file = obstacle === null ? place.server.databasePath : path.join(folder, 'mlflow.db');
  if (obstacle !== null) {
    await copyStore(place.server.databasePath, file);
    runSql(file, `PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; ${obstacle.damage}`);
  }
  return (await wholeRun(folder, { 'tracking-uri': `sqlite:///${file}`, ...all })).decision;
}

const FORBIDDEN = {
  kind: 'answer',
  status: 403,
  headers: { 'content-type': 'application/json' },
  body: '{"error_code": "PERMISSION_DENIED", "message": "Permission denied"}',
} as const;

/** What two decisions about one registry share: all but when, by whom and through which address. */
export function essence(decision: PromotionDecision): unknown {
  const { outcome, target, candidate, baseline, gates, reasons, warnings, moves, digests } = decision;
  const text = JSON.stringify({
    outcome,
    target,
    candidate: withoutPages(candidate),
    baseline: withoutPages(baseline),
    gates,
    reasons,
    warnings,
    moves,
    digests,
  });
  const address = decision.registry === null ? '' : JSON.stringify(decision.registry).slice(1, -1);
  const named = address === '' ? text : text.replaceAll(address, '<registry>');
  return JSON.parse(ADDRESSES.reduce((shown, [words, meaning]) => shown.replaceAll(words, meaning), named));
}

/** How each door names its registry, and the input that leads there. */
const ADDRESSES = [
  [String.raw`in the store \"<registry>\"`, 'on <registry>'],
  ['`tracking-uri` (or `registry-uri`, where only that is set)', 'the registry URI'],
] as const;
