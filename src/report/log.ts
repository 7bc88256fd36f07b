import type { Decision, ListDecision, PromotionDecision } from '../domain/decision.js';
import type { GateResult } from '../domain/gate.js';
import type { Reason } from '../domain/reason.js';
import { linesOf } from '../text/clean.js';
import { forLog } from '../text/escape.js';
import { age, minute } from '../text/number.js';
import { columns } from './columns.js';
import { inParts, inReadingOrder, marks, room, tally, verdictWords } from './gates.js';
import { inColumns, listTable, metricPairs } from './list.js';
import { LOOKS } from './looks.js';
import { EXCERPT_LINES, SENTENCE_MAX } from './limits.js';
import { aftermath, headline, nextStep, phraseText } from './phrase.js';
import { namedVersions, lineageFacts, MOVE_MARKS, moveState, moveWords } from './versions.js';

/** Lines of a log that belong together. A title makes them a group that GitHub folds; null leaves them open. */
export interface LogBlock {
  readonly title: string | null;
  readonly lines: readonly string[];
}

const COMPARISON_MARKS = { pass: '✔', fail: '✘', waived: '–', invalid: '⊘' } as const;

/**
 * A decision as log lines for a plain terminal: verdict first, next step last. Each line is one line, starts with
 * a visible character of ours and forms no workflow command.
 */
export function renderLog(decision: Decision): readonly LogBlock[] {
  const promotion = decision.mode === 'list' ? null : decision;
  const blocks: readonly LogBlock[] = [
    { title: null, lines: verdict(decision) },
    { title: null, lines: promotion === null ? [] : gates(promotion.gates) },
    { title: null, lines: promotion === null ? [] : moves(promotion) },
    { title: null, lines: decision.warnings.flatMap((warning) => entry('! Warning:', warning.message)) },
    { title: null, lines: decision.mode === 'list' ? list(decision) : [] },
    { title: 'Versions and lineage', lines: promotion === null ? [] : background(promotion) },
    { title: 'Digests and run', lines: digests(decision) },
    { title: null, lines: closing(decision) },
  ];
  return blocks.filter((block) => block.lines.length > 0);
}

/** A mark of ours, a sentence, and the lines it brings along under it. */
function entry(mark: string, text: string): readonly string[] {
  const [sentence = '', ...more] = linesOf(text, EXCERPT_LINES);
  return [`${mark} ${forLog(sentence, SENTENCE_MAX)}`, ...excerpt(more)];
}

function excerpt(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  │ ${forLog(line, SENTENCE_MAX)}`);
}

function verdict(decision: Decision): readonly string[] {
  const { icon, label } = LOOKS[decision.outcome];
  const [first, ...others] = decision.reasons;
  const after = aftermath(decision);
  return [
    `${icon} ${label.toUpperCase()} · ${phraseText(headline(decision))}`,
    ...excerpt(linesOf(first?.message ?? '', EXCERPT_LINES).slice(1)),
    ...others.flatMap(reasonLines),
    ...(after === null ? [] : [`· ${after}`]),
  ];
}

function reasonLines(reason: Reason): readonly string[] {
  return [...entry('· Also:', reason.message), ...(reason.remedy === '' ? [] : entry('  →', reason.remedy))];
}

function gates(all: readonly GateResult[]): readonly string[] {
  if (all.length === 0) return [];
  return [`Gates: ${tally(all)}`, ...columns(inReadingOrder(all).flatMap(gateRows))];
}

function gateRows(gate: GateResult): readonly (readonly string[])[] {
  const left = room(gate);
  const [form = '', ...others] = inParts(gate)
    ? gate.comparisons.map(({ result, text }) => `${COMPARISON_MARKS[result]} ${forLog(text, SENTENCE_MAX)}`)
    : [forLog(gate.text, SENTENCE_MAX)];
  const first = [
    `  ${marks(gate).mark} ${verdictWords(gate)}`,
    gate.required ? 'required' : 'advisory',
    gate.dataset === null ? forLog(gate.metric) : `${forLog(gate.metric)} on ${forLog(gate.dataset)}`,
    left === null ? '' : `${left.bar} ${forLog(left.distance)}`,
    form,
  ];
  const asked = gate.verdict === 'pass' ? [] : [`asked for ${forLog(gate.condition, SENTENCE_MAX)}`];
  return [first, ...[...others, ...asked].map((text) => ['  │', '', '', '', text])];
}

function moves(decision: PromotionDecision): readonly string[] {
  if (decision.moves.length === 0) return [];
  const lines = decision.moves.map((move) => {
    const { mark } = MOVE_MARKS[String(move.done) as keyof typeof MOVE_MARKS];
    return `  ${mark} ${moveWords(move, forLog)} (${moveState(decision, move)})`;
  });
  return ['Moves in the registry:', ...lines];
}

function list(decision: ListDecision): readonly string[] {
  const found = listTable(decision);
  if (found === null || found.rows.length === 0) return [];
  const wide = inColumns(found);
  const labels = wide ? found.metricLabels.map((label) => forLog(label)) : ['METRICS'];
  const rows = found.rows.map((row) => [
    `  v${forLog(row.version)}`,
    row.stage === 'None' ? '-' : forLog(row.stage),
    row.aliases.map((alias) => forLog(alias)).join(' ') || '-',
    row.age,
    forLog(row.status),
    ...(wide
      ? row.metrics.map((value) => (value === null ? '-' : forLog(value)))
      : [pairs(metricPairs(found.metricLabels, row))]),
  ]);
  return columns([['  VERSION', 'STAGE', 'ALIASES', 'AGE', 'STATUS', ...labels], ...rows]);
}

function pairs(all: readonly (readonly [string, string])[]): string {
  return all.map(([label, value]) => `${forLog(label)}=${forLog(value)}`).join(', ') || '-';
}

function background(decision: PromotionDecision): readonly string[] {
  const now = Date.parse(decision.finishedAt);
  return namedVersions(decision).flatMap(({ role, facts }) => [
    `${role}: version ${forLog(facts.version)}`,
    ...columns([
      ['  · Stage before', forLog(facts.stage)],
      ['  · Aliases before', facts.aliases.map((alias) => forLog(alias)).join(', ') || '-'],
      ['  · Status', forLog(facts.status)],
      ['  · Created', `${minute(facts.createdAt)} (${age(now - facts.createdAt)})`],
      ...(facts.lineage === null ? [] : lineageFacts(facts.lineage))
        .filter(([, values]) => values.length > 0)
        .map(([label, values]) => [`  · ${label}`, values.map((value) => forLog(value)).join(', ')]),
    ]),
  ]);
}

function digests(decision: Decision): readonly string[] {
  const facts: readonly (readonly [string, string | null])[] = [
    ['Reason codes', decision.reasons.map((reason) => reason.code).join(', ')],
    ...(decision.mode === 'list' ? [] : planDigests(decision)),
    ['Run', decision.run.url],
    ['Commit', decision.run.sha],
    ['Actor', decision.run.actor],
  ];
  return columns(
    facts.flatMap(([label, value]) => (value === null ? [] : [[`  · ${label}`, forLog(value, 1_000)]])),
  );
}

function planDigests({ digests: { plan, policy, evidence } }: PromotionDecision) {
  return [
    ['Plan digest', plan],
    ['Policy digest', policy],
    ['Evidence digest', evidence],
  ] as const;
}

function closing(decision: Decision): readonly string[] {
  return decision.outcome === 'listed' ? [] : entry('➡ Next:', nextStep(decision));
}
