import type {
  Decision,
  ListDecision,
  ListedVersion,
  Move,
  PromotionDecision,
  VersionFacts,
} from '../../src/domain/decision.js';
import type { GateResult } from '../../src/domain/gate.js';
import type { Outcome } from '../../src/domain/outcome.js';

/** Decisions as the modes make them, one per outcome, and the hostile text of all of them. */

const FINISHED = Date.UTC(2026, 10, 21, 0, 44, 39);
const DAY = 86_400_000;

const candidate: VersionFacts = {
  version: '7',
  stage: 'Staging',
  aliases: ['challenger'],
  status: 'READY',
  createdAt: FINISHED - 3 * DAY,
  runId: '4f0c1d2e3b4a59687766554433221100',
  description: 'Retrained on November data.',
  tags: { team: 'risk', validation_status: 'approved' },
  lineage: {
    runId: '4f0c1d2e3b4a59687766554433221100',
    runStatus: 'FINISHED',
    runDeleted: false,
    loggedModelId: 'm-9a8b7c6d5e4f',
    commit: '1e69f48d2b7c0a9e8f7d6c5b4a39281706f5e4d3',
    datasets: [{ name: 'holdout-2026-11', digest: 'a1b2c3d4' }],
    copiedFrom: [],
  },
};

const baseline: VersionFacts = {
  ...candidate,
  version: '5',
  stage: 'Production',
  aliases: ['champion'],
  createdAt: FINISHED - 120 * DAY,
  runId: '00112233445566778899aabbccddeeff',
  description: '',
  tags: {},
  lineage: {
    runId: '00112233445566778899aabbccddeeff',
    runStatus: 'FINISHED',
    runDeleted: false,
    loggedModelId: null,
    commit: 'dd746ab93f1e0c2d4b5a69788796a5b4c3d2e1f0',
    datasets: [{ name: 'holdout-2026-11', digest: 'a1b2c3d4' }],
    copiedFrom: ['churn-staging/12'],
  },
};

const accuracy: GateResult = {
  kind: 'threshold',
  name: 'accuracy on holdout-2026-11@a1b2c3d4',
  metric: 'accuracy',
  dataset: 'holdout-2026-11@a1b2c3d4',
  required: true,
  verdict: 'pass',
  reason: 'threshold-met',
  candidate: '0.934',
  baseline: '0.92',
  limit: '0.925',
  origin: 'logged-model',
  condition: '>= 0.92 and >= production + 0.005',
  text: '0.934 ≥ 0.92 and 0.934 ≥ 0.925 = production 0.92 + 0.005',
  remedy: '',
  comparisons: [
    { result: 'pass', decides: false, op: '>=', limit: '0.92', distance: '0.014', text: '0.934 ≥ 0.92' },
    {
      result: 'pass',
      decides: true,
      op: '>=',
      limit: '0.925',
      distance: '0.009',
      text: '0.934 ≥ 0.925 = production 0.92 + 0.005',
    },
  ],
};

const logLoss: GateResult = {
  kind: 'threshold',
  name: 'log_loss',
  metric: 'log_loss',
  dataset: null,
  required: true,
  verdict: 'pass',
  reason: 'threshold-met',
  candidate: '0.2113920571834',
  baseline: '0.2391',
  limit: '0.2391',
  origin: 'run',
  condition: '<= production',
  text: '0.2113920571834 ≤ 0.2391 = production',
  remedy: '',
  comparisons: [
    {
      result: 'pass',
      decides: true,
      op: '<=',
      limit: '0.2391',
      distance: '0.0277079428166',
      text: '0.2113920571834 ≤ 0.2391 = production',
    },
  ],
};

const latency: GateResult = {
  kind: 'threshold',
  name: 'latency_p95_ms',
  metric: 'latency_p95_ms',
  dataset: null,
  required: false,
  verdict: 'fail',
  reason: 'threshold-not-met',
  candidate: '131',
  baseline: '110',
  limit: '120',
  origin: 'run',
  condition: '<= 120',
  text: '131 > 120',
  remedy: '',
  comparisons: [
    { result: 'fail', decides: true, op: '<=', limit: '120', distance: '-11', text: '131 > 120' },
  ],
};

const failedAccuracy: GateResult = {
  ...accuracy,
  verdict: 'fail',
  reason: 'threshold-not-met',
  candidate: '0.921',
  text: '0.921 ≥ 0.92 and 0.921 < 0.925 = production 0.92 + 0.005',
  remedy: 'Improve the candidate and register a new version, or change the threshold in a reviewed commit.',
  comparisons: [
    { result: 'pass', decides: false, op: '>=', limit: '0.92', distance: '0.001', text: '0.921 ≥ 0.92' },
    {
      result: 'fail',
      decides: true,
      op: '>=',
      limit: '0.925',
      distance: '-0.004',
      text: '0.921 < 0.925 = production 0.92 + 0.005',
    },
  ],
};

const missingLoss: GateResult = {
  ...logLoss,
  verdict: 'invalid',
  reason: 'metric-missing',
  candidate: null,
  limit: null,
  origin: null,
  text: 'The candidate has no metric "log_loss".',
  remedy: "Log the metric in the candidate's run, or correct its name or dataset in the thresholds.",
  comparisons: [],
};

const waived: GateResult = {
  ...accuracy,
  baseline: null,
  limit: '0.92',
  text: '0.934 ≥ 0.92 and ≥ production + 0.005 (waived: nobody holds the baseline yet)',
  comparisons: [
    { result: 'pass', decides: true, op: '>=', limit: '0.92', distance: '0.014', text: '0.934 ≥ 0.92' },
    {
      result: 'waived',
      decides: false,
      op: '>=',
      limit: null,
      distance: null,
      text: '≥ production + 0.005 (waived: nobody holds the baseline yet)',
    },
  ],
};

function moves(done: Move['done']): readonly Move[] {
  return [
    { kind: 'transition', version: '7', from: 'Staging', to: 'Production', done },
    { kind: 'archive', version: '5', from: 'Production', to: 'Archived', done },
  ];
}

const envelope = {
  schemaVersion: 1,
  registry: 'https://mlflow.example.com',
  warnings: [],
  startedAt: '2026-11-21T00:44:37.102Z',
  finishedAt: '2026-11-21T00:44:39.000Z',
  run: {
    url: 'https://github.com/acme/models/actions/runs/77',
    actor: 'octocat',
    sha: '769a53d0f1e2d3c4b5a69788796a5b4c3d2e1f00',
    attempt: 1,
  },
} as const;

const promoted: PromotionDecision = {
  ...envelope,
  outcome: 'promoted',
  mode: 'promote',
  model: 'churn',
  target: 'Production',
  candidate,
  baseline,
  previousVersion: '5',
  gates: [accuracy, logLoss, latency],
  reasons: [{ code: 'promoted', message: 'Version 7 now holds Production.', remedy: 'Nothing to do.' }],
  moves: moves(true),
  digests: { policy: 'a'.repeat(64), evidence: 'b'.repeat(64), plan: 'c'.repeat(64) },
};

function listed(version: string, facts: Partial<ListedVersion>): ListedVersion {
  return {
    ...candidate,
    version,
    stage: 'None',
    aliases: [],
    description: '',
    tags: {},
    lineage: null,
    metrics: null,
    ...facts,
  };
}

const nothingDone = { moves: [], gates: [], baseline: null, previousVersion: null } as const;

/** One decision per outcome, as a run of that outcome really leaves it. */
export const DECISIONS: {
  readonly [O in Outcome]: O extends 'listed' ? ListDecision : PromotionDecision;
} = {
  promoted,
  passed: {
    ...promoted,
    outcome: 'passed',
    mode: 'evaluate',
    target: '@champion',
    gates: [waived],
    baseline: null,
    previousVersion: null,
    reasons: [{ code: 'would-be-promoted', message: 'Version 7 would be promoted.', remedy: '' }],
    moves: [{ kind: 'alias', version: '7', from: '', to: '@champion', done: false }],
    warnings: [
      {
        code: 'direction-looks-wrong',
        message: 'log_loss is usually better when lower, and this gate asks for `>=`.',
      },
    ],
  },
  unchanged: {
    ...promoted,
    ...nothingDone,
    outcome: 'unchanged',
    candidate: { ...candidate, stage: 'Production', lineage: null },
    previousVersion: '7',
    reasons: [
      {
        code: 'already-holds-target',
        message: 'Version 7 already holds Production.',
        remedy: 'Nothing to do.',
      },
    ],
  },
  rejected: {
    ...promoted,
    outcome: 'rejected',
    gates: [failedAccuracy, logLoss, latency],
    moves: [],
    reasons: [
      {
        code: 'threshold-not-met',
        message:
          'accuracy on holdout-2026-11@a1b2c3d4: 0.921 ≥ 0.92 and 0.921 < 0.925 = production 0.92 + 0.005',
        remedy:
          'Improve the candidate and register a new version, or change the threshold in a reviewed commit.',
      },
    ],
  },
  invalid: {
    ...promoted,
    outcome: 'invalid',
    gates: [missingLoss, accuracy],
    moves: [],
    reasons: [
      {
        code: 'metric-missing',
        message: 'log_loss: The candidate has no metric "log_loss".',
        remedy: "Log the metric in the candidate's run, or correct its name or dataset in the thresholds.",
      },
      {
        code: 'run-not-finished',
        message: 'Its run is RUNNING.',
        remedy: 'Wait until the run has ended, then run again.',
      },
    ],
  },
  superseded: {
    ...promoted,
    outcome: 'superseded',
    moves: [
      ...moves(true),
      { kind: 'repair', version: '8', from: 'Production', to: 'Production', done: true },
      { kind: 'archive', version: '7', from: 'Production', to: 'Archived', done: 'unknown' },
    ],
    reasons: [
      {
        code: 'overtaken',
        message: 'Version 8 was promoted to Production at the same moment and stays there.',
        remedy: 'Run again if version 7 should still replace version 8.',
      },
    ],
  },
  archived: {
    ...promoted,
    ...nothingDone,
    outcome: 'archived',
    target: 'Archived',
    reasons: [{ code: 'archived', message: 'Version 7 was archived.', remedy: '' }],
    moves: [{ kind: 'transition', version: '7', from: 'Staging', to: 'Archived', done: true }],
  },
  listed: {
    ...envelope,
    outcome: 'listed',
    mode: 'list',
    model: 'churn',
    reasons: [{ code: 'listed', message: 'Listed.', remedy: '' }],
    versions: [
      listed('7', {
        stage: 'Staging',
        aliases: ['challenger'],
        metrics: { accuracy: '0.934', log_loss: '0.2114' },
      }),
      listed('6', { status: 'FAILED_REGISTRATION', createdAt: FINISHED - 40 * DAY, metrics: {} }),
      listed('5', {
        stage: 'Production',
        aliases: ['champion', 'eu-west'],
        createdAt: FINISHED - 120 * DAY,
        metrics: { accuracy: '0.92', log_loss: '0.2391', 'accuracy on holdout': '0.91' },
      }),
      listed('1', { stage: 'Archived', createdAt: FINISHED - 900 * DAY }),
    ],
  },
  error: {
    ...promoted,
    ...nothingDone,
    outcome: 'error',
    model: 'churn',
    candidate: null,
    digests: { policy: null, evidence: null, plan: null },
    reasons: [
      {
        code: 'thresholds-invalid',
        message: 'Line 1, column 14: expected a number.\n  accuracy: ">= abc"\n                ^^^',
        remedy: 'Write a number such as 0.92, or `production`.',
      },
    ],
  },
};

/** Text that tries to be more than text. */
export const HOSTILE = [
  'x ##[set-output name=promoted]true',
  '::set-output name=promoted::true',
  '\n::error::gone',
  '</td></tr></table><h1>PASSED',
  '| a | b |\n| --- | --- |',
  '@team please approve',
  'see #1, GH-2, acme/models#3 and 1e69f48d2b',
  '[click](http://evil.example)',
  '![x](https://evil.example/x.png)',
  '<img src=x onerror=alert(1)>',
  'https://evil.example www.evil.example a@evil.example',
  '**bold** _em_ ~~gone~~ `code` $x$ :tada:',
  '\u202Edetomorp\u202C \u200B\u0000\u001B[31m',
  '<!-- -->&amp;&#64;team',
  '# heading',
  '- [ ] item',
  '1. item',
  '> quote',
  '---',
  '    indented',
  '\uD800 lone',
] as const;

/** A decision with `text` in every place that comes from outside. */
export function filledWith(text: string, outcome: Outcome): Decision {
  const decision = DECISIONS[outcome];
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
      loggedModelId: text,
      commit: text,
      datasets: [{ name: text, digest: text }],
      copiedFrom: [text],
    },
  });
  const envelope = {
    model: text,
    registry: text,
    reasons: [
      { code: 'metric-missing', message: text, remedy: text },
      { code: 'run-deleted', message: `a\n${text}`, remedy: text },
    ],
    warnings: [{ code: 'metrics-unread', message: text }],
    run: { url: text, actor: text, sha: text, attempt: 1 },
  } as const;
  if (decision.mode === 'list') {
    const versions = [{ ...facts(candidate), metrics: { [text]: text, [`${text}2`]: text } }];
    return { ...decision, ...envelope, versions };
  }
  return {
    ...decision,
    ...envelope,
    target: text,
    candidate: facts(candidate),
    baseline: facts(baseline),
    previousVersion: text,
    gates: [accuracy, failedAccuracy, missingLoss].map((gate) => ({
      ...gate,
      name: text,
      metric: text,
      dataset: text,
      candidate: text,
      baseline: text,
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
