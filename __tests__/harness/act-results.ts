import type { Annotation } from './action.js';
import type { Ran } from './tools.js';

/** One job of a run. A job that was skipped leaves no line, so it is not there. */
export interface ActJob {
  readonly result: string;
  /** `success`, `failure` or `skipped` by step id, the step's number where it has no id; inside an action `outer.inner`. */
  readonly steps: Readonly<Record<string, string>>;
  /** Outputs by step id, then by name. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  /** Masked, as people see it. Act loses the last lines of a failing step now and then: assert on the rest. */
  readonly log: string;
}

export interface ActRun {
  readonly exitCode: number;
  /** By the job's key in the workflow, with `(its, values)` behind it in a matrix. */
  readonly jobs: Readonly<Record<string, ActJob>>;
  /** Everything act printed: JSON lines, of which only `msg` is masked. */
  readonly raw: string;
  /** The one commit of the repository. */
  readonly sha: string;
  readonly durationMs: number;
}

/** What we read of one of act's JSON lines. */
interface Line {
  readonly jobID?: string;
  readonly matrix?: Readonly<Record<string, unknown>>;
  readonly stepID?: readonly string[];
  readonly msg?: string;
  readonly jobResult?: string;
  readonly stage?: 'Pre' | 'Main' | 'Post';
  readonly stepResult?: string;
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
  readonly raw_output?: boolean;
  readonly kvPairs?: Readonly<Record<string, string>>;
}

interface Draft {
  result: string;
  steps: Record<string, string>;
  outputs: Record<string, Record<string, string>>;
  summary: string;
  annotations: Annotation[];
  log: string;
}

function parse(text: string): Line[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as Line];
      } catch {
        return [];
      }
    });
}

function isLevel(command: string): command is Annotation['level'] {
  return command === 'error' || command === 'warning' || command === 'notice';
}

/** What a step did by a workflow command or a command file. */
function takeCommand(job: Draft, step: string, line: Line & { readonly command: string }): void {
  const { command, name = '', arg = '', content = '', kvPairs = {} } = line;
  if (command === 'set-output') (job.outputs[step] ??= {})[name] = arg;
  if (command === 'summary') job.summary += content;
  if (isLevel(command)) job.annotations.push({ level: command, title: kvPairs['title'] ?? '', message: arg });
}

function take(job: Draft, line: Line): void {
  const { command, msg = '' } = line;
  const step = line.stepID?.join('.') ?? '';
  if (line.jobResult !== undefined) job.result = line.jobResult;
  // A step's post part succeeds after its main part failed; act's own set-up has no stepID.
  if (line.stage === 'Main' && line.stepResult !== undefined) job.steps[step] = line.stepResult;
  if (command !== undefined) takeCommand(job, step, { ...line, command });
  if (line.raw_output === true || command !== undefined) job.log += `${msg}\n`;
}

/** Reads what `act --json` printed. */
export function readResults(ran: Ran): Omit<ActRun, 'sha' | 'durationMs'> {
  const jobs: Record<string, Draft> = {};
  for (const line of parse(ran.stdout)) {
    if (line.jobID === undefined) continue;
    const values = Object.values(line.matrix ?? {}).map(String);
    const name = values.length > 0 ? `${line.jobID} (${values.join(', ')})` : line.jobID;
    const draft: Draft = { result: '', steps: {}, outputs: {}, summary: '', annotations: [], log: '' };
    take((jobs[name] ??= draft), line);
  }
  const finished = Object.entries(jobs).filter(([, job]) => job.result !== '');
  return { exitCode: ran.code, jobs: Object.fromEntries(finished), raw: `${ran.stdout}${ran.stderr}` };
}
