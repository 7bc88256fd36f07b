import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeWith } from '../harness/suites.js';
import { SITUATIONS, type Situation } from './evidence/cells.js';
import { decide, DOORS, essence, startPlace, type Door, type Place } from './evidence/doors.js';
import { readCells, type Cell } from './evidence/table.js';
import { query } from './store/files.js';

const CELLS = readCells();

/** Which decisions end in an error rather than as `invalid`. */
const ERRORS = ['error', 'version-unknown', 'model-unknown'];

/** What an error is, where the table says no more than that it is one. */
const CODES: Readonly<Record<Door, string>> = { 'over REST': 'forbidden', 'in the store': 'store-unusable' };

/** An experiment is met only in its runs. */
function meaning(cell: Cell): string {
  if (cell.says !== 'with its runs') return cell.says;
  return CELLS.find(({ part, state }) => part === "the version's run" && state === cell.state)?.says ?? '';
}

function expectedEnd(cell: Cell, door: Door): { readonly outcome: string; readonly code: string } {
  const [code = ''] = meaning(cell).split(',');
  if (code === 'not asked') return { outcome: 'passed', code: 'would-be-promoted' };
  if (code === 'error') return { outcome: 'error', code: CODES[door] };
  return { outcome: ERRORS.includes(code) ? 'error' : 'invalid', code };
}

describeWith(['mlflow-3.17.2'], 'the table of docs/evidence.md, every cell through both doors', () => {
  let here: Place;
  let elsewhere: Place;
  beforeAll(async () => {
    [here, elsewhere] = await Promise.all([startPlace(), startPlace()]);
  }, 120_000);
  afterAll(async () => {
    await Promise.all([here.stop(), elsewhere.stop()]);
  });

  it('has six parts and six states', () => {
    expect(new Set(CELLS.map(({ part }) => part))).toEqual(new Set(Object.keys(SITUATIONS)));
    expect(CELLS).toHaveLength(36);
  });

  async function both({ model, version, obstacle }: Situation) {
    const inputs = { 'model-name': model, version, thresholds: 'accuracy: ">= 0.5"' };
    const decisions = [];
    for (const door of DOORS) decisions.push({ door, decision: await decide(here, door, inputs, obstacle) });
    return decisions;
  }

  describe.each(CELLS.filter(({ says }) => says !== '–'))('$part, $state', (cell) => {
    it(`is ${cell.says}`, async () => {
      const setUp = SITUATIONS[cell.part]?.[cell.state];
      if (setUp === undefined) throw new Error('This cell has no set-up');
      const found = await setUp(here, elsewhere);
      const decisions = await both(found);
      const ends = decisions.map(({ decision: { outcome, reasons } }) => ({
        outcome,
        code: codeOf(reasons),
      }));
      expect(ends).toEqual(DOORS.map((door) => expectedEnd(cell, door)));
      for (const { decision } of decisions) {
        const remedies = decision.reasons.map(({ message, remedy }) => `${message} ${remedy}`).join('\n');
        expect(remedies).toContain(found.remedy ?? '');
        expect(remedies).toContain(found.says ?? '');
        if (decision.outcome !== 'passed') expect(decision.reasons[0]?.remedy).toBeTruthy();
      }
      if (found.notAsked !== undefined) {
        const asked = here.recorder.requests.filter(({ path }) => about(path, found.notAsked ?? ''));
        expect(asked).toEqual([]);
      }
      const [first, second] = decisions.map(({ decision }) => essence(decision));
      // What one door cannot read is told in that door's words.
      if (found.obstacle === undefined) expect(second).toEqual(first);
    });
  });

  it.each(CELLS.filter(({ says }) => says === '–'))('$part cannot be $state', ({ part, state }) => {
    expect([part, state]).toEqual(['the experiment', expect.stringMatching(/^(failed|pending)$/)]);
    const [table] = query(
      here.server.databasePath,
      "SELECT sql FROM sqlite_schema WHERE name = 'experiments'",
    );
    expect(String(table?.['sql'])).toMatch(/lifecycle_stage IN \('active', 'deleted'\)/);
  });
});

function codeOf(reasons: readonly { readonly code: string }[]): string {
  return reasons[0]?.code ?? '';
}

function about(path: string, model: string): boolean {
  return decodeURIComponent(path).replaceAll('+', ' ').includes(model);
}
