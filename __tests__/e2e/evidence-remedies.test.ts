import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWith } from '../harness/suites.js';
import { decide, DOORS, startPlace, type Place } from './evidence/doors.js';
import { CAUSES, ONLY_OVER_REST, type Walk } from './evidence/remedies.js';
import { readRemedies } from './evidence/table.js';

const WALKS = Object.entries(CAUSES).flatMap(([cause, forms]) =>
  forms.map((form, index) => ({ cause, form, name: index === 0 ? cause : `${cause}, another form` })),
);

describeWith(['mlflow-3.17.2'], 'every remedy of docs/evidence.md, followed on a real server', () => {
  let here: Place;
  let elsewhere: Place;
  beforeAll(async () => {
    [here, elsewhere] = await Promise.all([startPlace(), startPlace()]);
  }, 120_000);
  afterAll(async () => {
    await Promise.all([here.stop(), elsewhere.stop()]);
  });

  it('leaves out none', () => {
    expect(Object.keys(CAUSES)).toEqual(Object.keys(readRemedies()));
  });

  it.each(WALKS)(
    '$name',
    async ({ cause, form }) => {
      const doors = DOORS.filter((door) => door === 'over REST' || !ONLY_OVER_REST.includes(cause));
      const walk = await form(here, elsewhere);
      expect(readRemedies()[cause]).toContain(stepOf(walk));
      const { inputs, code, remedy, follow } = walk;
      const before = [];
      for (const door of doors) before.push(await decide(here, door, inputs));
      for (const { outcome, reasons } of before) {
        expect([outcome, reasons[0]?.code]).toEqual(['invalid', code]);
        expect(reasons[0]?.remedy).toContain(remedy);
      }
      const [reason] = before[0]?.reasons ?? [];
      const said = await follow({ message: reason?.message ?? '', remedy: reason?.remedy ?? '' });
      const after = [];
      for (const door of doors) after.push(await decide(here, door, { ...inputs, ...said }));
      expect(after.map(({ outcome }) => outcome)).toEqual(doors.map(() => 'passed'));
    },
    60_000,
  );
});

/** Words that the page's next step must have. */
function stepOf({ remedy, step }: Walk): string {
  return step ?? remedy;
}
