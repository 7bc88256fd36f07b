import { isMap, isScalar, type Node, type YAMLMap } from 'yaml';
import type { Duration, FirstPromotion } from '../../domain/gate.js';
import { LARGEST_POLICY, type LooseningInput } from '../../domain/policy.js';
import { TARGET_STAGES } from '../../domain/version.js';
import type * as z from '../../zod.js';
import { nearest } from '../../text/near.js';
import { quoted } from '../condition/hints.js';
import { toProblems, type Problem, type Reading } from '../document/mistake.js';
import { entriesOf, knownEntries, report, shown, writtenAt, type Entry } from '../document/nodes.js';
import { openText } from '../document/text.js';
import { MOST_GATES, withoutEchoes } from '../read.js';
import { readDuration } from '../duration.js';
import { isThreshold } from '../strength.js';
import { directionWarnings } from '../threshold/direction.js';
import type { ModelRules, PolicyDocument, TargetRules, Written } from './document.js';
import { readField, RULE_KEYS, RULES } from './fields.js';
import { SECTIONS } from './sections.js';

const EXAMPLE =
  'Write version: 1, and under models: the model\'s name, targets:, Production:, and thresholds: with lines such as accuracy: ">= 0.9".';

export type PolicyReading =
  | { readonly ok: true; readonly document: PolicyDocument }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a policy file: YAML 1.2 of at most 1 MB, 2000 gates for a target. Everything that is wrong with it is reported
 * at once, with file, line and column: a file that is wrong anywhere has no rules at all.
 */
export function readPolicyFile(text: string, path: string): PolicyReading {
  const opened = openText(text, { in: 'file', name: path }, LARGEST_POLICY);
  if (!('reading' in opened)) return { ok: false, problems: [opened] };
  const { reading, contents, syntax } = opened;
  const document = readDocument(reading, contents);
  if (reading.mistakes.length > 0) return { ok: false, problems: toProblems(withoutEchoes(reading, syntax)) };
  return { ok: true, document };
}

function readDocument(reading: Reading, contents: Node | null): PolicyDocument {
  const empty = { path: reading.of.name, models: [], inputsMay: [] };
  const trusted = reading.mistakes.length === 0 || contents !== null;
  if (!trusted) return empty;
  const root = mapping(reading, contents, 'The policy');
  if (root === null) return empty;
  const entries = knownEntries(reading, root, ['version', 'defaults', 'models']);
  readVersion(reading, root, entries.get('version'));
  const defaults = readDefaults(reading, entries.get('defaults'));
  const models = named(reading, root, entries.get('models'), 'models');
  return {
    ...empty,
    models: models.map((entry) => readModel(reading, entry, defaults)),
    inputsMay: defaults.inputsMay?.value ?? [],
  };
}

/** What one place says; null where what it says was reported. */
interface Rules {
  readonly firstPromotion?: Written<FirstPromotion> | null;
  readonly inputsMay?: Written<readonly LooseningInput[]> | null;
}

function readVersion(reading: Reading, root: YAMLMap, entry: Entry | undefined): void {
  const { value = null, key = root } = entry ?? {};
  if (isScalar(value) && value.value === 1) return;
  const sentence =
    entry === undefined
      ? 'The policy does not say which version of this format it is.'
      : `This version of the format is not known: ${shown(value)}.`;
  report(reading, value ?? key, sentence, 'Write version: 1 in its first line.');
}

function readDefaults(reading: Reading, entry: Entry | undefined): Rules {
  if (entry === undefined) return {};
  const map = mapping(reading, entry.value, 'The key "defaults"', entry);
  return map === null ? {} : readRules(reading, knownEntries(reading, map, RULE_KEYS));
}

function readRules(reading: Reading, entries: ReadonlyMap<string, Entry>): Rules {
  const first = entries.get('first-promotion');
  const may = entries.get('inputs-may');
  return {
    ...(first === undefined ? {} : { firstPromotion: readRule(reading, first, RULES['first-promotion']) }),
    ...(may === undefined ? {} : { inputsMay: readRule(reading, may, RULES['inputs-may']) }),
  };
}

function readRule<T>(reading: Reading, entry: Entry, schema: z.ZodMiniType<T>): Written<T> | null {
  const value = readField(reading, entry, schema);
  return value === null ? null : { value, writtenAt: writtenAt(reading, entry.key) };
}

function readModel(reading: Reading, entry: Entry, defaults: Rules): ModelRules {
  const map = mapping(reading, entry.value, `The model ${quoted(entry.name)}`, entry);
  const entries = map === null ? null : knownEntries(reading, map, ['targets']);
  const targets = map === null ? [] : named(reading, map, entries?.get('targets'), 'targets');
  return {
    name: entry.name,
    targets: readTargets(reading, targets, defaults),
    writtenAt: writtenAt(reading, entry.key),
  };
}

function readTargets(reading: Reading, entries: readonly Entry[], defaults: Rules): readonly TargetRules[] {
  const targets = entries.map((entry) => ({ entry, rules: readTarget(reading, entry, defaults) }));
  const seen = new Set<string>();
  for (const { entry, rules } of targets) {
    if (seen.has(rules.target))
      report(reading, entry.key, `The target ${quoted(rules.target)} is given twice.`, 'Keep one of them.');
    seen.add(rules.target);
  }
  return targets.map(({ rules }) => rules);
}

function readTarget(reading: Reading, entry: Entry, defaults: Rules): TargetRules {
  const target = targetOf(reading, entry);
  const map = mapping(reading, entry.value, `The target ${quoted(entry.name)}`, entry);
  const entries =
    map === null
      ? new Map<string, Entry>()
      : knownEntries(reading, map, [...Object.keys(SECTIONS), 'max-age', ...RULE_KEYS]);
  const gates = Object.entries(SECTIONS).flatMap(([key, read]) => {
    const section = entries.get(key);
    return section === undefined ? [] : read(reading, section.value ?? section.key, entries);
  });
  if (gates.length > MOST_GATES) {
    const sentence = `The target ${quoted(entry.name)} has more than ${MOST_GATES} gates.`;
    report(reading, entry.key, sentence, 'Keep the ones that decide.');
  }
  const rules = { ...defaults, ...readRules(reading, entries) };
  return {
    target,
    gates,
    warnings: directionWarnings(gates.filter(isThreshold)),
    firstPromotion: rules.firstPromotion ?? null,
    maxAge: readMaxAge(reading, entries.get('max-age')),
    inputsMay: rules.inputsMay?.value ?? [],
    writtenAt: writtenAt(reading, entry.key),
  };
}

function readMaxAge(reading: Reading, entry: Entry | undefined): Written<Duration> | null {
  const value = entry === undefined ? null : readDuration(reading, entry);
  return entry === undefined || value === null ? null : { value, writtenAt: writtenAt(reading, entry.key) };
}

/** A stage as the registry spells it, or an alias with its `@`. */
function targetOf(reading: Reading, { name, key }: Entry): string {
  if (/^@[^@\s]+$/.test(name)) return name;
  const stage = TARGET_STAGES.find((known) => known.toLowerCase() === name.toLowerCase());
  if (stage === 'Archived') {
    const sentence = 'Archiving needs no proof, so no rule can hold for it.';
    report(reading, key, sentence, 'Remove this target.');
  }
  if (stage !== undefined) return stage;
  const [near] = nearest(name, ['Staging', 'Production'], 1);
  const remedy =
    near === undefined
      ? `Write Staging, Production or an alias in quotes: "@champion".`
      : `Did you mean "${near}"?`;
  report(reading, key, `${quoted(name)} is neither a stage nor an alias.`, remedy);
  return name;
}

/** The entries of a mapping that has to be there and to name something. */
function named(reading: Reading, parent: YAMLMap, entry: Entry | undefined, what: string): readonly Entry[] {
  if (entry === undefined) {
    report(reading, parent, `There is no key "${what}" here.`, EXAMPLE);
    return [];
  }
  const map = mapping(reading, entry.value, `The key "${what}"`, entry);
  if (map === null) return [];
  const entries = entriesOf(reading, map, what.slice(0, -1));
  if (entries.length === 0) report(reading, entry.key, `The key "${what}" names none.`, EXAMPLE);
  return entries;
}

function mapping(reading: Reading, node: Node | null, what: string, entry?: Entry): YAMLMap | null {
  if (isMap(node)) return node;
  report(reading, node ?? entry?.key ?? null, `${what} must be a mapping.`, EXAMPLE);
  return null;
}
