import { describe, expect, it } from '@jest/globals';
import type { PromotionError } from '../../src/domain/error.js';
import type { RegisteredModel, Selector, Target } from '../../src/domain/version.js';
import { baselineNow, selectBaseline, selectVersion } from '../../src/promotion/select.js';
import { holdersOf } from '../../src/promotion/target.js';
import { aliasesOf } from '../../src/promotion/version-facts.js';
import { parseSelector } from '../../src/inputs/selector.js';
import { MemoryStore } from '../harness/memory-registry.js';

function model(): RegisteredModel {
  const store = new MemoryStore();
  store.addVersion('m', '2', { stage: 'Archived', runId: 'r2' });
  store.addVersion('m', '9', { stage: 'Staging', runId: 'r9' });
  store.addVersion('m', '10', { runId: 'r9' });
  store.addVersion('m', '7', { stage: 'Production', runId: 'r7' });
  store.setAlias('m', 'champion', '7');
  store.setAlias('m', 'gone', '3');
  store.setAlias('m', 'a', '7');
  return store.model('m');
}

function selector(text: string): Selector {
  const parsed = parseSelector(text);
  if ('problem' in parsed) throw new TypeError(parsed.problem);
  return parsed.selector;
}

function refusal(text: string, of = model()): PromotionError {
  try {
    selectVersion(of, selector(text), 'version');
  } catch (error) {
    return error as PromotionError;
  }
  throw new TypeError(`${text} was taken`);
}

describe('selectVersion', () => {
  it.each([
    ['7', '7'],
    ['latest', '10'],
    ['@champion', '7'],
    ['production', '7'],
    ['Staging', '9'],
    ['run:r2', '2'],
  ])('%s is version %s', (text, version) => {
    expect(selectVersion(model(), selector(text), 'version').version).toBe(version);
  });

  it('lists every version when a number names none', () => {
    expect(refusal('8')).toMatchObject({
      code: 'version-unknown',
      message:
        'Input `version`: model "m" has no version 8. It has versions 10 (None), 9 (Staging), 7 (Production), 2 (Archived).',
    });
  });

  it.each(['run:nope', '@nobody'])('lists every version when %s matches none', (text) => {
    const { code, message } = refusal(text);
    expect(code).toBe('selector-no-match');
    expect(message).toContain(`"${text}" means no version of "m".`);
    expect(message).toContain('versions 10 (None), 9 (Staging)');
  });

  it('says that an alias dangles', () => {
    expect(refusal('@gone').message).toContain('points to version 3, which no longer exists');
  });

  it('lists all matches when there are several', () => {
    expect(refusal('run:r9')).toMatchObject({
      code: 'selector-ambiguous',
      message: 'Input `version`: "run:r9" means several versions of "m": versions 10 (None), 9 (Staging).',
    });
  });

  it('lists at most twenty', () => {
    const store = new MemoryStore();
    for (let number = 1; number <= 25; number++) store.addVersion('m', String(number));
    const { message } = refusal('99', store.model('m'));
    expect(message).toContain('25 (None)');
    expect(message).toContain('6 (None) and 5 more.');
    expect(message).not.toContain(' 5 (None)');
  });

  it('says that a model has no versions', () => {
    const store = new MemoryStore();
    store.addModel('m');
    for (const text of ['latest', '1'])
      expect(refusal(text, store.model('m')).message).toContain('It has no versions.');
    store.addVersion('m', '4');
    expect(refusal('1', store.model('m')).message).toContain('It has version 4 (None).');
  });
});

/** What each target has by default. */
const BY_DEFAULT: readonly (readonly [Target, string])[] = [
  [{ kind: 'stage', stage: 'Production' }, 'production'],
  [{ kind: 'stage', stage: 'Staging' }, 'Production'],
  [{ kind: 'alias', alias: 'nobody' }, '@nobody'],
];

describe('a baseline that nobody holds', () => {
  const empty = new MemoryStore();
  empty.addVersion('m', '1');
  empty.setAlias('m', 'champion', '1');

  it.each(BY_DEFAULT)('is a first promotion to %j where it is the default', (target, text) => {
    const baseline = selector(text);
    expect(selectBaseline(empty.model('m'), { target, baseline })).toEqual({ kind: 'nobody' });
  });

  it.each([
    ['@champoin', 'Did you mean @champion?'],
    ['@Champion', 'Did you mean @champion?'],
    ['@shadow', 'Its aliases are @champion.'],
    ['Staging', 'means no version of "m"'],
    ['Archived', 'means no version of "m"'],
    ['8', 'has no version 8'],
    ['run:nope', 'means no version of "m"'],
  ])('is an error where it is named: %s', (text, said) => {
    for (const [target] of BY_DEFAULT) {
      const select = () => selectBaseline(empty.model('m'), { target, baseline: selector(text) });
      expect(select).toThrow(said);
      expect(select).toThrow(/version 1 \(None\)/);
    }
  });

  it('is an error where it is the default of another target', () => {
    const alias: Target = { kind: 'alias', alias: 'nobody' };
    const stage: Target = { kind: 'stage', stage: 'Production' };
    for (const [target, text] of [
      [alias, 'Production'],
      [stage, '@nobody'],
    ] as const)
      expect(() => selectBaseline(empty.model('m'), { target, baseline: selector(text) })).toThrow(
        'means no version',
      );
  });
});

describe('the baseline now', () => {
  it('needs none where none is asked for', () => {
    expect(baselineNow(model(), null)).toEqual({ kind: 'not-needed' });
  });

  it.each(['Production', '@champion', '7', 'run:r7'])('%s is held by one', (text) => {
    expect(baselineNow(model(), selector(text))).toMatchObject({ kind: 'one', version: { version: '7' } });
  });

  it('tells nobody from a dangling alias', () => {
    expect(baselineNow(model(), selector('@nobody'))).toEqual({ kind: 'nobody' });
    expect(baselineNow(model(), selector('@gone'))).toEqual({
      kind: 'dangling',
      alias: 'gone',
      version: '3',
    });
    const empty = new MemoryStore();
    empty.addVersion('m', '1');
    expect(baselineNow(empty.model('m'), selector('Production'))).toEqual({ kind: 'nobody' });
  });

  it('lists several holders of a stage', () => {
    const store = new MemoryStore();
    store.addVersion('m', '1', { stage: 'Production' });
    store.addVersion('m', '2', { stage: 'Production' });
    const state = baselineNow(store.model('m'), selector('Production'));
    expect(state).toMatchObject({ kind: 'several', versions: [{ version: '2' }, { version: '1' }] });
  });

  it.each(['8', 'run:nope', 'run:r9'])(
    'refuses %s: a first promotion is only where nobody holds a stage or alias',
    (text) => {
      expect(() => baselineNow(model(), selector(text))).toThrow();
    },
  );
});

describe('holders and aliases', () => {
  it('are read from the model', () => {
    expect(holdersOf(model(), { kind: 'stage', stage: 'Production' })).toEqual(['7']);
    expect(holdersOf(model(), { kind: 'alias', alias: 'gone' })).toEqual(['3']);
    expect(holdersOf(model(), { kind: 'alias', alias: 'nobody' })).toEqual([]);
    expect(aliasesOf(model(), '7')).toEqual(['a', 'champion']);
  });
});
