import { describe, expect, it } from '@jest/globals';
import type { EventFacts } from '../../src/domain/event.js';
import { apply } from '../../src/promotion/apply/apply.js';
import { authorize, type AuthorizedPlan } from '../../src/promotion/authorize.js';
import { makePlan, type Plan } from '../../src/promotion/plan.js';
import { memoryRegistry } from '../harness/memory-registry.js';
import { churn, cleared, deadline, promoting, PUSH, orderFor, NOTHING } from './kit.js';

async function planned() {
  const store = churn();
  const registry = memoryRegistry(store);
  return { registry, plan: makePlan(orderFor(), await cleared(store, orderFor())) };
}

const UNTRUSTED: readonly EventFacts[] = [
  { name: 'pull_request_target', fork: false, headSha: 'a' },
  { name: 'pull_request_target', fork: true, headSha: 'a' },
  { name: 'pull_request', fork: true, headSha: 'a' },
  { name: 'pull_request_review', fork: true, headSha: null },
];

describe('authorize', () => {
  it.each([
    PUSH,
    { name: 'workflow_dispatch', fork: false, headSha: null },
    { name: 'pull_request', fork: false, headSha: 'a' },
    { name: null, fork: false, headSha: null },
  ])('lets a plan that has earned it through for %j', async (event) => {
    const { plan } = await planned();
    expect(authorize(plan, event)).toEqual(plan);
  });

  it.each(UNTRUSTED)('refuses %j', async (event) => {
    const { plan } = await planned();
    expect(() => authorize(plan, event)).toThrow(expect.objectContaining({ code: 'untrusted-event' }));
  });

  it.each<[string, (plan: Plan) => Plan]>([
    ['purpose', (plan) => ({ ...plan, purpose: 'archive' })],
    ['write', (plan) => ({ ...plan, write: { ...plan.write, version: '1' } })],
    ['holders', (plan) => ({ ...plan, standing: { ...plan.standing, holders: [] } })],
    ['moves', (plan) => ({ ...plan, moves: [] })],
    ['policy', (plan) => ({ ...plan, digests: { ...plan.digests, policy: '0'.repeat(64) } })],
    ['evidence', (plan) => ({ ...plan, digests: { ...plan.digests, evidence: '0'.repeat(64) } })],
  ])('refuses a plan whose %s was changed after it was made', async (_, change) => {
    const { plan } = await planned();
    expect(() => authorize(change(plan), PUSH)).toThrow(expect.objectContaining({ code: 'internal' }));
  });

  it('is the only way to what apply takes', async () => {
    const { plan, registry } = await planned();
    // @ts-expect-error A plan is not an authorized plan.
    const refused: AuthorizedPlan = plan;
    // @ts-expect-error The brand cannot be written down: its symbol has no value and no exported name.
    const forged: AuthorizedPlan = { ...plan, authorized: true };
    expect([refused.purpose, forged.purpose]).toEqual(['promote', 'promote']);
    const done = await apply(authorize(plan, PUSH), { registry, deadline: deadline(), beforeWrite: NOTHING });
    expect(done.outcome).toBe('promoted');
  });
});

describe('promote', () => {
  it.each(UNTRUSTED)('asks the registry nothing for %j', async (event) => {
    const registry = memoryRegistry(churn());
    await expect(promoting(registry, orderFor(), { event })).rejects.toMatchObject({
      code: 'untrusted-event',
    });
    expect(registry.calls).toEqual([]);
  });

  it.each(UNTRUSTED)('leaves evaluate to %j', async (event) => {
    const registry = memoryRegistry(churn(), { readOnly: true });
    const found = await promoting(registry, orderFor(), { event, mode: 'evaluate' });
    expect(found.outcome).toBe('passed');
  });
});
