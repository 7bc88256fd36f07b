import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openRegistry } from '../../../../src/registry/open.js';
import { run } from '../../../../src/run.js';
import { testWorld } from '../../../harness/world.js';
import { closeAll } from '../../../net/loopback.js';
import { DRESSES } from '../../../text/dresses.js';
import {
  GET_MODEL,
  mlflow,
  MODELS,
  page,
  plain,
  says,
  SEARCH,
  TOKEN,
  wireModel,
  wireVersion,
} from './kit.js';
import type { Routes } from './kit.js';

afterEach(closeAll);

const found = (model: object, version: object): Routes => ({
  [GET_MODEL]: wireModel(model),
  [SEARCH]: { model_versions: [wireVersion('1', version)] },
});

/** Where a server may put what it was sent. */
const PLACES: Readonly<Record<string, (worn: string) => Routes>> = {
  'a message of MLflow’s': (worn) => ({ [GET_MODEL]: says(400, 'BAD_REQUEST', `Bad header: ${worn}!`) }),
  'an error that nobody knows': (worn) => ({ [GET_MODEL]: says(400, worn, 'It failed.') }),
  'a page': (worn) => ({ [GET_MODEL]: page(403, `<html><p>Denied: ${worn}</p></html>`) }),
  'a line of text': (worn) => ({ [GET_MODEL]: plain(403, `upstream said ${worn}`) }),
  'the path of a redirect': (worn) => ({
    [GET_MODEL]: page(302, '', { location: `/login/${encodeURI(worn)}` }),
  }),
  'what is asked for in a redirect': (worn) => ({
    [GET_MODEL]: page(302, '', { location: `https://sso.example/?t=${encodeURI(worn)}` }),
  }),
  'a reply of another form': (worn) => ({ [GET_MODEL]: { registered_model: { name: 7, [worn]: worn } } }),
  'the names of other models': (worn) => ({
    [GET_MODEL]: says(404, 'RESOURCE_DOES_NOT_EXIST', 'Registered Model with name=fraud not found'),
    [MODELS]: { registered_models: [{ name: `fraud${worn}` }, { name: worn }] },
  }),
  'a description': (worn) => found({}, { description: `about ${worn}` }),
  'a tag': (worn) => found({}, { tags: [{ key: 'k', value: worn }] }),
  'the name of a tag': (worn) => found({}, { tags: [{ key: worn, value: 'v' }] }),
  'an alias': (worn) => found({ aliases: [{ alias: worn, version: '1' }] }, {}),
  'a status': (worn) => found({}, { status: worn }),
};

/** Of these nothing is shown, whatever it is. */
const HIDDEN = [
  'an error that nobody knows',
  'the path of a redirect',
  'what is asked for in a redirect',
  'a reply of another form',
];

/** Everything a run leaves behind, but for what it asks the runner to mask. */
async function artefacts(url: string): Promise<string> {
  const world = testWorld({
    inputs: {
      ...{ mode: 'list', 'model-name': 'fraud', 'tracking-uri': url, 'tracking-token': TOKEN },
      ...{ 'allow-http': 'true', version: '', stage: '', thresholds: '', 'timeout-seconds': '2' },
    },
    registry: openRegistry,
    env: { RUNNER_DEBUG: '1' },
  });
  await run(world);
  const { decision = '', report = '' } = world.outputs();
  expect(decision).not.toBe('');
  const said = world.said.filter(({ kind }) => kind !== 'mask').map((one) => JSON.stringify(one));
  return [...said, readFileSync(decision, 'utf8'), readFileSync(report, 'utf8')].join('\n');
}

const cases = Object.keys(PLACES).flatMap((place) =>
  Object.keys(DRESSES).map((dress) => [place, dress] as const),
);

describe('a token that the server sends back', () => {
  it('is tried in enough places and dresses', () => {
    expect(Object.keys(DRESSES).length).toBeGreaterThanOrEqual(12);
    expect(cases.length).toBeGreaterThanOrEqual(136);
  });

  it.each(Object.keys(PLACES).filter((place) => !HIDDEN.includes(place)))(
    'in %s would be shown',
    async (place) => {
      expect(await artefacts((await mlflow(PLACES[place]?.(TOKEN) ?? {})).url)).toContain('***');
    },
  );

  it.each(cases)('in %s, %s, reaches nobody', async (place, dress) => {
    const worn = DRESSES[dress]?.(TOKEN) ?? '';
    const left = await artefacts((await mlflow(PLACES[place]?.(worn) ?? {})).url);
    for (const shown of [worn, encodeURI(worn), JSON.stringify(worn).slice(1, -1)])
      expect([shown, left.includes(shown)]).toEqual([shown, false]);
  });
});
