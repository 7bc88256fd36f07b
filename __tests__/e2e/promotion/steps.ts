import { expect } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { ListDecision, PromotionDecision } from '../../../src/domain/decision.js';
import type { Outcome } from '../../../src/domain/outcome.js';
import type { ReasonCode } from '../../../src/domain/reason.js';
import { OUTPUT_NAMES } from '../../../src/report/outputs.js';
import { runAction } from '../../harness/action.js';
import type { ActionOptions, ActionRun } from '../../harness/action.js';
import { exitCodeOf, levelOf } from '../../harness/outcomes.js';
import { ROOT } from '../../harness/paths.js';
import { dump } from '../../harness/registry-dump.js';
import { rendered } from '../../text/github-markdown.js';
import type { Place } from './place.js';

export type Inputs = Readonly<Record<string, string>>;
export type Circumstances = Omit<ActionOptions, 'inputs'>;

/** What every step of these tests says unless it says otherwise. */
export function stepInputs(place: Pick<Place, 'server'>, inputs: Inputs): Inputs {
  return { 'tracking-uri': place.server.url, stage: 'Production', 'check-name': '', ...inputs };
}

/** Runs the shipped action against the place's server, towards Production unless the inputs say otherwise. */
export function step(
  place: Pick<Place, 'server'>,
  inputs: Inputs,
  around: Circumstances = {},
): Promise<ActionRun> {
  return runAction({ ...around, inputs: stepInputs(place, inputs) });
}

const schema: unknown = JSON.parse(await readFile(path.join(ROOT, 'schemas/decision.schema.json'), 'utf8'));
const published = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);

/** The decision file of a step, held to the published schema. */
export async function decisionOf(run: ActionRun): Promise<PromotionDecision> {
  const decision: unknown = JSON.parse(await readFile(run.outputs['decision'] ?? '', 'utf8'));
  return published.parse(decision) as PromotionDecision;
}

/** The same for a step of mode list. */
export async function listOf(run: ActionRun): Promise<ListDecision> {
  const decision: unknown = JSON.parse(await readFile(run.outputs['decision'] ?? '', 'utf8'));
  return published.parse(decision) as ListDecision;
}

/** How a step must have ended. */
export interface End {
  readonly result: Outcome;
  /** The headline's reason. */
  readonly code: ReasonCode;
  /** Default: by design, 0 for green outcomes and 1 for red ones. */
  readonly exitCode?: 0 | 1;
  /** What log, summary and annotation must all say. */
  readonly says?: readonly string[];
}

/** What people read in the log apart from the annotation. */
function plainLog(run: ActionRun): string {
  return run.lines
    .filter(({ command }) => command === null)
    .map(({ text }) => text)
    .join('\n');
}

/** Holds a finished step to its end: exit code, outputs, annotation, log, summary and decision file agree. */
export async function expectEnd(run: ActionRun, end: End): Promise<PromotionDecision> {
  const exitCode = end.exitCode ?? exitCodeOf(end.result);
  const { result, promoted, reasons } = run.outputs;
  const headline = (JSON.parse(reasons ?? '[]') as string[])[0];
  expect({ result, promoted, headline, exitCode: run.exitCode, log: run.log }).toEqual({
    ...{ result: end.result, promoted: String(end.result === 'promoted') },
    ...{ headline: end.code, exitCode, log: run.log },
  });
  expect(Object.keys(run.outputs).sort()).toEqual([...OUTPUT_NAMES].sort());
  const decision = await decisionOf(run);
  expect([decision.outcome, decision.reasons[0]?.code]).toEqual([end.result, end.code]);
  const [annotation, ...others] = run.annotations;
  expect(others).toEqual([]);
  expect(annotation?.level).toBe(levelOf(end.result, exitCode));
  const summary = rendered(run.summary).text;
  for (const words of end.says ?? []) {
    expect(annotation?.message).toContain(words);
    expect(plainLog(run)).toContain(words);
    expect(summary).toContain(words);
  }
  return decision;
}

/** Does something that must leave every row of the server's store as it is. */
export async function untouched<T>(place: Pick<Place, 'server'>, work: () => Promise<T>): Promise<T> {
  const before = dump(place.server);
  const result = await work();
  expect(dump(place.server)).toBe(before);
  return result;
}

/** A step that must end so and must not have moved anything. */
export function refused(
  place: Pick<Place, 'server'>,
  inputs: Inputs,
  end: End,
  around: Circumstances = {},
): Promise<PromotionDecision> {
  return untouched(place, async () => expectEnd(await step(place, inputs, around), end));
}
