import { describe, expect, it } from '@jest/globals';
import { PromotionError } from '../../src/domain/error.js';
import type { PromotionResult } from '../../src/promotion/conclude.js';
import { memoryRegistry, type Fault, type MemoryStore } from '../harness/memory-registry.js';
import { CHAMPION, churn, deadline, MODEL, promoting, reporting, orderFor } from './kit.js';

const REFUSED = new PromotionError('server-error', 'It broke.', 'Try again.');
const OVER = new PromotionError('timeout', 'The time limit of 1 s was reached.', 'Wait longer.');

const FAULTS: Readonly<Record<string, Fault>> = {
  'the registry refuses': { kind: 'throw', error: REFUSED },
  'the action has a defect': { kind: 'throw', error: new TypeError('x is undefined') },
  'the reply is lost, the call was made': { kind: 'lose-reply', applied: true },
  'the reply is lost, the call was not made': { kind: 'lose-reply', applied: false },
  'no reply comes, the call was made': { kind: 'hang', applied: true },
  'no reply comes, the call was not made': { kind: 'hang', applied: false },
};

const REQUESTS = { 'a stage': orderFor(), 'an alias': orderFor(CHAMPION) };
type Goal = keyof typeof REQUESTS;

function world(): MemoryStore {
  const store = churn();
  store.setAlias(MODEL, 'champion', '1');
  return store;
}

function holder(store: MemoryStore, goal: Goal): string {
  return goal === 'an alias'
    ? (store.alias(MODEL, 'champion') ?? '')
    : store.holders(MODEL, 'Production').join();
}

async function runWith(goal: Goal, which: string | null, fault: Fault, atomic: boolean) {
  const store = world();
  const time = deadline();
  const registry = memoryRegistry(store, {
    atomic,
    beforeCall: (call) => {
      if (call.which !== which) return undefined;
      if (fault.kind === 'hang')
        setImmediate(() => {
          time.abort(OVER);
        });
      return fault;
    },
  });
  const found = await reporting(registry, REQUESTS[goal], { deadline: time });
  return { store, found, calls: registry.calls.map((call) => call.which) };
}

/** What a report says was moved. No move at all says that nothing was. */
function claims({ outcome, moves }: PromotionResult) {
  return { outcome, moved: moves.length === 0 ? [false] : [...new Set(moves.map(({ done }) => done))] };
}

describe.each([
  ['REST', false],
  ['a transaction', true],
] as const)('a promotion over %s', (_, atomic) => {
  describe.each(Object.entries(FAULTS))('when %s', (_name, fault) => {
    it.each(['a stage', 'an alias'] as const)(
      'leaves the old or the new holder of %s, and says which',
      async (goal) => {
        const whole = await runWith(goal, null, fault, atomic);
        expect(claims(whole.found)).toEqual({ outcome: 'promoted', moved: [true] });
        for (const which of whole.calls) {
          const { store, found } = await runWith(goal, which, fault, atomic);
          const { outcome, moved } = claims(found);
          const now = holder(store, goal);
          expect(['1', '2']).toContain(now);
          expect(['promoted', 'error']).toContain(outcome);
          if (outcome === 'promoted') expect([which, now]).toEqual([which, '2']);
          if (moved.includes(true)) expect([which, now]).toEqual([which, '2']);
          if (moved.includes(false)) expect([which, now]).toEqual([which, '1']);
          // Running again ends in new, whatever was left.
          const again = await promoting(memoryRegistry(store, { atomic }), REQUESTS[goal]);
          expect([which, now, again.outcome]).toEqual([which, now, now === '2' ? 'unchanged' : 'promoted']);
          expect(holder(store, goal)).toBe('2');
        }
      },
    );
  });
});
