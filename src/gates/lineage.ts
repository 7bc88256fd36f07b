import type { Lineage } from '../domain/evidence.js';
import { datasetName } from '../domain/evidence.js';
import type { LineagePart } from '../domain/gate.js';
import { GATE_REMEDIES, type GateReason } from '../domain/reason.js';
import { quote } from '../text/quote.js';
import { NOTHING, type Kind } from './kind.js';

/** What each part is called, and what there is of it; null where nothing is known. */
const PARTS: Readonly<Record<LineagePart, readonly [what: string, of: (lineage: Lineage) => string | null]>> =
  {
    // Whatever else stands there names no commit (Git: SHA-1 or SHA-256).
    commit: [
      'training commit',
      ({ commit }) => (commit !== null && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit) ? commit : null),
    ],
    run: ['training run', ({ runId }) => runId],
    dataset: [
      'dataset of its training run',
      ({ datasets: [first] }) => (first === undefined ? null : datasetName(first)),
    ],
  };

/** Something is known of where the candidate came from. */
export const lineage: Kind<'lineage'> = {
  judge: (gate, { candidate }) => {
    const [what, of] = PARTS[gate.part];
    const found = of(candidate.lineage);
    const reason: GateReason = found === null ? 'lineage-missing' : 'lineage-known';
    const text =
      found === null ? `The version has no ${what} that is known.` : `Its ${what} is ${quote(found)}.`;
    const verdict = found === null ? 'invalid' : 'pass';
    return { result: { ...gate, verdict, reason, text, remedy: GATE_REMEDIES[reason], found }, warnings: [] };
  },
  needs: () => ({ ...NOTHING, lineage: true }),
  asks: ({ part }) => `The ${PARTS[part][0]} is known.`,
  asksAbsolutely: () => true,
  isWaived: () => false,
};
