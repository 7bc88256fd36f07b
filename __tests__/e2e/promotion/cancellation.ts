import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { startAction } from '../../harness/action.js';
import type { ActionRun } from '../../harness/action.js';
import type { Fault, Recorder } from '../../harness/recorder.js';
import { requestsTo, TRANSITION, wonContest, WINNING } from './place.js';
import type { Place } from './place.js';
import { expectEnd, refused, stepInputs, untouched } from './steps.js';
import type { Inputs } from './steps.js';

async function arrival(recorder: Recorder, part: string): Promise<void> {
  while (!recorder.requests.some(({ path }) => path.includes(part))) await sleep(10);
}

async function overRecorder(place: Place): Promise<Inputs> {
  const { model, candidate } = await wonContest(place);
  const inputs = { 'model-name': model, version: candidate, thresholds: WINNING };
  return { ...inputs, 'tracking-uri': place.recorder.url };
}

/** Runs a step and sends it the signal while a request of that kind suffers the fault. */
async function signalled(
  place: Place,
  inputs: Inputs,
  during: { readonly part: string; readonly fault: Fault; readonly signal: NodeJS.Signals },
): Promise<ActionRun> {
  place.recorder.inject({ when: requestsTo(during.part), fault: during.fault });
  const running = await startAction({ inputs: stepInputs(place, inputs) });
  await arrival(place.recorder, during.part);
  // Long enough for the server to have done what it was asked.
  await sleep(300);
  running.signal(during.signal);
  return running.done;
}

const HANG: Fault = { kind: 'hang' };

/** The run is cancelled, or its time is over. */
export function cancellation(at: () => Place): void {
  describe('cancelled', () => {
    it.each(['SIGINT', 'SIGTERM'] as const)('by %s during a read: nothing is moved', async (signal) => {
      const place = at();
      const inputs = await overRecorder(place);
      const run = await untouched(place, () =>
        signalled(place, inputs, { part: 'runs/get', fault: HANG, signal }),
      );
      await expectEnd(run, {
        ...{ result: 'error', code: 'cancelled' },
        says: [`The run was cancelled (${signal})`],
      });
      expect(run.durationMs).toBeLessThan(7500);
    });

    it('during a write that never arrived: the outcome is not known', async () => {
      const place = at();
      const inputs = await overRecorder(place);
      const run = await untouched(place, () =>
        signalled(place, inputs, { part: TRANSITION, fault: HANG, signal: 'SIGTERM' }),
      );
      const decision = await expectEnd(run, {
        ...{ result: 'error', code: 'outcome-unknown' },
        says: ['Read back, version 1 holds Production: the move was not made, or not yet'],
      });
      expect(decision.moves.map(({ done }) => done)).toEqual(['unknown', 'unknown']);
    });

    it('during a write that was made: it is read back and told', async () => {
      const place = at();
      const inputs = await overRecorder(place);
      const fault: Fault = { kind: 'after', run: () => sleep(3000) };
      const run = await signalled(place, inputs, { part: TRANSITION, fault, signal: 'SIGINT' });
      await expectEnd(run, { result: 'promoted', code: 'promoted' });
      const stages = await place.registry.stages(inputs['model-name'] ?? '');
      expect(stages).toEqual({ '1': 'Archived', '2': 'Production' });
    });
  });

  it('out of time during a read: nothing is moved', async () => {
    const place = at();
    const inputs = await overRecorder(place);
    place.recorder.inject({ when: requestsTo('runs/get'), fault: HANG });
    await refused(
      place,
      { ...inputs, 'timeout-seconds': '1' },
      { result: 'error', code: 'timeout', says: ['The time limit of 1 s was reached'] },
    );
  });
}
