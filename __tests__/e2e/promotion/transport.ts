import { describe, expect, it } from '@jest/globals';
import { leaks } from '../../harness/action.js';
import { ANSWERS, startRecorder } from '../../harness/recorder.js';
import type { Fault } from '../../harness/recorder.js';
import { requestsTo, sinceLook, TRANSITION, wonContest, WINNING } from './place.js';
import type { Place } from './place.js';
import { expectEnd, refused, step, untouched } from './steps.js';
import type { End, Inputs } from './steps.js';

const TOKEN = 'tok-3n-0f-the-workflow';

/** A contest the candidate would win, over the recorder. */
async function overRecorder(place: Place): Promise<Inputs> {
  const { model, candidate } = await wonContest(place);
  const inputs = { 'model-name': model, version: candidate, thresholds: WINNING };
  return { ...inputs, 'tracking-uri': place.recorder.url, 'tracking-token': TOKEN };
}

const asked = (place: Place, part: string): number =>
  place.recorder.requests.filter(({ path }) => path.includes(part)).length;

/** What may be asked again, and is. */
const PASSING: readonly (readonly [string, Fault])[] = [
  ['429 with Retry-After', ANSWERS.tooMany(1)],
  ['502 from a proxy', ANSWERS.html(502)],
  ['503 of a locked database', ANSWERS.mlflow(503, 'TEMPORARILY_UNAVAILABLE', 'database is locked')],
  ['a broken connection', { kind: 'reset' }],
  ['half a reply', { kind: 'truncate' }],
];

const FINAL: readonly { readonly name: string; readonly fault: Fault; readonly end: End }[] = [
  {
    name: "a 500 in MLflow's own words",
    fault: ANSWERS.mlflow(500, 'INTERNAL_ERROR', 'the disk is full'),
    end: { result: 'error', code: 'server-error', says: ['answered 500', 'the disk is full'] },
  },
  {
    name: 'a sign-in page',
    fault: ANSWERS.html(200),
    end: { result: 'error', code: 'not-an-api', says: ["something other than MLflow's JSON", 'Sign in'] },
  },
  {
    name: 'JSON that is none',
    fault: ANSWERS.garbage(),
    end: { result: 'error', code: 'not-an-api', says: ["something other than MLflow's JSON"] },
  },
  {
    name: 'an answer about something else',
    fault: { kind: 'answer', status: 200, body: '{"run": {"info": {"run_id": "another"}}}' },
    end: { result: 'error', code: 'unexpected-reply' },
  },
  {
    name: 'an empty object where a run was asked for',
    fault: { kind: 'answer', status: 200, body: '{}' },
    end: { result: 'error', code: 'unexpected-reply', says: ['in a shape that MLflow does not use'] },
  },
];

function reads(at: () => Place): void {
  it.each(PASSING)('%s: a read is tried again', async (_, fault) => {
    const place = at();
    const inputs = await overRecorder(place);
    place.recorder.inject({ when: requestsTo('runs/get'), fault, times: 1 });
    const began = performance.now();
    const run = await step(place, inputs);
    await expectEnd(run, { result: 'promoted', code: 'promoted' });
    expect(run.log).toContain('Trying again in ');
    if (fault.kind === 'answer' && fault.status === 429)
      expect(performance.now() - began).toBeGreaterThan(1000);
  });

  it.each(FINAL)('$name: nobody asks again', async ({ fault, end }) => {
    const place = at();
    const inputs = await overRecorder(place);
    place.recorder.inject({ when: requestsTo('runs/get'), fault });
    const run = await untouched(place, () => step(place, inputs));
    await expectEnd(run, end);
    // The read beside it is given up with it: nobody waits for it after the verdict.
    expect(run.log).not.toContain('Trying again');
    // One for the candidate, one for the baseline.
    expect(asked(place, 'runs/get')).toBeLessThanOrEqual(2);
    expect(asked(place, TRANSITION)).toBe(0);
  });

  it.each([307, 302])(
    'a redirect (%i) to another origin is not followed, and the token stays',
    async (status) => {
      const place = at();
      const inputs = await overRecorder(place);
      const elsewhere = await startRecorder(place.server.url);
      try {
        const fault = ANSWERS.redirect(`${elsewhere.url}/api/2.0/mlflow/runs/get?run_id=1`, status);
        place.recorder.inject({ when: requestsTo('runs/get'), fault });
        const run = await untouched(place, () => step(place, inputs));
        await expectEnd(run, {
          ...{ result: 'error', code: 'redirect-refused' },
          says: [`redirects to ${elsewhere.url}, which is not followed`],
        });
        expect(elsewhere.requests).toEqual([]);
        expect(place.recorder.requests[0]?.headers.authorization).toBe(`Bearer ${TOKEN}`);
        expect(await leaks(run, TOKEN)).toEqual([]);
      } finally {
        await elsewhere.stop();
      }
    },
  );
}

/** Whatever is answered in place of the server's own words. */
const ACTED: readonly (readonly [string, Extract<Fault, { kind: 'answer' }>])[] = [
  ...[302, 303, 307].map((status) => [`a ${status}`, ANSWERS.redirect('/elsewhere', status)] as const),
  ...[400, 401, 403, 404, 413, 425, 500, 502, 504].map(
    (status) => [`a page with ${status}`, ANSWERS.html(status)] as const,
  ),
  ['a 429', ANSWERS.mlflow(429, 'REQUEST_LIMIT_EXCEEDED', 'slow down')],
  ['a lock', ANSWERS.mlflow(503, 'TEMPORARILY_UNAVAILABLE', 'database is locked')],
  ['an unknown version', ANSWERS.mlflow(404, 'RESOURCE_DOES_NOT_EXIST', 'Model Version (name=x) not found')],
  ['a refusal', ANSWERS.mlflow(403, 'PERMISSION_DENIED', 'no')],
  ['half a JSON', ANSWERS.garbage()],
].map(([name, fault]) => [name as string, fault as Extract<Fault, { kind: 'answer' }>] as const);

/** MLflow's own: believed when the registry looks as it did before. */
function isOwnRefusal({ status, body = '' }: Extract<Fault, { kind: 'answer' }>): boolean {
  return [403, 404].includes(status) && body.includes('error_code');
}

/** What happens to the one write, and what is known of it afterwards. */
const WRITES: readonly {
  readonly name: string;
  readonly fault: Fault;
  readonly end: End;
  readonly done: boolean | 'unknown';
}[] = [
  {
    name: 'its reply is lost',
    ...{ fault: { kind: 'drop-reply' }, done: true },
    end: { result: 'promoted', code: 'promoted' },
  },
  {
    name: 'half of its reply comes',
    ...{ fault: { kind: 'truncate' }, done: true },
    end: { result: 'promoted', code: 'promoted' },
  },
  {
    name: 'it breaks on the way',
    ...{ fault: { kind: 'reset' }, done: 'unknown' },
    end: { result: 'error', code: 'outcome-unknown', says: ['version 1 holds Production'] },
  },
  {
    name: 'a proxy answers for the server',
    ...{ fault: ANSWERS.html(502), done: 'unknown' },
    end: { result: 'error', code: 'outcome-unknown', says: ['version 1 holds Production'] },
  },
  {
    name: 'the server fails',
    ...{ fault: ANSWERS.mlflow(500, 'INTERNAL_ERROR'), done: 'unknown' },
    end: { result: 'error', code: 'outcome-unknown', says: ['answered 500', 'version 1 holds Production'] },
  },
  {
    name: 'a proxy takes it and passes nothing on',
    ...{ fault: { kind: 'answer', status: 200, body: '{}' }, done: 'unknown' },
    end: { result: 'error', code: 'outcome-unknown', says: ['took the move', 'version 1 holds Production'] },
  },
  {
    name: 'a proxy accepts it for later',
    ...{ fault: { kind: 'answer', status: 202, body: '' }, done: 'unknown' },
    end: { result: 'error', code: 'outcome-unknown', says: ['version 1 holds Production'] },
  },
  ...ACTED.map(([name, fault]) => ({
    name: `the server acts, and ${name} answers`,
    fault: { ...fault, acted: true },
    done: true as const,
    end: { result: 'promoted', code: 'promoted' } as const,
  })),
  ...ACTED.filter(([, fault]) => !isOwnRefusal(fault)).map(([name, fault]) => ({
    name: `the server never sees it, and ${name} answers`,
    fault,
    done: 'unknown' as const,
    end: { result: 'error', code: 'outcome-unknown', says: ['version 1 holds Production'] } as const,
  })),
  {
    name: 'the server refuses',
    ...{ fault: ANSWERS.mlflow(400, 'INVALID_PARAMETER_VALUE', 'not like this'), done: false },
    end: { result: 'error', code: 'request-refused', says: ['not like this'] },
  },
];

function writes(at: () => Place): void {
  it.each(WRITES)('$name: it is read back, never repeated', async ({ fault, end, done }) => {
    const place = at();
    const inputs = await overRecorder(place);
    place.recorder.inject({ when: requestsTo(TRANSITION), fault });
    const decision = await expectEnd(await step(place, inputs), end);
    expect(asked(place, TRANSITION)).toBe(1);
    const held = end.result === 'promoted' ? '2' : '1';
    expect(await place.registry.stages(inputs['model-name'] ?? '')).toMatchObject({ [held]: 'Production' });
    expect(decision.moves.map((move) => move.done)).toEqual([done, done]);
  });

  it('its read-back fails: the record says that nobody knows', async () => {
    const place = at();
    const inputs = await overRecorder(place);
    place.recorder.inject({ when: sinceLook('read back'), fault: ANSWERS.mlflow(500, 'INTERNAL_ERROR') });
    const decision = await expectEnd(await step(place, inputs), {
      ...{ result: 'error', code: 'read-back-failed' },
      says: ['The registry took the move', 'could not be read afterwards'],
    });
    expect(decision.moves.map(({ done }) => done)).toEqual(['unknown', 'unknown']);
    // Running again puts it right.
    place.recorder.reset();
    await refused(place, inputs, { result: 'unchanged', code: 'already-holds-target' });
  });
}

/** What the network and those in between do to requests. */
export function transport(at: () => Place): void {
  describe('a read that goes wrong', () => {
    reads(at);
  });
  describe('a write that goes wrong', () => {
    writes(at);
  });
}
