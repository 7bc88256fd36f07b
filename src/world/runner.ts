import * as core from '@actions/core';
import type { Log } from '../domain/log.js';
import { given } from '../github/event.js';

/** What a step may say to the runner. Texts are safe already: whoever calls has escaped them. */
export interface Runner extends Log {
  /** Null when nobody set it. */
  input(name: string): string | null;
  mask(secret: string): void;
  group(title: string, lines: readonly string[]): void;
  annotate(level: 'error' | 'warning' | 'notice', title: string, message: string): void;
  output(name: string, value: string): void;
  summary(markdown: string): Promise<void>;
}

/** A short secret would blank out half of every log: the runner's own advice is not to mask those. */
const SHORTEST_MASK = 4;

/** The real runner. Outside GitHub (no file to write to) outputs and summary are left out; the log remains. */
export function actionsRunner(env: Readonly<Record<string, string | undefined>>): Runner {
  const has = (name: string) => given(env, name) !== null;
  return {
    input: (name) => (env[`INPUT_${name.toUpperCase()}`] === undefined ? null : core.getInput(name)),
    mask: (secret) => {
      if (secret.length >= SHORTEST_MASK && has('GITHUB_ACTIONS')) core.setSecret(secret);
    },
    info: (text) => {
      core.info(text);
    },
    debug: (text) => {
      if (core.isDebug()) core.debug(text);
    },
    group: (title, lines) => {
      core.startGroup(title);
      for (const line of lines) core.info(line);
      core.endGroup();
    },
    annotate: (level, title, message) => {
      core[level](message, { title });
    },
    output: (name, value) => {
      if (has('GITHUB_OUTPUT')) core.setOutput(name, value);
    },
    summary: async (markdown) => {
      if (has('GITHUB_STEP_SUMMARY')) await core.summary.addRaw(markdown, true).write();
    },
  };
}
