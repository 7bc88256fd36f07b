import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Decision } from './domain/decision.js';
import type { EventFacts } from './domain/event.js';
import type { Request } from './domain/request.js';
import { checkCommit } from './github/event.js';
import type { Runner } from './github/runner.js';
import { renderAnnotation } from './report/annotation.js';
import { renderCheck } from './report/check.js';
import { serializeDecision } from './report/decision-schema.js';
import { renderLog, type LogBlock } from './report/log.js';
import { jobFails } from './report/outcome.js';
import { initialOutputs, outputsOf, type Outputs, type ReportPaths } from './report/outputs.js';
import { renderSummary } from './report/summary.js';
import { forLog } from './text/escape.js';
import type { World } from './world.js';

/** A check run is worth this long; the decision is out already. */
const CHECK_RUN_MS = 15_000;

/** Says "nothing was promoted" before anything can go wrong. */
export function publishFirst(runner: Runner, model: string): void {
  writeOutputs(runner, initialOutputs(model));
}

/**
 * Renders one decision in all its forms, the outputs first: whatever fails after them, they have told the truth.
 * Returns the exit code.
 */
export async function publish(
  decision: Decision,
  request: Request | null,
  event: EventFacts,
  world: World,
): Promise<0 | 1> {
  const { runner } = world;
  const failOnRejection = request?.failOnRejection ?? true;
  const markdown = renderSummary(decision);
  writeOutputs(runner, outputsOf(decision, await leaveFiles(decision, markdown, world)));
  for (const block of renderLog(decision)) show(runner, block);
  await writeSummary(markdown, runner);
  await createCheck(decision, request, event, world);
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

/** Each step has a folder of its own: one job may decide several times. A full disk does not undo a decision. */
async function leaveFiles(decision: Decision, markdown: string, world: World): Promise<ReportPaths> {
  try {
    const folder = await mkdtemp(join(world.env['RUNNER_TEMP'] ?? tmpdir(), 'model-promotion-'));
    const paths = { decision: join(folder, 'decision.json'), report: join(folder, 'report.md') };
    await writeFile(paths.decision, serializeDecision(decision));
    await writeFile(paths.report, markdown);
    return paths;
  } catch (error) {
    unwritten(world.runner, 'The decision file could not be written', error);
    return { decision: '', report: '' };
  }
}

async function writeSummary(markdown: string, runner: Runner): Promise<void> {
  try {
    await runner.summary(markdown);
  } catch (error) {
    unwritten(runner, 'The job summary could not be written', error);
  }
}

function unwritten(runner: Runner, what: string, error: unknown): void {
  const why = Error.isError(error) ? error.message : String(error);
  runner.annotate('warning', 'Report incomplete', forLog(`${what}: ${why}`, 300));
}

/** The check run, where there is a commit and a token for it. Octokit is loaded only here. */
async function createCheck(
  decision: Decision,
  request: Request | null,
  event: EventFacts,
  world: World,
): Promise<void> {
  const repository = world.env['GITHUB_REPOSITORY'] ?? '';
  const sha = checkCommit(event, decision.run);
  const check = renderCheck(decision);
  const { conclusion } = check;
  if (request?.check == null || conclusion === null || repository === '' || sha === null) return;
  const { name, token, byHand } = request.check;
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
  const warning = await import('./github/check-run.js')
    .then(({ createCheckRun }) =>
      createCheckRun(place, { ...check, conclusion }, AbortSignal.timeout(CHECK_RUN_MS)),
    )
    .catch((error: unknown) => ({ message: `No check run was created: ${String(error)}` }));
  if (warning !== null) {
    world.runner.annotate(byHand ? 'warning' : 'notice', 'No check run', forLog(warning.message, 500));
  }
}

function externalId(decision: Decision, world: World): string {
  const run = world.env['GITHUB_RUN_ID'] ?? '';
  const version = decision.candidate?.version ?? '';
  return forLog(`${run}/${decision.run.attempt ?? 1}/${decision.model}/${version}`, 200);
}
