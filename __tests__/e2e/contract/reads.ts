import { describe, expect, it } from '@jest/globals';
import type { MetricRow, Records } from '../../../src/registry/mlflow/evidence/records.js';
import type { RegistryReader } from '../../../src/registry/port.js';
import { failure, reading } from '../../registry/mlflow/store/stores.js';
import { COMMIT, EMPTY, HOLDOUT, MODEL, PROMPT, TRAIN } from './seed.js';
import type { Subject } from './subject.js';

/** The port's reader, and the records below it that both doors to MLflow must tell alike. */
type Reading = RegistryReader & Records;

const STORED_INFINITY = Number.MAX_VALUE;
const NOBODY = 'f'.repeat(32);

const byKey = (rows: readonly MetricRow[]): MetricRow[] =>
  [...rows].sort((a, b) => (a.key === b.key ? a.step - b.step : a.key < b.key ? -1 : 1));

function models(reader: () => Reading, at: () => Subject): void {
  describe('a model', () => {
    it('lists its versions, the highest number first and without the deleted one', async () => {
      const { name, versions } = await reader().model(MODEL);
      expect(name).toBe(MODEL);
      expect(versions.map(({ version, stage }) => [version, stage])).toEqual([
        ...[
          ['11', 'None'],
          ['10', 'None'],
          ['9', 'None'],
          ['8', 'Archived'],
          ['7', 'None'],
          ['6', 'None'],
        ],
        ...[
          ['5', 'None'],
          ['4', 'None'],
          ['3', 'Staging'],
          ['1', 'Production'],
        ],
      ]);
      expect(versions.every(({ model, status }) => model === MODEL && status === 'READY')).toBe(true);
    });

    it('gives a version as the server itself gives it', async () => {
      const { described, runs } = at().seed;
      const { versions } = await reader().model(MODEL);
      const found = versions.find(({ version }) => version === '4');
      expect(found).toEqual({
        ...{ model: MODEL, version: '4', stage: 'None', status: 'READY', runId: runs.finished },
        ...{ source: described.source, runLink: '', description: 'line 1\nline 2' },
        tags: { gate: 'pass', 'promotion/x': 'ü\n<b>' },
        createdAt: expect.any(Number),
        updatedAt: expect.any(Number),
        url: at().page(MODEL, '4'),
      });
      expect(found?.createdAt).toBeGreaterThan(1_600_000_000_000);
      const nameless = versions.find(({ version }) => version === '6');
      expect([nameless?.runId, nameless?.description, nameless?.source, nameless?.tags]).toEqual([
        ...[null, '', 's3://models/of/nobody', {}],
      ]);
    });

    it('gives its aliases, in their own spelling and with one that dangles', async () => {
      const { aliases } = await reader().model(MODEL);
      const dangling = at().seed.dangles ? { lost: '2' } : {};
      expect(Object.fromEntries(aliases)).toEqual({ champion: '1', Champion: '10', ...dangling });
    });

    it('may have no versions', async () => {
      expect(await reader().model(EMPTY)).toEqual({ name: EMPTY, versions: [], aliases: new Map() });
    });

    it.each([
      ['a slip', MODEL.replace('fraud', 'frued')],
      ['other case', MODEL.toUpperCase()],
    ])('that is unknown is an error that names what is near: %s', async (_what, name) => {
      const { code, message, remedy } = await failure(() => reader().model(name));
      expect(code).toBe('model-unknown');
      expect(message).toContain(name);
      expect(`${message} ${remedy}`).toContain(MODEL);
    });

    it.each([
      ['a letter in two parts', MODEL.normalize('NFD'), 'U+0075'],
      ['a no-break space', MODEL.replace(' ', '\u00A0'), 'U+00A0'],
      ['a letter of full width', MODEL.replace('c', 'ｃ'), 'U+FF43'],
    ])('that only looks the same is told apart: %s', async (_what, name, codePoint) => {
      const { code, message } = await failure(() => reader().model(name));
      expect(code).toBe('model-unknown');
      expect(message).toContain(`'${MODEL}'`);
      expect(message).toContain(`One of them only looks the same: it has `);
      expect(message).toContain(`where this name has ${codePoint}.`);
    });

    it('that is a prompt is refused', async () => {
      expect((await failure(() => reader().model(PROMPT))).code).toBe('not-supported');
    });
  });

  describe('one version', () => {
    it.each(['1', '4', '6', '11'])('is what the list says: %s', async (version) => {
      const { versions } = await reader().model(MODEL);
      const listed = versions.find((one) => one.version === version);
      expect(listed).toBeDefined();
      expect(await reader().version(MODEL, version)).toEqual(listed);
    });

    it.each([
      ['unknown', MODEL, '99'],
      ['deleted', MODEL, '2'],
      ['of an unknown model', 'nobody', '1'],
      ['of a model without versions', EMPTY, '1'],
    ])('that is %s is null', async (_what, model, version) => {
      expect(await reader().version(model, version)).toBeNull();
    });
  });
}

function runs(reader: () => Reading, at: () => Subject): void {
  const row = (key: string, value: number, step = 0, timestamp = 1_700_000_000_000): MetricRow => ({
    ...{ key, value, step, timestamp, dataset: null, runId: at().seed.runs.finished },
  });

  describe('a run', () => {
    it('gives status, commit, datasets and the last row of each metric, whatever number that is', async () => {
      const { finished } = at().seed.runs;
      const found = await reader().run(finished);
      expect({ ...found, metrics: [], datasets: [] }).toEqual({
        ...{ id: finished, experimentId: at().seed.experimentId, status: 'FINISHED', deleted: false },
        ...{
          commit: COMMIT,
          metrics: [],
          datasets: [],
          loggedModelIds: [],
          usedModelIds: [],
          modelPaths: ['clf', 'other'],
        },
      });
      expect([...(found?.datasets ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
        HOLDOUT,
        TRAIN,
      ]);
      const own = found?.metrics.filter(({ key }) => !LOGGED.includes(key)) ?? [];
      expect(byKey(own)).toEqual([
        row('a/b c', -1e-12, -3),
        row('auc', 0.6, 2, 1_700_000_000_500),
        row('down', -STORED_INFINITY),
        row('nan', NaN),
        row('up', STORED_INFINITY),
        row('zero', 0),
      ]);
    });

    it('may have failed, or be deleted', async () => {
      const { failed, deleted } = at().seed.runs;
      expect(await reader().run(failed)).toEqual({
        ...{ id: failed, experimentId: at().seed.experimentId, status: 'FAILED', deleted: false },
        ...{ commit: null, metrics: [], datasets: [], loggedModelIds: [], usedModelIds: [], modelPaths: [] },
      });
      expect(await reader().run(deleted)).toMatchObject({ status: 'FINISHED', deleted: true });
    });

    it('that is unknown is null', async () => {
      expect(await reader().run(NOBODY)).toBeNull();
    });
  });

  describe('the history of a metric', () => {
    it('is every row', async () => {
      const { finished } = at().seed.runs;
      const history = (key: string) => reader().metricHistory(finished, key);
      expect(byKey(await history('auc'))).toEqual([
        row('auc', 0.5, 0),
        row('auc', 0.7, 1, 1_700_000_001_000),
        row('auc', 0.6, 2, 1_700_000_000_500),
      ]);
      expect(await history('nan')).toEqual([row('nan', NaN)]);
      expect(await history('up')).toEqual([row('up', STORED_INFINITY)]);
      expect(await history('AUC')).toEqual([]);
    });
  });
}

/** Keys that were logged through the run for its logged model; the run has them as well. */
const LOGGED = ['f1', 'lost', 'most'];

function loggedModels(reader: () => Reading, at: () => Subject): void {
  describe('a logged model', () => {
    it('keeps what it was measured on', async () => {
      const { loggedModels: seeded, runs: seededRuns } = at().seed;
      if (seeded === null) return;
      const found = await reader().loggedModel(seeded.measured);
      expect(found).toMatchObject({
        ...{ id: seeded.measured, sourceRunId: seededRuns.finished },
        experimentId: at().seed.experimentId,
      });
      const rows = byKey(found?.metrics ?? []);
      expect(rows.map(({ key, value, step, dataset }) => [key, value, step, dataset])).toEqual([
        ['f1', 0.9, 1, HOLDOUT],
        ['f1', 0.8, 2, TRAIN],
        ['f1', 0.7, 3, null],
        ['lost', at().lostNaN, 4, HOLDOUT],
        ['most', STORED_INFINITY, 5, HOLDOUT],
      ]);
      expect(rows.every(({ runId }) => runId === seededRuns.finished)).toBe(true);
    });

    it('that is unknown or deleted is null', async () => {
      const { loggedModels: seeded } = at().seed;
      const unknown = `m-${NOBODY}`;
      if (at().loggedModels === 'no-call') {
        expect((await failure(() => reader().loggedModel(unknown))).code).toBe('not-supported');
        return;
      }
      expect(await reader().loggedModel(unknown)).toBeNull();
      if (seeded !== null) expect(await reader().loggedModel(seeded.deleted)).toBeNull();
    });
  });
}

/** What every registry answers to the same questions. */
export function reads(at: () => Subject): void {
  const reader = (): Reading => reading(at().registry);
  models(reader, at);
  runs(reader, at);
  loggedModels(reader, at);
}
