import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PromotionDecision } from '../../src/domain/decision.js';
import type { CheckPlace, CheckText, GitHub } from '../../src/github/port.js';
import type { Runner } from '../../src/world/runner.js';
import type { Registry } from '../../src/registry/port.js';
import type { World } from '../../src/world/world.js';
import { thisThread } from './thread.js';
import { rawInputs } from '../inputs/raw-inputs.js';

/** One thing said to the runner. */
export type Said =
  | { readonly kind: 'mask' | 'info' | 'debug' | 'summary'; readonly text: string }
  | { readonly kind: 'group'; readonly title: string; readonly text: string }
  | { readonly kind: 'annotate'; readonly level: string; readonly title: string; readonly text: string }
  | { readonly kind: 'output'; readonly name: string; readonly text: string };

/** A check run that was asked for. */
interface CheckRun {
  readonly place: CheckPlace;
  readonly check: CheckText;
}

export interface TestWorld extends World {
  readonly said: readonly Said[];
  /** What a later step sees. */
  readonly outputs: () => Readonly<Record<string, string>>;
  readonly checkRuns: readonly CheckRun[];
  readonly annotations: () => readonly Extract<Said, { kind: 'annotate' }>[];
  readonly decision: () => PromotionDecision;
  /** Sends a signal to the process. */
  readonly signal: (name: string) => void;
}

interface Setting {
  readonly inputs: Readonly<Record<string, string>>;
  readonly registry: Registry | World['openRegistry'];
  /** Records check runs unless told. */
  readonly github?: GitHub;
  readonly workingDirectory?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly summary?: () => void;
  /** Throws where an output cannot be written. */
  readonly output?: (name: string, value: string) => void;
  /** One second later at each look unless told. */
  readonly now?: () => Date;
}

/** A runner that remembers, a clock that advances one second per look, signals by hand. */
export function testWorld(setting: Setting): TestWorld {
  const { inputs, registry, env = {}, github, workingDirectory = '/work' } = setting;
  const checkRuns: CheckRun[] = [];
  const said: Said[] = [];
  const handlers: ((signal: string) => void)[] = [];
  const { texts } = rawInputs(inputs);
  let time = Date.UTC(2026, 10, 21);
  const outputs = () =>
    Object.fromEntries(said.flatMap((one) => (one.kind === 'output' ? [[one.name, one.text]] : [])));
  return {
    env: 'RUNNER_TEMP' in env ? env : { RUNNER_TEMP: mkdtempSync(join(tmpdir(), 'run-')), ...env },
    workingDirectory,
    runner: recording(said, (name) => texts[name as keyof typeof texts], setting),
    signals: {
      onSignal: (handler) => {
        handlers.push(handler);
      },
    },
    uptimeMs: () => 0,
    startThread: thisThread(),
    bounded: (work) => work(),
    now: setting.now ?? (() => new Date((time += 1_000))),
    openRegistry: (...args) =>
      typeof registry === 'function' ? registry(...args) : Promise.resolve(registry),
    github: github ?? recordingGitHub(checkRuns),
    checkRuns,
    said,
    outputs,
    annotations: () => said.filter((one) => one.kind === 'annotate'),
    decision: () => JSON.parse(readFileSync(outputs()['decision'] ?? '', 'utf8')) as PromotionDecision,
    signal: (name) => {
      for (const handler of handlers) handler(name);
    },
  };
}

function recordingGitHub(checkRuns: CheckRun[]): GitHub {
  return {
    readFile: () => Promise.resolve({ ref: 'main', commit: 'c'.repeat(40), text: null }),
    createCheckRun: (place, check) => {
      checkRuns.push({ place, check });
      return Promise.resolve(null);
    },
  };
}

function recording(
  said: Said[],
  input: Runner['input'],
  faults: Pick<Setting, 'summary' | 'output'>,
): Runner {
  const line = (kind: 'mask' | 'info' | 'debug') => (text: string) => {
    said.push({ kind, text });
  };
  return {
    input,
    mask: line('mask'),
    info: line('info'),
    debug: line('debug'),
    group: (title, lines) => {
      said.push({ kind: 'group', title, text: lines.join('\n') });
    },
    annotate: (level, title, text) => {
      said.push({ kind: 'annotate', level, title, text });
    },
    output: (name, text) => {
      faults.output?.(name, text);
      said.push({ kind: 'output', name, text });
    },
    summary: (text) => {
      faults.summary?.();
      said.push({ kind: 'summary', text });
    },
  };
}
