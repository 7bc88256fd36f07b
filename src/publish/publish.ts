import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Decision } from '../domain/decision.js';
import type { EventFacts } from '../domain/event.js';
import type { CheckOrder } from '../domain/order.js';
import { checkCommit, given } from '../github/event.js';
import type { Runner } from '../world/runner.js';
import { renderAnnotation } from '../report/annotation.js';
import { renderCheck } from '../report/check.js';
import { serializeDecision } from '../report/decision-schema.js';
import { renderLog, type LogBlock } from '../report/log.js';
import { jobFails } from '../domain/outcome.js';
import { initialOutputs, outputsOf, type Outputs, type ReportPaths } from '../report/outputs.js';
import { renderSummary } from '../report/summary.js';
import { forLog } from '../text/escape.js';
import { messageOf } from '../text/thrown.js';
import type { World } from '../world/world.js';

/** A check run is worth this long; the decision is out already. */
const CHECK_RUN_MS = 15_000;

/** What the workflow wants of the report. */
export interface Wishes {
  readonly failOnRejection: boolean;
  /** Null: no check run. */
  readonly check: CheckOrder | null;
  readonly event: EventFacts;
}

/** Says "nothing was promoted" before anything can go wrong. */
export function publishFirst(runner: Runner, model: string): void {
  writeOutputs(runner, initialOutputs(model));
}

/**
 * Renders one decision in all its forms, the outputs first: whatever fails after them, they have told the truth.
 * Returns the exit code.
 */
export async function publish(decision: Decision, wishes: Wishes, world: World): Promise<0 | 1> {
  const { runner } = world;
  const { failOnRejection } = wishes;
  const markdown = renderSummary(decision);
  const paths = await leaveFiles(decision, markdown, world);
  writeOutputs(runner, outputsOf(decision, paths));
  for (const block of renderLog(decision)) show(runner, block);
  if (paths.report !== '') runner.info(`Report: ${forLog(paths.report, 400)}`);
  await writeSummary(markdown, runner);
  await createCheck(decision, wishes, world);
  const annotation = renderAnnotation(decision, failOnRejection);
  if (annotation !== null) runner.annotate(annotation.level, annotation.title, annotation.message);
  return jobFails(decision.outcome, failOnRejection) ? 1 : 0;
}

function show(runner: Runner, block: LogBlock): void {
  if (block.title !== null) {
    runner.group(block.title, block.lines);
    return;
  }
  for (const line of block.lines) runner.info(line);
}

function writeOutputs(runner: Runner, outputs: Outputs): void {
  for (const [name, value] of Object.entries(outputs)) runner.output(name, value);
}

/**
 * Each step has a folder of its own: one job may decide several times. Where the runner's folder cannot be written,
 * the system's is tried; a full disk does not undo a decision.
 */
async function leaveFiles(decision: Decision, markdown: string, world: World): Promise<ReportPaths> {
  const parents = new Set([given(world.env, 'RUNNER_TEMP') ?? tmpdir(), tmpdir()]);
  let fault: unknown;
  for (const parent of parents) {
    try {
      const folder = await mkdtemp(join(parent, 'model-promotion-'));
      const paths = { decision: join(folder, 'decision.json'), report: join(folder, 'report.md') };
      await writeFile(paths.decision, serializeDecision(decision));
      await writeFile(paths.report, markdown);
      return paths;
    } catch (error) {
      fault = error;
    }
  }
  unwritten(world.runner, 'The decision file could not be written', fault);
  return { decision: '', report: '' };
}

async function writeSummary(markdown: string, runner: Runner): Promise<void> {
  try {
    await runner.summary(markdown);
  } catch (error) {
    unwritten(runner, 'The job summary could not be written', error);
  }
}

function unwritten(runner: Runner, what: string, error: unknown): void {
  runner.annotate('warning', 'Report incomplete', forLog(`${what}: ${messageOf(error)}`, 300));
}

/** The check run, where there is a commit and a token for it. Octokit is loaded only here. */
async function createCheck(decision: Decision, wishes: Wishes, world: World): Promise<void> {
  const repository = world.env['GITHUB_REPOSITORY'] ?? '';
  const sha = checkCommit(wishes.event, decision.run);
  const check = renderCheck(decision);
  const { conclusion } = check;
  if (wishes.check === null || conclusion === null || repository === '' || sha === null) return;
  const { name, token, byHand } = wishes.check;
  const place = {
    name: forLog(name, 100),
    token,
    repository,
    sha,
    detailsUrl: decision.run.url,
    externalId: externalId(decision, world),
    startedAt: decision.startedAt,
    completedAt: decision.finishedAt,
  };
  const refusal = await import('../github/client.js')
    .then(({ sendCheckRun }) =>
      sendCheckRun(place, { ...check, conclusion }, world.env, AbortSignal.timeout(CHECK_RUN_MS)),
    )
    .catch((error: unknown) => `No check run was created: ${messageOf(error)}`);
  if (refusal !== null) {
    world.runner.annotate(byHand ? 'warning' : 'notice', 'No check run', forLog(refusal, 500));
  }
}

function externalId(decision: Decision, world: World): string {
  const run = world.env['GITHUB_RUN_ID'] ?? '';
  const version = decision.mode === 'list' ? '' : (decision.candidate?.version ?? '');
  return forLog(`${run}/${decision.run.attempt ?? 1}/${decision.model}/${version}`, 200);
}
