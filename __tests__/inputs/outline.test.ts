import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { INPUT_NAMES } from '../../src/inputs/fields.js';
import { outlineOf } from '../../src/inputs/outline.js';
import { MINIMAL, rawInputs } from './raw-inputs.js';
import { anyText } from '../text/arbitraries.js';

describe('inputs that may be wrong', () => {
  it.each([
    [{ mode: 'Evaluate' }, 'evaluate'],
    [{ mode: 'LIST' }, 'list'],
    [{ mode: 'delete' }, 'promote'],
  ] as const)('%j is at most the mode %s', (written, mode) => {
    expect(outlineOf(rawInputs({ ...MINIMAL, ...written })).mode).toBe(mode);
  });

  it.each([
    [{ stage: 'production' }, 'Production'],
    [{ stage: 'Prod' }, 'Prod'],
    [{ stage: '', alias: '@champion' }, '@champion'],
    [{ stage: '', alias: 'champion' }, '@champion'],
    [{ stage: '' }, ''],
    [{ stage: 'Production', alias: 'champion' }, 'Production'],
    [{ stage: 'Production', mode: 'list' }, ''],
  ] as const)('%j names the target "%s"', (written, target) => {
    expect(outlineOf(rawInputs({ ...MINIMAL, ...written })).target).toBe(target);
  });

  it.each([
    ['true', true],
    ['false', false],
    ['FALSE', false],
    ['no', true],
    ['', true],
  ])('fail-on-rejection %j is %s', (written, wanted) => {
    const { failOnRejection } = outlineOf(rawInputs({ ...MINIMAL, 'fail-on-rejection': written }));
    expect(failOnRejection).toBe(wanted);
  });

  it.each([
    ['1', 1],
    ['21600', 21_600],
    ['0', 300],
    ['21601', 300],
    ['5 min', 300],
    ['', 300],
  ])('timeout-seconds %j gives the run %d s', (written, wanted) => {
    const { timeoutSeconds } = outlineOf(rawInputs({ ...MINIMAL, 'timeout-seconds': written }));
    expect(timeoutSeconds).toBe(wanted);
  });

  it('have an outline whatever they hold', () => {
    const texts = fc.record(Object.fromEntries(INPUT_NAMES.map((name) => [name, anyText()])));
    fc.assert(
      fc.property(texts, (written) => {
        const { mode, model } = outlineOf(rawInputs(written));
        expect([['promote', 'evaluate', 'list'].includes(mode), model]).toEqual([
          true,
          rawInputs(written).texts['model-name'],
        ]);
      }),
    );
  });
});
