import type { Node } from 'yaml';
import type { GateOf } from '../domain/gate.js';
import { STAGES } from '../domain/version.js';
import type { Reading } from './document/mistake.js';
import { nameOf, report, shown, writtenAt, type Entry } from './document/nodes.js';
import { readDuration } from './duration.js';

type Entries = ReadonlyMap<string, Entry>;

/** Reads where the version has to be now, with the `soak` beside it. */
export function readFromSection(reading: Reading, node: Node, entries: Entries): readonly GateOf<'from'>[] {
  const soak = entries.get('soak');
  const lasting = soak === undefined ? null : readDuration(reading, soak);
  const place = placeOf(nameOf(node) ?? '');
  if (place === null) {
    const sentence = `The value of "from" is ${shown(node)}, which is neither a stage nor an alias.`;
    report(reading, node, sentence, 'Write from: Staging, or an alias in quotes: from: "@challenger".');
    return [];
  }
  if (soak !== undefined && lasting === null) return [];
  const head = { kind: 'from', name: `from ${place}`, required: true } as const;
  return [{ ...head, writtenAt: writtenAt(reading, node), place, soak: lasting }];
}

/** How long somebody has to be where nobody has to be. */
export function readSoakSection(reading: Reading, node: Node, entries: Entries): readonly [] {
  if (!entries.has('from'))
    report(reading, node, '"soak" says how long, and no "from" says where.', 'Add from: Staging.');
  return [];
}

function placeOf(name: string): string | null {
  if (/^@[^@\s]+$/.test(name)) return name;
  return STAGES.find((stage) => stage !== 'None' && stage.toLowerCase() === name.toLowerCase()) ?? null;
}
