import { describe, expect, it } from '@jest/globals';
import { readAction } from '../../scripts/generated.js';
import { MODES } from '../../src/domain/decision.js';
import { OUTCOMES } from '../../src/domain/outcome.js';
import { FIRST_PROMOTION } from '../../src/domain/gate.js';
import { TARGET_STAGES } from '../../src/domain/version.js';
import { DEFAULT_CHECK_NAME, DEFAULTS, FIELDS, INPUT_NAMES } from '../../src/inputs/fields.js';
import { OUTPUT_NAMES, UNFINISHED } from '../../src/report/outputs.js';
import { read } from './files.js';

const action = readAction(read('action.yml'));
const inputs = Object.entries(action.inputs);

describe('action.yml', () => {
  it('runs the committed bundle on Node 24', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' });
  });

  it('has a description that fits the listing of the marketplace', () => {
    expect(action.description.length).toBeLessThanOrEqual(125);
  });

  it('has the inputs and outputs of the sources, in their order', () => {
    expect(inputs.map(([name]) => name)).toEqual(INPUT_NAMES);
    expect(Object.keys(action.outputs)).toEqual(OUTPUT_NAMES);
  });

  it('has only defaults that the schema reads', () => {
    const defaults = inputs.flatMap(([name, field]) =>
      field.default === undefined || field.default.startsWith('${{') ? [] : [[name, field.default] as const],
    );
    expect(defaults).toHaveLength(6);
    expect(Object.fromEntries(defaults)).toEqual(DEFAULTS);
    for (const [name, text] of defaults) {
      expect([name, FIELDS[name as keyof typeof FIELDS].safeParse(text).success]).toEqual([name, true]);
    }
  });

  it.each([
    ['mode', 'promote'],
    ['archive-existing', 'true'],
    ['fail-on-rejection', 'true'],
    ['allow-http', 'false'],
    ['check-name', DEFAULT_CHECK_NAME],
    ['github-token', '${{ github.token }}'],
    ['timeout-seconds', '300'],
  ])('gives %s its default', (name, value) => {
    expect(action.inputs[name]?.default).toBe(value);
  });

  it('lets an input be empty exactly when it is neither required nor has a default', () => {
    const emptiable = INPUT_NAMES.filter((name) => FIELDS[name].safeParse('').success);
    const optional = inputs.filter(([, field]) => field.required === false && field.default === undefined);
    const emptyByChoice = ['check-name', 'github-token'];
    expect(emptiable.filter((name) => !emptyByChoice.includes(name))).toEqual(optional.map(([name]) => name));
  });

  it.each([
    ['mode', MODES],
    ['first-promotion', FIRST_PROMOTION],
    ['stage', TARGET_STAGES],
  ] as const)('names every value of %s', (name, values) => {
    const described = action.inputs[name]?.description ?? '';
    expect(values.filter((value) => !described.includes(`\`${value}\``))).toEqual([]);
  });

  it('names every outcome, in its order', () => {
    const named = action.outputs['result']?.description.match(/`[a-z-]+`/g)?.map((text) => text.slice(1, -1));
    // What a killed process leaves is no outcome.
    expect(named).toEqual([...OUTCOMES, UNFINISHED.result]);
  });
});
