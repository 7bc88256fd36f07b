import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readRaw, type RawInputs } from '../../src/inputs/raw.js';

const action = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')) as {
  inputs: Record<string, { default?: string }>;
};

export const MINIMAL = {
  'model-name': 'churn',
  version: '7',
  stage: 'Production',
  thresholds: 'accuracy: ">= 0.9"',
} as const;

/** Inputs as the runner hands them over: the action's defaults under what the workflow wrote, trimmed. */
export function rawInputs(
  written: Readonly<Record<string, string>> = MINIMAL,
  env: RawInputs['env'] = {},
): RawInputs {
  const unknown = Object.keys(written).find((name) => !(name in action.inputs));
  if (unknown !== undefined) throw new TypeError(`action.yml has no input ${unknown}`);
  const input = (name: string) => (written[name] ?? defaultOf(name)).trim();
  return readRaw(input, env, '/work');
}

/** The one default that is an expression is empty outside GitHub. */
function defaultOf(name: string): string {
  const text = action.inputs[name]?.default ?? '';
  return text.startsWith('${{') ? '' : text;
}
