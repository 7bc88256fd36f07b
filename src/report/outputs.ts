import { isPromotion, type Decision } from '../domain/decision.js';
import { forOutput, nameForOutput } from '../text/escape.js';

/** Every output of the action, in the order of action.yml. */
export const OUTPUT_NAMES = [
  'result',
  'promoted',
  'model-name',
  'version',
  'previous-version',
  'baseline-version',
  'model-uri',
  'registry',
  'target',
  'reasons',
  'decision',
  'report',
] as const;
export type OutputName = (typeof OUTPUT_NAMES)[number];
export type Outputs = Readonly<Record<OutputName, string>>;

/** Where the run left its files: absolute paths. */
export interface ReportPaths {
  readonly decision: string;
  readonly report: string;
}

/** What is written before anything else, so that a run that is killed has said the truth: nothing was promoted. */
export function initialOutputs(model: string): Outputs {
  return {
    result: 'error',
    promoted: 'false',
    'model-name': nameForOutput(model),
    version: '',
    'previous-version': '',
    'baseline-version': '',
    'model-uri': '',
    registry: '',
    target: '',
    reasons: '[]',
    decision: '',
    report: '',
  };
}

/**
 * What stands there while a write is under way: a process that is killed then has claimed nothing, neither that it
 * moved something nor that it did not.
 */
export const UNFINISHED = { result: 'unfinished', promoted: '' } as const satisfies Partial<Outputs>;

/** A mode that judges no candidate has no target either. */
const NO_PROMOTION = { candidate: null, baseline: null, previousVersion: null, target: '' } as const;

/** The outputs of a decision: plain strings of one line. `promoted` is true only when this run's own move holds. */
export function outputsOf(decision: Decision, paths: ReportPaths): Outputs {
  const part = isPromotion(decision) ? decision : NO_PROMOTION;
  const version = part.candidate?.version ?? '';
  return {
    result: decision.outcome,
    promoted: String(decision.outcome === 'promoted'),
    'model-name': nameForOutput(decision.model),
    version: forOutput(version),
    'previous-version': forOutput(part.previousVersion ?? ''),
    'baseline-version': forOutput(part.baseline?.version ?? ''),
    'model-uri': version === '' ? '' : nameForOutput(`models:/${decision.model}/${version}`),
    registry: forOutput(decision.registry ?? ''),
    target: forOutput(part.target),
    reasons: JSON.stringify(decision.reasons.map((reason) => reason.code)),
    decision: paths.decision,
    report: paths.report,
  };
}
