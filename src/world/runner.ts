import { EOL } from 'node:os';
// The parts that speak to the runner. The package's one entry also loads its OIDC client, and with it a second HTTP client
// and all of undici (docs/decisions/packages-by-parts.md).
import { issue, issueCommand } from '../../node_modules/@actions/core/lib/command.js';
import {
  issueFileCommand,
  prepareKeyValueMessage,
} from '../../node_modules/@actions/core/lib/file-command.js';
import type { Log } from '../domain/log.js';
import { given, type Environment } from '../domain/environment.js';
import { SHORTEST_SECRET } from '../text/scrub.js';

/** What a step may say to the runner. Texts are safe already: whoever calls has escaped them. */
export interface Runner extends Log {
  /** Null when nobody set it. */
  input(name: string): string | null;
  mask(secret: string): void;
  group(title: string, lines: readonly string[]): void;
  annotate(level: 'error' | 'warning' | 'notice', title: string, message: string): void;
  output(name: string, value: string): void;
  summary(markdown: string): void;
}

/** The real runner. Outside GitHub (no file to write to) outputs and summary are left out; the log remains. */
export function actionsRunner(env: Environment): Runner {
  const has = (name: string) => given(env, name) !== null;
  return {
    input: (name) => env[`INPUT_${name.toUpperCase()}`]?.trim() ?? null,
    mask: (secret) => {
      if (secret.length >= SHORTEST_SECRET && has('GITHUB_ACTIONS')) issueCommand('add-mask', {}, secret);
    },
    info: print,
    debug: (text) => {
      if (env['RUNNER_DEBUG'] === '1') issueCommand('debug', {}, text);
    },
    group: (title, lines) => {
      issue('group', title);
      for (const line of lines) print(line);
      issue('endgroup');
    },
    annotate: (level, title, message) => {
      issueCommand(level, { title }, message);
    },
    output: (name, value) => {
      if (has('GITHUB_OUTPUT')) issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    },
    // A file of the runner like that of the outputs; the package's own summary builds HTML, and we write Markdown.
    summary: (markdown) => {
      if (has('GITHUB_STEP_SUMMARY')) issueFileCommand('STEP_SUMMARY', markdown);
    },
  };
}

function print(line: string): void {
  process.stdout.write(line + EOL);
}
