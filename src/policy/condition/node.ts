import { isScalar, type Node, type Scalar } from 'yaml';
import type { Comparison } from '../../domain/threshold.js';
import { EMPTIED } from '../../text/emptied.js';
import { readNumber } from './number-text.js';
import { parseCondition } from './parser.js';
import type { Mistake, Reading } from '../document/mistake.js';
import { isText, report, shown } from '../document/nodes.js';
import { sourceOffsets } from '../document/scalar-position.js';
import { blockSlip } from '../document/open.js';

const REMEDY = 'Write a condition in quotes, such as ">= 0.9" or "<= production".';

/** The header of a folded block as YAML allows it (1.2.2, production 162). */
const BLOCK_HEADER = /^>[-+1-9]{0,2}$/;

/** Reads a condition where it stands; null after a report. `name` is what it belongs to, for messages. */
export function readCondition(reading: Reading, name: string, node: Node): readonly Comparison[] | null {
  if (!isText(node)) {
    refuseValue(reading, name, node);
    return null;
  }
  const slip = unquoted(reading.text, node);
  if (slip !== null) {
    reading.mistakes.push(slip);
    return null;
  }
  const read = parseCondition(node.value);
  if (read.ok) return read.comparisons;
  const offsets = sourceOffsets(reading.text, node);
  const last = offsets.at(-1) ?? 0;
  for (const mistake of read.mistakes) {
    const start = offsets[mistake.start] ?? last;
    const end = Math.max(offsets[mistake.end] ?? last, start + 1);
    reading.mistakes.push({ ...mistake, start, end });
  }
  return null;
}

/** What stands there is not text: a bare number, true, nothing, a mapping. */
function refuseValue(reading: Reading, name: string, node: Node): void {
  if (isScalar(node) && typeof node.value === 'number') {
    const number = node.source ?? String(node.value);
    const sentence = `The number ${number} alone does not say "at least" or "at most".`;
    // YAML has numbers in other bases, infinities and NaN; a condition has none of them.
    const plain = readNumber(number).ok ? number : String(node.value);
    const remedy = Number.isFinite(node.value)
      ? `Write ">= ${plain}" (at least) or "<= ${plain}" (at most), in quotes.`
      : 'Write a condition with a finite number in quotes, such as ">= 0.9".';
    report(reading, node, sentence, remedy);
    return;
  }
  const found = isScalar(node) ? shown(node) : 'a mapping or a list';
  const remedy = found === 'nothing' ? `${REMEDY} Nothing stands there: ${EMPTIED}.` : REMEDY;
  report(reading, node, `${name} needs a condition but has ${found}.`, remedy);
}

/** A folded block whose header was meant to be the condition; null for one that holds a condition. */
function unquoted(text: string, node: Scalar<string>): Mistake | null {
  if (node.type !== 'BLOCK_FOLDED') return null;
  const start = node.range?.[0] ?? 0;
  const slip = blockSlip(text, start);
  const header = slip === null ? '' : text.slice(slip.start, slip.end);
  return BLOCK_HEADER.test(header) && node.value.trim() !== '' ? null : slip;
}
