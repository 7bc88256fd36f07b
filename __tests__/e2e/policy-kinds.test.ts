import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PromotionDecision } from '../../src/domain/decision.js';
import { policyOf, thresholds, treeWith } from '../policy/file/texts.js';
import { DOORS, startPlace, type Place } from './evidence/doors.js';
import { wholeRun } from './store/whole-run.js';

const MODEL = 'churn';
const COMMIT = 'c0ffee00'.repeat(5);
const TARGET_TAG = 'bias_review';

/** What a policy asks for, and how it ends for the good version and for the other one. */
interface Case {
  readonly lines: readonly string[];
  readonly good: string;
  readonly bad: readonly [outcome: string, reason: string];
}

const CASES: readonly Case[] = [
  { lines: [`tags: { ${TARGET_TAG}: approved }`], good: 'passed', bad: ['rejected', 'tag-not-accepted'] },
  { lines: ['tags: { seen: yes }'], good: 'passed', bad: ['invalid', 'tag-missing'] },
  {
    lines: ['sign-off: { tag: signed_off, roles: [ethics, business] }'],
    good: 'passed',
    bad: ['rejected', 'sign-off-refused'],
  },
  { lines: ['lineage: [commit, run, dataset]'], good: 'passed', bad: ['invalid', 'lineage-missing'] },
  { lines: ['from: "@challenger"'], good: 'passed', bad: ['rejected', 'not-in-place'] },
  { lines: ['from: Staging'], good: 'passed', bad: ['rejected', 'not-in-place'] },
  { lines: ['from: Staging', 'soak: 1s'], good: 'passed', bad: ['rejected', 'not-in-place'] },
  { lines: ['from: Staging', 'soak: 24h'], good: 'rejected', bad: ['rejected', 'not-in-place'] },
  { lines: ['from: "@challenger"', 'soak: 1s'], good: 'inconclusive', bad: ['rejected', 'not-in-place'] },
  {
    lines: ['max-age: 50000w', ...thresholds('accuracy: ">= 0.5"')],
    good: 'passed',
    bad: ['rejected', 'threshold-not-met'],
  },
  {
    lines: ['max-age: 1s', ...thresholds('accuracy: ">= 0.5"')],
    good: 'invalid',
    bad: ['invalid', 'metric-too-old'],
  },
];

describe.each(['2.22.5', '3.17.2'] as const)('kinds of gates on MLflow %s', (release) => {
  let place: Place;
  const versions = { good: '', bad: '' };

  beforeAll(async () => {
    place = await startPlace(release);
    const { client } = place;
    await client.createModel(MODEL);
    const train = async (accuracy: number, more: object): Promise<string> => {
      const runId = await client.logRun({ metrics: { accuracy }, ...more });
      return await client.createVersion(MODEL, { runId });
    };
    versions.good = await train(0.9, {
      tags: { 'mlflow.source.git.commit': COMMIT },
      datasets: [{ name: 'train', digest: 'd1' }],
    });
    versions.bad = await train(0.1, {});
    const set = (version: string, tags: Readonly<Record<string, string>>) =>
      Promise.all(Object.entries(tags).map(([key, value]) => client.setTag(MODEL, version, key, value)));
    const signed = { 'signed_off.ethics': 'yes: Ada', 'signed_off.business': 'yes: Bob' };
    await set(versions.good, { [TARGET_TAG]: 'approved', seen: 'yes', ...signed });
    await set(versions.bad, { [TARGET_TAG]: 'rejected', ...signed, 'signed_off.business': 'no: Bob' });
    await client.setAlias(MODEL, 'challenger', versions.good);
    await client.transition(MODEL, versions.good, 'Staging');
    // What was last changed a second ago has been there for one.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
  });
  afterAll(() => place.stop());

  async function decided(
    door: (typeof DOORS)[number],
    version: string,
    text: string,
  ): Promise<PromotionDecision> {
    const uri = door === 'over REST' ? place.server.url : `sqlite:///${place.server.databasePath}`;
    const inputs = { 'model-name': MODEL, version, stage: 'Production', thresholds: '', mode: 'evaluate' };
    const { decision } = await wholeRun(treeWith(text), { 'tracking-uri': uri, 'check-name': '', ...inputs });
    return decision;
  }

  it.each(CASES.flatMap((one) => DOORS.map((door) => [one.lines.join('; '), door, one] as const)))(
    '%s, %s',
    async (_, door, { lines, good, bad }) => {
      const text = policyOf(lines);
      const better = await decided(door, versions.good, text);
      expect([better.outcome, better.gates.length > 0]).toEqual([good, true]);
      const worse = await decided(door, versions.bad, text);
      expect([worse.outcome, worse.reasons[0]?.code]).toEqual(bad);
      expect(worse.reasons[0]?.remedy).not.toBe('');
      expect(worse.gates.every(({ writtenAt }) => writtenAt.in === 'file' && writtenAt.line >= 6)).toBe(true);
    },
  );
});
