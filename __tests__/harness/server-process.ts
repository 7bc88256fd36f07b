import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild } from './child.js';
import { tail } from './tools.js';

/** A server running in a process group of its own. */
export interface ServerProcess {
  /** What it wrote so far, both streams. */
  readonly output: () => string;
  /** Whether it still runs. */
  readonly running: () => boolean;
  /** Ends the whole group and waits until it is gone. */
  readonly stop: () => Promise<void>;
}

/** A loopback port nobody listens on now. Somebody may before you do: check who answers, and try again. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Starts a program; it dies with this process, however that ends. */
export function startProcess(
  command: string,
  args: readonly string[],
  options: { cwd: string; env: Readonly<Record<string, string>> },
): ServerProcess {
  const supervisor = path.join(import.meta.dirname, 'supervise.js');
  let output = '';
  const child = startChild(process.execPath, [supervisor, command, ...args], {
    ...options,
    detached: true,
    stdin: 'pipe',
    onData: (_, chunk) => {
      output = (output + chunk.toString()).slice(-20_000);
    },
  });
  return {
    output: () => output,
    running: child.running,
    stop: async () => {
      child.signal('SIGTERM', 'group');
      await Promise.race([child.ended, sleep(2000, undefined, { ref: false })]);
      // On MLflow 2.x the parent leaves before gunicorn does; this takes what is left, and frees the port.
      child.signal('SIGKILL', 'group');
      await child.ended;
    },
  };
}

/** Waits until `ready` says so. @throws with what the process wrote when it ends, or takes too long. */
export async function waitUntil(
  server: ServerProcess,
  ready: () => Promise<boolean>,
  patienceMs = 60_000,
): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!(await ready())) {
    if (!server.running()) throw new Error(`The server ended before it was ready:\n${tail(server.output())}`);
    if (Date.now() > end) throw new Error(`The server was not ready in time:\n${tail(server.output())}`);
    await sleep(50);
  }
}
