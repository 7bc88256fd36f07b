import type { GateOf, Signature, Verdict } from '../domain/gate.js';
import { GATE_REMEDIES, type GateReason } from '../domain/reason.js';
import { tagValue } from '../domain/version.js';
import { quote } from '../text/quote.js';
import { NOTHING, type Kind } from './kind.js';

/** Every role has said yes, each with a name, in a tag of its own. */
export const signOff: Kind<'sign-off'> = {
  judge: (gate, { candidate }) => {
    const signed = gate.roles.map((role) =>
      signatureOf(role, tagValue(candidate.version, tagOf(gate, role)) ?? ''),
    );
    const [verdict, reason, text] = verdictOf(gate, signed);
    return {
      result: { ...gate, verdict, reason, text, remedy: GATE_REMEDIES[reason], signed },
      warnings: [],
    };
  },
  needs: (gate) => ({ ...NOTHING, tags: gate.roles.map((role) => tagOf(gate, role)) }),
  asks: (gate) => {
    const tags = gate.roles.map((role) => quote(tagOf(gate, role))).join(' and ');
    return `Every role has said yes by name, in the tags ${tags}.`;
  },
  asksAbsolutely: () => true,
  isWaived: () => false,
};

/** Whom a promotion waits for: who said no first, then who said nothing that counts. */
const ENDS: readonly (readonly [Signature['says'], Verdict, GateReason, string])[] = [
  ['nothing', 'invalid', 'sign-off-missing', 'said nothing'],
  ['unclear', 'invalid', 'sign-off-unclear', 'said neither yes nor no with a name'],
  ['no', 'fail', 'sign-off-refused', 'said no'],
];

function verdictOf(
  gate: GateOf<'sign-off'>,
  signed: readonly Signature[],
): readonly [Verdict, GateReason, string] {
  for (const [says, verdict, reason, words] of ENDS) {
    const those = signed.filter((one) => one.says === says);
    const named = those.map(
      ({ role, name }) => `${quote(role)}${name === null ? '' : ` (${name})`} in ${quote(tagOf(gate, role))}`,
    );
    if (named.length > 0)
      return [verdict, reason, `The version is not signed off: ${named.join(', ')} ${words}.`];
  }
  const names = signed.map(({ role, name }) => `${role} by ${name ?? ''}`);
  return ['pass', 'signed-off', `The version is signed off: ${names.join(', ')}.`];
}

/** One role's tag: nobody overwrites another's word. */
function tagOf({ tag }: GateOf<'sign-off'>, role: string): string {
  return `${tag}.${role}`;
}

function signatureOf(role: string, said: string): Signature {
  if (said.trim() === '') return { role, says: 'nothing', name: null };
  const [, word = '', name = ''] = /^(yes|no):(.*)$/i.exec(said.trim()) ?? [];
  const known = name.trim().slice(0, 200);
  if (word === '' || known === '') return { role, says: 'unclear', name: null };
  return { role, says: word.toLowerCase() === 'yes' ? 'yes' : 'no', name: known };
}
