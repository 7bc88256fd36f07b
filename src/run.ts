import type { Decision, Result } from './domain/decision.js';
import type { EventFacts } from './domain/event.js';
import type { Order } from './domain/order.js';
import { readEvent, readRun } from './github/event.js';
import { outlineOf, type Outline } from './inputs/outline.js';
import { readRaw } from './inputs/raw.js';
import { readInputs, secretsOf } from './inputs/read.js';
import { failedResult, runMode } from './modes/mode.js';
import { reasonsOf } from './promotion/reasons.js';
import { writeFirstOutputs, writeUnfinished } from './publish/outputs.js';
import { publish } from './publish/publish.js';
import { safeLog } from './text/safe-log.js';
import { traceOf } from './text/thrown.js';
import { startDeadline } from './world/deadline.js';
import { startProgress } from './world/progress.js';
import type { World } from './world/world.js';

/** The story of one run, from inputs to report. Returns the exit code. */
export async function run(world: World): Promise<0 | 1> {
  const startedAt = world.now().toISOString();
  const raw = readRaw((name) => world.runner.input(name), world.env, world.workingDirectory);
  for (const secret of secretsOf(raw)) world.runner.mask(secret);
  const outline = outlineOf(raw);
  const unwritable = writeFirstOutputs(world.runner, outline.model);
  const event = readEvent(world.env);

  let order: Order | null = null;
  let found: Found;
  try {
    order = readInputs(raw);
    if (unwritable !== null && order.job.mode === 'promote') throw unwritable;
    found = await findOut(order, outline, event, world);
  } catch (error) {
    const registry = order === null ? null : addressOf(order);
    found = { registry, result: failed(outline, error, world) };
  }
  const { result, registry } = found;
  const decision: Decision = {
    schemaVersion: 1,
    ...result,
    warnings: [...(order?.warnings ?? []), ...result.warnings],
    registry,
    startedAt,
    finishedAt: world.now().toISOString(),
    run: readRun(world.env),
  };
  return publish(decision, { ...outline, event }, world);
}

/** What a run found out, and in which registry: its address without credentials, null when none was opened. */
interface Found {
  readonly registry: string | null;
  readonly result: Result;
}

function failed(outline: Outline, error: unknown, world: World): Result {
  safeLog(world.runner).debug(traceOf(error));
  return failedResult(outline, reasonsOf(error));
}

/** Where the order leads, without credentials; null when it leaves that to the registry's own default. */
function addressOf({ connection }: Order): string | null {
  return connection.registryUri ?? connection.trackingUri;
}

/** Opens the registry and runs the mode, within the run's time. */
async function findOut(order: Order, outline: Outline, event: EventFacts, world: World): Promise<Found> {
  const log = safeLog(world.runner);
  for (const source of order.sources) log.info(source);
  const deadline = startDeadline(order.timeoutSeconds, world.signals);
  const progress = startProgress(log, order.timeoutSeconds);
  try {
    const opening = world.openRegistry(order.connection, { env: world.env, log });
    const registry = await Promise.race([opening, deadline.overrun]);
    try {
      const working = runMode(order.job, {
        ...{ registry, deadline, event, log },
        beforeWrite: () => {
          writeUnfinished(world.runner);
        },
      });
      const result = await Promise.race([working, deadline.overrun]).catch((error: unknown) =>
        failed(outline, error, world),
      );
      return { registry: registry.label, result };
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
