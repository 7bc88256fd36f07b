import { beforeAll, describe, expect, it } from '@jest/globals';
import { leaks } from '../harness/action.js';
import { createUser, grant } from '../harness/mlflow-users.js';
import { RELEASES } from '../harness/needs.js';
import type { Release } from '../harness/needs.js';
import { describeWith } from '../harness/suites.js';
import { usePlace, wonContest, WINNING } from './promotion/place.js';
import type { Place } from './promotion/place.js';
import { expectEnd, refused, step, untouched } from './promotion/steps.js';
import type { Inputs } from './promotion/steps.js';

const BOT = { username: 'promotion-bot', password: 'the-bots-passw0rd' };
const BASIC = { 'tracking-username': BOT.username, 'tracking-password': BOT.password };
const VARIABLES = { MLFLOW_TRACKING_USERNAME: BOT.username, MLFLOW_TRACKING_PASSWORD: BOT.password };
const TOKEN = 'tok-3n-0f-the-workflow';

const UNAUTHORIZED = [
  { name: 'none', credentials: {}, says: ['got no credentials and wants some (401)', 'Set tracking-token'] },
  {
    name: 'a wrong password',
    credentials: { ...BASIC, 'tracking-password': 'not-the-passw0rd' },
    says: ['refused the username and password (401)', 'Check tracking-username'],
  },
  {
    name: 'an unknown user',
    credentials: { ...BASIC, 'tracking-username': 'nobody' },
    says: ['refused the username and password (401)', 'Check tracking-username'],
  },
  {
    name: 'a token, which basic-auth does not take',
    credentials: { 'tracking-token': TOKEN },
    says: ['refused the token (401)', 'This server wants a username and password'],
  },
];

/** Every request costs MLflow a password hash, so that what is not moved serves several tests. */
function models(release: Release, at: () => Place) {
  const inputs = { edit: {} as Inputs, read: {} as Inputs, none: {} as Inputs };
  const seed = async (): Promise<Inputs> => {
    const { model, candidate } = await wonContest(at());
    return { 'model-name': model, version: candidate, thresholds: WINNING };
  };
  beforeAll(async () => {
    const { server } = at();
    await createUser(server, BOT);
    for (const kind of ['edit', 'read', 'none'] as const) inputs[kind] = await seed();
    const to = (which: Inputs) => ({ username: BOT.username, model: which['model-name'] ?? '' });
    await grant(server, { ...to(inputs.edit), permission: 'EDIT' });
    // READ is what everyone has.
    const nothing = release === '3.17.2' ? 'DENY' : 'NO_PERMISSIONS';
    await grant(server, { ...to(inputs.none), permission: nothing });
  });
  return inputs;
}

for (const release of RELEASES) {
  describeWith([`mlflow-${release}`], `credentials on MLflow ${release} with basic-auth`, () => {
    const at = usePlace({ release, auth: true });
    const inputs = models(release, at);

    describe('that are not enough move nothing', () => {
      it.each(UNAUTHORIZED)('$name: unauthorized', async ({ credentials, says }) => {
        const run = await untouched(at(), () => step(at(), { ...inputs.edit, ...credentials }));
        await expectEnd(run, { result: 'error', code: 'unauthorized', says });
        for (const secret of ['not-the-passw0rd', BOT.password, TOKEN])
          expect(await leaks(run, secret)).toEqual([]);
      });

      it('an input beside good variables, which it switches off', async () => {
        const wrong = { ...inputs.edit, 'tracking-token': TOKEN };
        await refused(at(), wrong, { result: 'error', code: 'unauthorized' }, { env: VARIABLES });
      });

      it('a user who may only read: forbidden, with the permission that is missing', async () => {
        const missing = `The permission EDIT on model '${inputs.read['model-name'] ?? ''}' is missing (403)`;
        const decision = await refused(
          at(),
          { ...inputs.read, ...BASIC },
          { result: 'error', code: 'forbidden', says: [missing, 'Grant the user of tracking-username'] },
        );
        expect(decision.moves.map(({ done }) => done)).toEqual([false, false]);
      });

      it('a user who may not even read: forbidden, not unknown', async () => {
        await refused(
          at(),
          { ...inputs.none, ...BASIC },
          { result: 'error', code: 'forbidden', says: ['The permission READ on model'] },
        );
      });
    });

    it('of a user who may edit promote, and are never printed', async () => {
      const run = await step(at(), { ...inputs.edit, ...BASIC });
      await expectEnd(run, { result: 'promoted', code: 'promoted' });
      const stages = await at().registry.stages(inputs.edit['model-name'] ?? '');
      expect(stages).toEqual({ '1': 'Archived', '2': 'Production' });
      const header = Buffer.from(`${BOT.username}:${BOT.password}`).toString('base64');
      expect([...(await leaks(run, BOT.password)), ...(await leaks(run, header))]).toEqual([]);
      const again = await step(at(), inputs.edit, { env: VARIABLES });
      await expectEnd(again, { result: 'unchanged', code: 'already-holds-target' });
      expect(await leaks(again, BOT.password)).toEqual([]);
    });
  });
}
