import { getExecOutput } from '@actions/exec';

/** What a command printed, and how it ended. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** The whole environment of the command. Default: ours. */
  readonly env?: Readonly<NodeJS.ProcessEnv>;
  readonly cwd?: string;
}

/**
 * Runs a command to its end, without a shell and without printing.
 * @throws when the program does not exist. A non-zero end is an answer, not an error.
 */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const result = await getExecOutput(`"${command}"`, [...args], {
    ...{ silent: true, ignoreReturnCode: true, env: withoutHoles(options.env ?? process.env) },
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  return { code: result.exitCode, stdout: result.stdout, stderr: result.stderr };
}

/** Like `run`, and throws with the last lines of stderr when the command fails. Returns stdout. */
export async function must(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const ran = await run(command, args, options);
  if (ran.code === 0) return ran.stdout;
  throw new Error(`${command} ${args.join(' ')} ended with ${ran.code}: ${tail(ran.stderr || ran.stdout)}`);
}

/** The last lines of a text that are worth reading. */
export function tail(text: string, lines = 20): string {
  return text.trimEnd().split('\n').slice(-lines).join('\n');
}

function withoutHoles(environment: Readonly<NodeJS.ProcessEnv>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
