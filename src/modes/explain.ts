import type { ExplainedGate, ExplainPart, Result } from '../domain/decision.js';
import type { AskedPromotion } from '../domain/order.js';
import { targetName } from '../domain/version.js';
import { asks } from '../gates/kinds.js';
import { quote } from '../text/quote.js';
import type { Ruled } from './context.js';

/** The policy in force for one target of one model, in sentences. It looks at no registry. */
export async function explain(asked: AskedPromotion, ruled: Ruled): Promise<Result<ExplainPart>> {
  const { model, target, gates, policy, rules, policyWarnings } = await ruled(asked);
  const name = targetName(target);
  const count = `${gates.length} gate${gates.length === 1 ? '' : 's'}`;
  const reason = {
    code: 'explained',
    message: `A version of ${quote(model)} has to pass ${count} to hold ${name}.`,
    remedy: 'Nothing to do.',
  } as const;
  return {
    mode: 'explain',
    outcome: 'listed',
    model,
    target: name,
    policy,
    gates: gates.map((gate): ExplainedGate => {
      const { kind, required, writtenAt } = gate;
      return { kind, name: gate.name, required, asks: asks(gate), writtenAt };
    }),
    rules,
    reasons: [reason],
    warnings: policyWarnings,
  };
}
