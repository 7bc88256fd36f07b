import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { FIRST_PROMOTION } from '../../domain/gate.js';
import { LOOSENING_INPUTS } from '../../domain/policy.js';
import { nearest } from '../../text/near.js';
import * as z from '../../zod.js';
import { quoted } from '../condition/hints.js';
import type { Reading } from '../document/mistake.js';
import { nameOf, report, shown, type Entry } from '../document/nodes.js';

/** Settings that a target, or `defaults`, may have beside gates. */
export const RULES = {
  'first-promotion': z.enum(FIRST_PROMOTION),
  'inputs-may': z.array(z.enum(LOOSENING_INPUTS)),
};
export const RULE_KEYS = Object.keys(RULES) as readonly (keyof typeof RULES)[];

/** Reads the value of a key as its schema wants it; null after a report, which names the place and what may stand there. */
export function readField<T>(
  reading: Reading,
  { name, key, value }: Entry,
  schema: z.ZodMiniType<T>,
): T | null {
  const read = schema.safeParse(plainOf(value));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const node = nodeAt(value, issue?.path ?? []) ?? key;
  const { sentence, remedy } = inWords(name, node === key ? null : node, issue);
  report(reading, node, sentence, remedy);
  return null;
}

/** A value as it was written, words for words: `yes`, `1.0` and `true` stay texts. */
export function plainOf(node: Node | null): unknown {
  if (isSeq(node)) return node.items.map((item) => plainOf(item as Node | null));
  if (isMap(node)) {
    return Object.fromEntries(
      node.items.map(({ key, value }) => [nameOf(key as Node), plainOf(value as Node | null)]),
    );
  }
  return nameOf(node);
}

function nodeAt(node: Node | null, path: readonly PropertyKey[]): Node | null {
  const [first, ...rest] = path;
  if (first === undefined || !isSeq(node)) return node;
  const item = node.items[Number(first)] as Node | undefined;
  return item === undefined ? node : nodeAt(item, rest);
}

function inWords(name: string, node: Node | null, issue: z.core.$ZodIssue | undefined) {
  if (issue?.code === 'invalid_value') {
    const values = issue.values.map(String);
    const [near] = nearest(nameOf(node) ?? '', values, 1);
    const found = isScalar(node) ? shown(node) : 'nothing that can be read';
    const remedy = near === undefined ? `Write one of ${values.join(', ')}.` : `Did you mean "${near}"?`;
    return { sentence: `The value of ${quoted(name)} is ${found}.`, remedy };
  }
  return {
    sentence: `The value of ${quoted(name)} is not what is asked for.`,
    remedy: `Write a list in brackets, such as ${name}: [thresholds].`,
  };
}
