import { describe, expect, it } from '@jest/globals';
import { DatabaseSync } from 'node:sqlite';
import { leaks } from '../../harness/action.js';
import type { ActionRun } from '../../harness/action.js';
import { linkish, rendered } from '../../text/github-markdown.js';
import { contest, unique, wonContest, WINNING } from './place.js';
import type { Contest, Place } from './place.js';
import { expectEnd, step } from './steps.js';

const V1 = 'x ##[set-output name=promoted]true';
const V2 = '::set-output name=promoted::true';
const PAGE = '</td></tr></table><h1>PASSED</h1>';
const ALL = `${V2}\n${V1}\n${PAGE}\n::add-mask::a\n::stop-commands::x @octocat [go](https://evil.example)`;

/** What a step says to the runner by itself, and nothing else may make it say. */
const OURS = new Set(['add-mask', 'group', 'endgroup', 'notice', 'warning', 'error']);

/** `pages`: where the registry's own pages are; the run and its commit are GitHub's. */
function harmless(run: ActionRun, pages: string): void {
  expect(run.commands.map(({ name }) => name).filter((name) => !OURS.has(name))).toEqual([]);
  expect(run.masks).not.toContain('a');
  const page = rendered(run.summary);
  expect([...page.tags].filter((tag) => /^\/?(h[1-6]|a|img|table|t[rd]|script)$/.test(tag))).toEqual([]);
  expect(page.blocks).not.toContain('hr');
  const known = [pages, 'https://github.com/octo-org/models/'];
  expect(page.links.filter((link) => !known.some((start) => link.startsWith(start)))).toEqual([]);
  expect(linkish(page)).toEqual([]);
  expect(run.annotations).toHaveLength(1);
}

/** MLflow takes no such metric name; a database written by something else may have one. */
function smuggleMetric(place: Place, runId: string, key: string): void {
  const database = new DatabaseSync(place.server.databasePath, { timeout: 10_000 });
  try {
    for (const table of ['metrics', 'latest_metrics']) {
      database
        .prepare(
          `INSERT INTO ${table} (key, value, timestamp, step, is_nan, run_uuid) VALUES (?, 1, 1, 0, 0, ?)`,
        )
        .run(key, runId);
    }
  } finally {
    database.close();
  }
}

/** A contest full of it: names, tags, descriptions, metrics. */
async function hostileContest(place: Place, model: string): Promise<Contest> {
  const found = await contest(place, { holder: { accuracy: 0.8 }, candidate: { accuracy: 0.9 } }, model);
  for (const version of [found.holder, found.candidate]) {
    await place.registry.describe(model, version, ALL);
    await place.registry.setTag(model, version, 'note', ALL);
    const { run_id } = await place.registry.get(model, version);
    smuggleMetric(place, run_id, ALL);
  }
  return found;
}

function names(place: Place): string[] {
  // From 3.11 on MLflow refuses `/` and `:` in names.
  const everywhere = [V1, '<h1>PASSED<h1> @octocat #1'];
  return place.server.release === '3.17.2' ? everywhere : [...everywhere, V2, PAGE];
}

/** Whatever the registry holds, it is text. */
export function hostileText(at: () => Place): void {
  describe('hostile text', () => {
    it('in names, tags, descriptions and metrics does no harm to a promotion, a rejection, a list', async () => {
      const place = at();
      for (const name of names(place)) {
        const model = unique(name);
        const { candidate } = await hostileContest(place, model);
        const inputs = { 'model-name': model, version: candidate };
        const worse = await step(place, { ...inputs, thresholds: 'accuracy: ">= 1"' });
        await expectEnd(worse, { result: 'rejected', code: 'threshold-not-met' });
        harmless(worse, `${place.server.url}/#/`);
        const better = await step(place, { ...inputs, thresholds: WINNING });
        await expectEnd(better, { result: 'promoted', code: 'promoted' });
        harmless(better, `${place.server.url}/#/`);
        expect(better.outputs).toMatchObject({ 'model-name': model, 'model-uri': `models:/${model}/2` });
        const listed = await step(place, { 'model-name': model, mode: 'list', stage: '' });
        expect(listed.outputs).toMatchObject({ result: 'listed', promoted: 'false' });
        expect(rendered(listed.summary).tags.has('h1')).toBe(false);
        expect(listed.commands.every(({ name: command }) => OURS.has(command))).toBe(true);
      }
    });

    it('in thresholds and in what is missing', async () => {
      const place = at();
      const { model, candidate } = await hostileContest(place, unique());
      const run = await step(place, {
        ...{ 'model-name': model, version: candidate },
        thresholds: `${JSON.stringify(`${V1}${PAGE}`)}: ">= 1"`,
      });
      await expectEnd(run, { result: 'invalid', code: 'metric-missing' });
      harmless(run, `${place.server.url}/#/`);
      const smuggled = await step(place, {
        ...{ 'model-name': model, version: candidate },
        thresholds: `${JSON.stringify(ALL)}: ">= 2"`,
      });
      await expectEnd(smuggled, { result: 'rejected', code: 'threshold-not-met' });
      harmless(smuggled, `${place.server.url}/#/`);
    });

    it('in a name that does not exist', async () => {
      const place = at();
      await place.registry.createModel(unique(V1));
      const run = await step(place, { 'model-name': `${V1}?`, version: '1', thresholds: WINNING });
      await expectEnd(run, {
        result: 'error',
        code: 'model-unknown',
        says: ['There is no registered model'],
      });
      harmless(run, `${place.server.url}/#/`);
    });
  });

  describe('secrets', () => {
    const password = 'p4ss/w:rd@of+the bot';

    it('in the address of the server go there and nowhere else', async () => {
      const place = at();
      const { model, candidate } = await wonContest(place);
      const inputs = { 'model-name': model, version: candidate, thresholds: WINNING };
      const url = new URL(place.recorder.url);
      url.username = 'bot';
      url.password = encodeURIComponent(password);
      const run = await step(place, { ...inputs, 'tracking-uri': url.href });
      await expectEnd(run, { result: 'promoted', code: 'promoted' });
      const sent = `Basic ${Buffer.from(`bot:${password}`).toString('base64')}`;
      expect(place.recorder.requests[0]?.headers.authorization).toBe(sent);
      expect([...(await leaks(run, password)), ...(await leaks(run, `bot:${password}`))]).toEqual([]);
      expect(run.masks).toContain(password);
    });
  });
}
