import type { GateOf, Verdict } from '../domain/gate.js';
import { GATE_REMEDIES, type GateReason } from '../domain/reason.js';
import { NOTHING, type Circumstances, type Kind } from './kind.js';

/** The candidate holds a stage or an alias now, and has held it for some time. */
export const from: Kind<'from'> = {
  judge: (gate, { circumstances }) => {
    const [verdict, reason, text] = verdictOf(gate, circumstances);
    const since = gate.place.startsWith('@') ? null : circumstances.updatedAt;
    return { result: { ...gate, verdict, reason, text, remedy: GATE_REMEDIES[reason], since }, warnings: [] };
  },
  needs: () => ({ ...NOTHING, holds: true }),
  asks: ({ place, soak }) =>
    soak === null ? `It holds ${place}.` : `It has held ${place} for ${soak.text} at least.`,
  asksAbsolutely: () => true,
  isWaived: () => false,
};

function verdictOf(
  { place, soak }: GateOf<'from'>,
  { now, holds, createdAt, updatedAt }: Circumstances,
): readonly [Verdict, GateReason, string] {
  if (!holds.includes(place)) {
    const where = holds.length === 0 ? 'nothing' : holds.join(', ');
    return ['fail', 'not-in-place', `The version does not hold ${place}; it holds ${where}.`];
  }
  if (soak === null) return ['pass', 'in-place', `The version holds ${place}.`];
  if (now - createdAt < soak.ms) {
    const text = `The version was registered ${lasting(now - createdAt)} ago, and has to hold ${place} for ${soak.text}.`;
    return ['fail', 'soak-too-short', text];
  }
  // What a registry tells of a version is when it was last changed: it went to its stage then, or before.
  if (!place.startsWith('@') && updatedAt !== null && now - updatedAt >= soak.ms) {
    return [
      'pass',
      'in-place',
      `The version holds ${place}, unchanged for ${lasting(now - updatedAt)} (${soak.text} asked for).`,
    ];
  }
  const why =
    place.startsWith('@') || updatedAt === null
      ? `the registry does not tell since when`
      : `it was last changed ${lasting(now - updatedAt)} ago, which may have been its way there`;
  return [
    'inconclusive',
    'soak-not-known',
    `The version holds ${place}, and has to for ${soak.text}; ${why}.`,
  ];
}

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
] as const;

/** The largest whole unit, rounded down. A clock that is behind counts as no time at all. */
function lasting(ms: number): string {
  const [unit, size] = UNITS.find(([, length]) => ms >= length) ?? ['s', 1_000];
  return `${Math.max(0, Math.floor(ms / size))}${unit}`;
}
