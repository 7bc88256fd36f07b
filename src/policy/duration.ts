import type { Duration } from '../domain/gate.js';
import { quoted } from './condition/hints.js';
import type { Reading } from './document/mistake.js';
import { nameOf, report, shown, type Entry } from './document/nodes.js';

const UNITS: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** Reads a length of time: a whole number and `s`, `m`, `h`, `d` or `w`. Null after a report. */
export function readDuration(reading: Reading, { name, key, value }: Entry): Duration | null {
  const text = nameOf(value) ?? '';
  const [, digits = '', unit = ''] = /^(\d{1,6})(s|m|h|d|w)$/.exec(text) ?? [];
  const ms = Number(digits) * (UNITS[unit] ?? 0);
  if (ms > 0) return { text, ms };
  const sentence = `The value of ${quoted(name)} is ${shown(value)}, which is no length of time.`;
  report(reading, value ?? key, sentence, `Write a whole number with s, m, h, d or w: ${name}: 24h.`);
  return null;
}
