import { STAGES, type Selector, type Stage } from '../domain/version.js';

/** MLflow's own rule for alias names (`_REGISTERED_MODEL_ALIAS_REGEX`, 2.3 to 3.18). */
const ALIAS = /^[A-Za-z0-9_-]{1,255}$/;
const RUN_ID = /^[A-Za-z0-9_-]{1,64}$/;
const FORMS = 'a number such as `7`, `latest`, `@alias`, a stage name, or `run:<run id>`';

type Parsed = { readonly selector: Selector } | { readonly problem: string };

/** The stage a name means, in any case; null when it means none. MLflow compares in lower case as well. */
export function stageNamed(text: string): Stage | null {
  return STAGES.find((stage) => stage.toLowerCase() === text.toLowerCase()) ?? null;
}

/** Whether MLflow takes this as an alias: `latest` and `v<digits>` are reserved, in any case. */
export function aliasProblem(alias: string): string | null {
  if (!ALIAS.test(alias)) return 'an alias has only letters, digits, `_` and `-`';
  if (/^(latest|v\d+)$/i.test(alias)) return `MLflow reserves the alias \`${alias}\``;
  return null;
}

/** Reads a version selector as a workflow writes it. */
export function parseSelector(text: string): Parsed {
  if (/^[1-9]\d{0,17}$/.test(text)) return { selector: { kind: 'number', text, version: text } };
  if (text.toLowerCase() === 'latest') return { selector: { kind: 'latest', text } };
  if (text.startsWith('@')) return parseAlias(text);
  if (text.startsWith('run:')) return parseRun(text);
  const stage = stageNamed(text);
  if (stage !== null) return { selector: { kind: 'stage', text, stage } };
  return { problem: `${quoted(text)} is not a version selector: write ${FORMS}${hint(text)}` };
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

function hint(text: string): string {
  const digits = /^v?0*([1-9]\d*)$/i.exec(text)?.[1];
  if (digits !== undefined) return `. Did you mean \`${digits}\`?`;
  return ALIAS.test(text) ? `. If it is an alias, write \`@${text}\`` : '';
}

function quoted(text: string): string {
  return `\`${text.slice(0, 80)}\``;
}
