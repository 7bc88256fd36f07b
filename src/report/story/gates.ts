import type { PromotionDecision, VersionFacts } from '../../domain/decision.js';
import { VERDICTS, type GateResult } from '../../domain/gate.js';
import { BAR_STEPS, count, difference, readable } from '../../text/number.js';
import type { Block, Cell, Fact, FactGroup, Item, Mark, Phrase } from '../document.js';
import { SENTENCE_MAX } from '../limits.js';
import { ADVISORY_MARK, POINT, VERDICT_MARKS } from '../looks.js';
import { whereWritten, viewOf, type GateView } from './gate-view.js';
import { reasonLink } from './reason-link.js';
import { versionLink } from './versions.js';

/** Gates as they are read: required before advisory, the worst first. */
export function inReadingOrder(gates: readonly GateResult[]): readonly GateResult[] {
  return [...gates].sort(
    (a, b) =>
      Number(b.required) - Number(a.required) || VERDICTS.indexOf(b.verdict) - VERDICTS.indexOf(a.verdict),
  );
}

/** Marks of a gate. Advisory ones keep their true verdict and do not count, so theirs is never the red of one that does. */
export function marks(gate: GateResult): Mark {
  return !gate.required && gate.verdict !== 'pass' ? ADVISORY_MARK : VERDICT_MARKS[gate.verdict];
}

/** The verdict in words; a pass that owes something to a waiver says so. */
export function verdictWords(gate: GateResult): string {
  const { parts, waived } = viewOf(gate);
  if (waived === 0 || gate.verdict !== 'pass') return gate.verdict;
  return waived === parts ? 'pass, waived' : 'pass, in part waived';
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

/** How many comparisons of these gates a rule excused. */
export function comparisonsWaived(gates: readonly GateResult[]): number {
  return gates.reduce((sum, gate) => sum + viewOf(gate).waived, 0);
}

const BAR_NOTE = `Bar: room to the right, what is missing to the left; one cell more at ${BAR_STEPS.map((step) => Math.round(step * 100)).join(', ')} % of the limit.`;
/** Of gates that ask for the same. */
const MOST_NAMES = 10;
const GATES = { name: 'gates', importance: 90 } as const;

/** The table of gates and, under it, what each gate that did not pass asks for. None without gates. */
export function gateBlocks(decision: PromotionDecision): readonly Block[] {
  const { gates, candidate, baseline } = decision;
  if (gates.length === 0) return [];
  const columns = [
    ['Verdict'],
    ['Gate'],
    columnOf('Candidate', candidate),
    columnOf('Baseline', baseline),
    ['Difference'],
    ['Limit'],
    ['Room to the limit'],
  ];
  const common = sameInAll(gates);
  const { docsUrl } = decision.run;
  const rows = inReadingOrder(gates).map((gate) => pageRow(gate, common, docsUrl));
  const table = { ...GATES, kind: 'table', title: tally(gates), columns, numbers: [2, 3, 4], rows } as const;
  return [{ ...table, lead: leadOf(common), note: BAR_NOTE }, ...remedyBlocks(decision)];
}

/** The same for a log: fewer columns, and what decides how a gate counts in words. */
export function gateLogBlocks({ gates }: PromotionDecision): readonly Block[] {
  if (gates.length === 0) return [];
  const rows = inReadingOrder(gates).map(logRow);
  return [{ ...GATES, kind: 'table', title: `Gates: ${tally(gates)}`, columns: null, rows, note: null }];
}

/** Which of many values was compared, who logged it, and the comparison with every digit. */
export function exactBlocks(decision: PromotionDecision): readonly Block[] {
  return foldedSources(decision, ({ sources, lines }, gate) => [
    ...sources,
    { label: 'Compared', values: lines.map(({ text }) => [text]) },
    { label: 'Asked for in', values: [[{ name: whereWritten(gate.writtenAt) }]] },
  ]);
}

/** The same for a log, whose table has every digit already. */
export function sourceBlocks(decision: PromotionDecision): readonly Block[] {
  return foldedSources(decision, ({ sources }) => sources);
}

function foldedSources(
  { gates }: PromotionDecision,
  factsOf: (view: GateView, gate: GateResult) => readonly Fact[],
): readonly Block[] {
  const groups = inReadingOrder(gates)
    .map((gate): FactGroup => ({ title: ['Gate ', { name: gate.name }], facts: factsOf(viewOf(gate), gate) }))
    .filter(({ facts }) => facts.length > 0);
  const head = { name: 'where the values come from', importance: 45 } as const;
  const title = 'Where the values come from';
  return groups.length === 0 ? [] : [{ ...head, kind: 'folded', title, groups }];
}

function columnOf(role: string, version: VersionFacts | null): Phrase {
  return version === null ? [role] : [`${role}\u00A0`, versionLink(version)];
}

/** What several gates all have; null where one differs, or where there is only one. */
type Common = Readonly<Record<'dataset' | 'origin', Phrase | null>>;

function sameInAll(gates: readonly GateResult[]): Common {
  const same = (of: 'dataset' | 'origin') => {
    const [first = null, ...others] = gates.map((gate) => viewOf(gate)[of]);
    const alike = others.every((other) => JSON.stringify(other) === JSON.stringify(first));
    return others.length > 0 && alike ? first : null;
  };
  return { dataset: same('dataset'), origin: same('origin') };
}

function leadOf({ dataset, origin }: Common): Phrase {
  const parts = [dataset ?? [], origin ?? []].filter((part) => part.length > 0);
  return parts.length === 0
    ? []
    : ['All ', ...parts.flatMap((part, at) => (at === 0 ? part : [', ', ...part])), '.'];
}

function pageRow(gate: GateResult, common: Common, docsUrl: string | null): readonly Cell[] {
  const view = viewOf(gate);
  const words = reasonLink([verdictWords(gate)], gate.reason, gate.verdict === 'pass' ? null : docsUrl);
  const verdict: Phrase = [`${marks(gate).icon}\u00A0`, { strong: [words] }];
  const { candidate, baseline, limits } = rounded(view);
  return [
    gate.required ? [verdict] : [verdict, [{ small: ['advisory, does not count'] }]],
    subjectOf(view, common),
    ...[candidate, baseline, between(candidate, baseline)].map((text): Cell =>
      text === null ? [] : [[text]],
    ),
    [...limits, ...asked(gate, view).map((phrase) => [{ small: phrase }])],
    view.room === null ? [] : [[view.room]],
  ];
}

/** The numbers of a row as they are read beside each other; their digits stand where the values come from. */
function rounded(
  view: GateView,
): Readonly<Record<'candidate' | 'baseline', string | null>> & { readonly limits: Cell } {
  const all = [view.candidate, view.baseline, ...view.limits.map(({ decimal }) => decimal)];
  const known = all.filter((decimal) => decimal !== null);
  const texts = readable(known);
  const read = (decimal: string | null) =>
    decimal === null ? null : (texts[known.indexOf(decimal)] ?? decimal);
  const limits = view.limits.map(({ mark, sign, decimal }): Phrase => [
    `${mark === null ? '' : `${mark.icon} `}${decimal === null ? 'waived' : `${sign}\u00A0${read(decimal) ?? ''}`}`,
  ]);
  const words = view.limits.length > 0 ? limits : view.lines.map(({ text }): Phrase => [text]);
  return { candidate: read(view.candidate), baseline: read(view.baseline), limits: words };
}

/** Of the numbers as they are shown, so that no rounding of its own makes it look like more. */
function between(candidate: string | null, baseline: string | null): string | null {
  return candidate === null || baseline === null ? null : difference(candidate, baseline);
}

function subjectOf({ subject, dataset, origin }: GateView, common: Common): Cell {
  const own = [common.dataset === null ? dataset : null, common.origin === null ? origin : null];
  return [subject, ...own.flatMap((phrase) => (phrase === null ? [] : [[{ small: phrase }]]))];
}

function logRow(gate: GateResult): readonly Cell[] {
  const view = viewOf(gate);
  const compared = view.lines.map(({ mark, text }) => [mark === null ? text : `${mark.mark} ${text}`]);
  return [
    [[`${marks(gate).mark} ${verdictWords(gate)}`]],
    [[gate.required ? 'required' : 'advisory']],
    [[{ name: gate.name }]],
    [view.room === null ? [''] : [view.room]],
    [...compared, ...asked(gate, view)],
  ];
}

/** What was asked for, where it was not given. */
function asked(gate: GateResult, { condition }: GateView): readonly Phrase[] {
  return gate.verdict === 'pass' ? [] : [['asked for ', { name: condition, max: SENTENCE_MAX }]];
}

/** What the gates that did not pass ask for, unless the report says the same as its next step. */
function remedyBlocks({ gates, reasons }: PromotionDecision): readonly Block[] {
  const said = reasons[0]?.remedy;
  const open = inReadingOrder(gates).filter(({ remedy }) => remedy !== '' && remedy !== said);
  const items = [...Map.groupBy(open, ({ remedy }) => remedy)].map(([remedy, asking]): Item => ({
    ...{ mark: POINT, text: [...namesOf(asking), `: ${remedy}`] },
    ...{ excerpt: [], remedy: '', state: null, code: null },
  }));
  const head = { name: 'remedies', importance: 80 } as const;
  const title = 'What the gates ask for';
  return items.length === 0 ? [] : [{ ...head, kind: 'list', title, each: null, items }];
}

function namesOf(gates: readonly GateResult[]): Phrase {
  const names = gates
    .slice(0, MOST_NAMES)
    .flatMap(({ name }, at): Phrase => [at === 0 ? '' : ', ', { name }]);
  const rest = gates.length - MOST_NAMES;
  return rest > 0 ? [...names, ` and ${rest} more`] : names;
}
