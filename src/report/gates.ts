import type { PromotionDecision } from '../domain/decision.js';
import { VERDICTS, type GateResult } from '../domain/gate.js';
import { code, forMarkdown, prose } from '../text/escape.js';
import { bar, BAR_STEPS, count, signed } from '../text/number.js';
import { ADVISORY_MARK, VERDICT_MARKS } from './looks.js';
import { SENTENCE_MAX } from './limits.js';
import { block, table, type Section } from './section.js';

/** Gates as they are read: required before advisory, the worst first. */
export function inReadingOrder(gates: readonly GateResult[]): readonly GateResult[] {
  return [...gates].sort(
    (a, b) =>
      Number(b.required) - Number(a.required) || VERDICTS.indexOf(b.verdict) - VERDICTS.indexOf(a.verdict),
  );
}

/** Bar and signed distance to the deciding limit; null when there is none. */
export function room(gate: GateResult): { readonly bar: string; readonly distance: string } | null {
  const comparison = gate.comparisons.find(({ decides }) => decides);
  if (comparison?.distance == null || comparison.limit === null) return null;
  return { bar: bar(comparison.distance, comparison.limit), distance: signed(comparison.distance) };
}

/** Marks of a gate. Advisory ones keep their true verdict and do not count, so theirs is never the red of one that does. */
export function marks(gate: GateResult): { readonly icon: string; readonly mark: string } {
  return !gate.required && gate.verdict !== 'pass' ? ADVISORY_MARK : VERDICT_MARKS[gate.verdict];
}

/** How many comparisons of a gate a rule excused. */
export function waivedIn(gate: GateResult): number {
  return gate.comparisons.filter((comparison) => comparison.result === 'waived').length;
}

/** The verdict in words; a pass that owes something to a waiver says so. */
export function verdictWords(gate: GateResult): string {
  const waived = waivedIn(gate);
  if (waived === 0 || gate.verdict !== 'pass') return gate.verdict;
  return waived === gate.comparisons.length ? 'pass, waived' : 'pass, in part waived';
}

/** Whether a gate's comparisons say more than its text: several of them, all made. */
export function inParts(gate: GateResult): boolean {
  return gate.comparisons.length > 1 && gate.verdict !== 'invalid';
}

const BAR_LEGEND = `Bar: room to the right, what is missing to the left; one cell more at ${BAR_STEPS.map((step) => Math.round(step * 100)).join(', ')} % of the limit.`;
const ORIGINS = { 'logged-model': 'logged model', run: 'run' } as const;
const COMPARISON_ICONS = { pass: '✅', fail: '❌', waived: '➖', invalid: '⛔' } as const;

/** The table of gates and, under it, what each gate that did not pass asks for. Empty without gates. */
export function gateSections(decision: PromotionDecision): readonly Section[] {
  if (decision.gates.length === 0) return [];
  const { candidate, baseline } = decision;
  const columns = [
    'Verdict',
    'Metric',
    'Room to the limit',
    candidate === null ? 'Candidate' : `Candidate&nbsp;${code(candidate.version)}`,
    baseline === null ? 'Baseline' : `Baseline&nbsp;${code(baseline.version)}`,
    'Comparison',
  ];
  const gates = inReadingOrder(decision.gates);
  return [
    {
      ...table('gates', 90, `### ${tally(decision.gates)}`, columns, gates.map(gateCells)),
      foot: ['', `<sub>${BAR_LEGEND}</sub>`],
    },
    ...remedies(decision, gates),
  ];
}

/** `2 of 3 required gates passed · 1 of 2 advisory`. */
export function tally(gates: readonly GateResult[]): string {
  const part = (required: boolean, word: string): readonly string[] => {
    const of = gates.filter((gate) => gate.required === required);
    const good = of.filter((gate) => gate.verdict === 'pass').length;
    return of.length === 0 ? [] : [`${good} of ${count(of.length, `${word} gate`)} passed`];
  };
  return [...part(true, 'required'), ...part(false, 'advisory')].join(' · ');
}

function gateCells(gate: GateResult): readonly string[] {
  const verdict = `${marks(gate).icon}&nbsp;**${verdictWords(gate)}**`;
  const left = room(gate);
  return [
    gate.required ? verdict : `${verdict}<br><sub>advisory, does not count</sub>`,
    [code(gate.metric), ...provenance(gate)].join('<br>'),
    left === null ? '–' : `<code>${left.bar}</code><br>${forMarkdown(left.distance)}`,
    value(gate.candidate),
    value(gate.baseline),
    requirement(gate),
  ];
}

/** What the candidate's value was measured on, and where it was read. */
function provenance(gate: GateResult): readonly string[] {
  const dataset = gate.dataset === null ? [] : [`<sub>on ${code(gate.dataset)}</sub>`];
  return gate.origin === null ? dataset : [...dataset, `<sub>from the ${ORIGINS[gate.origin]}</sub>`];
}

function value(decimal: string | null): string {
  return decimal === null ? '–' : forMarkdown(decimal);
}

function requirement(gate: GateResult): string {
  const lines = inParts(gate)
    ? gate.comparisons.map(({ result, text }) => `${COMPARISON_ICONS[result]} ${prose(text, SENTENCE_MAX)}`)
    : [prose(gate.text, SENTENCE_MAX)];
  const asked = gate.verdict === 'pass' ? [] : [`<sub>asked for ${code(gate.condition, SENTENCE_MAX)}</sub>`];
  return [...lines, ...asked].join('<br>');
}

/** What the gates that did not pass ask for, unless the report says the same as its next step. */
function remedies(decision: PromotionDecision, gates: readonly GateResult[]): readonly Section[] {
  const said = new Set(decision.reasons.map((reason) => reason.remedy));
  const rows = gates
    .filter((gate) => gate.remedy !== '' && !said.has(gate.remedy))
    .map((gate) => `- ${code(gate.metric)}: ${prose(gate.remedy, SENTENCE_MAX)}`);
  return rows.length === 0 ? [] : [{ ...block('remedies', 80, ['**What the gates ask for**', '']), rows }];
}
