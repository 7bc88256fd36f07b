import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { INPUT_NAMES } from '../../src/inputs/fields.js';
import { readInputs } from '../../src/inputs/read.js';
import { read } from '../docs/files.js';
import { MINIMAL, rawInputs } from '../inputs/raw-inputs.js';
import { places, texts } from './places.js';
import { SCENES, type Scene } from './scenes.js';

describe.each(Object.entries(SCENES))('a hint about %s', (_, scenes) => {
  it.each(scenes.map((scene) => [scene.wrote, scene] as const))('%s', async (_wrote, scene) => {
    const said = (await scene.says()).join('\n');
    expect(scene.offers.filter(([shown]) => !said.includes(shown))).toEqual([]);
    for (const [shown, means, written = shown] of scene.offers)
      expect([shown, await scene.back(written)]).toEqual([shown, means]);
    expect(offersNobodyTried(said, scene)).toEqual([]);
  });
});

/** What is said of things, and nothing to write: inputs by name, and words that are explained. */
const NAMES: readonly string[] = [
  ...INPUT_NAMES,
  'environment:',
  'at least as good',
  'mlruns',
  './mlflow.db',
  'require',
  'churn',
];
/** What the registry has, and commands and addresses of MLflow that other tests follow. */
const KNOWN = /^(?:\w+@d\d|models:\/m-…|mlflow migrate-filestore .*)$/;

/** What stands in quotes or as code in what was said, and is neither an offer nor what the user wrote. */
function offersNobodyTried(said: string, { wrote, offers }: Scene): readonly string[] {
  const found = [...said.matchAll(/"((?:[^"\\]|\\.)+)"|`([^`]+)`/g)].map(
    ([, quoted, code]) => quoted ?? code ?? '',
  );
  const offered = (text: string) => offers.some(([shown]) => shown.includes(text));
  return found.filter(
    (text) => !KNOWN.test(text) && !wrote.includes(text) && !NAMES.includes(text) && !offered(text),
  );
}

/**
 * Settings that a sentence offers with their value, as they stand in src: `mode: list`. A workflow file's own words
 * (`permissions:`) are no inputs.
 */
const SETTING = /`([a-z-]+): ([^`…]*)`/g;

/** What is followed for real in another test: the file, and what in it says so. */
const ELSEWHERE: readonly (readonly [part: string, file: string, there: string])[] = [
  ['mlflow runs restore', 'e2e/evidence-remedies.test.ts', 'follow'],
  ['set_terminated(run_id)', 'e2e/evidence/remedies.ts', 'set_terminated'],
  ['model_id=…', 'e2e/evidence/seen.ts', 'model_id='],
  ['mlflow migrate-filestore', 'e2e/store-remedies.test.ts', 'migrate-filestore'],
  ['wal_checkpoint(TRUNCATE)', 'registry/mlflow/store/read-only.test.ts', 'wal_checkpoint(TRUNCATE)'],
  ['DROP TRIGGER', 'registry/mlflow/store/plants.test.ts', 'DROP TRIGGER'],
  ['mlflow db upgrade', 'e2e/store-remedies.test.ts', 'db upgrade'],
  ['Write one of its names in the address', 'net/faults.test.ts', 'one of its names'],
  ['one `Name: value` a line', 'inputs/headers.test.ts', 'Name: value'],
  ['mlflow server --backend-store-uri', 'harness/mlflow.ts', '--backend-store-uri'],
];

describe('a setting that is offered with its value', () => {
  const offered = texts().flatMap(({ text }) =>
    [...text.matchAll(SETTING)].map(([, name = '', value = '']) => [name, value]),
  );

  it.each(offered.filter(([name = '']) => (INPUT_NAMES as readonly string[]).includes(name)))(
    '%s: %s is taken',
    (name = '', value = '') => {
      const given = parse(`value: ${value}`) as { value: unknown };
      const written = value === '|' ? MINIMAL.thresholds : String(given.value);
      expect(() => readInputs(rawInputs({ ...MINIMAL, [name]: written }))).not.toThrow();
    },
  );

  it('is an input, or a word of workflows', () => {
    const others = offered
      .map(([name = '']) => name)
      .filter((name) => !(INPUT_NAMES as readonly string[]).includes(name));
    expect([...new Set(others)].sort()).toEqual(['contents']);
  });
});

it('of every place that proposes something, one of them shows it', async () => {
  expect(places().length).toBeGreaterThan(70);
  const said: string[] = [];
  for (const scene of Object.values(SCENES).flat()) said.push(...(await scene.says()));
  const unseen = places().filter(({ pattern }) => !said.some((text) => pattern.test(text)));
  const untried = unseen.filter(
    ({ text }) => !ELSEWHERE.some(([part]) => text.includes(part)) && text.search(SETTING) < 0,
  );
  expect(untried.map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
});

it.each(ELSEWHERE)('%s is followed in %s', (part, file, there) => {
  expect(places().some(({ text }) => text.includes(part))).toBe(true);
  expect(read(`__tests__/${file}`)).toContain(there);
});
