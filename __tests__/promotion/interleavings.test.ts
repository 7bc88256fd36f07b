import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PromotionOrder } from '../../src/domain/order.js';
import type { PromotionResult } from '../../src/promotion/conclude.js';
import { memoryRegistry, MemoryStore, type Fault } from '../harness/memory-registry.js';
import { addTrained, CHAMPION, codes, MODEL, movesOf, numberSelector, promoting, orderFor } from './kit.js';

/**
 * Promotions at once, in every order a scheduler can think of, down to the gap inside MLflow's transition: it reads
 * the rows it will archive, and changes them later. Without a flag that others see before they look, several
 * promotions can each be true when read and be overtaken afterwards; so what holds is: the target is never empty,
 * a report was true when it was read, and when all have ended exactly one version holds the target.
 */

interface Promoter {
  readonly version: string;
  /** Who held the target when this promoter last looked. */
  seen: readonly string[];
  found: PromotionResult | null;
}

interface World {
  readonly store: MemoryStore;
  readonly promoters: readonly Promoter[];
  /** The fewest holders there ever were. */
  fewest: number;
}

interface Crash {
  /** Which promoter is killed, and at which of its calls. */
  readonly who: number;
  readonly at: number;
}

function begin(versions: readonly string[]): World {
  const store = new MemoryStore();
  addTrained(store, '1', { accuracy: 0.9 }, 'Production');
  store.setAlias(MODEL, 'champion', '1');
  for (const version of versions) addTrained(store, version, { accuracy: 0.95 });
  const promoters = versions.map((version): Promoter => ({ version, seen: [], found: null }));
  return { store, promoters, fewest: 1 };
}

function holders(store: MemoryStore, order: PromotionOrder): readonly string[] {
  if (order.target.kind === 'stage') return store.holders(MODEL, order.target.stage);
  const holder = store.alias(MODEL, order.target.alias);
  return holder === null ? [] : [holder];
}

type Play = Partial<PromotionOrder> & { readonly atomic?: boolean; readonly crash?: Crash };

async function play(
  scheduler: fc.Scheduler,
  world: World,
  { atomic = false, crash, ...more }: Play,
): Promise<void> {
  const { store, promoters } = world;
  const run = async (promoter: Promoter, index: number) => {
    const order = orderFor({ ...more, version: numberSelector(promoter.version) });
    const look = () => holders(store, order);
    const registry = memoryRegistry(store, {
      atomic,
      tick: (label) => scheduler.schedule(Promise.resolve(), `${promoter.version}: ${label}`),
      beforeCall: (call): Fault | undefined =>
        crash?.who === index && registry.calls.indexOf(call) >= crash.at
          ? { kind: 'throw', error: new Error('killed') }
          : undefined,
      afterCall: ({ name }) => {
        world.fewest = Math.min(world.fewest, look().length);
        if (name === 'model') promoter.seen = look();
      },
    });
    promoter.found = await promoting(registry, order).catch(() => null);
  };
  await scheduler.waitFor(Promise.all(promoters.map(run)));
}

function expectTrueReports({ promoters }: World): void {
  for (const { version, found, seen } of promoters) {
    if (found?.outcome === 'promoted') expect(seen).toEqual([version]);
    if (found?.outcome === 'superseded' && codes(found)[0] === 'holder-changed') {
      expect(movesOf(found).filter((move) => !move.endsWith('false'))).toEqual([]);
    }
  }
}

const TWO = ['2', '3'] as const;
const THREE = ['4', '2', '3'] as const;
const OUTCOMES = ['promoted', 'superseded', 'rejected'];

describe('promotions at once', () => {
  it.each([
    ['two, over REST', TWO, false, 120],
    ['three, over REST', THREE, false, 150],
    ['two, in transactions', TWO, true, 60],
    ['three, in transactions', THREE, true, 60],
  ] as const)(
    '%s: one holder at the end, never none, and every report was true',
    async (_, versions, atomic, numRuns) => {
      const outcomes = new Set<string>();
      await fc.assert(
        fc.asyncProperty(fc.scheduler(), async (scheduler) => {
          const world = begin(versions);
          await play(scheduler, world, { atomic });
          const held = world.store.holders(MODEL, 'Production');
          expect([world.fewest >= 1, held.length, held[0] === '1']).toEqual([true, 1, false]);
          expectTrueReports(world);
          for (const { found } of world.promoters) {
            // One that begins between another's write and its repair sees two holders, and judges nothing.
            const late = found !== null && codes(found)[0] === 'several-holders';
            if (!late || atomic) expect(OUTCOMES).toContain(found?.outcome);
            outcomes.add(found?.outcome ?? '');
          }
        }),
        { numRuns },
      );
      expect(outcomes).toContain('superseded');
    },
  );

  it('of an alias: one holder by construction, and every report was true', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const world = begin(THREE);
        await play(scheduler, world, CHAMPION);
        expect(THREE).toContain(world.store.alias(MODEL, 'champion'));
        expectTrueReports(world);
      }),
      { numRuns: 80 },
    );
  });

  it('in transactions, never move what another promotion has just put there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const world = begin(TWO);
        await play(scheduler, world, { atomic: true });
        const promoted = world.promoters.filter(({ found }) => found?.outcome === 'promoted');
        // The last one to win holds it; an earlier one was the baseline the last was judged against.
        expect(promoted.length).toBeGreaterThanOrEqual(1);
        const last = world.promoters.find(({ version }) =>
          world.store.holders(MODEL, 'Production').includes(version),
        );
        const [first] = promoted.filter((one) => one !== last);
        expect(last?.found?.outcome).toBe('promoted');
        if (first !== undefined) expect(last?.found?.previousVersion).toBe(first.version);
      }),
      { numRuns: 80 },
    );
  });
});

describe('a promotion that is killed among others', () => {
  it('never leaves the target empty, and every report of the others was true', async () => {
    // One that dies between its write and its repair may leave two holders: nothing tells the others, who have looked
    // already. The next run reports them as several holders and refuses.
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.record({ who: fc.nat(2), at: fc.nat(9) }),
        async (scheduler, crash) => {
          const world = begin(THREE);
          await play(scheduler, world, { crash });
          expect(world.fewest).toBeGreaterThanOrEqual(1);
          expect(world.store.holders(MODEL, 'Production').length).toBeLessThanOrEqual(2);
          expectTrueReports(world);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('the race of MLflow itself', () => {
  it('leaves two holders without our repair: the double can show it', async () => {
    const store = begin(TWO).store;
    const write = (version: string) =>
      ({ kind: 'transition', model: MODEL, version, stage: 'Production', archiveExisting: true }) as const;
    const [two, three] = [store.look(write('2')), store.look(write('3'))];
    store.make(two);
    store.make(three);
    expect(store.holders(MODEL, 'Production')).toEqual(['3', '2']);
    let raced = 0;
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const world = begin(TWO);
        await play(scheduler, world, {});
        if (world.promoters.some(({ found }) => found?.moves.some(({ kind }) => kind === 'repair')))
          raced += 1;
      }),
      { numRuns: 60 },
    );
    expect(raced).toBeGreaterThan(0);
  });
});
