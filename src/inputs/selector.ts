import { plainForm } from '../text/look-alike.js';
import { STAGES, type Selector, type Stage } from '../domain/version.js';
import { aliasProblem } from '../registry/mlflow/words.js';

const RUN_ID = /^[A-Za-z0-9_-]{1,64}$/;
/** What programs write where they have nothing: Python, JavaScript, shells, templates, a count from 0, "not found". */
const NOTHING =
  /^(none|nonetype|null|nil|nan|undefined|n\/?a|true|false|<no value>|\[\]|\{\}|[+-]?0+(\.0*)?|-\d+)$/i;
const FORMS = 'a number such as `7`, `latest`, `@alias`, a stage name, or `run:<run id>`';

type Parsed = { readonly selector: Selector } | { readonly problem: string };

/** The stage a name means, in any case; null when it means none. MLflow compares in lower case as well. */
export function stageNamed(text: string): Stage | null {
  return STAGES.find((stage) => stage.toLowerCase() === text.toLowerCase()) ?? null;
}

/** Whether a text is what a step leaves that had no value to give, such as `None`. Quotes around it count too. */
export function looksMissing(text: string): boolean {
  return (
    NOTHING.test(text.replace(/^(["'])(.*)\1$/, '$2').trim()) ||
    /^["']+$/.test(text) ||
    /^\$\{?\{?\s*\w/.test(text)
  );
}

/** Reads a version selector as a workflow writes it. `None` and the like are never taken for the stage of that name. */
export function parseSelector(text: string): Parsed {
  const problem = `${quoted(text)} is not a version selector: write ${FORMS}`;
  return readForm(text) ?? { problem: `${problem}${hint(text)}` };
}

/** Null for a text that has none of the forms. */
function readForm(text: string): Parsed | null {
  if (looksMissing(text.replace(/^(@|run:)/, '').trim())) return { problem: missing(text) };
  if (/^[1-9]\d{0,17}$/.test(text)) return { selector: { kind: 'number', text, version: text } };
  if (text.toLowerCase() === 'latest') return { selector: { kind: 'latest', text } };
  if (text.startsWith('@')) return parseAlias(text);
  if (text.startsWith('run:')) return parseRun(text);
  const stage = stageNamed(text);
  return stage === null ? null : { selector: { kind: 'stage', text, stage } };
}

function parseAlias(text: string): Parsed {
  const alias = text.slice(1);
  const problem = aliasProblem(alias);
  return problem === null
    ? { selector: { kind: 'alias', text, alias } }
    : { problem: `${quoted(text)} names no alias: ${problem}` };
}

function parseRun(text: string): Parsed {
  const runId = text.slice('run:'.length).trim();
  return RUN_ID.test(runId)
    ? { selector: { kind: 'run', text, runId } }
    : { problem: `${quoted(text)} names no run: write \`run:\` and the run's id` };
}

/** What others write for a version, and ours: MLflow's model URI, its parts, a float of pandas, a word before it. */
const SPELLINGS: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/^models:\/+[^/@]+@([^/@]+)$/, (alias) => `@${alias}`],
  [/^[^\s/@:]+@([^\s/@]+)$/, (alias) => `@${alias}`],
  [/^models:\/+[^/@]+\/([^/@]+)$/, (part) => part],
  [/^[^\s/@:]+[/:]([^\s/@:]+)$/, (part) => part],
  [/^(?:v|ver|version|#|no)[.:_ -]*(\d+)(?:\.0+)?$/i, (digits) => digits],
  [/^["'`(]+([^"'`()]+)["'`)]+$/, (inside) => inside.trim()],
  [/^(\d+)(?:\.0*)?[,;.]?$/, (digits) => digits],
];

function hint(text: string): string {
  const meant = proposal(plainForm(text));
  if (meant !== null && meant !== text) return `. Did you mean \`${meant}\`?`;
  return aliasProblem(text) === null ? `. If it is an alias, write \`@${text}\`` : '';
}

/** A selector that parses, for a text that does not; null when there is none to offer. */
function proposal(text: string): string | null {
  for (const [pattern, meant] of SPELLINGS) {
    const found = pattern.exec(text)?.[1];
    if (found !== undefined) return usable(meant(found).replace(/^0+(?=\d)/, ''));
  }
  return usable(text);
}

function usable(text: string): string | null {
  const read = readForm(text);
  return read !== null && 'selector' in read ? text : null;
}

function missing(text: string): string {
  return `${quoted(text)} looks like a missing value of the step before: see that it gives the version, and write ${FORMS}`;
}

function quoted(text: string): string {
  return `\`${text.slice(0, 80)}\``;
}
