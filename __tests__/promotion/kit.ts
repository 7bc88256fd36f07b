import type { Role } from '../../src/domain/evidence.js';
import type { EventFacts } from '../../src/domain/event.js';
import type { PromotionOrder } from '../../src/domain/order.js';
import { assess } from '../../src/promotion/assess.js';
import type { Assessment, Cleared } from '../../src/promotion/assessment.js';
import { unassessed, type PromotionResult } from '../../src/promotion/conclude.js';
import { reasonsOf } from '../../src/promotion/reasons.js';
import type { Deadline } from '../../src/domain/deadline.js';
import type { Registry } from '../../src/registry/port.js';
import { runMode } from '../../src/modes/mode.js';
import { readThresholds } from '../../src/policy/read.js';
import { memoryRegistry, MemoryStore } from '../harness/memory-registry.js';

/** The small world most tests begin with, and the words to ask about it. */

export const MODEL = 'churn';
export const PUSH: EventFacts = { name: 'push', fork: false, headSha: null };

/** A version with its metrics. */
export function addTrained(
  store: MemoryStore,
  version: string,
  metrics: Readonly<Record<string, number>>,
  stage: 'None' | 'Staging' | 'Production' | 'Archived' = 'None',
): void {
  store.addVersion(MODEL, version, { runId: `r${version}`, stage, source: `made by r${version}` });
  for (const [key, value] of Object.entries(metrics)) store.measure(MODEL, version, key, value);
}

const BOTH: readonly Role[] = ['candidate', 'baseline'];

/** The run that a version came from is deleted: nobody believes it in any role. */
export function deleteRun(store: MemoryStore, version: string): void {
  store.setLineage(MODEL, version, { runDeleted: true });
  const message = `Run r${version} of version ${version} is deleted.`;
  store.addProblem(MODEL, version, { code: 'run-deleted', message, remedy: 'Restore it.' }, BOTH);
}

/** It is gone altogether. */
export function removeRun(store: MemoryStore, version: string): void {
  store.setLineage(MODEL, version, { runStatus: null });
  const message = `Run r${version} of version ${version} does not exist.`;
  store.addProblem(MODEL, version, { code: 'run-missing', message, remedy: 'Register it again.' }, BOTH);
}

/** It failed: that speaks against a candidate; of a baseline it is only said. */
export function failRun(store: MemoryStore, version: string): void {
  store.setLineage(MODEL, version, { runStatus: 'FAILED' });
  const message = `Run r${version} of version ${version} is FAILED, not FINISHED.`;
  const problem = { code: 'run-not-finished', message, remedy: 'Let it finish.' } as const;
  store.addProblem(MODEL, version, problem, ['candidate']);
}

/** Version 1 holds Production with accuracy 0.90; version 2 has 0.95. */
export function churn(): MemoryStore {
  const store = new MemoryStore();
  addTrained(store, '1', { accuracy: 0.9 }, 'Production');
  addTrained(store, '2', { accuracy: 0.95 });
  return store;
}

/** When promotions of these tests are made. */
export const NOW = new Date(Date.UTC(2026, 10, 21));

/** Assesses through a reader of its own; a selector that means nothing is a mistake of the test. */
export async function assessed(store: MemoryStore, order: PromotionOrder): Promise<Assessment> {
  const found = await assess(memoryRegistry(store).reader(new AbortController().signal), order, NOW);
  if ('stop' in found) return found;
  throw new TypeError(found.reasons.map(({ message }) => message).join(' '));
}

/** The same, where nothing may be in the way. */
export async function cleared(store: MemoryStore, order: PromotionOrder): Promise<Cleared> {
  const found = await assessed(store, order);
  if (found.stop === null) return found;
  throw new TypeError(`The assessment ended in ${found.stop}.`);
}

export function gatesOf(thresholds: string): PromotionOrder['gates'] {
  const read = readThresholds(thresholds);
  if (!read.ok) throw new TypeError(read.problems.map(({ message }) => message).join('\n'));
  return read.gates;
}

const AT_LEAST_AS_GOOD = gatesOf('accuracy: ">= 0.8 and >= production"');

type Asked = Partial<PromotionOrder> & { readonly thresholds?: string };

/** Version 2 to Production, when it is better than whoever is there. */
export function orderFor({ thresholds, ...more }: Asked = {}): PromotionOrder {
  return {
    model: MODEL,
    version: { kind: 'number', text: '2', version: '2' },
    target: { kind: 'stage', stage: 'Production' },
    baseline: { kind: 'stage', text: 'Production', stage: 'Production' },
    gates: thresholds === undefined ? AT_LEAST_AS_GOOD : gatesOf(thresholds),
    policyWarnings: [],
    firstPromotion: 'require-absolute',
    archiveExisting: true,
    maxAge: null,
    policy: null,
    rules: [],
    ...more,
  };
}

export function numberSelector(version: string) {
  return { kind: 'number', text: version, version } as const;
}

export const CHAMPION = {
  target: { kind: 'alias', alias: 'champion' },
  baseline: { kind: 'alias', text: '@champion', alias: 'champion' },
} as const;

export const ARCHIVED = {
  target: { kind: 'stage', stage: 'Archived' },
  baseline: null,
  gates: [],
} as const satisfies Asked;

export interface TestDeadline extends Deadline {
  readonly abort: (reason: Error) => void;
  /** Ends the extra time. */
  readonly abortGrace: (reason: Error) => void;
  /** How often somebody waited. */
  readonly pauses: () => number;
  /** How often the extra time was asked for. */
  readonly graces: () => number;
}

export function deadline(): TestDeadline {
  const main = new AbortController();
  const grace = new AbortController();
  let graces = 0;
  let pauses = 0;
  return {
    signal: main.signal,
    grace: () => {
      graces += 1;
      return grace.signal;
    },
    abort: (reason) => {
      main.abort(reason);
    },
    abortGrace: (reason) => {
      grace.abort(reason);
    },
    graces: () => graces,
    pause: () => {
      pauses += 1;
      return Promise.resolve();
    },
    pauses: () => pauses,
  };
}

export const NOTHING = () => undefined;

export const SILENT = { info: () => undefined, debug: () => undefined };

interface Around {
  readonly event?: EventFacts;
  readonly deadline?: Deadline;
  readonly mode?: 'promote' | 'evaluate';
  readonly beforeWrite?: () => void;
}

/** What a workflow says that names no policy file. */
const NO_WISH = { path: null, ref: null } as const;

/** Runs promote (or evaluate) as the action does, by the policy in the order. */
export async function promoting(
  registry: Registry,
  order: PromotionOrder = orderFor(),
  around: Around = {},
): Promise<PromotionResult> {
  const result = await runMode(
    { mode: around.mode ?? 'promote', promotion: { ...order, policy: NO_WISH } },
    {
      registry,
      deadline: around.deadline ?? deadline(),
      event: around.event ?? PUSH,
      log: SILENT,
      ruled: () => Promise.resolve(order),
      now: () => NOW,
      beforeWrite: around.beforeWrite ?? NOTHING,
    },
  );
  if (!('moves' in result)) throw new TypeError('A promotion was asked for.');
  return result;
}

/** The same, with what is thrown told as the run tells it. */
export function reporting(...asked: Parameters<typeof promoting>): Promise<PromotionResult> {
  return promoting(...asked).catch((error: unknown) =>
    unassessed('promote', MODEL, 'Production', 'error', reasonsOf(error)),
  );
}

export function codes(result: { readonly reasons: readonly { readonly code: string }[] }): string[] {
  return result.reasons.map(({ code }) => code);
}

/** What was moved, in short: `transition 2 → Production true`. */
export function movesOf(result: Pick<PromotionResult, 'moves'>): string[] {
  return result.moves.map(({ kind, version, to, done }) => `${kind} ${version} → ${to} ${String(done)}`);
}
