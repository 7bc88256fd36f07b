import type { Decision } from './domain/decision.js';
import type { EventFacts } from './domain/event.js';
import type { Request } from './domain/request.js';
import { startDeadline } from './deadline.js';
import { readEvent, readRun } from './github/event.js';
import { checkOf, readInputs, secretsOf } from './inputs.js';
import { modeText, readRaw, targetText } from './inputs/raw.js';
import { runMode } from './modes/mode.js';
import { startProgress } from './progress.js';
import { unassessed, type Findings } from './promotion/conclude.js';
import { reasonsOf } from './promotion/reasons.js';
import { publish, publishFirst } from './publish.js';
import { safeLog } from './text/safe-log.js';
import { traceOf } from './text/thrown.js';
import type { World } from './world.js';

/** The story of one request, from inputs to report. Returns the exit code. */
export async function run(world: World): Promise<0 | 1> {
  const startedAt = world.now().toISOString();
  const raw = readRaw((name) => world.runner.input(name), world.env, world.workingDirectory);
  for (const secret of secretsOf(raw)) world.runner.mask(secret);
  publishFirst(world.runner, raw.texts['model-name']);
  const event = await readEvent(world.env);

  let request: Request | null = null;
  let findings: Findings;
  try {
    request = readInputs(raw);
    findings = await findOut(request, event, world);
  } catch (error) {
    safeLog(world.runner).debug(traceOf(error));
    findings = unassessed(raw.texts['model-name'], targetText(raw), 'error', reasonsOf(error));
  }
  const decision: Decision = {
    schemaVersion: 1,
    mode: request?.job.mode ?? modeText(raw),
    ...findings,
    warnings: [...(request?.warnings ?? []), ...findings.warnings],
    startedAt,
    finishedAt: world.now().toISOString(),
    run: readRun(world.env),
  };
  const failOnRejection = request?.failOnRejection ?? true;
  return publish(decision, { failOnRejection, check: checkOf(raw), event }, world);
}

/** Opens the registry and runs the mode, within the run's time. */
async function findOut(request: Request, event: EventFacts, world: World): Promise<Findings> {
  const log = safeLog(world.runner);
  for (const source of request.sources) log.info(source);
  const deadline = startDeadline(request.timeoutSeconds, world.timekeeper);
  const progress = startProgress(log, request.timeoutSeconds);
  try {
    const opening = world.openRegistry(request.connection, { env: world.env, log });
    const registry = await Promise.race([opening, deadline.overrun]);
    try {
      return await Promise.race([runMode(request.job, { registry, deadline, event, log }), deadline.overrun]);
    } finally {
      // A registry that cannot be closed does not undo what was found out.
      await Promise.race([registry.close(), deadline.overrun]).catch((error: unknown) => {
        log.debug(`The registry could not be closed: ${String(error)}`);
      });
    }
  } finally {
    progress.stop();
    deadline.stop();
  }
}
