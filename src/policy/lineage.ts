import { isSeq, type Node } from 'yaml';
import { LINEAGE_PARTS, type GateOf, type LineagePart } from '../domain/gate.js';
import type { Reading } from './document/mistake.js';
import { nameOf, report, shown, writtenAt } from './document/nodes.js';

const EXAMPLE = `Write a list of ${LINEAGE_PARTS.join(', ')}: lineage: [commit, run].`;

/** Reads what has to be known of where a version came from: one gate for each part of the list. */
export function readLineageSection(reading: Reading, node: Node): readonly GateOf<'lineage'>[] {
  if (!isSeq(node) || node.items.length === 0) {
    report(reading, node, 'The value of "lineage" must be a list.', EXAMPLE);
    return [];
  }
  const seen = new Set<LineagePart>();
  return node.items.flatMap((item) => {
    const part = LINEAGE_PARTS.find((known) => known === nameOf(item as Node | null));
    if (part === undefined || seen.has(part)) {
      const what = part === undefined ? 'no part of a lineage' : 'given twice';
      report(reading, item as Node, `${shown(item as Node)} is ${what}.`, EXAMPLE);
      return [];
    }
    seen.add(part);
    const head = { kind: 'lineage', name: `lineage: ${part}`, required: true } as const;
    return [{ ...head, writtenAt: writtenAt(reading, item as Node), part }];
  });
}
