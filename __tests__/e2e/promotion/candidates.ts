import { describe, expect, it } from '@jest/globals';
import { leaks } from '../../harness/action.js';
import { freePort } from '../../harness/server-process.js';
import { unique, wonContest, WINNING } from './place.js';
import type { Place } from './place.js';
import { expectEnd, refused, step, untouched } from './steps.js';

function selectors(at: () => Place): void {
  it.each([
    ['latest', 'latest'],
    ['an alias', '@challenger'],
    ['a stage', 'staging'],
    ['a run', 'run:'],
  ])('is named by %s', async (_, selector) => {
    const place = at();
    const { model, candidate } = await wonContest(place);
    await place.registry.setAlias(model, 'challenger', candidate);
    await place.registry.transition(model, candidate, 'Staging');
    const { run_id } = await place.registry.get(model, candidate);
    const version = selector === 'run:' ? `run:${run_id}` : selector;
    const run = await step(place, { 'model-name': model, version, thresholds: WINNING });
    await expectEnd(run, { result: 'promoted', code: 'promoted' });
    expect(run.outputs).toMatchObject({ version: '2', 'model-uri': `models:/${model}/2` });
    expect(await place.registry.stages(model)).toEqual({ '1': 'Archived', '2': 'Production' });
  });

  it('must be one: several versions of one run are listed', async () => {
    const place = at();
    const { model } = await wonContest(place);
    const { run_id: runId } = await place.registry.get(model, '2');
    await place.registry.createVersion(model, { runId });
    await refused(
      place,
      { 'model-name': model, version: `run:${runId}`, thresholds: WINNING },
      { result: 'error', code: 'selector-ambiguous', says: ['versions 3 (None), 2 (None)'] },
    );
  });

  it.each([
    ['v3', 'Did you mean', '3'],
    ['03', 'Did you mean', '3'],
    ['challenger', 'If it is an alias, write', '@challenger'],
  ])('is not named by %s', async (version, hint, meant) => {
    await refused(
      at(),
      { 'model-name': 'churn', version, thresholds: WINNING },
      { result: 'error', code: 'input-invalid', says: ['is not a version selector', hint, meant] },
    );
  });
}

function unknown(at: () => Place): void {
  it('unknown: the versions there are get listed with their stages', async () => {
    const place = at();
    const { model } = await wonContest(place);
    await refused(
      place,
      { 'model-name': model, version: '99', thresholds: WINNING },
      {
        ...{ result: 'error', code: 'version-unknown' },
        says: ['has no version 99. It has versions 2 (None), 1 (Production)'],
      },
    );
    await refused(
      place,
      { 'model-name': model, version: '@nobody', thresholds: WINNING },
      { result: 'error', code: 'selector-no-match', says: ['means no version of', 'versions 2 (None)'] },
    );
  });

  it('deleted: it is as unknown as the others', async () => {
    const place = at();
    const { model, candidate } = await wonContest(place);
    await place.registry.deleteVersion(model, candidate);
    await refused(
      place,
      { 'model-name': model, version: candidate, thresholds: WINNING },
      { result: 'error', code: 'version-unknown', says: ['It has version 1 (Production)'] },
    );
  });

  it('of an unknown model: near names are listed', async () => {
    const place = at();
    const { model } = await wonContest(place, unique('house-prices'));
    await refused(
      place,
      { 'model-name': model.replace('house', 'huose'), version: '1', thresholds: WINNING },
      { result: 'error', code: 'model-unknown', says: ['There is no registered model', model] },
    );
  });

  it('on a server that is not there', async () => {
    const place = at();
    const { model, candidate } = await wonContest(place);
    const host = `127.0.0.1:${await freePort()}`;
    const inputs = { 'model-name': model, version: candidate, thresholds: WINNING };
    const uri = `http://bot:p4ss-of-the-bot@${host}/?token=q-s3cr3t`;
    const run = await untouched(place, () => step(place, { ...inputs, 'tracking-uri': uri }));
    const decision = await expectEnd(run, {
      ...{ result: 'error', code: 'connection-refused' },
      says: [host, 'nothing listens there, the connection was refused', 'Check host and port'],
    });
    expect([decision.candidate, decision.moves]).toEqual([null, []]);
    expect([...(await leaks(run, 'p4ss-of-the-bot')), ...(await leaks(run, 'q-s3cr3t'))]).toEqual([]);
  });

  it('on a host that the server does not answer to (3.5 and later)', async () => {
    const place = at();
    const { model, candidate } = await wonContest(place);
    const inputs = { 'model-name': model, version: candidate, thresholds: WINNING };
    const url = new URL(place.server.url);
    url.hostname = 'localhost';
    if (place.server.release !== '3.17.2') {
      const run = await step(place, { ...inputs, 'tracking-uri': url.href });
      await expectEnd(run, { result: 'promoted', code: 'promoted' });
      return;
    }
    await refused(
      place,
      { ...inputs, 'tracking-uri': url.href },
      {
        ...{ result: 'error', code: 'host-refused' },
        says: [`does not answer to the host name ${url.host}`, '--allowed-hosts', `,${url.host}`],
      },
    );
  });
}

/** Which version wants to be promoted, and whether there is one. */
export function candidates(at: () => Place): void {
  describe('the candidate', () => {
    selectors(at);
  });
  describe('a candidate that cannot be found', () => {
    unknown(at);
  });
}
