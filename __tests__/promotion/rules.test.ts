import { describe, expect, it } from '@jest/globals';
import { targetName, type Stage } from '../../src/domain/version.js';
import { assess } from '../../src/promotion/assess.js';
import { memoryRegistry, MemoryStore } from '../harness/memory-registry.js';
import {
  addTrained,
  ARCHIVED,
  assessed,
  CHAMPION,
  churn,
  codes,
  MODEL,
  numberSelector,
  promoting,
  orderFor,
  removeRun,
  NOW,
} from './kit.js';
import { thresholdsOf } from '../harness/thresholds.js';

/** Versions of these stages, numbered from 1, each better than the one before. */
function stages(...held: readonly Stage[]): MemoryStore {
  const store = new MemoryStore();
  held.forEach((stage, at) => {
    addTrained(store, String(at + 1), { accuracy: 0.9 + at / 100 }, stage);
  });
  return store;
}

const STAGING = { target: { kind: 'stage', stage: 'Staging' } } as const;
const CANDIDATE_1 = { version: numberSelector('1') } as const;
const KEEP = { archiveExisting: false } as const;

type More = Parameters<typeof orderFor>[0];
const P = 'Production';
const ABSOLUTE = 'accuracy: ">= 0.5"';
const BOTH = 'accuracy: ">= 0.5 and >= production"';
const N = 'None';
const A = 'Archived';

describe('what no gate needs to see', () => {
  it.each<[string, readonly Stage[], More, string | null, readonly string[]]>([
    ['an ordinary promotion is for the gates', [P, N], {}, null, []],
    ['the sole holder', [P], CANDIDATE_1, 'unchanged', ['already-holds-target']],
    ['several holders', [P, N, P], {}, 'invalid', ['several-holders']],
    [
      'several holders, absolute gates',
      [P, N, P],
      { thresholds: 'accuracy: ">= 0"' },
      'invalid',
      ['several-holders'],
    ],
    ['several holders, one is the candidate', [P, P], {}, 'invalid', ['several-holders']],
    [
      'several holders are not meant without a named baseline',
      [P, N, P],
      KEEP,
      'invalid',
      ['several-holders'],
    ],
    ['nor while archiving', [P, N, P], { baseline: numberSelector('1') }, 'invalid', ['several-holders']],
    ['several holders are meant', [P, N, P], { ...KEEP, baseline: numberSelector('1') }, null, []],
    [
      'several are meant, and the candidate is one',
      [P, P],
      { ...KEEP, baseline: numberSelector('1') },
      'unchanged',
      ['already-holds-target'],
    ],
    ['several hold the baseline stage', [P, N, P], STAGING, 'invalid', ['several-holders']],
    [
      'several hold another stage than both',
      ['Staging', N, 'Staging', P],
      { thresholds: 'accuracy: ">= 0"' },
      null,
      [],
    ],
    [
      'the only version in Production to Staging',
      [P, N],
      { ...STAGING, ...CANDIDATE_1 },
      'error',
      ['production-would-empty'],
    ],
    [
      'the only version in Production to Archived',
      [P, N],
      { ...ARCHIVED, ...CANDIDATE_1 },
      'error',
      ['production-would-empty'],
    ],
    ['one of two in Production to Archived', [P, P], { ...ARCHIVED, ...CANDIDATE_1 }, null, []],
    ['any other version to Archived', [P, 'Staging'], ARCHIVED, null, []],
    ['an archived version to Archived', [P, A], ARCHIVED, 'unchanged', ['already-holds-target']],
    ['many archived versions are no trouble', [P, N, A, A], ARCHIVED, null, []],
    ['nobody in Production yet', [N, N], {}, null, []],
    [
      'a version in Production to an alias',
      [P, N],
      { ...CHAMPION, ...CANDIDATE_1, thresholds: 'accuracy: ">= 0"' },
      null,
      [],
    ],
  ])('%s', async (_, held, more, stop, reasons) => {
    const found = await assessed(stages(...held), orderFor(more));
    expect([found.stop, codes(found)]).toEqual([stop, reasons]);
    for (const { message, remedy } of found.reasons) {
      expect(message).toMatch(/\.$/);
      expect(remedy).toMatch(/\.$/);
    }
  });

  it.each([
    ['an alias', { kind: 'alias', text: '@shadow', alias: 'shadow' }, null],
    ['a run', { kind: 'run', text: 'run:r1', runId: 'r1' }, 'invalid'],
    ['latest', { kind: 'latest', text: 'latest' }, 'invalid'],
  ] as const)('several holders with a baseline by %s', async (_, baseline, stop) => {
    const store = stages(P, N, P);
    store.setAlias(MODEL, 'shadow', '1');
    expect((await assessed(store, orderFor({ ...KEEP, baseline }))).stop).toBe(stop);
  });

  it('several hold the baseline stage, though no gate compares with it', async () => {
    const order = orderFor({ ...STAGING, thresholds: 'accuracy: ">= 0"' });
    const found = await assessed(stages(P, N, P), order);
    expect([found.stop, codes(found)]).toEqual(['invalid', ['several-holders']]);
  });

  it.each([
    ['of the target', CHAMPION, 'champion'],
    ['of the baseline', { baseline: { kind: 'alias', text: '@shadow', alias: 'shadow' } }, 'shadow'],
  ] as const)('a dangling alias %s is invalid, not a first promotion', async (_, more, alias) => {
    const store = churn();
    store.setAlias(MODEL, alias, '9');
    const found = await assessed(store, orderFor({ ...more, thresholds: 'accuracy: ">= 0"' }));
    expect([found.stop, codes(found)]).toEqual(['invalid', ['alias-dangling']]);
    expect(found.reasons[0]?.message).toContain('version 9');
  });

  it('an alias that the candidate holds is unchanged', async () => {
    const store = churn();
    store.setAlias(MODEL, 'champion', '2');
    expect((await assessed(store, orderFor(CHAMPION))).stop).toBe('unchanged');
  });

  it('reads no evidence for it', async () => {
    const registry = memoryRegistry(stages(P, P));
    await assess(registry.reader(new AbortController().signal), orderFor(), NOW);
    expect(registry.calls.map(({ name }) => name)).toEqual(['model']);
  });
});

describe('first promotion', () => {
  const RELATIVE = 'accuracy: ">= production"';

  it.each([
    ['require-absolute', ABSOLUTE, null, undefined],
    ['require-absolute', BOTH, null, undefined],
    ['require-absolute', RELATIVE, 'invalid', 'no-absolute-condition'],
    ['require-absolute', 'accuracy: ">= 0.99"', 'rejected', undefined],
    ['rubber-stamp', RELATIVE, null, undefined],
    ['rubber-stamp', 'accuracy: ">= 0.99 and >= production"', 'rejected', undefined],
    ['rubber-stamp', 'f1: ">= production"', 'invalid', undefined],
    ['block', ABSOLUTE, 'rejected', 'first-promotion-blocked'],
    ['block', RELATIVE, 'rejected', 'first-promotion-blocked'],
  ] as const)('%s with %s is %s', async (firstPromotion, thresholds, stop, reason) => {
    const found = await assessed(stages(N, N), orderFor({ firstPromotion, thresholds }));
    expect([found.stop, codes(found)[0]]).toEqual([stop, reason]);
  });

  it('is none while somebody holds the baseline, used or not', async () => {
    const more = { firstPromotion: 'block', thresholds: ABSOLUTE } as const;
    expect((await assessed(churn(), orderFor(more))).stop).toBeNull();
  });

  it('asks who holds the baseline, not who holds the target', async () => {
    const more = { ...STAGING, thresholds: BOTH };
    const held = await assessed(stages('Staging', N), orderFor(more));
    expect([held.stop, thresholdsOf(held.gates)[0]?.comparisons.map(({ result }) => result)]).toEqual([
      null,
      ['pass', 'waived'],
    ]);
    const free = await assessed(stages(P, N), orderFor({ ...more, firstPromotion: 'block' }));
    expect(free.stop).toBeNull();
  });

  it('is no excuse for a baseline that cannot be read', async () => {
    const store = churn();
    removeRun(store, '1');
    const found = await assessed(store, orderFor({ firstPromotion: 'rubber-stamp' }));
    expect([found.stop, found.gates[0]?.reason]).toEqual(['invalid', 'baseline-run-unusable']);
  });

  it('is an error where the baseline is a number that does not exist', async () => {
    const order = orderFor({ baseline: numberSelector('9') });
    const found = await promoting(memoryRegistry(churn()), order);
    expect([found.outcome, codes(found)]).toEqual(['error', ['version-unknown']]);
    expect(found.reasons[0]?.message).toContain('Input `baseline`: model "churn" has no version 9.');
    expect(found).toMatchObject({ candidate: { version: '2' }, previousVersion: '1' });
  });
});

describe('a baseline that is named', () => {
  it.each([
    ['a typo of an alias', { kind: 'alias', text: '@champoin', alias: 'champoin' }],
    ['an alias in another case', { kind: 'alias', text: '@Champion', alias: 'Champion' }],
    ['a stage that is empty', { kind: 'stage', text: 'staging', stage: 'Staging' }],
    ['a run that made none', { kind: 'run', text: 'run:gone', runId: 'gone' }],
  ] as const)('and not found is an error, not a first promotion: %s', async (_, baseline) => {
    const store = churn();
    store.setAlias(MODEL, 'champion', '1');
    const found = await promoting(memoryRegistry(store), orderFor({ baseline, thresholds: BOTH }));
    expect([found.outcome, codes(found)]).toEqual(['error', ['selector-no-match']]);
    expect(found.reasons[0]?.message).toContain('2 (None), 1 (Production)');
    expect(store.holders(MODEL, P)).toEqual(['1']);
  });
});

describe('the candidate against itself', () => {
  it('makes relative conditions invalid, and leaves absolute ones', async () => {
    const more = { ...STAGING, ...CANDIDATE_1, baseline: numberSelector('1') };
    const relative = await assessed(stages(N, P), orderFor(more));
    expect([relative.stop, relative.gates[0]?.reason]).toEqual(['invalid', 'candidate-is-baseline']);
    const absolute = await assessed(stages(N, P), orderFor({ ...more, thresholds: 'accuracy: ">= 0"' }));
    expect(absolute.stop).toBeNull();
  });
});

describe('warnings', () => {
  const warned = async (store: MemoryStore, more: More) =>
    (await assessed(store, orderFor(more))).warnings.map(({ code }) => code);

  it('tell that the candidate is older than the holder', async () => {
    expect(await warned(stages(N, P), CANDIDATE_1)).toEqual(['older-than-holder']);
    expect(await warned(stages(P, N), {})).toEqual([]);
  });

  it.each([
    ['Champion', true],
    ['CHAMPION', true],
    ['champoin', true],
    ['champio', true],
    ['champions', true],
    ['shampion', true],
    ['chmapoin', false],
    ['shadow', false],
  ])('say whether the new alias %s may be a slip of the hand', async (alias, slip) => {
    const store = stages(N, N);
    store.setAlias(MODEL, 'champion', '1');
    const selector = { kind: 'alias', text: `@${alias}`, alias } as const;
    const more = { target: { kind: 'alias', alias }, baseline: selector, thresholds: ABSOLUTE } as const;
    expect(await warned(store, more)).toEqual(slip ? ['alias-near-another'] : []);
    expect(await warned(store, { ...more, ...CHAMPION })).toEqual([]);
  });

  it('name every comparison that was waived', async () => {
    const found = await assessed(stages(N, N), orderFor({ thresholds: BOTH }));
    expect(found.warnings).toMatchObject([{ code: 'comparison-waived' }]);
    expect(found.warnings[0]?.message).toContain('"accuracy"');
    expect(await warned(stages(N, N), { thresholds: ABSOLUTE })).toEqual([]);
  });

  it('count versions: 10 is newer than 9', async () => {
    const nine = { version: numberSelector('9') };
    const to = (holder: 9 | 10) =>
      stages(...Array.from({ length: 10 }, (_, at) => (at + 1 === holder ? P : N)));
    expect(await warned(to(10), nine)).toEqual(['older-than-holder']);
    expect(await warned(to(9), { version: numberSelector('10') })).toEqual([]);
  });

  it.each([
    ['a promotion beside an earlier holder', stages(P, N), {}, ['several-holders-after']],
    ['a candidate that was there', stages(P), CANDIDATE_1, []],
    ['a first holder', stages(N, N), { thresholds: 'accuracy: ">= 0"' }, []],
    ['a rejection', stages(P, N), { thresholds: 'accuracy: ">= 2"' }, []],
  ])('of %s say whether earlier holders stay', async (_, store, more, wanted) => {
    const { warnings } = await promoting(memoryRegistry(store), orderFor({ ...KEEP, ...more }));
    expect(warnings.map(({ code }) => code)).toEqual(wanted);
    for (const { message } of warnings) {
      expect(message).toContain('the next comparison needs a baseline given by number or alias');
    }
  });

  it('do not take the missing version of a dangling alias for a holder', async () => {
    const store = stages(N);
    store.setAlias(MODEL, 'champion', '9');
    const found = await promoting(memoryRegistry(store), orderFor({ ...CHAMPION, ...CANDIDATE_1 }));
    expect(found).toMatchObject({ outcome: 'invalid', previousVersion: null, warnings: [] });
  });

  it('tell that archiving judges no gates', async () => {
    const gates = orderFor().gates;
    expect(await warned(stages(P, N), { ...ARCHIVED, gates })).toEqual(['gates-not-judged']);
    expect(await warned(stages(P, N), ARCHIVED)).toEqual([]);
  });
});

describe('a registry that cannot answer', () => {
  it('is an error, whatever else is known', async () => {
    const store = churn();
    const registry = memoryRegistry(store, {
      beforeCall: ({ name }) => (name === 'evidence' ? { kind: 'lose-reply', applied: false } : undefined),
    });
    const found = await promoting(registry, orderFor());
    expect([found.outcome, codes(found)]).toEqual(['error', ['connection-failed']]);
    expect(found.candidate?.version).toBe('2');
  });
});

describe('targetName', () => {
  it('is the stage, or the alias with its @', () => {
    expect(targetName({ kind: 'stage', stage: 'Staging' })).toBe('Staging');
    expect(targetName({ kind: 'alias', alias: 'champion' })).toBe('@champion');
  });
});
