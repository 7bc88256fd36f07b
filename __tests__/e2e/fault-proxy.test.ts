import { expect, it } from '@jest/globals';
import type { PromotionDecision } from '../../src/domain/decision.js';
import { scratch } from '../harness/paths.js';
import { ANSWERS, type Fault } from '../harness/recorder.js';
import { describeWith } from '../harness/suites.js';
import { usePlace, wonContest, WINNING, type Contest, type Place } from './promotion/place.js';
import { wholeRun } from './store/whole-run.js';

/**
 * One request of a promotion goes wrong, in every way there is: whatever comes of it, what is claimed agrees with the
 * registry. A seeded sample; `npm run test:faults` tries every fault at every request.
 */

const STATUSES = [
  ...[200, 202, 204, 206, 300, 304, 400, 401, 402, 403, 404, 405, 407, 408, 409, 410, 411, 413, 415],
  ...[418, 421, 425, 429, 431, 451, 499, 500, 501, 502, 503, 504, 507, 511, 520, 521, 522, 524, 530],
];
const OWN: readonly (readonly [number, string, string])[] = [
  [400, 'INVALID_PARAMETER_VALUE', 'not like this'],
  [400, 'BAD_REQUEST', 'the connection was lost'],
  [401, 'UNAUTHENTICATED', 'who are you'],
  [403, 'PERMISSION_DENIED', 'no'],
  [404, 'RESOURCE_DOES_NOT_EXIST', "Run with id='x' not found"],
  [404, 'RESOURCE_DOES_NOT_EXIST', 'Registered Model with name=x not found'],
  [404, 'ENDPOINT_NOT_FOUND', 'no such call'],
  [409, 'RESOURCE_CONFLICT', 'twice'],
  [429, 'REQUEST_LIMIT_EXCEEDED', 'slow down'],
  [500, 'INTERNAL_ERROR', 'boom'],
  [501, 'NOT_IMPLEMENTED', 'not here'],
  [503, 'TEMPORARILY_UNAVAILABLE', 'database is locked'],
  [504, 'DEADLINE_EXCEEDED', 'late'],
];
const BODIES = ['', '{}', '[]', 'null', '"x"', '200 OK', '{"model_versions":[{}]}', '{"run":{"info":{}}}'];

type Named = readonly [string, Fault];

/** Answers in place of the server's. */
const ANSWERED: readonly Named[] = [
  ...STATUSES.map((status): Named => [`a page with ${status}`, ANSWERS.html(status)]),
  ...OWN.map(([status, code, words]): Named => [`${status} ${code}`, ANSWERS.mlflow(status, code, words)]),
  ...BODIES.map((body): Named => [`the body ${JSON.stringify(body)}`, { kind: 'answer', status: 200, body }]),
  ...[301, 302, 303, 307, 308].map((status): Named => [
    `a ${status}`,
    ANSWERS.redirect('/elsewhere', status),
  ]),
  ['a redirect to another host', ANSWERS.redirect('http://127.0.0.1:9/', 302)],
  ['half a JSON', ANSWERS.garbage()],
];

const FAULTS: readonly Named[] = [
  ['a reset', { kind: 'reset' }],
  ['a lost reply', { kind: 'drop-reply' }],
  ['half a reply', { kind: 'truncate' }],
  ['a delay', { kind: 'delay', ms: 80 }],
  ...ANSWERED,
  ...ANSWERED.map(([name, fault]): Named => [
    `${name}, though the server acts`,
    { ...fault, acted: true } as Fault,
  ]),
];

/** Requests of a promotion, and a few more for what is asked again. */
const REQUESTS = 14;
const TARGETS = ['stage', 'alias'] as const;

interface Case {
  readonly target: (typeof TARGETS)[number];
  readonly request: number;
  readonly fault: Named;
}

const ALL: readonly Case[] = TARGETS.flatMap((target) =>
  Array.from({ length: REQUESTS }, (_, request) =>
    FAULTS.map((fault): Case => ({ target, request, fault })),
  ).flat(),
);
const SAMPLE = 200;

/** The same ones every time: mulberry32, seeded. */
function sampled(cases: readonly Case[], seed: number): readonly Case[] {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const one = () => Math.floor(random() * cases.length);
  return Array.from({ length: SAMPLE }, one).flatMap((at) => cases.slice(at, at + 1));
}

const CASES = process.env['FAULTS'] === 'all' ? ALL : sampled(ALL, 20261201);

/** Who holds the target, in the registry itself. */
async function holder(
  { registry }: Place,
  { model }: Contest,
  target: Case['target'],
): Promise<string | null> {
  if (target === 'alias') return registry.byAlias(model, 'champion');
  const held = Object.entries(await registry.stages(model)).filter(([, stage]) => stage === 'Production');
  return held.map(([version]) => version).join(',');
}

/** As before: version 1 holds both. */
async function back({ registry }: Place, { model, holder: first, candidate }: Contest): Promise<void> {
  await registry.transition(model, candidate, 'None');
  await registry.transition(model, first, 'Production', true);
  await registry.setAlias(model, 'champion', first);
}

/** What came of a case: what is claimed, and who holds the target. */
interface Found {
  readonly decision: PromotionDecision;
  readonly exitCode: number;
  readonly held: string | null;
  readonly contest: Contest;
}

const moved = ({ held, contest }: Found) => held === contest.candidate;
const promoted = ({ decision }: Found) => decision.outcome === 'promoted';
const unknown = ({ decision }: Found) =>
  ['outcome-unknown', 'read-back-failed'].includes(decision.reasons[0]?.code ?? '');
const done = ({ decision }: Found) => decision.moves.map((move) => move.done);

const LIES: readonly (readonly [string, (found: Found) => boolean])[] = [
  ['green, and the candidate does not hold the target', (found) => found.exitCode === 0 && !moved(found)],
  ['green, and not promoted; or red, and promoted', (found) => (found.exitCode === 0) !== promoted(found)],
  [
    'not promoted, and the candidate holds it',
    (found) => moved(found) && !promoted(found) && !unknown(found),
  ],
  ['a move is said to be done that is not', (found) => !moved(found) && done(found).includes(true)],
  [
    'nothing is said to be moved, and it was',
    (found) => moved(found) && done(found).every((one) => one === false),
  ],
  ['somebody else holds it', (found) => !moved(found) && found.held !== found.contest.holder],
];

describeWith(['mlflow-3.17.2'], 'a promotion with one thing wrong', () => {
  const at = usePlace({ release: '3.17.2' });

  it(
    `says what is so, in ${CASES.length} cases`,
    async () => {
      const place = at();
      const contest = await wonContest(place);
      const workspace = await scratch('faults');
      const wrong: unknown[] = [];
      const ends = new Map<string, number>();
      for (const { target, request, fault } of CASES) {
        await back(place, contest);
        place.recorder.reset();
        place.recorder.inject({
          when: () => place.recorder.requests.length === request + 1,
          fault: fault[1],
          times: 1,
        });
        const { decision, exitCode } = await wholeRun(workspace, {
          ...{ 'model-name': contest.model, version: contest.candidate, thresholds: WINNING },
          ...{ 'tracking-uri': place.recorder.url, 'timeout-seconds': '30', 'check-name': '' },
          ...(target === 'stage' ? { stage: 'Production' } : { alias: 'champion' }),
        });
        const found = { decision, exitCode, held: await holder(place, contest, target), contest };
        const lies = LIES.filter(([, told]) => told(found)).map(([lie]) => lie);
        if (lies.length > 0) wrong.push([target, request, fault[0], lies]);
        ends.set(decision.outcome, (ends.get(decision.outcome) ?? 0) + 1);
      }
      expect(wrong).toEqual([]);
      // Both ends come up, or nothing was proven.
      expect(ends.get('promoted')).toBeGreaterThan(CASES.length / 10);
      expect(ends.get('error')).toBeGreaterThan(CASES.length / 10);
    },
    CASES.length * 3_000,
  );
});
