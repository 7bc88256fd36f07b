import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { PromotionDecision } from '../../src/domain/decision.js';
import { runPython, trackingEnvironment } from '../harness/python.js';
import { describeWith } from '../harness/suites.js';
import { decide, DOORS, essence, startPlace, type Obstacle, type Place } from './evidence/doors.js';
import { SEE } from './evidence/seen.js';
import { thresholdsOf } from '../harness/thresholds.js';

const RELATIVE = 'accuracy: ">= production"';
const HOLDOUT = 'accuracy: { require: ">= production", dataset: holdout }';

type Seen = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Situation, thresholds, outcome, first reason, and the version where it is not 2. */
type Case = readonly [name: string, thresholds: string, outcome: string, code: string, version?: string];

const WAYS = ['a logged model', 'a run', 'a bucket'];
const FATES = ['deleted', 'renamed', 'unreadable'];

const CASES: readonly Case[] = [
  ...WAYS.flatMap((way): Case[] => [
    [`1 by ${way}`, RELATIVE, 'invalid', 'dataset-ambiguous'],
    [`1 by ${way}`, HOLDOUT, 'rejected', 'threshold-not-met'],
  ]),
  ['1 evaluated, by a run', RELATIVE, 'passed', 'would-be-promoted'],
  ['2 deleted', RELATIVE, 'invalid', 'metric-run-unusable'],
  ['2 deleted', 'accuracy: ">= 0.6"', 'invalid', 'metric-run-unusable'],
  ['2 failed', RELATIVE, 'invalid', 'metric-run-unusable'],
  ['3 log_model outside', RELATIVE, 'passed', 'would-be-promoted'],
  ['3 create_external_model', RELATIVE, 'passed', 'would-be-promoted'],
  ...FATES.flatMap((fate) =>
    ['by a logged model', 'by its run'].flatMap((way): Case[] => [
      [`4 ${fate}, ${way}`, RELATIVE, 'passed', 'would-be-promoted'],
      [`4 ${fate}, ${way}`, RELATIVE, 'rejected', 'threshold-not-met', '3'],
    ]),
  ),
  ['5 values of the run', RELATIVE, 'invalid', 'metric-of-shared-run'],
  ['5 values of the models', RELATIVE, 'rejected', 'threshold-not-met'],
  ['5 a checkpoint', 'accuracy: ">= 0.9"', 'invalid', 'metric-of-shared-run'],
  ['6 failed upload', RELATIVE, 'invalid', 'logged-model-not-ready'],
];

describeWith(['mlflow-3.17.2'], 'what was seen on real registries, through both doors', () => {
  let place: Place;
  let seen: Seen = {};
  beforeAll(async () => {
    place = await startPlace();
    const printed = await runPython('3.17.2', SEE, { env: trackingEnvironment(place.server) });
    const line = printed.split('\n').find((one) => one.startsWith('SEEN ')) ?? 'SEEN {}';
    seen = JSON.parse(line.slice('SEEN '.length)) as Seen;
  }, 240_000);
  afterAll(async () => {
    await place.stop();
  });

  async function both(
    inputs: Readonly<Record<string, string>>,
    obstacle: Obstacle | null = null,
  ): Promise<readonly PromotionDecision[]> {
    const decisions: PromotionDecision[] = [];
    for (const door of DOORS) decisions.push(await decide(place, door, inputs, obstacle));
    return decisions;
  }

  const ends = (decisions: readonly PromotionDecision[]) =>
    decisions.map(({ outcome, reasons }) => [outcome, reasons[0]?.code]);

  it.each(CASES)('%s, with %s: %s', async (name, thresholds, outcome, code, version = '2') => {
    const inputs = { 'model-name': name, version, thresholds };
    const decisions = await both(inputs, name.includes('unreadable') ? unreadableModel(`${name} dev`) : null);
    expect(ends(decisions)).toEqual(DOORS.map(() => [outcome, code]));
    const [overRest, inStore] = decisions.map(essence);
    expect(inStore).toEqual(overRest);
  });

  describeMetrics();

  function describeMetrics(): void {
    const name = '6 another metric';
    const inputs = { 'model-name': name, version: '2' };

    it('6: what no gate asks about does not stop, although it cannot be read', async () => {
      const decisions = await both({ ...inputs, thresholds: RELATIVE }, unreadableRun(name));
      expect(ends(decisions)).toEqual(DOORS.map(() => ['passed', 'would-be-promoted']));
    });

    it('6: where the evidence of one metric cannot be read, the gates of the others are judged', async () => {
      const thresholds = `${RELATIVE}\nf1: ">= 0.5"\n`;
      const decisions = await both({ ...inputs, thresholds }, unreadableRun(name));
      expect(ends(decisions)).toEqual(DOORS.map(() => ['invalid', 'metric-run-unusable']));
      const results = decisions.map(({ gates }) =>
        thresholdsOf(gates).map(({ metric, verdict }) => `${metric}: ${verdict}`),
      );
      expect(results).toEqual(DOORS.map(() => ['accuracy: pass', 'f1: invalid']));
    });
  }

  function unreadableRun(name: string): Obstacle {
    const run = seen[name]?.['evaluation'] ?? '';
    return {
      refused: ({ path }) => path.includes(`/runs/get?run_id=${run}`),
      damage: `UPDATE runs SET status = x'00' WHERE run_uuid = '${run}'`,
    };
  }
});

/** Nothing of the model may be read. */
function unreadableModel(name: string): Obstacle {
  return {
    refused: ({ path }) => decodeURIComponent(path).replaceAll('+', ' ').includes(name),
    damage: `UPDATE model_versions SET creation_time = 'then' WHERE name = '${name}'`,
  };
}
