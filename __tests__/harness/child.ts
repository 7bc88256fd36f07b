import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { CACHE, ROOT } from './paths.js';

export type Stream = 'stdout' | 'stderr';

export interface ChildOptions {
  /** The whole environment of the program. Default: ours. */
  readonly env?: Readonly<NodeJS.ProcessEnv>;
  readonly cwd?: string;
  /** Who runs it. Default: we. */
  readonly uid?: number;
  readonly gid?: number;
  /** In a process group of its own. */
  readonly detached?: boolean;
  /** Whether we can write to it. Default: it reads nothing. */
  readonly stdin?: 'pipe' | 'ignore';
  /** Takes both streams as they come. */
  readonly onData?: (stream: Stream, chunk: Buffer) => void;
}

/** How a program ended, and everything it printed. */
export interface Ended {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program that runs. */
export interface Child {
  readonly pid: number;
  readonly running: () => boolean;
  /** To the program; with `group`, to all of its process group. One that is gone is no error. */
  readonly signal: (signal: NodeJS.Signals, to?: 'group') => void;
  /** With `end`, nothing more is written after it. */
  readonly write: (text: string, end?: 'end') => void;
  /** Resolves with the first line on stdout; rejects when it ends without one. */
  readonly firstLine: Promise<string>;
  /** Resolves when it has ended and both streams are closed; rejects when there is no such program. */
  readonly ended: Promise<Ended>;
}

/** Starts a program, without a shell. */
export function startChild(command: string, args: readonly string[], options: ChildOptions = {}): Child {
  const { stdin = 'ignore', onData, ...how } = options;
  const child = spawn(command, args, { ...how, stdio: [stdin, 'pipe', 'pipe'] });
  const chunks: Record<Stream, Buffer[]> = { stdout: [], stderr: [] };
  const printed = (stream: Stream) => Buffer.concat(chunks[stream]).toString();
  const firstLine = Promise.withResolvers<string>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.on('data', (chunk: Buffer) => {
      chunks[name].push(chunk);
      onData?.(name, chunk);
      if (name === 'stdout' && chunk.includes('\n')) firstLine.resolve(printed(name).split('\n')[0] ?? '');
    });
  }
  const ended = once(child, 'close').then((): Ended => {
    const { exitCode: code, signalCode: signal } = child;
    firstLine.reject(new Error(`It ended without a line: ${printed('stderr')}`));
    return { code, signal, stdout: printed('stdout'), stderr: printed('stderr') };
  });
  // Whoever does not ask for them is not told that they never came.
  ended.catch(firstLine.reject);
  firstLine.promise.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    running: () => child.pid !== undefined && child.exitCode === null && child.signalCode === null,
    signal: (signal, to) => {
      signalTo(child, signal, to);
    },
    write: (text, end) => {
      if (end === undefined) child.stdin?.write(text);
      else child.stdin?.end(text);
    },
    firstLine: firstLine.promise,
    ended,
  };
}

/** A script of the repository, in a Node of its own. What it compiles is kept: most of its start is nothing else. */
export function startScript(script: string, args: readonly string[], options: ChildOptions = {}): Child {
  const hooks = path.join(ROOT, 'scripts/typescript-hooks.mjs');
  const env = { ...(options.env ?? process.env), NODE_COMPILE_CACHE: path.join(CACHE, 'compiled') };
  return startChild(process.execPath, ['--import', hooks, script, ...args], { ...options, env });
}

/** The lines of JSON among what a script printed; one that was cut short is none. */
export function jsonLines<T>(stdout: string): T[] {
  const lines = stdout.split('\n').filter((line) => line.startsWith('{') && line.endsWith('}'));
  return lines.map((line) => JSON.parse(line) as T);
}

function signalTo(child: ChildProcess, signal: NodeJS.Signals, to?: 'group'): void {
  if (to === undefined) {
    child.kill(signal);
    return;
  }
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
