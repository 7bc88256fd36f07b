import { isMap, isSeq, type Node } from 'yaml';
import type { GateOf } from '../domain/gate.js';
import { quoted } from './condition/hints.js';
import type { Reading } from './document/mistake.js';
import { entriesOf, knownEntries, nameOf, report, writtenAt, type Entry } from './document/nodes.js';

const EXAMPLE = 'Write one line per tag, such as bias_review: approved.';

/**
 * Reads tags where they stand: a mapping from a tag's key to the value it must have, to a list of which any will do, or
 * to `advisory` with either. Values are texts as they are written: `1`, `true` and `1.0` too.
 */
export function readTagSection(reading: Reading, node: Node): readonly GateOf<'tag'>[] {
  if (!isMap(node)) {
    report(reading, node, 'The tags must be a mapping from key to value.', EXAMPLE);
    return [];
  }
  return entriesOf(reading, node, 'tag').flatMap((entry) => readTag(reading, entry));
}

function readTag(reading: Reading, { name, key, value }: Entry): readonly GateOf<'tag'>[] {
  const long = isMap(value) ? knownEntries(reading, value, ['require', 'advisory']) : null;
  const [said, second] = long === null ? [{ name: 'require', value, key }] : [...long.values()];
  const accepted = said === undefined ? [] : valuesOf(said.value);
  if (said === undefined || second !== undefined || accepted.length === 0) {
    const remedy = `Write the value, a list of values in brackets, or { advisory: approved }.`;
    report(reading, value ?? key, `The tag ${quoted(name)} has no value that can be read.`, remedy);
    return [];
  }
  const head = { kind: 'tag', name, required: said.name === 'require' } as const;
  return [{ ...head, writtenAt: writtenAt(reading, key), tag: name, accepted }];
}

/** Empty where one of them is no text. */
function valuesOf(node: Node | null): readonly string[] {
  const values = (isSeq(node) ? node.items : [node]).map((item) => nameOf(item as Node | null));
  const texts = values.filter((text) => text !== null);
  return texts.length === values.length ? texts : [];
}
