import { isScalar, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml';
import { nearest } from '../../text/near.js';
import { quoted } from '../condition/hints.js';
import type { WrittenAt } from '../../domain/policy.js';
import type { Mistake, Reading } from './mistake.js';

type Value = Node | null;

/** One key of a mapping with its value. */
export interface Entry {
  readonly name: string;
  readonly key: Node;
  /** Null where nothing stands after the colon. */
  readonly value: Value;
}

export function report(reading: Reading, node: Value, sentence: string, remedy: string): void {
  const [start, end] = node?.range ?? [0, 1];
  const mistake: Mistake = { start, end: Math.max(end, start + 1), sentence, remedy };
  reading.mistakes.push(mistake);
}

/** Where a node stands. */
export function writtenAt({ of, lines }: Reading, node: Value): WrittenAt {
  return { ...of, line: lines.linePos(node?.range?.[0] ?? 0).line };
}

export function isText(node: Value): node is Scalar<string> {
  return isScalar(node) && typeof node.value === 'string';
}

/** A name as written: `1`, `true` and `2e5` stay what they look like. Null for anything that is no name. */
export function nameOf(node: Value): string | null {
  if (!isScalar(node) || node.value === null) return null;
  const name = typeof node.value === 'string' ? node.value : (node.source ?? '');
  return name.trim() === '' ? null : name;
}

/** How a value looks in a message. */
export function shown(node: Value): string {
  return isScalar(node) && node.source !== undefined && node.source !== '' ? quoted(node.source) : 'nothing';
}

/**
 * The entries of a mapping whose keys are names, each once. Keys that are no names, and second ones, are
 * reported and left out.
 */
export function entriesOf(reading: Reading, map: YAMLMap, what: string): Entry[] {
  const entries = new Map<string, Entry>();
  for (const pair of map.items as Pair<Node | null, Node | null>[]) {
    const name = nameOf(pair.key);
    if (pair.key === null || name === null) {
      report(
        reading,
        pair.key ?? map,
        `This is not the name of a ${what}.`,
        `Write the ${what}'s name before the colon.`,
      );
    } else if (entries.has(name)) {
      report(
        reading,
        pair.key,
        `The ${what} ${quoted(name)} is given twice.`,
        DUPLICATE[what] ?? 'Keep one of them.',
      );
    } else {
      entries.set(name, { name, key: pair.key, value: pair.value });
    }
  }
  return [...entries.values()];
}

const DUPLICATE: Readonly<Record<string, string>> = {
  metric: 'Join the conditions with "and", or write a list with one entry per dataset.',
};

/** The entries of a mapping by name; a key that is not known is reported with the near ones. */
export function knownEntries(
  reading: Reading,
  map: YAMLMap,
  known: readonly string[],
): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const entry of entriesOf(reading, map, 'key')) {
    if (known.includes(entry.name)) {
      entries.set(entry.name, entry);
    } else {
      const near = nearest(entry.name, known, 1);
      const remedy =
        near[0] === undefined ? `Known keys are ${known.join(', ')}.` : `Did you mean "${near[0]}"?`;
      report(reading, entry.key, `The key ${quoted(entry.name)} is not known.`, remedy);
    }
  }
  return entries;
}
