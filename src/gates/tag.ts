import type { GateOf, ResultOf, Verdict } from '../domain/gate.js';
import { GATE_REMEDIES, type GateReason } from '../domain/reason.js';
import { tagValue } from '../domain/version.js';
import { listed } from '../text/list.js';
import { lookAlikeHint } from '../text/look-alike.js';
import { quote } from '../text/quote.js';
import { NOTHING, type Kind } from './kind.js';

const SHOWN = 10;

/** A tag of the candidate that must have one of some values, to the letter. */
export const tag: Kind<'tag'> = {
  judge: (gate, { candidate }) => {
    const found = tagValue(candidate.version, gate.tag);
    return { result: resultOf(gate, found), warnings: [] };
  },
  needs: (gate) => ({ ...NOTHING, tags: [gate.tag] }),
  asks: ({ tag: name, accepted }) => `Its tag ${quote(name)} is ${oneOf(accepted)}.`,
  asksAbsolutely: () => true,
  isWaived: () => false,
};

function resultOf(gate: GateOf<'tag'>, found: string | null): ResultOf<'tag'> {
  const [verdict, reason, text] = verdictOf(gate, found);
  return { ...gate, verdict, reason, text, remedy: GATE_REMEDIES[reason], found };
}

function verdictOf(
  { tag: name, accepted }: GateOf<'tag'>,
  found: string | null,
): readonly [Verdict, GateReason, string] {
  const wanted = oneOf(accepted);
  if (found === null)
    return ['invalid', 'tag-missing', `The version has no tag ${quote(name)}, which must be ${wanted}.`];
  if (accepted.includes(found)) return ['pass', 'tag-accepted', `The tag ${quote(name)} is ${quote(found)}.`];
  const hint = lookAlikeHint(found, accepted);
  return [
    'fail',
    'tag-not-accepted',
    `The tag ${quote(name)} is ${quote(found, 100)}, not ${wanted}.${hint}`,
  ];
}

function oneOf(accepted: readonly string[]): string {
  const values = accepted.map((value) => quote(value));
  return listed(values, SHOWN).replaceAll('", "', '" or "');
}
