import type { Decision, Result } from './domain/decision.js';
import type { EventFacts } from './domain/event.js';
import type { Order } from './domain/order.js';
import { startDeadline } from './world/deadline.js';
import { readEvent, readRun } from './github/event.js';
import { checkOf, readInputs, secretsOf } from './inputs/read.js';
import { modeText, readRaw, targetText } from './inputs/raw.js';
import { failedResult, runMode } from './modes/mode.js';
import { startProgress } from './world/progress.js';
import { reasonsOf } from './promotion/reasons.js';
import { publish, publishFirst } from './publish/publish.js';
import { safeLog } from './text/safe-log.js';
import { traceOf } from './text/thrown.js';
import type { World } from './world/world.js';

/** The story of one run, from inputs to report. Returns the exit code. */
export async function run(world: World): Promise<0 | 1> {
  const startedAt = world.now().toISOString();
  const raw = readRaw((name) => world.runner.input(name), world.env, world.workingDirectory);
  for (const secret of secretsOf(raw)) world.runner.mask(secret);
  publishFirst(world.runner, raw.texts['model-name']);
  const event = await readEvent(world.env);

  let order: Order | null = null;
  let result: Result;
  try {
    order = readInputs(raw);
    result = await findOut(order, event, world);
  } catch (error) {
    safeLog(world.runner).debug(traceOf(error));
    const asked = { mode: modeText(raw), model: raw.texts['model-name'], target: targetText(raw) };
    result = failedResult(asked, reasonsOf(error));
  }
  const decision: Decision = {
    schemaVersion: 1,
    ...result,
    registry: order?.connection.registryUri ?? order?.connection.trackingUri ?? null,
    warnings: [...(order?.warnings ?? []), ...result.warnings],
    startedAt,
    finishedAt: world.now().toISOString(),
    run: readRun(world.env),
  };
  const failOnRejection = order?.failOnRejection ?? true;
  return publish(decision, { failOnRejection, check: checkOf(raw), event }, world);
}

/** Opens the registry and runs the mode, within the run's time. */
async function findOut(order: Order, event: EventFacts, world: World): Promise<Result> {
  const log = safeLog(world.runner);
  for (const source of order.sources) log.info(source);
  const deadline = startDeadline(order.timeoutSeconds, world.timekeeper);
  const progress = startProgress(log, order.timeoutSeconds);
  try {
    const opening = world.openRegistry(order.connection, { env: world.env, log });
    const registry = await Promise.race([opening, deadline.overrun]);
    try {
      return await Promise.race([runMode(order.job, { registry, deadline, event, log }), deadline.overrun]);
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
