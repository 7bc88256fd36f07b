import { describe, expect, it } from '@jest/globals';
import type { PromotionOrder } from '../../src/domain/order.js';
import type { Cleared } from '../../src/promotion/assessment.js';
import { apply } from '../../src/promotion/apply/apply.js';
import { authorize } from '../../src/promotion/authorize.js';
import { digest } from '../../src/promotion/digest.js';
import { makePlan, type Plan } from '../../src/promotion/plan.js';
import { memoryRegistry, type MemoryStore } from '../harness/memory-registry.js';
import {
  ARCHIVED,
  assessed,
  CHAMPION,
  churn,
  cleared,
  deadline,
  gatesOf,
  MODEL,
  movesOf,
  orderFor,
  promoting,
  PUSH,
  deleteRun,
  failRun,
  NOTHING,
} from './kit.js';

async function planned(store: MemoryStore, order: PromotionOrder = orderFor()): Promise<Plan> {
  return makePlan(order, await cleared(store, order));
}

describe('makePlan', () => {
  it('moves the candidate and archives who was there', async () => {
    const plan = await planned(churn());
    expect(plan.write).toEqual({
      kind: 'transition',
      model: MODEL,
      version: '2',
      stage: 'Production',
      archiveExisting: true,
    });
    expect(movesOf(plan)).toEqual(['transition 2 → Production false', 'archive 1 → Archived false']);
  });

  it('archives nobody where that is not asked for, or where MLflow does not allow it', async () => {
    const keep = await planned(churn(), orderFor({ archiveExisting: false }));
    expect(movesOf(keep)).toEqual(['transition 2 → Production false']);
    expect(keep.write).toMatchObject({ archiveExisting: false });
    expect((await planned(churn(), orderFor(ARCHIVED))).write).toMatchObject({
      stage: 'Archived',
      archiveExisting: false,
    });
  });

  it('moves an alias from whoever holds it', async () => {
    const store = churn();
    const first = await planned(store, orderFor({ ...CHAMPION, thresholds: 'accuracy: ">= 0.5"' }));
    expect(first.moves).toEqual([{ kind: 'alias', version: '2', from: '', to: '@champion', done: false }]);
    store.setAlias(MODEL, 'champion', '1');
    const second = await planned(store, orderFor(CHAMPION));
    expect(second.moves).toEqual([{ kind: 'alias', version: '2', from: '1', to: '@champion', done: false }]);
    expect(second.write).toEqual({ kind: 'alias', model: MODEL, version: '2', alias: 'champion' });
  });

  it.each([
    ['a stage', {}],
    ['an alias', CHAMPION],
    ['the archive', ARCHIVED],
  ])('is the same after it was written to a file, and applies: %s', async (_, more) => {
    const store = churn();
    store.setAlias(MODEL, 'champion', '1');
    const plan = await planned(store, orderFor(more));
    const read = JSON.parse(JSON.stringify(plan)) as Plan;
    expect(read).toEqual(plan);
    const registry = memoryRegistry(store);
    const ending = await apply(authorize(read, PUSH), {
      registry,
      deadline: deadline(),
      beforeWrite: NOTHING,
    });
    expect(ending.outcome).toBe(plan.purpose === 'archive' ? 'archived' : 'promoted');
  });

  it.each([
    ['promote', {}],
    ['promote', CHAMPION],
    ['archive', ARCHIVED],
  ] as const)('says that it is for: %s', async (purpose, more) => {
    const store = churn();
    store.setAlias(MODEL, 'champion', '1');
    expect((await planned(store, orderFor(more))).purpose).toBe(purpose);
  });

  it('plans no move that has not been earned', async () => {
    const order = orderFor({ thresholds: 'accuracy: ">= 0.99"' });
    expect((await assessed(churn(), order)).stop).toBe('rejected');
    const found = await promoting(memoryRegistry(churn()), order);
    expect([found.outcome, found.moves, found.digests.plan]).toEqual(['rejected', [], null]);
  });
});

describe('the digest of a plan', () => {
  /** As a decision shows them: without a plan there is none of it. */
  const digestsOf = async (store: MemoryStore, order: PromotionOrder = orderFor()) =>
    (await promoting(memoryRegistry(store), order, { mode: 'evaluate' })).digests;
  const base = async () => (await planned(churn())).digests;

  it('is a SHA-256, and the same for the same', async () => {
    const { policy, evidence, plan } = await base();
    for (const hex of [policy, evidence, plan]) expect(hex).toMatch(/^[0-9a-f]{64}$/);
    expect(await base()).toEqual({ policy, evidence, plan });
  });

  it.each<[string, Parameters<typeof orderFor>[0]]>([
    ['a threshold', { thresholds: 'accuracy: ">= 0.80001 and >= production"' }],
    ['an operator', { thresholds: 'accuracy: "> 0.8 and >= production"' }],
    ['a metric', { thresholds: 'acc: ">= 0.8 and >= production"' }],
    ['a dataset', { thresholds: 'accuracy: { require: ">= 0.8 and >= production", dataset: d }' }],
    [
      'the value without a dataset',
      { thresholds: 'accuracy: { require: ">= 0.8 and >= production", dataset: null }' },
    ],
    ['advisory', { thresholds: 'accuracy: { advisory: ">= 0.8 and >= production" }' }],
    ['a further gate', { thresholds: 'accuracy: ">= 0.8 and >= production"\nf1: { advisory: ">= 0" }' }],
    ['first-promotion', { firstPromotion: 'rubber-stamp' }],
    ['archive-existing', { archiveExisting: false }],
  ])('changes with %s', async (_, more) => {
    const changed = await digestsOf(churn(), orderFor(more));
    const before = await base();
    expect(changed.policy).not.toBe(before.policy);
    expect(changed.plan).not.toBe(before.plan);
  });

  it.each<[string, (store: MemoryStore) => void]>([
    [
      'the candidate’s value',
      (store) => {
        store.measure(MODEL, '2', 'accuracy', 0.96);
      },
    ],
    [
      'the baseline’s value',
      (store) => {
        store.measure(MODEL, '1', 'accuracy', 0.91);
      },
    ],
    [
      'a further metric',
      (store) => {
        store.measure(MODEL, '2', 'f1', 0.5);
      },
    ],
    [
      'the same value logged again',
      (store) => {
        store.measure(MODEL, '2', 'accuracy', 0.95);
      },
    ],
    [
      'a run’s status',
      (store) => {
        failRun(store, '1');
      },
    ],
    [
      'a deleted run',
      (store) => {
        deleteRun(store, '1');
      },
    ],
    [
      'the source',
      (store) => {
        store.updateVersion(MODEL, '2', { source: 'elsewhere' });
      },
    ],
    [
      'READY',
      (store) => {
        store.updateVersion(MODEL, '2', { status: 'PENDING_REGISTRATION' });
      },
    ],
  ])('changes with the evidence: %s', async (_, change) => {
    const store = churn();
    change(store);
    const changed = await digestsOf(store);
    const before = await base();
    expect(changed.policy).toBe(before.policy);
    expect(changed.evidence).not.toBe(before.evidence);
    expect(changed.plan).not.toBe(before.plan);
  });

  it('changes with the holder, the candidate and the target, where the evidence is the same', async () => {
    const order = orderFor({ thresholds: 'accuracy: ">= 0.5"' });
    const before = (await planned(churn(), order)).digests;
    const nobody = churn();
    nobody.setStage(MODEL, '1', 'None');
    const held = (await planned(nobody, order)).digests;
    expect(held.evidence).toBe(before.evidence);
    const staging = { ...order, target: { kind: 'stage', stage: 'Staging' } } as const;
    const elsewhere = (await planned(churn(), staging)).digests;
    expect(elsewhere.evidence).toBe(before.evidence);
    expect(new Set([before.plan, held.plan, elsewhere.plan]).size).toBe(3);
  });

  it('does not change with what decides nothing', async () => {
    const store = churn();
    store.updateVersion(MODEL, '2', { description: 'new words', tags: { a: 'b' } });
    store.addVersion(MODEL, '3');
    expect((await planned(store)).digests).toEqual(await base());
  });

  it('does not change with the order of keys', async () => {
    const store = churn();
    const order = orderFor();
    const assessment = await cleared(store, order);
    const plan = makePlan(order, assessment);
    const again = makePlan(reversed(order), reversed<Cleared>(assessment));
    expect(again.digests).toEqual(plan.digests);
  });

  it('is of canonical JSON: sorted keys, no white space', () => {
    // By sha256sum, of `{}`, of `{"a":"b"}` and of the third with its line separator as it is.
    expect(digest({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
    expect(digest({ a: 'b' })).toBe('db4a7ecb114bc66c623a06c4ff6fe8daa2f49cc270ebbf7a1f81e22ab061c837');
    expect(digest({ b: '\u2028', a: ['1', null, true] })).toBe(
      '10df0a7b2ad58d4fbb978c2a46774068dfe712eac4409f99c1327531384c02e9',
    );
  });

  it('tells gates in another order apart', async () => {
    const gates = gatesOf('accuracy: ">= 0.8"\nf1: ">= 0"');
    const one = (await digestsOf(churn(), orderFor({ gates }))).policy;
    const two = (await digestsOf(churn(), orderFor({ gates: gates.toReversed() }))).policy;
    expect(one).not.toBe(two);
  });
});

/** The same value with every object's keys the other way round. */
function reversed<T>(value: T): T {
  if (value instanceof Map || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(reversed) as T;
  const entries = Object.entries(value).toReversed();
  return Object.fromEntries(entries.map(([key, part]) => [key, reversed(part as unknown)])) as T;
}
