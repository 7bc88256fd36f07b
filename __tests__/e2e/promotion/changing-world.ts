import { describe, expect, it } from '@jest/globals';
import { dump } from '../../harness/registry-dump.js';
import { requestsTo, sinceLook, TRANSITION, wonContest, WINNING } from './place.js';
import type { Contest, Place } from './place.js';
import { expectEnd, step } from './steps.js';
import type { Inputs } from './steps.js';

/** A won contest with a third version, and the step's inputs through the recorder. */
async function threeVersions(place: Place): Promise<{ readonly found: Contest; readonly inputs: Inputs }> {
  const found = await wonContest(place);
  await place.registry.trainedVersion(found.model, { accuracy: 0.85 });
  const inputs = { 'model-name': found.model, version: found.candidate, thresholds: WINNING };
  return { found, inputs: { ...inputs, 'tracking-uri': place.recorder.url } };
}

const BEFORE_THE_WRITE = [
  {
    name: 'somebody else was promoted',
    code: 'holder-changed',
    says: 'The target is now held by version 3; when the candidate was judged it was version 1.',
    change: ({ registry }: Place, { model }: Contest) => registry.transition(model, '3', 'Production', true),
  },
  {
    name: 'Production was emptied',
    code: 'holder-changed',
    says: 'The target is now held by nobody',
    change: ({ registry }: Place, { model }: Contest) => registry.transition(model, '1', 'Archived'),
  },
  {
    name: 'the candidate was moved',
    code: 'candidate-changed',
    says: 'Version 2 was changed or deleted while it was judged.',
    change: ({ registry }: Place, { model }: Contest) => registry.transition(model, '2', 'Archived'),
  },
  {
    name: 'the candidate was deleted',
    code: 'candidate-changed',
    says: 'Version 2 was changed or deleted while it was judged.',
    change: ({ registry }: Place, { model }: Contest) => registry.deleteVersion(model, '2'),
  },
  {
    name: 'a metric was logged',
    code: 'evidence-changed',
    says: 'Metrics, run, status or tags changed while the candidate was judged.',
    change: async ({ registry }: Place, { model }: Contest) => {
      const { run_id } = await registry.get(model, '2');
      await registry.logMetric({ run_id, key: 'accuracy', value: 0.95, step: 1 });
    },
  },
] as const;

/** Those who move things by hand do so right after our own write, before we read back. */
const AFTER_THE_WRITE = [
  {
    name: 'a higher version beside ours: it is left as the only one',
    change: ({ registry }: Place, { model }: Contest) => registry.transition(model, '3', 'Production'),
    end: { result: 'superseded', code: 'overtaken', says: ['was held by versions 3, 2', 'by version 3'] },
    stages: { '1': 'Archived', '2': 'Archived', '3': 'Production' },
  },
  {
    name: 'a lower version beside ours: ours is left as the only one',
    change: ({ registry }: Place, { model }: Contest) => registry.transition(model, '1', 'Production'),
    end: { result: 'promoted', code: 'promoted' },
    stages: { '1': 'Archived', '2': 'Production', '3': 'None' },
  },
  {
    name: 'another version in place of ours',
    change: ({ registry }: Place, { model }: Contest) => registry.transition(model, '3', 'Production', true),
    end: { result: 'superseded', code: 'overtaken', says: ['it is now held by version 3'] },
    stages: { '1': 'Archived', '2': 'Archived', '3': 'Production' },
  },
] as const;

/** The world changes between plan and apply, or right after. */
export function changingWorld(at: () => Place): void {
  describe('superseded while it was judged', () => {
    it.each(BEFORE_THE_WRITE)('because $name', async ({ code, says, change }) => {
      const place = at();
      const { found, inputs } = await threeVersions(place);
      let changed = '';
      const run = async (): Promise<void> => {
        await change(place, found);
        changed = dump(place.server);
      };
      place.recorder.inject({ when: sinceLook('recheck'), fault: { kind: 'before', run }, times: 1 });
      // The evidence is read beside that listing, so it waits for the change as well.
      place.recorder.inject({ when: sinceLook('recheck', 'runs/get', 2), fault: { kind: 'delay', ms: 300 } });
      const decision = await expectEnd(await step(place, inputs), {
        ...{ result: 'superseded', code },
        says: [says],
      });
      expect(decision.moves.map(({ done }) => done)).toEqual([false, false]);
      expect(place.recorder.requests.some(({ path }) => path.includes(TRANSITION))).toBe(false);
      expect(dump(place.server)).toBe(changed);
    });
  });

  describe('somebody moves right after our write', () => {
    it.each(AFTER_THE_WRITE)('$name', async ({ change, end, stages }) => {
      const place = at();
      const { found, inputs } = await threeVersions(place);
      const run = (): Promise<void> => change(place, found);
      place.recorder.inject({ when: requestsTo(TRANSITION), fault: { kind: 'after', run }, times: 1 });
      const decision = await expectEnd(await step(place, inputs), end);
      expect(await place.registry.stages(found.model)).toEqual(stages);
      const repairs = decision.moves.filter(({ kind }) => kind === 'repair');
      const posts = place.recorder.requests.filter(({ path }) => path.includes(TRANSITION));
      expect(posts).toHaveLength(1 + repairs.length);
    });

    it('an alias in place of ours', async () => {
      const place = at();
      const { found, inputs } = await threeVersions(place);
      await place.registry.setAlias(found.model, 'champion', '1');
      const run = (): Promise<void> => place.registry.setAlias(found.model, 'champion', '3');
      const when = ({ method }: { readonly method: string }): boolean => method === 'POST';
      place.recorder.inject({ when, fault: { kind: 'after', run }, times: 1 });
      await expectEnd(await step(place, { ...inputs, stage: '', alias: 'champion' }), {
        ...{ result: 'superseded', code: 'overtaken' },
        says: ['it is now held by version 3'],
      });
      expect(await place.registry.byAlias(found.model, 'champion')).toBe('3');
    });
  });
}
