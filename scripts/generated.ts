import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { decisionJsonSchema } from './decision-json-schema.js';
import { policyJsonSchema } from './policy-json-schema.js';
import { sampleReport } from './sample.js';

/** One input or output, as action.yml describes it. */
export interface ActionField {
  readonly description: string;
  readonly required?: boolean;
  readonly default?: string;
}

/** The part of action.yml that documents are written from. */
export interface ActionMetadata {
  readonly name: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, ActionField>>;
  readonly outputs: Readonly<Record<string, ActionField>>;
  readonly runs: Readonly<Record<string, string>>;
}

/** Reads the text of an action.yml. */
export function readAction(text: string): ActionMetadata {
  return parse(text) as ActionMetadata;
}

/**
 * Every file that is written from another one, by path from the root of the repository, with the content it should
 * have. `root` is a file URL that ends in a slash.
 */
export async function generatedFiles(root: URL): Promise<ReadonlyMap<string, string>> {
  const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
  const action = readAction(read('action.yml'));
  return new Map([
    ['README.md', await withReport(withTables(read('README.md'), action))],
    ['schemas/policy.schema.json', `${JSON.stringify(policyJsonSchema(), null, 2)}\n`],
    ['schemas/decision.schema.json', `${JSON.stringify(decisionJsonSchema(), null, 2)}\n`],
  ]);
}

/** Replaces what stands between the markers of README; throws when a marker is missing. */
export function withTables(readme: string, action: ActionMetadata): string {
  const inputs = table(['Input', 'Default', 'What it says'], Object.entries(action.inputs).map(inputRow));
  const outputs = table(['Output', 'What it says'], Object.entries(action.outputs).map(outputRow));
  return between(between(readme, 'inputs', inputs), 'outputs', outputs);
}

/** Replaces the sample report of README by what the action says about README's own thresholds. */
async function withReport(readme: string): Promise<string> {
  const [, text] = /^```yaml\n(- uses:[\s\S]*?)^```$/m.exec(readme) ?? [];
  const [step] = parse(text ?? '[]') as { with: { thresholds: string } }[];
  if (step === undefined) throw new Error('README.md shows no step to copy.');
  const report = await sampleReport(step.with.thresholds);
  return between(readme, 'report', ['```text', report, '```'].join('\n'));
}

function inputRow([name, field]: [string, ActionField]): string[] {
  return [code(name), defaultOf(field), field.description];
}

function outputRow([name, field]: [string, ActionField]): string[] {
  return [code(name), field.description];
}

function defaultOf(field: ActionField): string {
  if (field.required === true) return '**required**';
  return field.default === undefined ? '' : code(field.default);
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

function between(text: string, name: string, content: string): string {
  const start = `<!-- ${name}: written by "npm run generate" -->\n<!-- prettier-ignore-start -->\n`;
  const end = `\n<!-- prettier-ignore-end -->\n<!-- end of ${name} -->`;
  const from = text.indexOf(start);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`README.md has no place for "${name}".`);
  return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
}
