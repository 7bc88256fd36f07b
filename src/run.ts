import type { Decision, Result } from './domain/decision.js';
import type { EventFacts } from './domain/event.js';
import type { Log } from './domain/log.js';
import type { Order } from './domain/order.js';
import { isAboutPull, readEvent, readRun } from './github/event.js';
import { outlineOf, type Outline } from './inputs/outline.js';
import { readRaw } from './inputs/raw.js';
import { readInputs, secretsOf } from './inputs/read.js';
import type { Ruled } from './modes/context.js';
import { failedResult, isUnregistered, runMode, runUnregistered } from './modes/mode.js';
import { reasonsOf } from './promotion/reasons.js';
import { writeFirstOutputs, writeUnfinished } from './publish/outputs.js';
import { publish } from './publish/publish.js';
import { scrubbed } from './publish/scrubbed.js';
import type { RuledDeps } from './sources/ruled.js';
import { safeLog } from './text/safe-log.js';
import { createScrub } from './text/scrub.js';
import { traceOf } from './text/thrown.js';
import { startDeadline, type RunDeadline } from './world/deadline.js';
import { startProgress } from './world/progress.js';
import type { World } from './world/world.js';

/** Reading good inputs takes a hundredth of it: a run that began late has time to say so itself. */
const READING_MS = 1_000;

/** The story of one run, from inputs to report, within its time. Returns the exit code. */
export async function run(world: World): Promise<0 | 1> {
  const startedAt = world.now().toISOString();
  const raw = readRaw((name) => world.runner.input(name), world.env, world.workingDirectory);
  const secrets = secretsOf(raw);
  for (const secret of secrets) world.runner.mask(secret);
  const outline = outlineOf(raw);
  const scrub = createScrub(secrets);
  const log = safeLog(world.runner, scrub);
  const deadline = startDeadline(outline.timeoutSeconds, world);
  try {
    const unwritable = writeFirstOutputs(world.runner, outline.model);
    const event = readEvent(world.env);

    let order: Order | null = null;
    let found: Found;
    try {
      order = world.bounded(() => readInputs(raw), Math.max(deadline.leftMs(), READING_MS));
      if (unwritable !== null && order.job.mode === 'promote') throw unwritable;
      found = await findOut(order, { outline, event, deadline, log }, world);
    } catch (error) {
      const registry = order === null ? null : addressOf(order);
      found = { registry, result: failed(outline, error, log) };
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
    return await publish(
      scrubbed(decision, scrub),
      { ...outline, event, until: reportingTime(deadline) },
      world,
    );
  } finally {
    deadline.stop();
  }
}

/** What a run found out, and in which registry: its address without credentials, null when none was opened. */
interface Found {
  readonly registry: string | null;
  readonly result: Result;
}

/** What is known of a run beside its order. */
interface Frame {
  readonly outline: Outline;
  readonly event: EventFacts;
  readonly deadline: RunDeadline;
  readonly log: Log;
}

/** A run that is out of time or cancelled still says so, within the extra time. */
function reportingTime(deadline: RunDeadline): AbortSignal {
  return deadline.signal.aborted ? deadline.grace() : deadline.signal;
}

function failed(outline: Outline, error: unknown, log: Log): Result {
  log.debug(traceOf(error));
  return failedResult(outline, reasonsOf(error));
}

/** Where the order leads, without credentials; null when it leaves that to the registry's own default. */
function addressOf({ connection }: Order): string | null {
  return connection.registryUri ?? connection.trackingUri;
}

/** Finds the policy in force. Loaded when it is asked for: nothing is judged before the registry is open. */
function ruledBy(world: World, frame: Frame): Ruled {
  return async (asked) => {
    const { ruled } = await import('./sources/ruled.js');
    return await ruled(asked, rulesOf(world, frame));
  };
}

/** What policies are found and read with. */
function rulesOf(world: World, { outline, event, deadline }: Frame): RuledDeps {
  const { env, workingDirectory, github, bounded } = world;
  return {
    ...{ env, workingDirectory, github, token: outline.token },
    proposed: outline.mode === 'evaluate' && isAboutPull(event) ? event.headSha : null,
    bounded: (work) => bounded(work, Math.max(deadline.leftMs(), READING_MS)),
    signal: deadline.signal,
  };
}

/** Opens the registry and runs the mode. */
async function findOut(order: Order, frame: Frame, world: World): Promise<Found> {
  const { outline, event, deadline, log } = frame;
  const ruled = ruledBy(world, frame);
  if (isUnregistered(order.job)) {
    const result = await Promise.race([runUnregistered(order.job, ruled), deadline.overrun]);
    return { registry: null, result };
  }
  const { job } = order;
  for (const source of order.sources) log.info(source);
  const progress = startProgress(log, outline.timeoutSeconds);
  const { startThread } = world;
  try {
    const deps = { env: world.env, log, startThread, writes: job.mode === 'promote' };
    const registry = await Promise.race([world.openRegistry(order.connection, deps), deadline.overrun]);
    try {
      const working = runMode(job, {
        ...{ registry, deadline, event, log, ruled, now: world.now },
        beforeWrite: () => {
          writeUnfinished(world.runner);
          deadline.writing();
        },
      });
      const result = await Promise.race([working, deadline.overrun]).catch((error: unknown) =>
        failed(outline, error, log),
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
  }
}
