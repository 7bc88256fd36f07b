import type { Decision, VersionFacts } from '../../src/domain/decision.js';
import type { Outcome } from '../../src/domain/outcome.js';
import { DECISIONS } from './decisions.js';
import { thresholdsOf } from '../harness/thresholds.js';

const { promoted, rejected, invalid } = DECISIONS;
/** One gate of each verdict. */
const GATES = [promoted, rejected, invalid].flatMap(({ gates }) => thresholdsOf(gates.slice(0, 1)));

/** Where every link of it leads. */
export const PAGES = 'https://pages.example/';

/** A decision with `text` in every place that comes from outside. */
export function filledWith(text: string, outcome: Outcome): Decision {
  const url = `${PAGES}${text}`;
  const decision = DECISIONS[outcome];
  const known = promoted.candidate;
  if (known === null) throw new TypeError('A promotion has a candidate.');
  const facts = (version: VersionFacts): VersionFacts => ({
    ...version,
    version: text,
    stage: text,
    aliases: [text],
    status: text,
    runId: text,
    description: text,
    tags: { [text]: text },
    lineage: {
      runId: text,
      runStatus: text,
      runDeleted: false,
      experimentId: text,
      loggedModelId: text,
      commit: text,
      datasets: [{ name: text, digest: text }],
      copiedFrom: [text],
      urls: { run: url, experiment: url, loggedModel: url },
    },
    url,
  });
  const source = { origin: 'logged-model', runId: text, step: 3, timestamp: 0, of: 5 } as const;
  const envelope = {
    model: text,
    registry: text,
    reasons: [
      { code: 'metric-missing', message: text, remedy: text },
      { code: 'run-deleted', message: `a\n${text}`, remedy: text },
    ],
    warnings: [{ code: 'metrics-unread', message: text }],
    run: { url, actor: text, sha: text, commitUrl: url, attempt: 1, docsUrl: url },
  } as const;
  if (decision.mode === 'list') {
    const versions = [{ ...facts(known), metrics: { [text]: text, [`${text}2`]: text } }];
    return { ...decision, ...envelope, versions };
  }
  return {
    ...decision,
    ...envelope,
    target: text,
    candidate: facts(known),
    baseline: facts(known),
    previousVersion: text,
    gates: GATES.map((gate) => ({
      ...gate,
      name: text,
      metric: text,
      dataset: text,
      candidate: text,
      baseline: text,
      candidateSource: source,
      baselineSource: { ...source, origin: 'run', of: 1 },
      condition: text,
      text,
      remedy: text,
      comparisons: gate.comparisons.map((comparison) => ({ ...comparison, text })),
    })),
    moves: [
      { kind: 'transition', version: text, from: text, to: text, done: true },
      { kind: 'alias', version: text, from: text, to: `@${text}`, done: 'unknown' },
    ],
  };
}
