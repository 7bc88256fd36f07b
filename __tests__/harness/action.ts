import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ActionLog } from './action-log.js';
import type { LogLine } from './action-log.js';
import { inputVariables, readMetadata } from './action-metadata.js';
import { startChild, type Ended } from './child.js';
import { disguises } from './masks.js';
import { ROOT, scratch } from './paths.js';
import type { Command } from './runner-commands.js';
import { plainRepository } from './plain-repository.js';
import { prepareFiles, stepEnvironment } from './runner-environment.js';
import type { Places } from './runner-environment.js';
import { parseFileCommands } from './runner-files.js';

export interface ActionOptions {
  /** As a workflow's `with:`; the others get their defaults from action.yml. */
  readonly inputs: Readonly<Record<string, string>>;
  /** What the workflow's `env:` adds, and what replaces a variable of the runner. */
  readonly env?: Readonly<Record<string, string>>;
  /** The webhook payload. Default `{}`. */
  readonly event?: unknown;
  /** Default `workflow_dispatch`. */
  readonly eventName?: string;
  /** What `${{ github.token }}` stands for. The runner masks it. */
  readonly token?: string;
  /** GITHUB_API_URL. Default: a repository without a policy, where nothing may be written. */
  readonly apiUrl?: string;
  /** Values the runner has masked before the step starts: the workflow's secrets. */
  readonly secrets?: readonly string[];
  /** An existing workspace. Default: a new, empty one. */
  readonly workspace?: string;
  /** The folder with action.yml. Default: the repository. */
  readonly directory?: string;
  /** Sent once, this many milliseconds after the start, or as soon as a line matches. */
  readonly signalAfter?: { readonly signal: NodeJS.Signals; readonly when: number | RegExp };
}

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

/** A finished step. */
export interface ActionRun {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly durationMs: number;
  /** Both streams in the order they arrived, as the process wrote them. */
  readonly rawLog: string;
  /** What people see: secrets hidden from the moment they were registered. */
  readonly log: string;
  readonly lines: readonly LogLine[];
  readonly commands: readonly Command[];
  readonly annotations: readonly Annotation[];
  readonly masks: readonly string[];
  /** By the runner's rules, from the file and from `set-output`, last one wins. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly exported: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly workspace: string;
  /** RUNNER_TEMP. */
  readonly temp: string;
}

/** A step that runs. */
export interface RunningAction {
  readonly pid: number;
  readonly signal: (signal: NodeJS.Signals) => void;
  /** Resolves with the first line, past or future, that matches; rejects when the step ends without one. */
  readonly line: (pattern: RegExp) => Promise<string>;
  readonly done: Promise<ActionRun>;
}

const TOKEN = 'ghs_harnessHarnessHarnessHarness12345678';

async function finish(log: ActionLog, places: Places, started: number, ended: Ended): Promise<ActionRun> {
  const durationMs = performance.now() - started;
  const read = (name: keyof Places['files']): Promise<string> => readFile(places.files[name], 'utf8');
  const commands = log.lines.flatMap(({ command }) => command ?? []);
  const old = commands
    .filter(({ name }) => name === 'set-output')
    .map((c) => [c.properties['name'] ?? '', c.data]);
  return {
    exitCode: ended.code,
    signal: ended.signal,
    durationMs,
    rawLog: log.raw,
    log: log.shown,
    lines: log.lines,
    commands,
    annotations: commands.flatMap(annotation),
    masks: log.masks,
    outputs: {
      ...(Object.fromEntries(old) as Record<string, string>),
      ...parseFileCommands(await read('output')),
    },
    state: parseFileCommands(await read('state')),
    exported: parseFileCommands(await read('env')),
    summary: await read('step_summary'),
    workspace: places.workspace,
    temp: places.temp,
  };
}

function annotation({ name, properties, data }: Command): Annotation[] {
  if (name !== 'error' && name !== 'warning' && name !== 'notice') return [];
  return [{ level: name, title: properties['title'] ?? '', message: data }];
}

function firstLine(log: ActionLog, done: Promise<ActionRun>, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    log.onLine(({ text }) => {
      if (pattern.test(text)) resolve(text);
    });
    done.then(
      (run) => {
        reject(new Error(`The step ended without a line like ${String(pattern)}:\n${run.rawLog}`));
      },
      (cause: unknown) => {
        reject(new Error('The step left files no runner can read', { cause }));
      },
    );
  });
}

/** Starts the action as a runner does: `node <main>` with the workspace as its folder and an environment from scratch. */
export async function startAction(options: ActionOptions): Promise<RunningAction> {
  const directory = options.directory ?? ROOT;
  const metadata = await readMetadata(directory);
  const home = await scratch('action');
  const temp = path.join(home, 'temp');
  const workspace = options.workspace ?? path.join(home, 'workspace');
  await mkdir(workspace, { recursive: true });
  const places = { home, workspace, temp, files: await prepareFiles(temp, options.event) };
  const token = options.token ?? TOKEN;
  const log = new ActionLog([token, ...(options.secrets ?? [])]);
  const env = {
    ...stepEnvironment(
      places,
      options.eventName ?? 'workflow_dispatch',
      options.apiUrl ?? (await plainRepository()),
    ),
    ...inputVariables(metadata, options.inputs, token),
    ...options.env,
  };
  const started = performance.now();
  const child = startChild(process.execPath, [path.join(directory, metadata.runs.main)], {
    cwd: workspace,
    env,
    onData: (stream, chunk) => {
      log.push(stream, chunk);
    },
  });
  const done = child.ended.then((ended) => {
    log.end();
    return finish(log, places, started, ended);
  });
  return {
    pid: child.pid,
    signal: (signal) => {
      child.signal(signal);
    },
    line: (pattern) => firstLine(log, done, pattern),
    done,
  };
}

/** Runs the action to its end. */
export async function runAction(options: ActionOptions): Promise<ActionRun> {
  const running = await startAction(options);
  const { signalAfter } = options;
  if (signalAfter !== undefined) {
    const { when, signal } = signalAfter;
    if (typeof when === 'number') setTimeout(running.signal, when, signal).unref();
    else {
      await running.line(when);
      running.signal(signal);
    }
  }
  return running.done;
}

/**
 * Every place a text reached in which people or machines can read it, in any of the forms a secret may take:
 * `log`, `summary`, `output <name>`, or a path under RUNNER_TEMP given by an output. The raw log counts except for
 * `add-mask` itself.
 */
export async function leaks(run: ActionRun, text: string): Promise<string[]> {
  const has = (content: string): boolean => disguises(text).some((form) => content.includes(form));
  const open = run.lines.filter(({ command }) => command?.name !== 'add-mask').map((line) => line.text);
  const files = await Promise.all(
    Object.entries(run.outputs)
      .filter(([, value]) => value.startsWith(run.temp))
      .map(async ([, file]) => [file, await readFile(file, 'utf8').catch(() => '')] as const),
  );
  const places: (readonly [string, string])[] = [
    ['log', open.join('\n')],
    ['summary', run.summary],
    ...Object.entries(run.outputs).map(([name, value]) => [`output ${name}`, value] as const),
    ...Object.entries(run.exported).map(([name, value]) => [`env ${name}`, value] as const),
    ...files,
  ];
  return places.filter(([, content]) => has(content)).map(([name]) => name);
}
