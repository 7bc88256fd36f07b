import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';

interface Metadata {
  readonly inputs: Readonly<Record<string, { readonly default?: unknown } | null>>;
  readonly runs: { readonly using: string; readonly main: string };
}

/** The one expression our defaults use. Another one needs a line here. */
const TOKEN = /^\$\{\{\s*github\.token\s*\}\}$/;

export async function readMetadata(directory: string): Promise<Metadata> {
  const text = await readFile(path.join(directory, 'action.yml'), 'utf8');
  const { inputs, runs } = parse(text) as Partial<Metadata>;
  if (runs === undefined) throw new Error(`${directory}/action.yml has no runs`);
  return { inputs: inputs ?? {}, runs };
}

function defaultOf(name: string, value: unknown, token: string): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    throw new Error(`The default of ${name} is not a scalar`);
  }
  const text = String(value);
  if (TOKEN.test(text)) return token;
  if (text.includes('${{')) throw new Error(`The harness does not know the default of ${name}: ${text}`);
  return text;
}

/**
 * `INPUT_*` as the runner sets them: every input of action.yml, with its default where the workflow says nothing, an
 * empty text where there is none; spaces become `_`, letters upper case, hyphens stay.
 * @throws for an input that action.yml does not have: the runner only warns, a test that does it is mistaken.
 */
export function inputVariables(
  metadata: Metadata,
  given: Readonly<Record<string, string>>,
  token: string,
): Record<string, string> {
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(metadata.inputs, name));
  if (unknown.length > 0) throw new Error(`action.yml has no input ${unknown.join(', ')}`);
  return Object.fromEntries(
    Object.entries(metadata.inputs).map(([name, input]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      given[name] ?? defaultOf(name, input?.default, token),
    ]),
  );
}
